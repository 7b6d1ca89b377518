/**
 * The forms Kubernetes gives its names. Each function says in half a sentence what is wrong with a text, or gives
 * undefined where it is right. Source: k8s.io/apimachinery/pkg/util/validation and
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
type NameCheck = (text: string) => string | undefined;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** DNS label of RFC 1123: up to 63 characters. */
export const dnsLabelProblem: NameCheck = (text) => {
  if (text.length > 63) return `has ${text.length} characters, and 63 are allowed`;
  return label.test(text)
    ? undefined
    : "is not lower case letters, digits and dashes with a letter or digit at both ends";
};

/** DNS label of RFC 1035: as above, starting with a letter. */
export const dns1035LabelProblem: NameCheck = (text) => {
  if (text.length > 63) return `has ${text.length} characters, and 63 are allowed`;
  return /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text)
    ? undefined
    : "is not lower case letters, digits and dashes that start with a letter and end with a letter or digit";
};

/** DNS subdomain of RFC 1123: labels joined by dots, up to 253 characters. */
export const dnsSubdomainProblem: NameCheck = (text) => {
  if (text.length > 253) return `has ${text.length} characters, and 253 are allowed`;
  return text.split(".").every((part) => label.test(part))
    ? undefined
    : "is not lower case letters, digits, dashes and dots with a letter or digit at both ends of each part";
};

/** A segment of a path, as names of RBAC objects are. */
export const pathSegmentProblem: NameCheck = (text) => {
  if (text === "." || text === "..") return "stands for a folder";
  return /[/%]/.test(text) ? "contains / or %" : undefined;
};

/** Name with an optional prefix: keys of labels and annotations, finalizers, extended resources. */
export const qualifiedNameProblem: NameCheck = (text) => {
  const slash = text.indexOf("/");
  const prefix = slash === -1 ? undefined : text.slice(0, slash);
  const name = text.slice(slash + 1);
  if (prefix !== undefined) {
    if (prefix === "") return "has nothing before its slash";
    const problem = dnsSubdomainProblem(prefix);
    if (problem !== undefined) return `has a prefix that ${problem}`;
  }
  if (name.includes("/")) return "has more than one slash";
  if (name === "") return "has no name";
  if (name.length > 63) return `has a name of ${name.length} characters, and 63 are allowed`;
  return /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name)
    ? undefined
    : "is not letters, digits, dashes, underscores and dots with a letter or digit at both ends";
};

/** Value of a label. */
export const labelValueProblem: NameCheck = (text) => {
  if (text.length > 63) return `has ${text.length} characters, and 63 are allowed`;
  return text === "" || /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text)
    ? undefined
    : "is not letters, digits, dashes, underscores and dots with a letter or digit at both ends";
};

/** Name of a port as IANA has it (RFC 6335). */
export const portNameProblem: NameCheck = (text) => {
  if (text.length > 15) return `has ${text.length} characters, and 15 are allowed`;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text)) {
    return "is not lower case letters, digits and dashes with a letter or digit at both ends";
  }
  if (text.includes("--")) return "has two dashes in a row";
  return /[a-z]/.test(text) ? undefined : "has no letter";
};

/** Key of a ConfigMap or Secret. */
export const dataKeyProblem: NameCheck = (text) => {
  if (text === "." || text === ".." || text.startsWith("..")) return "starts like a folder";
  if (text.length > 253) return `has ${text.length} characters, and 253 are allowed`;
  return /^[-._a-zA-Z0-9]+$/.test(text) ? undefined : "is not letters, digits, dashes, underscores and dots";
};

/** What a name might be with the letters that are not allowed replaced. */
export function tidyName(text: string): string | undefined {
  const tidy = text
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  return tidy !== "" && tidy !== text && dnsSubdomainProblem(tidy) === undefined ? tidy : undefined;
}
