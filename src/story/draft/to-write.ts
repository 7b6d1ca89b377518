/** What stands where something is still to be written; the check `still-to-write` finds it. */
export const toWriteMark = "TODO:";

/** A place that is still to be written, with what belongs there. */
export function toWrite(what: string): string {
  return `${toWriteMark} ${what}`;
}
