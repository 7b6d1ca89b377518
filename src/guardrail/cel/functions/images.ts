import { CelError } from "../cel-error.ts";
import { bool, opaque, string } from "../cel-types.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { type ImageReference, parseImage } from "../values/image-reference.ts";

const image = opaque("kubernetes.Image");

/** Kubernetes' image reference library, in its base environment since 1.33. */
export const imageFunctions: readonly Overload[] = [
  globalFunction("image", [string], image, (text: string) => {
    const reference = parseImage(text);
    if (reference) return reference;
    throw new CelError(`could not parse reference: ${text}`);
  }),
  globalFunction("isImage", [string], bool, (text: string) => parseImage(text) !== undefined),
  memberFunction("containsDigest", [image], bool, ({ digest }: ImageReference) => digest !== ""),
  memberFunction("registry", [image], string, ({ registry }: ImageReference) => registry),
  memberFunction("repository", [image], string, ({ repository }: ImageReference) => repository),
  memberFunction("identifier", [image], string, ({ identifier }: ImageReference) => identifier),
  memberFunction("tag", [image], string, ({ tag }: ImageReference) => tag),
  memberFunction("digest", [image], string, ({ digest }: ImageReference) => digest),
];
