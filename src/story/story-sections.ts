/** A section of a story's prose. */
export interface StorySection {
  title: string;
  required: boolean;
  /** What a writer puts there. */
  holds: string;
}

/** The sections of a story's prose, in their order. Everything else on the page is drawn from the front matter. */
export const storySections: readonly StorySection[] = [
  { title: "What happened", required: true, holds: "the story, told well" },
  {
    title: "Why",
    required: true,
    holds: "the mechanism, explained to an engineer who does not know this corner",
  },
  { title: "The fix", required: true, holds: "what changes from broken to fixed, with <Manifests />" },
  { title: "Keep it from happening", required: true, holds: "prevention in prose, with <Prevention />" },
  { title: "Where accounts differ", required: false, holds: "what published accounts disagree on" },
];
