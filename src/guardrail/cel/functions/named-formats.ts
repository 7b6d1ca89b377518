import { listOf, opaque, optionalOf, string } from "../cel-types.ts";
import { CelOpaque } from "../cel-value.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { CelOptional } from "../values/cel-optional.ts";
import { parseTimestamp } from "../values/cel-time.ts";
import { parseUrl } from "../values/url.ts";

const format = opaque("kubernetes.NamedFormat");

/** A named format and the check behind it, which gives what is wrong with a text. */
class NamedFormat extends CelOpaque {
  override readonly typeName = "kubernetes.NamedFormat";
  readonly name: string;
  readonly check: (text: string) => readonly string[];

  constructor(name: string, check: (text: string) => readonly string[]) {
    super();
    this.name = name;
    this.check = check;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof NamedFormat && other.name === this.name;
  }
}

const label = rule(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  63,
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
);
const subdomain = rule(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  253,
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
);
const label1035 = rule(
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  63,
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
);
const labelValue = rule(
  /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/,
  63,
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
);

const qualifiedPart = rule(
  /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/,
  63,
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
);

const formats: readonly NamedFormat[] = [
  new NamedFormat("dns1123Label", label),
  new NamedFormat("dns1123Subdomain", subdomain),
  new NamedFormat("dns1035Label", label1035),
  new NamedFormat("qualifiedName", qualifiedName),
  new NamedFormat("dns1123LabelPrefix", (text) => label(withoutDash(text))),
  new NamedFormat("dns1123SubdomainPrefix", (text) => subdomain(withoutDash(text))),
  new NamedFormat("dns1035LabelPrefix", (text) => label1035(withoutDash(text))),
  new NamedFormat("labelValue", labelValue),
  new NamedFormat("uri", (text) => {
    const parsed = parseUrl(text);
    return "url" in parsed ? [] : [parsed.problem];
  }),
  new NamedFormat(
    "uuid",
    rule(
      /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
      36,
      "does not match the UUID format",
    ),
  ),
  new NamedFormat(
    "byte",
    rule(
      /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/,
      Infinity,
      "invalid base64",
    ),
  ),
  new NamedFormat("date", (text) => (parseTimestamp(`${text}T00:00:00Z`) ? [] : ["invalid date"])),
  new NamedFormat("datetime", (text) => (parseTimestamp(text) ? [] : ["invalid datetime"])),
];

/** Kubernetes' format library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library */
export const namedFormatFunctions: readonly Overload[] = [
  ...formats.map((named) => globalFunction(`format.${named.name}`, [], format, () => named)),
  globalFunction("format.named", [string], optionalOf(format), (name: string) => {
    const named = formats.find((candidate) => candidate.name === name);
    return named ? new CelOptional(named) : CelOptional.none;
  }),
  memberFunction(
    "validate",
    [format, string],
    optionalOf(listOf(string)),
    (named: NamedFormat, text: string) => {
      const problems = named.check(text);
      return problems.length === 0 ? CelOptional.none : new CelOptional(problems);
    },
  ),
];

function rule(pattern: RegExp, maxLength: number, message: string): (text: string) => readonly string[] {
  return (text) => [
    ...(text.length > maxLength ? [`must be no more than ${maxLength} characters`] : []),
    ...(pattern.test(text) ? [] : [message]),
  ];
}

// A prefix may end in a dash: a name will be appended to it.
function withoutDash(text: string): string {
  return text.length > 1 && text.endsWith("-") ? `${text.slice(0, -2)}a` : text;
}

function qualifiedName(text: string): readonly string[] {
  const parts = text.split("/");
  const name = parts.at(-1) ?? "";
  if (parts.length > 2) {
    return [
      "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ];
  }
  const prefix = parts.length === 2 ? parts[0] : undefined;
  const problems: string[] = [];
  if (prefix === "") problems.push("prefix part must be non-empty");
  else if (prefix !== undefined)
    problems.push(...subdomain(prefix).map((problem) => `prefix part ${problem}`));
  if (name === "") problems.push("name part must be non-empty");
  else problems.push(...qualifiedPart(name).map((problem) => `name part ${problem}`));
  return problems;
}
