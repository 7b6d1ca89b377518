import type { Check } from "../check.ts";
import { findLeaks, type LeakedText } from "../leaked-text.ts";
import { isPublic4, isPublic6 } from "./public-address.ts";

/** Four numbers with dots that are not a part of more of them, of a version or of a name. */
const four = /(?<![\w.-])(?<!version[ :="]{1,3})\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/gi;
/** The same with dashes, as AWS names the hosts of public addresses. */
const host = /\bec2-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\./g;
const six = /(?<![\w:.])(?:[0-9a-f]{1,4}:{1,2}){2,7}(?:[0-9a-f]{1,4})?(?![\w:])/gi;

/** No file holds a public IP address; the networks for documentation, private ones and public resolvers are let through. */
export const check: Check = (_library, { files }) =>
  findLeaks("leaked-ip-address", files, ({ text }) => [
    ...[...text.matchAll(four)].filter(({ 0: found }) => isPublic4(found)).map(leak),
    ...[...text.matchAll(host)]
      .filter(({ 1: dashed = "" }) => isPublic4(dashed.replaceAll("-", ".")))
      .map(leak),
    ...[...text.matchAll(six)].filter(({ 0: found }) => isPublic6(found)).map(leak),
  ]);

function leak({ index, 0: found }: RegExpExecArray): LeakedText {
  return {
    offset: index,
    length: found.length,
    message: "Here stands a public IP address.",
    fix: found.includes(":")
      ? "Use one of 2001:db8::/32, which is kept for documentation (RFC 3849)."
      : "Use one of 192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24, which are kept for documentation (RFC 5737).",
  };
}
