import { type Reason, reasonsFrom } from "./reason.ts";

/** States and reasons of containers, pods and nodes, and exit codes. */
export const stateReasons: readonly Reason[] = [
  ...reasonsFrom("container", "pkg/kubelet/container/sync_result.go", {
    CrashLoopBackOff: "A container ended again and again, and the kubelet waits before it starts it anew.",
    RunContainerError: "The runtime could not start a container.",
    KillContainerError: "The runtime could not stop a container.",
    CreatePodSandboxError: "The runtime could not make the pod's sandbox, network included.",
    ConfigPodSandboxError: "The settings of the pod's sandbox could not be put together.",
    KillPodSandboxError: "The runtime could not remove the pod's sandbox.",
  }),
  ...reasonsFrom("container", "pkg/kubelet/images/types.go", {
    ImagePullBackOff: "An image could not be pulled, and the kubelet waits before it tries again.",
    ErrImagePull: "An image could not be pulled.",
    ErrImageNeverPull: "The image is not on the node, and its policy is never to pull it.",
    ImageInspectError: "The runtime could not tell what an image holds.",
    InvalidImageName: "The name of an image cannot be read.",
    RegistryUnavailable: "The registry did not answer.",
  }),
  ...reasonsFrom("container", "pkg/kubelet/kuberuntime/kuberuntime_container.go", {
    CreateContainerConfigError:
      "A container's settings could not be put together: a ConfigMap, Secret or key is missing.",
    CreateContainerError: "The runtime could not make a container.",
    PreStartHookError: "Preparing a container's start failed.",
    PostStartHookError: "A container's postStart hook failed, and the container was killed.",
  }),
  ...reasonsFrom("container", "pkg/kubelet/kubelet_pods.go", {
    ContainerCreating:
      "The pod is placed, but its containers cannot be made yet: an image, a volume or its network is missing.",
    PodInitializing: "The init containers have not finished.",
    ContainerStatusUnknown: {
      meaning: "The kubelet lost track of a container; it counts as ended with exit code 137.",
      texts: ["ContainerStatusUnknown", "ContainerStateUnKnown"],
    },
  }),
  ...reasonsFrom(
    "container",
    "https://github.com/kubernetes/cri-api/blob/master/pkg/apis/runtime/v1/api.proto",
    {
      OOMKilled: {
        meaning: "The kernel ended a process of the container at its memory limit.",
        texts: ["OOMKilled", "OOM Killed", "OOM-killed", "OOM killed"],
      },
      Error: {
        meaning: "A container ended with an exit code other than 0.",
        texts: ["reason Error", "Reason: Error"],
      },
    },
  ),
  ...reasonsFrom("pod", "staging/src/k8s.io/api/core/v1/types.go", {
    Pending: { meaning: "The pod is accepted, but not all of its containers run yet.", texts: ["Pending"] },
    Unschedulable: { meaning: "No node fits the pod.", texts: ["Unschedulable", "unschedulable"] },
    SchedulingGated: "The pod is held back from scheduling on purpose.",
    SchedulerError: "Scheduling itself failed.",
    PreemptionByScheduler: "The pod made room for one of higher priority.",
    TerminationByKubelet: "The kubelet ended the pod: node pressure, or the node shut down.",
  }),
  ...reasonsFrom("pod", "pkg/kubelet/eviction/helpers.go", {
    Evicted: {
      meaning: "The kubelet ended the pod because the node ran short of memory, disk or processes.",
      texts: ["Evicted"],
    },
  }),
  ...reasonsFrom("pod", "staging/src/k8s.io/api/batch/v1/types.go", {
    BackoffLimitExceeded: "Pods of a Job failed more often than it allows.",
    DeadlineExceeded: {
      meaning: "A Job or pod ran longer than it may.",
      texts: ["reason DeadlineExceeded", "activeDeadlineSeconds"],
    },
    PodFailurePolicy: "A Job failed by its own rule about failed pods.",
  }),
  ...reasonsFrom("pod", "pkg/controller/deployment/util/deployment_util.go", {
    ProgressDeadlineExceeded: "A rollout made no progress for longer than it may.",
    ReplicaSetCreateError: "A Deployment could not make its ReplicaSet.",
  }),
  ...reasonsFrom("node", "pkg/controller/nodelifecycle/node_lifecycle_controller.go", {
    NodeStatusUnknown: {
      meaning: "The kubelet stopped reporting; the control plane does not know how the node is.",
      texts: ["NodeStatusUnknown", "Kubelet stopped posting node status"],
    },
  }),
  ...reasonsFrom("node", "pkg/kubelet/nodestatus/setters.go", {
    NotReady: "The kubelet says that the node cannot run pods.",
    KubeletNotReady: "The kubelet is not ready: the runtime or the network plugin is not.",
    MemoryPressure: "The node is short of memory.",
    DiskPressure: { meaning: "The node is short of disk.", texts: ["DiskPressure", "disk pressure"] },
    PIDPressure: "The node is short of process ids.",
  }),
  ...reasonsFrom("node", "pkg/controller/nodeipam/ipam/range_allocator.go", {
    CIDRNotAvailable: {
      meaning: "There is no range of pod addresses left for a node.",
      texts: ["CIDRNotAvailable", "there are no remaining CIDRs left to allocate", "IP_SPACE_EXHAUSTED"],
    },
  }),
  ...reasonsFrom("node", "https://github.com/kubernetes/kubectl/blob/master/pkg/cmd/drain/drain.go", {
    SchedulingDisabled: "The node is cordoned and takes no new pods.",
  }),
  ...reasonsFrom("exit-code", "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html", {
    "1": { meaning: "The program says that it failed.", texts: ["exit code 1", "Exit Code: 1"] },
    "126": {
      meaning: "The command was found and could not be run.",
      texts: ["exit code 126", "Exit Code: 126"],
    },
    "127": { meaning: "The command was not found.", texts: ["exit code 127", "Exit Code: 127"] },
    "134": { meaning: "Ended by SIGABRT (128 + 6).", texts: ["exit code 134", "Exit Code: 134"] },
    "137": {
      meaning: "Ended by SIGKILL (128 + 9): out of memory, or not gone when its grace period was over.",
      texts: ["exit code 137", "Exit Code: 137", "137", "OOMKilled", "OOM-killed", "OOM Killed"],
    },
    "139": { meaning: "Ended by SIGSEGV (128 + 11).", texts: ["exit code 139", "Exit Code: 139"] },
    "143": {
      meaning: "Ended by SIGTERM (128 + 15): asked to stop, and did.",
      texts: ["exit code 143", "Exit Code: 143", "SIGTERM"],
    },
    "255": {
      meaning: "The program ended with a code out of range, or the runtime could not tell.",
      texts: ["exit code 255", "Exit Code: 255"],
    },
  }),
];
