import { type Reason, reasonsFrom } from "./reason.ts";

/** Reasons of events that report a failure. */
export const eventReasons: readonly Reason[] = [
  ...reasonsFrom("event", "pkg/kubelet/events/event.go", {
    Failed: {
      meaning: "A container could not be made or started, or its image not pulled.",
      texts: ["reason=Failed", "ErrImagePull", "Failed to pull image"],
    },
    BackOff: {
      meaning: "The kubelet waits before it starts a container or pulls an image again.",
      texts: ["BackOff", "Back-off restarting", "CrashLoopBackOff", "ImagePullBackOff"],
    },
    Killing: {
      meaning: "The kubelet stops a container: a failed probe, an eviction, a deletion.",
      texts: ["reason=Killing", "will be restarted", "Killing"],
    },
    ExceededGracePeriod: "A container was not gone when its grace period was over.",
    InspectFailed: "The runtime could not tell what an image holds.",
    NodeNotReady: { meaning: "A node is not ready.", texts: ["NodeNotReady", "NotReady"] },
    NodeNotSchedulable: {
      meaning: "A node takes no new pods.",
      texts: ["NodeNotSchedulable", "SchedulingDisabled"],
    },
    KubeletSetupFailed: "The kubelet could not set itself up.",
    FailedAttachVolume: "A disk could not be attached to a node.",
    FailedMount: "A volume could not be mounted.",
    FailedMapVolume: "A raw disk could not be handed to a pod.",
    VolumeResizeFailed: "A volume could not be made larger.",
    FileSystemResizeFailed: "The file system of a volume could not be made larger.",
    FailedCreatePodSandBox: {
      meaning: "The runtime or the network plugin could not make the pod's sandbox.",
      texts: [
        "FailedCreatePodSandBox",
        "failed to assign an IP address to container",
        "Failed to create pod sandbox",
      ],
    },
    FailedPodSandBoxStatus: "The runtime could not say how the pod's sandbox is.",
    FailedMountOnFilesystemMismatch: "A volume holds another file system than was asked for.",
    InvalidDiskCapacity: "The node could not tell how much disk there is for images.",
    FreeDiskSpaceFailed: "Removing unused images did not free enough disk.",
    ImageGCFailed: "Removing unused images failed.",
    ContainerGCFailed: "Removing dead containers failed.",
    Unhealthy: {
      meaning: "A probe failed.",
      texts: [
        "reason=Unhealthy",
        "probe failed",
        "Readiness probe",
        "Liveness probe",
        "Startup probe",
        "startup probe",
      ],
    },
    ProbeWarning: "A probe gave a warning.",
    FailedSync: "The kubelet could not bring a pod to the state it should have.",
    FailedValidation: "The kubelet refuses a pod as it is written.",
    FailedPostStartHook: "A postStart hook failed.",
    FailedPreStopHook: "A preStop hook failed.",
    Rebooted: { meaning: "A node was started anew.", texts: ["Rebooted"] },
    NodeShutdown: "A node is shutting down.",
    FailedNodeAllocatableEnforcement: "Reserving a part of the node for the system failed.",
    NetworkNotReady: "The node's network is not ready.",
  }),
  ...reasonsFrom("event", "pkg/kubelet/oom/oom_watcher_linux.go", {
    SystemOOM: {
      meaning: "The node as a whole ran out of memory and the kernel ended a process.",
      texts: ["SystemOOM", "System OOM"],
    },
  }),
  ...reasonsFrom("event", "pkg/kubelet/eviction/eviction_manager.go", {
    EvictionThresholdMet: "A node reached the limit from which on it removes pods.",
  }),
  ...reasonsFrom("event", "pkg/scheduler/schedule_one.go", {
    FailedScheduling: { meaning: "No node fits a pod.", texts: ["FailedScheduling", "nodes are available"] },
  }),
  ...reasonsFrom("event", "pkg/scheduler/framework/preemption/preemption.go", {
    Preempted: { meaning: "A pod made room for one of higher priority.", texts: ["Preempted", "preempted"] },
  }),
  ...reasonsFrom("event", "pkg/controller/tainteviction/taint_eviction.go", {
    TaintManagerEviction: "A pod is deleted because of a taint of its node.",
  }),
  ...reasonsFrom("event", "pkg/controller/controller_utils.go", {
    FailedCreate: {
      meaning: "A controller could not make a pod: a quota, a webhook, a missing service account.",
      texts: ["FailedCreate", "exceeded quota", "is forbidden: exceeded quota", "Error creating:"],
    },
    FailedDelete: "A controller could not delete a pod.",
  }),
  ...reasonsFrom("event", "pkg/controller/statefulset/stateful_set_control.go", {
    FailedUpdate: "A StatefulSet could not update its pod.",
  }),
  ...reasonsFrom("event", "pkg/controller/daemon/daemon_controller.go", {
    FailedDaemonPod: "A pod of a DaemonSet failed and is replaced.",
    FailedPlacement: "A pod of a DaemonSet does not fit on its node.",
  }),
  ...reasonsFrom("event", "pkg/controller/cronjob/cronjob_controllerv2.go", {
    TooManyMissedTimes: {
      meaning: "A CronJob missed more than a hundred starts.",
      texts: ["TooManyMissedTimes", "too many missed start time"],
    },
    MissSchedule: "A CronJob missed a start.",
    FailedCreateJob: { meaning: "A CronJob could not make its Job.", texts: ["FailedCreateJob"] },
    JobAlreadyActive: "A CronJob's last run has not ended, and it may not run twice at once.",
  }),
  ...reasonsFrom("event", "pkg/controller/podautoscaler/horizontal.go", {
    FailedGetResourceMetric: "An autoscaler could not read CPU or memory.",
    FailedGetExternalMetric: "An autoscaler could not read a metric from elsewhere.",
    FailedComputeMetricsReplicas: "An autoscaler could not work out the number of replicas.",
    FailedGetScale: "An autoscaler could not find what it should scale.",
    FailedRescale: "An autoscaler could not change the number of replicas.",
  }),
  ...reasonsFrom("event", "pkg/controller/volume/events/event.go", {
    FailedBinding: "A claim found no volume.",
    ProvisioningFailed: "A volume could not be made.",
    VolumeMismatch: "A volume does not fit its claim.",
    VolumeFailedDelete: "A volume could not be deleted.",
    VolumeFailedRecycle: "A volume could not be emptied.",
  }),
  ...reasonsFrom(
    "event",
    "https://github.com/kubernetes/cloud-provider/blob/master/controllers/service/controller.go",
    {
      SyncLoadBalancerFailed: "The provider's load balancer of a Service could not be brought up to date.",
    },
  ),
  ...reasonsFrom(
    "event",
    "https://github.com/kubernetes/cloud-provider/blob/master/controllers/route/route_controller.go",
    {
      FailedToCreateRoute: "The provider's route to a node's pods could not be made.",
    },
  ),
  ...reasonsFrom(
    "event",
    "https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/processors/status/eventing_scale_up_processor.go",
    {
      NotTriggerScaleUp: {
        meaning: "The cluster autoscaler adds no node for a pod that waits.",
        texts: ["NotTriggerScaleUp", "didn't trigger scale-up"],
      },
      FailedToScaleUpGroup: {
        meaning: "The cluster autoscaler could not add a node.",
        texts: ["FailedToScaleUpGroup", "scale.up.error"],
      },
    },
  ),
  ...reasonsFrom(
    "event",
    "https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/core/scaledown/actuation/drain.go",
    {
      ScaleDownFailed: "The cluster autoscaler could not remove a node.",
    },
  ),
  ...reasonsFrom("event", "pkg/controller/endpointslice/endpointslice_controller.go", {
    FailedToUpdateEndpointSlices: "The list of pods behind a Service could not be brought up to date.",
  }),
];
