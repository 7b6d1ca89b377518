import type { TermKind } from "../../catalog/library.ts";

/** How the pages of a kind of words are titled. */
export interface TermKindWords {
  title: string;
  singular: string;
  standfirst: string;
}

/** Titles of the index of each kind of words. */
export const termKinds: Record<TermKind, TermKindWords> = {
  categories: {
    title: "Categories",
    singular: "Category",
    standfirst: "What kind of failure it was. Each story has one category, the one that fits best.",
  },
  components: {
    title: "Components",
    singular: "Component",
    standfirst: "What was involved, whether or not it was at fault.",
  },
  providers: {
    title: "Providers",
    singular: "Provider",
    standfirst: "Where the cluster ran. A story under a name says nothing against that name.",
  },
};
