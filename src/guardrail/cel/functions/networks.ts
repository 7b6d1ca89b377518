import { CelError } from "../cel-error.ts";
import { bool, int, opaque, string } from "../cel-types.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { Cidr, type IpAddress, parseCidr, parseIp } from "../values/ip-address.ts";

const ip = opaque("net.IP");
const cidr = opaque("net.CIDR");

/** Kubernetes' IP and CIDR libraries: https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library */
export const networkFunctions: readonly Overload[] = [
  globalFunction("ip", [string], ip, toIp),
  globalFunction("isIP", [string], bool, (text: string) => "address" in parseIp(text)),
  globalFunction("ip.isCanonical", [string], bool, (text: string) => toIp(text).toString() === text),
  memberFunction("family", [ip], int, (address: IpAddress) => BigInt(address.family)),
  memberFunction("isUnspecified", [ip], bool, ({ bits }: IpAddress) => bits === 0n),
  memberFunction("isLoopback", [ip], bool, ({ family, bits }: IpAddress) =>
    family === 4 ? bits >> 24n === 127n : bits === 1n,
  ),
  memberFunction("isLinkLocalMulticast", [ip], bool, ({ family, bits }: IpAddress) =>
    family === 4 ? bits >> 8n === 0xe00000n : ((bits >> 112n) & 0xff0fn) === 0xff02n,
  ),
  memberFunction("isLinkLocalUnicast", [ip], bool, isLinkLocal),
  memberFunction("isGlobalUnicast", [ip], bool, isGlobal),
  globalFunction("string", [ip], string, (address: IpAddress) => address.toString()),
  globalFunction("cidr", [string], cidr, toCidr),
  globalFunction("isCIDR", [string], bool, (text: string) => parseCidr(text) !== undefined),
  memberFunction("containsIP", [cidr, string], bool, (net: Cidr, text: string) => net.contains(toIp(text))),
  memberFunction("containsIP", [cidr, ip], bool, (net: Cidr, address: IpAddress) => net.contains(address)),
  memberFunction("containsCIDR", [cidr, string], bool, (net: Cidr, text: string) =>
    covers(net, toCidr(text)),
  ),
  memberFunction("containsCIDR", [cidr, cidr], bool, covers),
  memberFunction("ip", [cidr], ip, (net: Cidr) => net.address),
  memberFunction("masked", [cidr], cidr, (net: Cidr) => net.masked()),
  memberFunction("prefixLength", [cidr], int, (net: Cidr) => BigInt(net.length)),
  globalFunction("string", [cidr], string, (net: Cidr) => net.toString()),
];

function toIp(text: string): IpAddress {
  const parsed = parseIp(text);
  if ("address" in parsed) return parsed.address;
  throw new CelError(parsed.problem);
}

function toCidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed) return parsed;
  throw new CelError(
    `network address parse error during conversion from string: netip.ParsePrefix("${text}"): unable to parse`,
  );
}

// As the API server: the inner address is compared whole, so 10.0.0.0/8 contains 10.0.0.0/24 and not 10.1.0.0/16.
function covers(outer: Cidr, inner: Cidr): boolean {
  return outer.length <= inner.length && outer.masked().equals(new Cidr(inner.address, outer.length));
}

function isLinkLocal({ family, bits }: IpAddress): boolean {
  return family === 4 ? bits >> 16n === 0xa9fen : bits >> 118n === 0x3fan;
}

function isGlobal(address: IpAddress): boolean {
  const { family, bits } = address;
  if (family === 4) {
    const multicast = bits >> 28n === 0xen;
    return bits !== 0n && bits !== 0xffffffffn && bits >> 24n !== 127n && !multicast && !isLinkLocal(address);
  }
  return bits !== 0n && bits !== 1n && bits >> 120n !== 0xffn && !isLinkLocal(address);
}
