import type { Library } from "../story/library.ts";

/** A text file of the library as it stands on the disk. */
export interface LibraryFile {
  file: string;
  text: string;
  /** What is read as YAML: the whole file, its front matter, or nothing. */
  yamlLength: number;
  /** The story it belongs to, where it belongs to one. */
  story?: string;
}

/** Every text file of a library that could be read, in no particular order. */
export function libraryFiles(library: Library): LibraryFile[] {
  const { settings, vocabulary, references, stories, guardrails, collections } = library;
  const yaml = (loaded: { file: string; text?: string } | undefined, story?: string): LibraryFile[] =>
    loaded?.text
      ? [
          {
            file: loaded.file,
            text: loaded.text,
            yamlLength: loaded.text.length,
            ...(story ? { story } : {}),
          },
        ]
      : [];
  return [
    ...[settings, vocabulary, references].flatMap((loaded) => yaml(loaded)),
    ...stories.flatMap(({ id, story, broken, fixed, evidence }) => [
      ...(story
        ? [
            {
              file: story.file,
              text: story.text,
              yamlLength: story.text.length - story.body.length,
              story: id,
            },
          ]
        : []),
      ...yaml(broken, id),
      ...yaml(fixed, id),
      ...evidence.map(({ file, text }) => ({ file, text, yamlLength: 0, story: id })),
    ]),
    ...guardrails.flatMap(({ policy, fail, pass }) => [policy, fail, pass].flatMap((loaded) => yaml(loaded))),
    ...collections.map(({ file, text, body }) => ({ file, text, yamlLength: text.length - body.length })),
  ];
}
