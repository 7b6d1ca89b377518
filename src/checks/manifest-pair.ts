import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { Library, LoadedText } from "../story/library.ts";
import type { CheckContext, ToldStory } from "./check.ts";
import { isStoryWanted } from "./wanted-story.ts";

/** Both manifests of a story, and the objects in them. */
export interface ManifestPair {
  /** The story, where its front matter can be read. */
  story?: ToldStory;
  brokenFile: LoadedText;
  fixedFile: LoadedText;
  broken: ManifestObject[];
  fixed: ManifestObject[];
}

const cache = new WeakMap<CheckContext, ManifestPair[]>();

/** The manifests of every wanted story that has both, in YAML that can be read, and does not say that it has none. */
export function manifestPairs(library: Library, context: CheckContext): ManifestPair[] {
  const known = cache.get(context);
  if (known) return known;
  const pairs = library.stories.flatMap((folder): ManifestPair[] => {
    if (!isStoryWanted(folder, context.wanted)) return [];
    const { broken, fixed } = folder;
    const story = context.told.find((told) => told.folder === folder);
    const manifests = story?.facts.manifests;
    if ((manifests && "none" in manifests) || !broken?.readable || !fixed?.readable) return [];
    const before = parseManifests(broken.text, { file: broken.file });
    const after = parseManifests(fixed.text, { file: fixed.file });
    if (before.objects.length === 0 || after.objects.length === 0) return [];
    const pair = { brokenFile: broken, fixedFile: fixed, broken: before.objects, fixed: after.objects };
    return [story ? { ...pair, story } : pair];
  });
  cache.set(context, pairs);
  return pairs;
}

/** How an object is named in a proof and in messages: Kind/name. */
export function objectName({ kind, name }: Pick<ManifestObject, "kind" | "name">): string {
  return `${kind}/${name}`;
}
