import type { CodePoints } from "./re2-syntax.ts";

/** `\d` */
export const digit: CodePoints = [[48, 57]];
/** `\w` */
export const word: CodePoints = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
/** `\s`, which has no vertical tab in RE2. */
export const space: CodePoints = [
  [9, 10],
  [12, 13],
  [32, 32],
];
/** The classes written as `[:name:]`. */
export const posix: Readonly<Record<string, CodePoints>> = {
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  alpha: [
    [65, 90],
    [97, 122],
  ],
  ascii: [[0, 127]],
  blank: [
    [9, 9],
    [32, 32],
  ],
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  digit,
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126],
  ],
  space: [
    [9, 13],
    [32, 32],
  ],
  upper: [[65, 90]],
  word,
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102],
  ],
};
