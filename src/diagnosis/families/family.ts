/** A read-only command, and what it shows. */
export interface FamilyCommand {
  command: string;
  shows: string;
}

/**
 * A kind of error that Kubernetes reports in many words. Families let a line and a story meet that say the same thing
 * differently ("Exit Code: 137", "oom-kill"), and lead on where no story fits.
 */
export interface Family {
  id: string;
  label: string;
  /** What such an error means, in one or two sentences. */
  meaning: string;
  /** Texts by which it is recognised, in lower case; each must stand as whole words. */
  phrases: readonly string[];
  /** Commands that change nothing and would tell more. */
  commands: readonly FamilyCommand[];
}
