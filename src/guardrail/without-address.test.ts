import { expect, test } from "vitest";
import { withoutAddress } from "./without-address.ts";

test.each([
  ["Ask for two. See https://example.com/stories/a/", "Ask for two."],
  ["Ask for two.\nSee https://example.com/stories/a/ \n", "Ask for two."],
  ["Ask for two. https://example.com/stories/a/", "Ask for two."],
  ["Ask for two.", "Ask for two."],
  ["Read https://example.com/b/ first. https://example.com/a/\n", "Read https://example.com/b/ first."],
  ["See https://example.com/a/ first, then ask.", "See https://example.com/a/ first, then ask."],
])("%j", (message, without) => {
  expect(withoutAddress(message)).toBe(without);
});
