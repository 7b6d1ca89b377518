/** The command cannot run as it was called; its message is one clear sentence for the caller. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
