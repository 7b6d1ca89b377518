/** Whether a text is an IPv4 address as the API server takes it: four numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** Whether a text is an IPv6 address (RFC 4291), without a zone. */
export function isIpv6(text: string): boolean {
  if (!text.includes(":") || !/^[0-9a-fA-F:.]+$/.test(text)) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const all = groups.flat();
  const last = all.at(-1);
  const embedded = last?.includes(".") === true;
  if (embedded && !isIpv4(last ?? "")) return false;
  const plain = embedded ? all.slice(0, -1) : all;
  if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const size = plain.length + (embedded ? 2 : 0);
  return halves.length === 2 ? size < 8 : size === 8;
}

/** Whether a text is an IP address of either family. */
export function isIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** Whether a text is a range of addresses (RFC 4632): `10.0.0.0/8`. */
export function isCidr(text: string): boolean {
  const match = /^(.+)\/(0|[1-9]\d{0,2})$/.exec(text);
  if (!match?.[1] || match[2] === undefined) return false;
  const bits = Number(match[2]);
  return (isIpv4(match[1]) && bits <= 32) || (isIpv6(match[1]) && bits <= 128);
}

/** Whether the IPv4 range `inner` lies inside of `outer` and is smaller; undefined where one of them is not IPv4. */
export function isInside(inner: string, outer: string): boolean | undefined {
  const [innerStart, innerBits] = ipv4Range(inner);
  const [outerStart, outerBits] = ipv4Range(outer);
  if (
    innerStart === undefined ||
    outerStart === undefined ||
    innerBits === undefined ||
    outerBits === undefined
  ) {
    return undefined;
  }
  const block = 2 ** (32 - outerBits);
  return innerBits > outerBits && Math.floor(innerStart / block) === Math.floor(outerStart / block);
}

function ipv4Range(text: string): [number, number] | [undefined, undefined] {
  const [address = "", bits] = text.split("/");
  if (!isIpv4(address) || bits === undefined) return [undefined, undefined];
  const start = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return [start, Number(bits)];
}
