import { CelOpaque } from "../cel-value.ts";

/** An IPv4 or IPv6 address: its bits as one number. */
export class IpAddress extends CelOpaque {
  override readonly typeName = "net.IP";
  readonly family: 4 | 6;
  readonly bits: bigint;

  constructor(family: 4 | 6, bits: bigint) {
    super();
    this.family = family;
    this.bits = bits;
  }

  /** Number of bits of an address of this family. */
  get width(): number {
    return this.family === 4 ? 32 : 128;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof IpAddress && other.family === this.family && other.bits === this.bits;
  }

  /** Whether the first bits are those of another address of the same family. */
  sharesPrefix(other: IpAddress, length: number): boolean {
    const rest = BigInt(this.width - length);
    return this.family === other.family && this.bits >> rest === other.bits >> rest;
  }

  /** The canonical text (RFC 5952 for IPv6). */
  override toString(): string {
    if (this.family === 4) {
      return [24n, 16n, 8n, 0n].map((shift) => (this.bits >> shift) & 255n).join(".");
    }
    const groups = Array.from({ length: 8 }, (_, i) => Number((this.bits >> BigInt(112 - 16 * i)) & 0xffffn));
    const zeros = longestZeros(groups);
    const hex = groups.map((group) => group.toString(16));
    if (zeros.length < 2) return hex.join(":");
    return `${hex.slice(0, zeros.start).join(":")}::${hex.slice(zeros.start + zeros.length).join(":")}`;
  }
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let i = 0; i < groups.length; i++) {
    let length = 0;
    while (groups[i + length] === 0) length++;
    if (length > best.length) best = { start: i, length };
    i += length;
  }
  return best;
}

/** Why a text is no address Kubernetes takes, or the address. */
export type ParsedIp = { address: IpAddress } | { problem: string };

/** Reads an address as Go's netip.ParseAddr, without zones and IPv4-mapped IPv6 addresses, which Kubernetes refuses. */
export function parseIp(text: string): ParsedIp {
  const parts = text.split("%");
  const address = parseIpv4(parts[0] ?? "") ?? parseIpv6(parts[0] ?? "");
  if (!address || (parts.length > 1 && (address.family === 4 || parts.slice(1).join("%") === ""))) {
    return {
      problem: `IP Address "${text}" parse error during conversion from string: ParseAddr("${text}"): unable to parse IP`,
    };
  }
  if (parts.length > 1) return { problem: `IP address "${text}" with zone value is not allowed` };
  if (isMapped(address)) return { problem: `IPv4-mapped IPv6 address "${text}" is not allowed` };
  return { address };
}

function isMapped({ family, bits }: IpAddress): boolean {
  return family === 6 && bits >> 32n === 0xffffn;
}

function parseIpv4(text: string): IpAddress | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  let bits = 0n;
  for (const octet of match.slice(1)) {
    if (Number(octet) > 255 || (octet.length > 1 && octet.startsWith("0"))) return undefined;
    bits = (bits << 8n) | BigInt(octet);
  }
  return new IpAddress(4, bits);
}

function parseIpv6(text: string): IpAddress | undefined {
  let source = text;
  const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
  if (dotted) {
    const tail = parseIpv4(dotted[2] ?? "");
    if (!tail) return undefined;
    source = `${dotted[1]}${(tail.bits >> 16n).toString(16)}:${(tail.bits & 0xffffn).toString(16)}`;
  }
  const halves = source.split("::");
  if (halves.length > 2) return undefined;
  const [front = [], back = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...front, ...Array.from({ length: missing }, () => "0"), ...back];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return new IpAddress(
    6,
    groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n),
  );
}

/** A network: an address and how many of its bits are the prefix. */
export class Cidr extends CelOpaque {
  override readonly typeName = "net.CIDR";
  readonly address: IpAddress;
  readonly length: number;

  constructor(address: IpAddress, length: number) {
    super();
    this.address = address;
    this.length = length;
  }

  override equals(other: CelOpaque): boolean {
    return other instanceof Cidr && other.length === this.length && other.address.equals(this.address);
  }

  contains(address: IpAddress): boolean {
    return this.address.sharesPrefix(address, this.length);
  }

  /** The network with all bits after the prefix zero. */
  masked(): Cidr {
    const rest = BigInt(this.address.width - this.length);
    return new Cidr(new IpAddress(this.address.family, (this.address.bits >> rest) << rest), this.length);
  }

  override toString(): string {
    return `${this.address}/${this.length}`;
  }
}

/** Reads a network as Go's netip.ParsePrefix; bits after the prefix may be set. Undefined where it is none. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const parsed = match ? parseIp(match[1] ?? "") : undefined;
  if (!match || !parsed || !("address" in parsed)) return undefined;
  const length = Number(match[2]);
  return length <= parsed.address.width ? new Cidr(parsed.address, length) : undefined;
}
