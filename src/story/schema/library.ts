import { z } from "zod";
import { prose, webAddress } from "./text.ts";

/** The library's own settings: content/library.yaml. A fork sets its own. */
export const librarySchema = z
  .strictObject({
    name: prose(80).describe("Name of the library, shown in every title."),
    tagline: prose(160).describe("One sentence that says what it is."),
    site: webAddress.describe("Address the site is published at, without a path."),
    base: z
      .string()
      .regex(/^\/((?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/, {
        error: 'A base path starts and ends with a slash, such as "/" or "/stories/".',
      })
      .describe('Path the site is published under: "/" or "/a/b/".'),
    repository: webAddress
      .optional()
      .describe("Address of the repository; edit links appear once it is set."),
    branch: z.string().default("main").describe("Branch that edit links point to."),
    contentPath: z
      .string()
      .regex(/^(?:\.|(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)*)$/, {
        error: 'A folder of the repository without slashes at its ends, such as "content", or ".".',
      })
      .default("content")
      .describe(
        'Where this folder lies in that repository: "content", or "." where the repository holds nothing else.',
      ),
    contentLicense: z
      .strictObject({
        name: prose(80).describe("Name of the licence."),
        url: webAddress.describe("Its text."),
      })
      .describe("Licence of the stories."),
    codeLicense: z
      .strictObject({
        name: prose(80).describe("Name of the licence."),
        url: webAddress.describe("Its text."),
      })
      .describe("Licence of the program."),
    poll: z
      .strictObject({
        mode: z
          .enum(["local", "off"])
          .describe("local: an answer stays in the reader's browser; off: no polls are shown."),
        minimum: z
          .int()
          .min(1)
          .default(20)
          .describe("Number of counted answers below which no percentages are shown."),
      })
      .describe("How polls work."),
    indexable: z
      .boolean()
      .describe("Whether search engines may list the site; false writes noindex and a closing robots.txt."),
  })
  .describe("Settings of the library.");

/** The library's own settings. */
export type LibrarySettings = z.infer<typeof librarySchema>;
