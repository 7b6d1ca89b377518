/** Name under which this browser keeps what was written. */
const key = "horror-contribute";

/** What was written earlier in this browser, by answer; empty where there is nothing that can be read. */
export function readKeptDraft(storage: Storage): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    if (kept === null || typeof kept !== "object") return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** Keeps what was written. A browser that keeps nothing (private windows, full storage) is no error. */
export function keepDraft(storage: Storage, answers: Readonly<Record<string, string>>): boolean {
  try {
    storage.setItem(key, JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was written. */
export function forgetDraft(storage: Storage): void {
  storage.removeItem(key);
}
