import { type CollectionEntry, getCollection, render } from "astro:content";
import type { StoryFolder } from "../story/library.ts";
import { loadHistory } from "../story/load-history.ts";
import { contentFolder } from "../story/load-library.ts";
import type { StoryFacts } from "../story/schema/story.ts";
import {
  library,
  settings,
  storiesInRepository,
  type TermKind,
  type TermView,
  term,
  vocabulary,
} from "./library.ts";
import { neighbours } from "./neighbours.ts";

/** A story as pages show it. */
export interface StoryView {
  id: string;
  /** Path of its page from the root. */
  path: string;
  facts: StoryFacts;
  category: TermView;
  provider: TermView;
  components: TermView[];
  /** Incident date in words: "18 January 2019", "2018". */
  when: string;
  /** Where the source of the page can be edited, once the repository is known. */
  editUrl?: string;
  /** Day of the last change, YYYY-MM-DD, where the history of the repository is whole enough to know. */
  changed?: string;
  folder: StoryFolder;
  entry: CollectionEntry<"stories">;
}

const severities = ["critical", "major", "minor"] as const;

let addressed: Promise<StoryView[]> | undefined;

/**
 * All published stories, those that joined last first, then by incident date and title. Those that were withdrawn are
 * left out: they are found at their address only.
 */
export async function listStories(): Promise<StoryView[]> {
  return (await listAddressedStories()).filter(({ facts }) => facts.status !== "withdrawn");
}

/**
 * All stories that have a page: the published ones and those that were withdrawn, in the same order. Put together once a
 * build and anew for every page in development.
 */
export function listAddressedStories(): Promise<StoryView[]> {
  if (import.meta.env.DEV) return readStories();
  addressed ??= readStories();
  return addressed;
}

/** The stories that were withdrawn. */
export async function listWithdrawnStories(): Promise<StoryView[]> {
  return (await listAddressedStories()).filter(({ facts }) => facts.status === "withdrawn");
}

/** The ids that stories had before, each with the story it leads to. */
export async function listFormerIds(): Promise<{ id: string; story: StoryView }[]> {
  return (await listAddressedStories()).flatMap((story) =>
    (story.facts.formerIds ?? []).map((id) => ({ id, story })),
  );
}

async function readStories(): Promise<StoryView[]> {
  const entries = await getCollection("stories");
  const folders = new Map(library().stories.map((folder) => [folder.id, folder]));
  const history = loadHistory("stories", contentFolder());
  return entries
    .flatMap((entry) => {
      const folder = folders.get(entry.id);
      return folder ? [view(entry, folder, history)] : [];
    })
    .sort(
      (a, b) =>
        compare(b.facts.published, a.facts.published) ||
        compare(b.facts.incidentDate, a.facts.incidentDate) ||
        compare(a.facts.title, b.facts.title),
    );
}

/** The story with an id, withdrawn or not. Throws where there is none. */
export async function getStory(id: string): Promise<StoryView> {
  const found = (await listAddressedStories()).find((story) => story.id === id);
  if (!found) throw new Error(`There is no published story "${id}".`);
  return found;
}

/** The body of a story, ready to render. */
export async function renderStory(story: StoryView) {
  return render(story.entry);
}

/** Stories with the greatest harm first. */
export function bySeverity(stories: readonly StoryView[]): StoryView[] {
  return [...stories].sort(
    (a, b) => severities.indexOf(a.facts.severity) - severities.indexOf(b.facts.severity),
  );
}

/** The words of a kind that stories use, each with its stories, most used first. */
export async function termsWithStories(kind: TermKind): Promise<{ term: TermView; stories: StoryView[] }[]> {
  const stories = await listStories();
  return Object.keys(vocabulary()[kind])
    .map((id) => ({ term: term(kind, id), stories: stories.filter((story) => usesTerm(story, kind, id)) }))
    .filter((entry) => entry.stories.length > 0)
    .sort((a, b) => b.stories.length - a.stories.length || compare(a.term.label, b.term.label));
}

/** The stories before and after one, by pattern. */
export async function neighboursOf(story: StoryView) {
  return neighbours(story, await listStories(), Object.keys(vocabulary().categories));
}

/** Stories that a story names as related and that are published. */
export async function relatedStories(story: StoryView): Promise<StoryView[]> {
  const all = await listStories();
  return story.facts.related.flatMap((id) => all.find((other) => other.id === id) ?? []);
}

/** Whether a story uses a word of the vocabulary. */
export function usesTerm(story: StoryView, kind: TermKind, id: string): boolean {
  if (kind === "categories") return story.facts.category === id;
  if (kind === "providers") return story.facts.provider === id;
  return story.facts.components.includes(id);
}

function view(
  entry: CollectionEntry<"stories">,
  folder: StoryFolder,
  history: ReadonlyMap<string, string> | undefined,
): StoryView {
  const facts: StoryFacts = entry.data;
  const changed = history?.get(`stories/${entry.id}`);
  const { repository, branch } = settings();
  return {
    id: entry.id,
    path: `/stories/${entry.id}/`,
    facts,
    category: term("categories", facts.category),
    provider: term("providers", facts.provider),
    components: facts.components.map((id) => term("components", id)),
    when: dateInWords(facts.incidentDate),
    ...(repository
      ? {
          editUrl: `${repository.replace(/\/$/, "")}/edit/${branch}/${storiesInRepository()}/${entry.id}/story.mdx`,
        }
      : {}),
    ...(changed === undefined ? {} : { changed }),
    folder,
    entry,
  };
}

/** A date as precise as it is known, in words: "2018", "January 2020", "18 January 2019". */
export function dateInWords(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(
    new Date(`${year}-${month}-01T00:00:00Z`),
  );
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
