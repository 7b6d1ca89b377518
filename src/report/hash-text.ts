/** A short stable name of a text: FNV-1a, 64 bit, in hexadecimal (https://www.rfc-editor.org/rfc/rfc9923). Not for secrets. */
export function hashText(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
