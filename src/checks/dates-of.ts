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

/** Every date in a story's facts that is one. */
export function datesOf({ facts }: ToldStory): StoryDate[] {
  const dates: StoryDate[] = (["incidentDate", "published", "updated"] as const).flatMap((name) => {
    const date = facts[name];
    return date === undefined ? [] : [{ path: [name], name, date, ofKubernetes: true }];
  });
  if (facts.withdrawn?.on !== undefined)
    dates.push({
      path: ["withdrawn", "on"],
      name: "withdrawn.on",
      date: facts.withdrawn.on,
      ofKubernetes: true,
    });
  facts.corrections?.forEach((correction, index) => {
    if (correction?.on !== undefined)
      dates.push({
        path: ["corrections", index, "on"],
        name: `corrections[${index}].on`,
        date: correction.on,
        ofKubernetes: true,
      });
  });
  facts.sources?.forEach((source, index) => {
    const published = source?.published;
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
