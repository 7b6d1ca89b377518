import { type ResolvedScalar, resolveScalar } from "./resolve-scalar.ts";
import type { YamlFault } from "./yaml-fault.ts";
import type { YamlDialect } from "./yaml-types.ts";

/** Tags of YAML itself that no scalar can have. */
const collections: ReadonlySet<string> = new Set(["map", "omap", "pairs", "seq", "set"]);

const prefix = "tag:yaml.org,2002:";

/**
 * The value of a scalar with an explicit tag (`!!int "12"`). A tag of YAML itself that does not fit is a fault;
 * a tag of somebody else's is ignored by Kubernetes' reader, which takes the value for text, and that is told.
 */
export function taggedScalar(
  tag: string,
  text: string,
  dialect: YamlDialect,
  report: (fault: Pick<YamlFault, "code" | "fix"> & { message: string }) => void,
): ResolvedScalar {
  if (!tag.startsWith(prefix)) {
    report({
      code: "yaml-unknown-tag",
      message: `The tag ${tag} means nothing to Kubernetes; the value is taken for text.`,
      fix: "Take the tag off; manifests are read as plain YAML.",
    });
    return text;
  }
  const name = tag.slice(prefix.length);
  const value = resolveScalar(text, dialect);
  switch (name) {
    case "timestamp":
      return text;
    case "binary": {
      const decoded = decodeBase64(text);
      if (decoded !== undefined) return decoded;
      break;
    }
    case "null":
      if (value === null) return value;
      break;
    case "bool":
      if (typeof value === "boolean") return value;
      break;
    case "int":
      if (typeof value === "bigint") return value;
      break;
    case "float":
      if (typeof value === "bigint") return Number(value);
      if (typeof value === "number") return value;
      break;
    default:
      if (!collections.has(name)) {
        report({
          code: "yaml-unknown-tag",
          message: `There is no tag !!${name}; the value is taken for text.`,
          fix: "Take the tag off; manifests are read as plain YAML.",
        });
        return text;
      }
  }
  report({
    code: "yaml-bad-tag",
    message: `The value "${text}" does not fit its tag !!${name}.`,
    fix: "Take the tag off, or write a value that fits it.",
  });
  return text;
}

function decodeBase64(text: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/\s/g, "")), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
