/** Where Kubernetes reports a reason. */
export type ReasonKind = "container" | "pod" | "node" | "event" | "exit-code";

/** A state, reason or exit code that Kubernetes reports about something that went wrong. */
export interface Reason {
  /** As it is reported: CrashLoopBackOff, FailedScheduling, 137. */
  name: string;
  kind: ReasonKind;
  /** What it means, in one sentence. */
  meaning: string;
  /** Address of the source that defines or reports it. */
  source: string;
  /** Texts by which a story shows that it is about it, where the name alone would not do. */
  texts?: readonly string[];
}

const kubernetes = "https://github.com/kubernetes/kubernetes/blob/master/";

/** A list of reasons of one kind from one file of Kubernetes. Takes names with their meanings. */
export function reasonsFrom(
  kind: ReasonKind,
  file: string,
  meanings: Readonly<Record<string, string | { meaning: string; texts: readonly string[] }>>,
): Reason[] {
  const source = file.startsWith("https:") ? file : kubernetes + file;
  return Object.entries(meanings).map(([name, about]) =>
    typeof about === "string" ? { name, kind, meaning: about, source } : { name, kind, source, ...about },
  );
}
