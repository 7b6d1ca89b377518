import { indexFolder } from "../search/fields.ts";
import { keptFolder } from "../search/index-format.ts";

/**
 * Headers a host should send with every answer. Takes the hashes of the scripts that stand in pages. What styles a page may use is
 * left to the policy in the page itself, which knows it exactly and can only make this one narrower.
 */
export function securityHeaders(scriptHashes: readonly string[]): Record<string, string> {
  const policy = [
    `script-src ${["'self'", ...scriptHashes].join(" ")}`,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
}

/** Folders whose files carry a hash of their content in their names, so that they can be kept for ever. */
export const keptForEver = ["_astro", `${indexFolder}/${keptFolder}`] as const;

/** What is sent with them. */
export const forEver = "public, max-age=31536000, immutable";

/** The file `_headers` that Netlify and Cloudflare Pages read, for a site below a base path. */
export function headersFile(base: string, scriptHashes: readonly string[]): string {
  const block = (path: string, headers: Readonly<Record<string, string>>): string =>
    `${base}${path}\n${Object.entries(headers)
      .map(([name, value]) => `  ${name}: ${value}\n`)
      .join("")}`;
  return [
    block("*", securityHeaders(scriptHashes)),
    ...keptForEver.map((folder) => block(`${folder}/*`, { "Cache-Control": forEver })),
  ].join("\n");
}
