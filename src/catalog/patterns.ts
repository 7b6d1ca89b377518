import { listGuardrails } from "./guardrails.ts";
import { href } from "./links.ts";
import { listStories, type StoryView, termsWithStories } from "./stories.ts";
import { minutesIn } from "./time-span.ts";
import { changeLabels, detectorLabels } from "./words.ts";

/** One bar: what it counts, which stories those are, and the page that shows them. */
export interface PatternBar {
  label: string;
  stories: StoryView[];
  /** Address of the page with these stories. */
  address: string;
}

/** Stories counted by one of their facts, longest bar first; what is not known stands last. */
export interface PatternCount {
  id: string;
  /** The question it answers, as a heading. */
  title: string;
  /** Head of the first column. */
  unit: string;
  /** What to know before reading anything into it. */
  note: string;
  /** Every value with its stories, for the table. */
  bars: PatternBar[];
  /** Those that are drawn, where drawing all would show nothing. */
  drawn: PatternBar[];
}

/** A story whose times are known, in minutes from the first effect. */
export interface PatternTimes {
  story: StoryView;
  toDetect?: number;
  toResolve?: number;
}

/** The components shown; the rest are named only once or twice. */
const mostComponents = 14;

/** What the published stories have in common, counted from their front matter. */
export async function countPatterns(): Promise<PatternCount[]> {
  const stories = await listStories();
  const terms = async (kind: "categories" | "components") =>
    (await termsWithStories(kind)).map(({ term, stories: using }) => ({
      label: term.label,
      stories: using,
      address: href(term.path),
    }));
  const components = await terms("components");
  return [
    {
      id: "category",
      title: "What kind of failure it was",
      unit: "Category",
      note: "Each story has one category: the one that fits best.",
      ...all(await terms("categories")),
    },
    {
      id: "component",
      title: "What was involved",
      unit: "Component",
      note: `Each story names up to eight components; these are the ${Math.min(mostComponents, components.length)} named most, of ${components.length}.`,
      ...all(components.slice(0, mostComponents)),
    },
    {
      id: "noticed",
      title: "Who noticed first",
      unit: "Noticed by",
      note: "As the report says it. Those who write reports like to mention their alerts.",
      ...all(byLabel(stories, "noticed", detectorLabels, (story) => story.facts.detection.by)),
    },
    {
      id: "change",
      title: "What set it off",
      unit: "Set off by",
      note: "The last thing that changed before the failure began, not its cause.",
      ...all(byLabel(stories, "change", changeLabels, (story) => story.facts.change)),
    },
    await guardrailPattern(stories),
  ];
}

/** Stories with a known time to detection or to the end, shortest to the end first. */
export async function knownTimes(): Promise<PatternTimes[]> {
  const stories = await listStories();
  return stories
    .flatMap((story) => {
      const { toDetect, toResolve } = story.facts.times ?? {};
      if (toDetect === undefined && toResolve === undefined) return [];
      return {
        story,
        ...(toDetect === undefined ? {} : { toDetect: minutesIn(toDetect) }),
        ...(toResolve === undefined ? {} : { toResolve: minutesIn(toResolve) }),
      };
    })
    .sort((a, b) => (a.toResolve ?? a.toDetect ?? 0) - (b.toResolve ?? b.toDetect ?? 0));
}

/** Where the page of patterns lists the stories that no guardrail catches. */
export const uncaughtPlace = "no-guardrail";

async function guardrailPattern(stories: readonly StoryView[]): Promise<PatternCount> {
  const caught = (await listGuardrails())
    .map((guardrail) => ({
      label: guardrail.id,
      stories: guardrail.stories,
      address: href(guardrail.path),
    }))
    .sort((a, b) => b.stories.length - a.stories.length);
  const none = stories.filter(({ facts }) => typeof facts.guardrail !== "string");
  const uncaught =
    none.length > 0 ? [{ label: "no manifest shows it", stories: none, address: `#${uncaughtPlace}` }] : [];
  const several = caught.filter((bar) => bar.stories.length > 1);
  const single = caught.length - several.length;
  return {
    id: "guardrail",
    title: "What would have stopped it",
    unit: "Guardrail",
    note: `Each guardrail refuses the fault of its stories and admits their fix; the build proves it. ${several.length > 0 && single > 0 ? `Drawn are those that catch more than one story; ${single} more catch one each.` : ""}`,
    bars: [...caught, ...uncaught],
    drawn: [...(several.length > 0 ? several : caught), ...uncaught],
  };
}

function all(bars: PatternBar[]): Pick<PatternCount, "bars" | "drawn"> {
  return { bars, drawn: bars };
}

function byLabel<Value extends string>(
  stories: readonly StoryView[],
  facet: "noticed" | "change",
  labels: Record<Value, string>,
  facetOf: (story: StoryView) => Value,
): PatternBar[] {
  const bars = (Object.keys(labels) as Value[]).map((value) => ({
    value,
    label: labels[value],
    stories: stories.filter((story) => facetOf(story) === value),
    address: `${href("/stories/")}?${facet}=${value}`,
  }));
  return bars
    .filter((bar) => bar.stories.length > 0)
    .sort(
      (a, b) =>
        Number(a.value === "unknown") - Number(b.value === "unknown") || b.stories.length - a.stories.length,
    );
}
