import type { Finding } from "../../finding/finding.ts";
import { LineIndex } from "../../finding/line-index.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { toWriteMark } from "../../story/draft/to-write.ts";
import type { Check } from "../check.ts";

/** A place that a new story marks as still to be written is written before the story joins the library. */
export const check: Check = (library) =>
  library.stories.flatMap(({ story, broken, fixed, evidence }) =>
    [story, broken, fixed, ...evidence].flatMap((file) => (file ? marks(file) : [])),
  );

function marks({ file, text }: { file: string; text: string }): Finding[] {
  const places = [...text.matchAll(new RegExp(`${toWriteMark}[ \\t]*([^\\r\\n]*)`, "g"))];
  if (places.length === 0) return [];
  const lines = new LineIndex(text);
  return places.map((place) => {
    const what = (place[1] ?? "").replace(/["']$/, "").trim();
    const end = place.index + toWriteMark.length;
    const { line: endLine, column: endColumn } = lines.at(end);
    return makeFinding({
      code: "still-to-write",
      file,
      at: { ...lines.at(place.index), endLine, endColumn },
      message: what === "" ? "This is still to be written." : `This is still to be written: ${what}`,
      fix: `Write it and take "${toWriteMark}" away, or leave the field out where a story may do without it.`,
    });
  });
}
