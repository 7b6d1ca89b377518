import type { YamlPath } from "../yaml/yaml-types.ts";
import type { ToldStory } from "./check.ts";

/** A date in a story's facts. */
export interface StoryDate {
  path: YamlPath;
  /** How the field is called in messages. */
  name: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  /** Whether it cannot lie before Kubernetes itself. */
  ofKubernetes: boolean;
}

/** Every date in a story's facts. */
export function datesOf({ facts }: ToldStory): StoryDate[] {
  const dates: StoryDate[] = [
    { path: ["incidentDate"], name: "incidentDate", date: facts.incidentDate, ofKubernetes: true },
    { path: ["published"], name: "published", date: facts.published, ofKubernetes: true },
  ];
  if (facts.updated !== undefined)
    dates.push({ path: ["updated"], name: "updated", date: facts.updated, ofKubernetes: true });
  facts.sources.forEach(({ published }, index) => {
    if (published !== undefined)
      dates.push({
        path: ["sources", index, "published"],
        name: `sources[${index}].published`,
        date: published,
        ofKubernetes: false,
      });
  });
  return dates;
}
