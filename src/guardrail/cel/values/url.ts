import { CelOpaque } from "../cel-value.ts";

/** A URL in the parts Go's net/url gives. */
export class Url extends CelOpaque {
  override readonly typeName = "kubernetes.URL";
  readonly source: string;
  readonly scheme: string;
  /** Host with port, IPv6 addresses in brackets. */
  readonly host: string;
  /** As written, unless it has characters a path must escape. */
  readonly path: string;
  readonly query: string;

  constructor(parts: { source: string; scheme: string; host: string; path: string; query: string }) {
    super();
    this.source = parts.source;
    this.scheme = parts.scheme;
    this.host = parts.host;
    this.path = parts.path;
    this.query = parts.query;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof Url && other.source === this.source;
  }

  get hostname(): string {
    const bracketed = /^\[(.*)\]/.exec(this.host);
    return bracketed?.[1] ?? this.host.replace(/:\d*$/, "");
  }

  get port(): string {
    return /:(\d*)$/.exec(this.host.replace(/^\[.*\]/, ""))?.[1] ?? "";
  }

  /** The path with what a path must not hold percent-encoded. */
  get escapedPath(): string {
    return this.path.replace(/[^\w\-.~!$&'()*+,;=:@/%[\]]/gu, (character) => encodeURIComponent(character));
  }

  /** Query parameters, unescaped; a repeated key has several values. */
  get queryParameters(): Map<string, string[]> {
    const parameters = new Map<string, string[]>();
    for (const pair of this.query.split("&")) {
      // Go drops what it cannot read.
      if (pair === "" || pair.includes(";")) continue;
      const [key, value] = [
        pair.split("=", 1)[0] ?? "",
        pair.slice((pair.split("=", 1)[0] ?? "").length + 1),
      ];
      const name = unescaped(key);
      const text = unescaped(value);
      if (name === undefined || text === undefined) continue;
      parameters.set(name, [...(parameters.get(name) ?? []), text]);
    }
    return parameters;
  }
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

const validHost = /^(?:[\w\-.~!$&'()*+,;=:%"<>\u0080-\u{10ffff}]|%[0-9A-Fa-f]{2})*$/u;

/**
 * Reads an absolute URI or an absolute path as Go's url.ParseRequestURI and url.Parse do together.
 * Gives what is wrong in Go's words where it is neither.
 */
export function parseUrl(text: string): { url: Url } | { problem: string } {
  const problem = (reason: string) => ({ problem: `parse ${JSON.stringify(text)}: ${reason}` });
  if (text === "") return problem("empty url");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text)) return problem("net/url: invalid control character in URL");
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  if (scheme === undefined && /^[^/?#]*:/.test(text)) {
    return problem(
      text.startsWith(":") ? "missing protocol scheme" : "first path segment in URL cannot contain colon",
    );
  }
  let rest = scheme === undefined ? text : text.slice(scheme.length + 1);
  if (!rest.startsWith("/")) {
    // An opaque URI such as mailto:a@b is absolute too.
    if (scheme === undefined) return problem("invalid URI for request");
    return { url: new Url({ source: text, scheme: scheme.toLowerCase(), host: "", path: "", query: "" }) };
  }
  rest = rest.replace(/#.*$/s, "");
  const query = /\?(.*)$/s.exec(rest)?.[1] ?? "";
  rest = rest.replace(/\?.*$/s, "");
  let host = "";
  if ((scheme !== undefined || !rest.startsWith("///")) && rest.startsWith("//")) {
    const authority = /^\/\/([^/]*)/.exec(rest)?.[1] ?? "";
    rest = rest.slice(authority.length + 2);
    host = authority.slice(authority.lastIndexOf("@") + 1);
    const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
    if (!/^[\w\-.~!$&'()*+,;=:%@]*$/.test(user)) return problem("net/url: invalid userinfo");
    const wrong = hostProblem(host);
    if (wrong !== undefined) return problem(wrong);
  }
  const badEscape = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(rest)?.[0];
  if (badEscape !== undefined) return problem(`invalid URL escape ${JSON.stringify(badEscape)}`);
  return { url: new Url({ source: text, scheme: (scheme ?? "").toLowerCase(), host, path: rest, query }) };
}

function hostProblem(host: string): string | undefined {
  if (host.startsWith("[")) {
    const close = host.lastIndexOf("]");
    if (close === -1) return "missing ']' in host";
    return /^(?::\d*)?$/.test(host.slice(close + 1))
      ? undefined
      : `invalid port ${JSON.stringify(host.slice(close + 1))} after host`;
  }
  const port = /:.*$/s.exec(host)?.[0] ?? "";
  if (!/^(?::\d*)?$/.test(port))
    return `invalid port ${JSON.stringify(port.slice(port.lastIndexOf(":")))} after host`;
  return validHost.test(host) ? undefined : `invalid character ${JSON.stringify(host)} in host name`;
}
