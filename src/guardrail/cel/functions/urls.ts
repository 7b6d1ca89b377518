import { CelError } from "../cel-error.ts";
import { bool, listOf, mapOf, opaque, string } from "../cel-types.ts";
import { CelMap } from "../cel-value.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { parseUrl, type Url } from "../values/url.ts";

const url = opaque("kubernetes.URL");

/** Kubernetes' URL library: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library */
export const urlFunctions: readonly Overload[] = [
  globalFunction("url", [string], url, (text: string) => {
    const parsed = parseUrl(text);
    if ("url" in parsed) return parsed.url;
    throw new CelError(`URL parse error during conversion from string: ${parsed.problem}`);
  }),
  globalFunction("isURL", [string], bool, (text: string) => "url" in parseUrl(text)),
  memberFunction("getScheme", [url], string, (value: Url) => value.scheme),
  memberFunction("getHost", [url], string, (value: Url) => value.host),
  memberFunction("getHostname", [url], string, (value: Url) => value.hostname),
  memberFunction("getPort", [url], string, (value: Url) => value.port),
  memberFunction("getEscapedPath", [url], string, (value: Url) => value.escapedPath),
  memberFunction("getQuery", [url], mapOf(string, listOf(string)), (value: Url) => {
    const map = new CelMap();
    for (const [key, values] of value.queryParameters) map.insert(key, values);
    return map;
  }),
];
