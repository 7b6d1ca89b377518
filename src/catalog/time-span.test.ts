import { expect, test } from "vitest";
import { minutesIn, spanInWords } from "./time-span.ts";

test.each([
  ["PT13M", 13, "13 minutes"],
  ["PT4H22M", 262, "4 hours 22 minutes"],
  ["PT1H", 60, "1 hour"],
  ["P2D", 2880, "2 days"],
  ["P1DT1M", 1441, "1 day 1 minute"],
  ["PT0M", 0, "at once"],
])("%s is %i minutes, or %s", (span, minutes, words) => {
  expect(minutesIn(span)).toBe(minutes);
  expect(spanInWords(minutes)).toBe(words);
});
