import { z } from "zod";
import { storySchema } from "../story/schema/story.ts";
import { webAddress } from "../story/schema/text.ts";
import { documentHead, libraryDocumentHead, licenseSchema } from "./document-head.ts";
import { settings } from "./library.ts";
import { absolute } from "./links.ts";
import { signaturesDocumentSchema } from "./signatures-json.ts";
import { listStories, type StoryView } from "./stories.ts";

const facts = storySchema.shape;

/** Where a story can be read, by form. */
const addresses = {
  id: z.string().describe("Permanent id of the story."),
  url: webAddress.describe("Its page."),
  json: webAddress.describe("Its facts as JSON."),
  markdown: webAddress.describe("The whole story as Markdown."),
};

/** What /stories.json says of one story. */
const summarySchema = z.strictObject({
  ...addresses,
  title: facts.title,
  summary: facts.summary,
  status: facts.status,
  organization: facts.organization,
  incidentDate: facts.incidentDate,
  published: facts.published,
  updated: facts.updated,
  provider: facts.provider,
  kubernetesVersion: facts.kubernetesVersion,
  category: facts.category,
  components: facts.components,
  severity: facts.severity,
  guardrail: z
    .string()
    .optional()
    .describe("Id of the guardrail that would have refused the fault; its page is /guardrails/<id>/."),
});

/** The document /stories.json. */
export const storiesDocumentSchema = z
  .strictObject({
    ...libraryDocumentHead,
    stories: z.array(summarySchema).describe("All published stories, those that joined last first."),
  })
  .describe("The stories of a library.");

/** The document /stories/<id>.json. */
export const storyDocumentSchema = z
  .strictObject({
    ...documentHead,
    ...addresses,
    license: licenseSchema.describe("Licence of the story."),
    files: z
      .strictObject({
        broken: webAddress.describe("The manifests that show the fault."),
        fixed: webAddress.describe("The manifests that repair it."),
      })
      .optional()
      .describe("The checked manifests, where the story has any."),
    facts: storySchema.describe("The facts of the story, as its front matter states them."),
  })
  .describe("One story of a library.");

/** Documents of this site with a published schema, by the name under /schema/. */
export const publishedSchemas = {
  stories: storiesDocumentSchema,
  story: storyDocumentSchema,
  signatures: signaturesDocumentSchema,
};

/** All published stories in short. */
export async function storiesDocument(): Promise<z.infer<typeof storiesDocumentSchema>> {
  const { name, contentLicense } = settings();
  const stories = (await listStories()).map((story) => {
    const { title, summary, status, organization, incidentDate, published, updated } = story.facts;
    const { provider, kubernetesVersion, category, components, severity, guardrail } = story.facts;
    return {
      ...addressesOf(story),
      title,
      summary,
      status,
      organization,
      incidentDate,
      published,
      ...(updated === undefined ? {} : { updated }),
      provider,
      kubernetesVersion,
      category,
      components,
      severity,
      ...(typeof guardrail === "string" ? { guardrail } : {}),
    };
  });
  return { version: 1, name, url: absolute("/"), license: contentLicense, stories };
}

/** One story with all of its facts. */
export function storyDocument(story: StoryView): z.infer<typeof storyDocumentSchema> {
  const { broken, fixed } = story.folder;
  return {
    version: 1,
    ...addressesOf(story),
    license: settings().contentLicense,
    ...(broken && fixed
      ? {
          files: { broken: absolute(`${story.path}broken.yaml`), fixed: absolute(`${story.path}fixed.yaml`) },
        }
      : {}),
    facts: story.facts,
  };
}

function addressesOf(story: StoryView) {
  return {
    id: story.id,
    url: absolute(story.path),
    json: absolute(`/stories/${story.id}.json`),
    markdown: absolute(`/stories/${story.id}.md`),
  };
}
