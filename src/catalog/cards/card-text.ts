import { settings } from "../library.ts";
import type { StoryView } from "../stories.ts";
import { wrapText } from "../wrap-text.ts";
import { type CardText, titleSetting } from "./card-svg.ts";

const harm = { critical: 3, major: 2, minor: 1 } as const;

/** The card of a story: its title, whose it was and when, and how bad. */
export function storyCard({ facts, when }: StoryView): CardText {
  return {
    lines: titleLines(facts.title),
    remark: `${facts.organization}, ${when}`,
    library: settings().name,
    harm: harm[facts.severity],
  };
}

/** The card of every other page: the library's own. */
export function libraryCard(): CardText {
  const { name, tagline } = settings();
  return { lines: titleLines(tagline), library: name, harm: 0 };
}

function titleLines(title: string): string[] {
  return wrapText(title, titleSetting.width, titleSetting.size, "title");
}
