import { type ManifestObject, parseManifests } from "../kube/parse-manifests.ts";
import type { LoadedText } from "../story/library.ts";
import type { CheckContext, ToldStory } from "./check.ts";

/** A story with both manifests, and the objects in them. */
export interface ManifestPair {
  story: ToldStory;
  brokenFile: LoadedText;
  fixedFile: LoadedText;
  broken: ManifestObject[];
  fixed: ManifestObject[];
}

const cache = new WeakMap<CheckContext, ManifestPair[]>();

/** Every story whose two manifests are there and can be read as YAML. */
export function manifestPairs(context: CheckContext): ManifestPair[] {
  const known = cache.get(context);
  if (known) return known;
  const pairs = context.told.flatMap((story): ManifestPair[] => {
    const { broken, fixed } = story.folder;
    if ("none" in story.facts.manifests || !broken?.readable || !fixed?.readable) return [];
    const before = parseManifests(broken.text, { file: broken.file });
    const after = parseManifests(fixed.text, { file: fixed.file });
    if (before.objects.length === 0 || after.objects.length === 0) return [];
    return [{ story, brokenFile: broken, fixedFile: fixed, broken: before.objects, fixed: after.objects }];
  });
  cache.set(context, pairs);
  return pairs;
}

/** How an object is named in a proof and in messages: Kind/name. */
export function objectName({ kind, name }: Pick<ManifestObject, "kind" | "name">): string {
  return `${kind}/${name}`;
}
