const units: readonly (readonly [RegExp, "D" | "H" | "M"])[] = [
  [/^(?:d|days?)$/, "D"],
  [/^(?:h|hrs?|hours?)$/, "H"],
  [/^(?:m|mins?|minutes?)$/, "M"],
];

/**
 * A length of time as somebody says it, in the form of ISO 8601: `7 hours 30 minutes`, `7h30m` and `PT7H30M` give
 * `PT7H30M`. Gives the text itself where it cannot be read.
 */
export function readSpan(text: string): string {
  const found: Partial<Record<"D" | "H" | "M", number>> = {};
  const rest = text
    .toLowerCase()
    .replaceAll(/(\d+)\s*([a-z]+)/g, (whole, number: string, word: string) => {
      const unit = units.find(([form]) => form.test(word))?.[1];
      if (unit === undefined || found[unit] !== undefined) return whole;
      found[unit] = Number(number);
      return "";
    })
    .replaceAll(/,|\band\b|\s/g, "");
  if (rest !== "" || Object.keys(found).length === 0) return text.trim();
  const part = (unit: "D" | "H" | "M") => (found[unit] === undefined ? "" : `${found[unit]}${unit}`);
  const time = `${part("H")}${part("M")}`;
  return `P${part("D")}${time === "" ? "" : `T${time}`}`;
}
