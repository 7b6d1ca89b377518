import { z } from "zod";

/** One or more sentences of plain text; `code` in backticks is allowed. */
export const prose = (max = 1200) => z.string().trim().min(3).max(max);

/** Something that may not be known: the word `unknown` says so openly. */
export const proseOrUnknown = (max = 400) => z.union([z.literal("unknown"), prose(max)]);

/** An identifier: lower case letters, digits and dashes, as in a folder name. */
export const identifier = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: "An id is lower case letters, digits and single dashes, such as orders-pods-on-one-node.",
  })
  .max(80);

/** The form of a date as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const partialDateForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD. Quote a bare year: "2019". */
export const partialDate = z.string().regex(partialDateForm, {
  error: 'A date is YYYY, YYYY-MM or YYYY-MM-DD; quote a bare year, as in "2019".',
});

/** An https or http address that does not hide its host behind a user name. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: "An address starts with https:// or http://.",
  })
  .refine((address) => !/^https?:[\\/]*[^\\/?#]*@/i.test(address), {
    error: "An address names its host, and no user in front of it.",
  });

/** A length of time in days, hours and minutes, in the form of ISO 8601 (section 4.4.3.2): PT13M, PT4H22M, P2D. */
export const timeSpan = z.string().regex(/^P(?=[\dT])(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/, {
  error: "A length of time is days, hours and minutes as in ISO 8601: PT13M, PT4H22M or P2D.",
});
