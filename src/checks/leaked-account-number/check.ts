import type { Check } from "../check.ts";
import { findLeaks } from "../leaked-text.ts";

/** Numbers of accounts at the large clouds, where the text around them says what they are. */
const shapes: { what: string; pattern: RegExp }[] = [
  { what: "an AWS account", pattern: /\barn:aws[a-z-]{0,20}:[a-z0-9-]{1,40}:[a-z0-9-]{0,30}:(\d{12}):/g },
  { what: "an AWS account", pattern: /\b(\d{12})\.dkr\.ecr\./g },
  {
    what: "an AWS account",
    pattern: /\b(?:aws[ _-]?)?account(?:[ _-]?(?:id|number))?["']?[ :=]{1,4}["']?(\d{12})\b/gi,
  },
  {
    what: "an Azure subscription",
    pattern: /\/subscriptions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi,
  },
  {
    what: "an Azure tenant or subscription",
    pattern:
      /\b(?:tenant|subscription|client)[ _-]?id["']?[ :=]{1,4}["']?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/gi,
  },
  { what: "a Google Cloud project", pattern: /\bprojects\/(\d{9,13})\b/g },
  { what: "a Google Cloud billing account", pattern: /\b([0-9A-F]{6}(?:-[0-9A-F]{6}){2})\b/g },
];

/**
 * Accounts that publish what everybody uses, the add-on images of EKS
 * (https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html) and Amazon's machine images, and the numbers
 * AWS' documentation uses as examples.
 */
const known = new Set([
  "123456789012",
  "111122223333",
  "444455556666",
  "777788889999",
  "210987654321",
  "012345678901",
  "602401143452",
  "800184023465",
  "877085696533",
  "900612956339",
  "961992271922",
  "918309763551",
  "013241004608",
  "151742754352",
  "590381155156",
  "558608220178",
  "759879836304",
  "900889452093",
  "296578399912",
  "491585149902",
  "066635153087",
  "455263428931",
  "099720109477",
  "137112412989",
]);

/** No file holds the number of a cloud account. */
export const check: Check = (_library, { files }) =>
  findLeaks("leaked-account-number", files, ({ text }) => {
    const seen = new Set<number>();
    return shapes.flatMap(({ what, pattern }) =>
      [...text.matchAll(pattern)].flatMap(({ index, 0: whole, 1: number = "" }) => {
        const offset = index + whole.lastIndexOf(number);
        if (known.has(number) || isFiller(number) || seen.has(offset)) return [];
        seen.add(offset);
        return [
          {
            offset,
            length: number.length,
            message: `Here stands the number of ${what}.`,
            fix:
              number.length === 12
                ? "Write 111122223333, as AWS' own documentation does."
                : "Write zeros in its place.",
          },
        ];
      }),
    );
  });

/** One or two digits over and over, or the digits in their order. */
function isFiller(number: string): boolean {
  const digits = number.replaceAll("-", "");
  return new Set(digits).size <= 2 || "01234567890123456789".includes(digits) || /^(.{4,8})\1+$/.test(digits);
}
