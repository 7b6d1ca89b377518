import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const encode = (text: string) => new TextEncoder().encode(text);

test("text is text, without its byte order mark", () => {
  expect(decodeText(encode("\ufeffa: ü\n"), "a.yaml")).toEqual({ text: "a: ü\n", findings: [] });
});

test.each<[string, Uint8Array, string]>([
  ["nothing", new Uint8Array(), "1:1 file-empty"],
  ["UTF-16, little endian", new Uint8Array([0xff, 0xfe, 0x61, 0]), "1:1 file-not-utf8"],
  ["UTF-16, big endian", new Uint8Array([0xfe, 0xff, 0, 0x61]), "1:1 file-not-utf8"],
  ["NUL", new Uint8Array([0x61, 0, 0x62]), "1:1 file-binary"],
  ["Latin-1", new Uint8Array([...encode("a: 1\nb: "), 0xfc, 0x0a]), "2:4 file-not-utf8"],
  ["a character cut in half", new Uint8Array([...encode("a\nb"), 0xc3]), "2:2 file-not-utf8"],
])("%s is a finding", (_, bytes, expected) => {
  const { text, findings } = decodeText(bytes, "a.yaml");
  expect(text).toBeUndefined();
  expect(findings.map((one) => `${one.line}:${one.column} ${one.code}`)).toEqual([expected]);
});
