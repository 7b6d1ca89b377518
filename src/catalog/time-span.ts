const form = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Minutes in a length of time such as PT4H22M, as `timeSpan` in `src/story/schema/text.ts` allows it. */
export function minutesIn(span: string): number {
  const [, days = "0", hours = "0", minutes = "0"] = form.exec(span) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** A length of time in words: "13 minutes", "4 hours 22 minutes", "2 days". Zero is "at once". */
export function spanInWords(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const parts = [
    counted(days, "day"),
    counted(Math.floor((minutes % 1440) / 60), "hour"),
    counted(minutes % 60, "minute"),
  ];
  return parts.filter((part) => part !== "").join(" ") || "at once";
}

function counted(count: number, unit: string): string {
  return count === 0 ? "" : `${count} ${unit}${count === 1 ? "" : "s"}`;
}
