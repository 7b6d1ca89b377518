/** Networks nobody owns or everybody may name: https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const special4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // What every cluster of a cloud talks to: Google's private API hosts and health checks, Azure's platform address.
  ["199.36.153.0", 24],
  ["34.126.0.0", 18],
  ["35.191.0.0", 16],
  ["130.211.0.0", 22],
  ["168.63.129.16", 32],
];

/** Public resolvers, and addresses that people write to mean "any". */
const known = new Set([
  "1.0.0.1",
  "1.1.1.1",
  "1.2.3.4",
  "2.2.2.2",
  "3.3.3.3",
  "4.2.2.2",
  "4.3.2.1",
  "4.4.4.4",
  "5.6.7.8",
  "8.8.4.4",
  "8.8.8.8",
  "9.9.9.9",
  "149.112.112.112",
  "208.67.220.220",
  "208.67.222.222",
  "2001:4860:4860::8844",
  "2001:4860:4860::8888",
  "2606:4700:4700::1001",
  "2606:4700:4700::1111",
  "2620:fe::9",
  "2620:fe::fe",
]);

/** Whether four numbers with dots are an address that belongs to somebody. */
export function isPublic4(address: string): boolean {
  const octets = address.split(".").map(Number);
  if (octets.length !== 4 || octets.some((octet) => octet > 255) || known.has(address)) return false;
  const value = number4(address);
  return !special4.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(value / size) === Math.floor(number4(network) / size);
  });
}

function number4(address: string): number {
  return address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

/**
 * Whether a text is a global unicast IPv6 address (2000::/3, RFC 4291) that belongs to somebody: not one for
 * documentation (RFC 3849, RFC 9637) and not the start of a network.
 */
export function isPublic6(address: string): boolean {
  const lower = address.toLowerCase();
  const groups = groups6(lower);
  if (groups === undefined || known.has(lower)) return false;
  const [first = 0, second = 0] = groups;
  if (first < 0x2000 || first > 0x3fff) return false;
  return !(first === 0x2001 && second === 0xdb8) && !(first === 0x3fff && second < 0x1000);
}

function groups6(address: string): number[] | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const parts = halves.map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], tail] = parts;
  const all = [...head, ...(tail ?? [])];
  if (all.some((group) => !/^[0-9a-f]{1,4}$/.test(group))) return undefined;
  if (tail === undefined ? all.length !== 8 : all.length > 7) return undefined;
  const middle = new Array<string>(8 - all.length).fill("0");
  return [...head, ...(tail === undefined ? [] : middle), ...(tail ?? [])].map((group) =>
    Number.parseInt(group, 16),
  );
}
