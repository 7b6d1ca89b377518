import type { Family } from "./family.ts";

/** Errors of pods and the containers in them. */
export const workloadFamilies: readonly Family[] = [
  {
    id: "out-of-memory",
    label: "Out of memory",
    meaning:
      "The kernel ended a process because a container reached its memory limit or a node ran out of memory.",
    phrases: [
      "oomkilled",
      "oom killed",
      "oom-killed",
      "oom-kill",
      "oom-killer",
      "oom killer",
      "oomkilling",
      "oom",
      "out of memory",
      "ran out of memory",
      "exit code: 137",
      "exit code 137",
      "exitcode: 137",
      'exitcode": 137',
      "exited with code 137",
      "system oom",
      "systemoom",
      "memory cgroup",
      "cgroup out of memory",
      "signal: killed",
      "heap limit",
      "heap out of memory",
      "outofmemoryerror",
      "cannot allocate memory",
      "memorypressure",
      "low on resource: memory",
    ],
    commands: [
      {
        command:
          "kubectl get pods --all-namespaces --output custom-columns=NS:.metadata.namespace,POD:.metadata.name,LAST:.status.containerStatuses[*].lastState.terminated.reason",
        shows: "which containers ended with OOMKilled",
      },
      {
        command: "kubectl get events --all-namespaces --field-selector reason=SystemOOM",
        shows: "whether nodes as a whole ran out of memory",
      },
      { command: "kubectl top pods --all-namespaces --sort-by memory", shows: "who uses the memory now" },
    ],
  },
  {
    id: "crash-loop",
    label: "Crash loop",
    meaning:
      "A container starts, ends and is started again with growing pauses. The reason is in its last log or its last state.",
    phrases: [
      "crashloopbackoff",
      "crash loop",
      "crash-loop",
      "crash looping",
      "crash-looping",
      "crash looped",
      "crashloop",
      "back-off restarting failed",
      "restarting failed container",
      "kept restarting",
      "keeps restarting",
      "restart count",
    ],
    commands: [
      {
        command: "kubectl logs <pod> --namespace <namespace> --previous --tail 50",
        shows: "what it said last",
      },
      {
        command: "kubectl describe pod <pod> --namespace <namespace>",
        shows: "exit code and reason of its last state, and its events",
      },
    ],
  },
  {
    id: "image-pull",
    label: "Image pull",
    meaning:
      "The node could not get an image: a wrong name or tag, missing credentials, a limit, or no way to the registry.",
    phrases: [
      "imagepullbackoff",
      "errimagepull",
      "failed to pull image",
      "failed to pull and unpack image",
      "back-off pulling image",
      "pull access denied",
      "toomanyrequests",
      "manifest unknown",
      "manifest for",
      "pull qps exceeded",
      "pull rate limit",
      "image pull",
      "image pulls",
      "pull images",
      "pull image",
      "pulling images",
      "images could not be pulled",
      "invalidimagename",
      "imageinspecterror",
      "failed login attempts",
      "docker hub",
      "dockerhub",
    ],
    commands: [
      {
        command: "kubectl get events --all-namespaces --field-selector reason=Failed",
        shows: "what the registry answered, word for word",
      },
      {
        command:
          "kubectl get pod <pod> --namespace <namespace> --output jsonpath='{.spec.imagePullSecrets} {.spec.containers[*].image}'",
        shows: "which image is asked for, and with which credentials",
      },
    ],
  },
  {
    id: "probe",
    label: "Probes",
    meaning:
      "The kubelet asked a container whether it is alive, ready or started, and did not like the answer or got none in time.",
    phrases: [
      "liveness probe failed",
      "readiness probe failed",
      "startup probe failed",
      "liveness probe errored",
      "readiness probe errored",
      "startup probe errored",
      "failed liveness probe",
      "failed startup probe",
      "failed readiness probe",
      "liveness probe",
      "readiness probe",
      "startup probe",
      "startupprobe",
      "livenessprobe",
      "health checks",
      "will be restarted",
      "probeerror",
    ],
    commands: [
      {
        command: "kubectl get events --namespace <namespace> --field-selector reason=Unhealthy",
        shows: "which probe fails, and how",
      },
      {
        command:
          "kubectl get pod <pod> --namespace <namespace> --output jsonpath='{.spec.containers[*].livenessProbe}'",
        shows: "what is asked, how often and for how long",
      },
    ],
  },
  {
    id: "container-start",
    label: "Container does not start",
    meaning:
      "The runtime could not make or start the container: a missing key or file, a wrong command, a permission.",
    phrases: [
      "createcontainerconfigerror",
      "createcontainererror",
      "runcontainererror",
      "starterror",
      "exec format error",
      "oci runtime create failed",
      "containercannotrun",
      "couldn't find key",
      "exit code: 127",
      "exit code: 126",
      "executable file not found",
    ],
    commands: [
      {
        command: "kubectl describe pod <pod> --namespace <namespace>",
        shows: "the runtime's message, in the events",
      },
    ],
  },
  {
    id: "job",
    label: "Jobs and CronJobs",
    meaning: "A Job ran more, less or longer than it should, or its pods were never cleaned up.",
    phrases: [
      "backofflimitexceeded",
      "deadlineexceeded",
      "restartpolicy: never",
      "restartpolicy never",
      "too many missed start time",
      "failedneedsstart",
      "job has reached the specified backoff limit",
      "cronjob",
      "cronjobs",
      "kind: job",
      "kubernetes job",
      "jobs no longer finished",
      "job never completes",
    ],
    commands: [
      {
        command: "kubectl get jobs --all-namespaces --sort-by .metadata.creationTimestamp",
        shows: "which Jobs there are",
      },
      {
        command: "kubectl describe job <job> --namespace <namespace>",
        shows: "how often its pod was started anew",
      },
    ],
  },
  {
    id: "rollout-and-shutdown",
    label: "Rollout and shutdown",
    meaning: "Requests or work were lost while pods were replaced, or the replacement never happened.",
    phrases: [
      "sigterm",
      "prestop",
      "graceful shutdown",
      "terminationgraceperiodseconds",
      "rolling update",
      "progressdeadlineexceeded",
      "ondelete",
      "updatestrategy",
      "failedkillpod",
      "failedprestophook",
    ],
    commands: [
      {
        command: "kubectl rollout status deployment <name> --namespace <namespace> --timeout 5s",
        shows: "how far a rollout got",
      },
      {
        command:
          "kubectl get pod <pod> --namespace <namespace> --output jsonpath='{.spec.terminationGracePeriodSeconds} {.spec.containers[*].lifecycle}'",
        shows: "how a pod is told to stop",
      },
    ],
  },
  {
    id: "cpu-throttling",
    label: "CPU throttling",
    meaning:
      "A container used up its share of processor time and had to wait, although the node had time to spare.",
    phrases: [
      "cputhrottlinghigh",
      "cpu throttling",
      "throttled_time",
      "nr_throttled",
      "container_cpu_cfs_throttled_seconds_total",
      "container_cpu_cfs_throttled_periods_total",
      "cfs quota",
      "cfs_quota",
      "throttled",
      "cpu limit",
      "cpu limits",
    ],
    commands: [
      {
        command: "kubectl top pods --namespace <namespace> --containers",
        shows: "how much each container uses",
      },
      {
        command: "kubectl exec <pod> --namespace <namespace> -- cat /sys/fs/cgroup/cpu.stat",
        shows: "how often it was throttled, and for how long",
      },
    ],
  },
];
