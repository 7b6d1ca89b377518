import { visibleAddress } from "./visible-address.ts";

const schemes = new Set(["https:", "http:", "mailto:"]);

/**
 * Why an address in prose may not be followed, or nothing where it may: it leads to a web page, a mail address or a page
 * of this library and says so. Browsers drop control characters and white space from an address before they read its
 * scheme (https://url.spec.whatwg.org/#concept-basic-url-parser), so the rule does as well.
 */
export function unsafeAddress(url: string): string | undefined {
  const address = visibleAddress(url);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(address)?.[0].toLowerCase();
  const shown = address.slice(0, 80);
  if (scheme !== undefined && !schemes.has(scheme))
    return `The address ${shown} is a ${scheme} address, not a page.`;
  if (address !== url) return `The address ${shown} holds invisible characters.`;
  if (/^[\\/]{2}|^[\\/]\\|^\\/.test(address)) return `The address ${shown} leaves out whether it is https.`;
  if (scheme !== "https:" && scheme !== "http:") return undefined;
  let target: URL;
  try {
    target = new URL(address);
  } catch {
    return `The address ${shown} cannot be read.`;
  }
  if (target.username !== "" || target.password !== "")
    return `The address ${shown} hides its host, ${target.host}, behind a user name.`;
  return undefined;
}
