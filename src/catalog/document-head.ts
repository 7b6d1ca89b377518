import { z } from "zod";
import { webAddress } from "../story/schema/text.ts";

const version = z
  .literal(1)
  .describe("Version of this form; fields may be added within it, none are taken away.");

/** The licence of what a document holds. */
export const licenseSchema = z.strictObject({ name: z.string(), url: webAddress });

/** What every JSON document of the site begins with. */
export const documentHead = { version };

/** What every JSON document about a whole library begins with. */
export const libraryDocumentHead = {
  version,
  name: z.string().describe("Name of the library."),
  url: webAddress.describe("Address of the library."),
  license: licenseSchema.describe("Licence of the stories."),
};
