/** An address without control characters, white space and characters of no width, as a browser reads its scheme. */
export function visibleAddress(url: string): string {
  return url.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "");
}
