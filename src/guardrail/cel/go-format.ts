/** A double as Go's strconv.FormatFloat(f, 'g', -1, 64) writes it: `3.5`, `100000`, `1e+21`, `+Inf`. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  if (value === 0) return "0";
  const exponent = Number(value.toExponential().split("e")[1]);
  // Go changes to an exponent at 1e21, for the shortest form, and below 1e-4.
  if (exponent >= -4 && exponent < 21) return plainDigits(value);
  return value.toExponential().replace(/e([-+])(\d)$/, "e$10$2");
}

/** A double in decimal digits without an exponent, as short as still tells it apart. */
export function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = match;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits + "0".repeat(point - digits.length)
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const escapes: Readonly<Record<string, string>> = {
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
  '"': '\\"',
};

/** A string in double quotes with its control characters escaped, as Go's %q for printable text. */
export function quoteString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  return `"${text.replace(/[\u0007\b\f\n\r\t\v\\"]/g, (character) => escapes[character] ?? character)}"`;
}
