/**
 * Says how Kubernetes' reader takes a plain scalar that looks like something else, or undefined where nothing surprises.
 * `1:30` is text to Kubernetes and a number (90) to tools that read YAML 1.1 in full, so it is named too.
 */
export function surprisingScalar(text: string): string | undefined {
  if (text.length <= 3 && /^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(text)) return "the boolean true";
  if (text.length <= 3 && /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(text)) return "the boolean false";
  const first = text.charCodeAt(0);
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45)) return undefined;
  if (/^[-+]?0[0-7_]*[1-7][0-7_]*$/.test(text)) {
    const digits = text.replaceAll("_", "").replace(/^([-+]?)0+/, "$1");
    return `an octal number, ${Number.parseInt(digits, 8)}`;
  }
  if (/^[-+]?0[0-9_]*[89][0-9_]*$/.test(text)) return `the number ${Number(text.replaceAll("_", ""))}`;
  if (/^[-+]?[0-9][0-9]*_[0-9_]*$/.test(text)) return `the number ${text.replaceAll("_", "")}`;
  if (/^[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+$/.test(text)) {
    const sign = text.startsWith("-") ? -1 : 1;
    const sum = text
      .replace(/^[-+]/, "")
      .split(":")
      .reduce((total, part) => total * 60 + Number(part), 0);
    return `text, while tools that read YAML 1.1 take it for the number ${sign * sum}`;
  }
  return undefined;
}
