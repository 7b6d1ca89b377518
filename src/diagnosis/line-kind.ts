/** What part a line plays in pasted text. */
export type LineKind = "failure" | "message" | "quiet" | "frame";

/** How much the words of each kind of line count. A frame says nothing; quiet lines say that something is as it should be. */
export const lineWeights: Readonly<Record<LineKind, number>> = {
  failure: 1.2,
  message: 1,
  quiet: 0.15,
  frame: 0,
};

/**
 * Reasons of events of type Normal that are part of every healthy start
 * (pkg/kubelet/events/event.go, pkg/controller in kubernetes/kubernetes).
 */
const healthyReasons =
  "Scheduled|Pulling|Pulled|Created|Started|Starting|SuccessfulCreate|SuccessfulDelete|SuccessfulAttachVolume|SuccessfulMountVolume|NodeReady|NodeHasSufficientMemory|NodeHasSufficientDisk|NodeHasSufficientPID|NodeHasNoDiskPressure|NodeAllocatableEnforced|RegisteredNode|Completed|SawCompletedJob|AddedInterface|EnsuringLoadBalancer|EnsuredLoadBalancer|UpdatedLoadBalancer|LeaderElection|Sync|ExternalProvisioning|Provisioning|ProvisioningSucceeded|WaitForFirstConsumer";

/** Fields of `kubectl describe` that name or place an object, whatever its state. */
const describeFields =
  "Name|Namespace|Priority|Priority Class Name|Service Account|Node|Start Time|Started|Finished|Labels|Annotations|IP|IPs|Controlled By|Controllers|Container ID|Image ID|Host Port|Host Ports|Port|Ports|Containers|Init Containers|Environment|Environment Variables from|Mounts|Volumes|Type|ConfigMapName|ConfigMapOptional|SecretName|Optional|DownwardAPI|TokenExpirationSeconds|Medium|SizeLimit|QoS Class|Node-Selectors|Tolerations|Conditions|Events|Selector|Pod Template|Ready|CreationTimestamp|Roles|Taints|Addresses|InternalIP|ExternalIP|Hostname|InternalDNS|ExternalDNS|Machine ID|System UUID|Boot ID|Kernel Version|OS Image|Operating System|Architecture|Container Runtime Version|Kubelet Version|Kube-Proxy Version|PodCIDR|PodCIDRs|ProviderID|Lease|HolderIdentity|AcquireTime|RenewTime|System Info|Capacity|Allocatable|Unschedulable|NewReplicaSet|OldReplicaSets|StrategyType|MinReadySeconds|RollingUpdateStrategy|apiVersion|kind|metadata|uid|resourceVersion|generation|selfLink|creationTimestamp|labels|annotations|name|namespace";

const frames: readonly RegExp[] = [
  /^[\s\-=_*.+|#~]*$/,
  // Heads of tables.
  /^\s*(?:NAME|NAMESPACE|LAST SEEN|FIRST SEEN|TYPE|FIRSTSEEN|LASTSEEN)\s+[A-Z][A-Z -]*(?:\([^)]*\))?[A-Z -]*$/,
  /^\s*Type\s+(?:Reason|Status)\b/,
  /^\s*(?:Resource|CPU Requests|Namespace)\s+(?:Requests|CPU Limits|Name)\b/,
  // Conditions that hold: no pressure on a node, a pod's steps.
  /^\s*(?:Memory|Disk|PID)Pressure\s+False\b|^\s*(?:NetworkUnavailable|OutOfDisk)\s+False\b|^\s*Ready\s+True\b/,
  /^\s*(?:Initialized|Ready|ContainersReady|PodScheduled|PodReadyToStartContainers)\s+(?:True|False)\s*$/,
  // Tolerations and the token every pod mounts.
  /^\s*(?:Tolerations:\s+)?node(?:\.kubernetes\.io|\.alpha\.kubernetes\.io)\/[\w-]+:No\w+(?:\s|$)/,
  /kube-api-access-\w+|\/var\/run\/secrets\/kubernetes\.io\/serviceaccount|default-token-\w+|kube-root-ca\.crt/,
];

const quiet: readonly RegExp[] = [
  new RegExp(`^\\s*(?:\\S+\\s+)?(?:\\S+\\s+)?Normal\\s+(?:${healthyReasons})\\b`),
  new RegExp(`^\\s*(?:${describeFields}):(?:\\s|$)`),
  // Labels and annotations below their field.
  /^\s+[\w-]+(?:\.[\w-]+)*\/[\w.-]+[:=]\s*[\w./:-]*$/,
  /^\s+[\w.-]+=[\w.-]+$/,
  // Stack frames.
  /^\s*at [\w$.<>/]+\s?\(|^\s*File "[^"]{1,200}", line \d|^goroutine \d|^\s+\/\S+\.go:\d+|^\s*github\.com\/\S+\(|^created by /,
  // Logs below the level of a warning.
  /^\s*[ID]\d{4} \d{2}:\d{2}:\d{2}|\blevel=(?:info|debug|trace)\b|"level":\s?"(?:info|debug|trace)"|\[(?:INFO|DEBUG|NOTICE)\]|\b(?:INFO|DEBUG)\b/,
];

const failure =
  /\bwarning\b|\berr(?:or)?\b|error|fail|fatal|panic|cannot|can't|couldn't|unable|denied|refused|time(?:d )?-?out|exceeded|forbidden|unauthorized|killed|killing|unhealthy|not ?ready|back-?off|evict|\boom|invalid|no such|not found|exhausted|insufficient|expired|unreachable|unknown authority|terminated|throttl|unavailable|missing|stuck/i;

/** Tells what part a line plays. A line that reports a failure is one even where its level is low. */
export function lineKind(line: string): LineKind {
  if (frames.some((pattern) => pattern.test(line))) return "frame";
  if (quiet.some((pattern) => pattern.test(line)))
    return failure.test(line) && !/^\s*(?:\S+\s+){0,2}Normal\s/.test(line) && !/^\s*[\w -]+:\s/.test(line)
      ? "message"
      : "quiet";
  return failure.test(line) ? "failure" : "message";
}
