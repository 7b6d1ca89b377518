import { cascadePicture } from "../../catalog/cascade-picture.ts";
import type { Cascade } from "../../story/schema/cascade.ts";
import { element } from "./preview-elements.ts";

/** Each kind has a shape of its own, as on the story's page. */
const marks: Readonly<Record<Cascade["nodes"][number]["kind"], string>> = {
  trigger: "M0-6 6 0 0 6-6 0z",
  fault: "M-5-5H5V5H-5z",
  amplifier: "M0-6 6 5H-6z",
  symptom: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
  impact: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0",
};

/** The picture of how one thing led to the next, as the story's page draws it. */
export function previewCascade(cascade: Cascade): HTMLElement {
  const { width, height, steps, markX, textX, connections, heads } = cascadePicture(cascade);
  const picture = drawn(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "preview-cascade" },
    [
      drawn("path", { class: "way", d: connections }),
      drawn("path", { d: heads }),
      ...steps.map(({ kind, y, lines }) =>
        drawn("g", { class: kind, transform: `translate(${markX} ${y})` }, [
          drawn("path", { d: marks[kind] }),
          drawn("text", { x: textX - markX, y: 4 }, [
            kind,
            ...lines.map((line, index) =>
              drawn("tspan", { x: textX - markX, dy: index === 0 ? 18 : 19 }, [line]),
            ),
          ]),
        ]),
      ),
    ],
  );
  const title = element("h3", "", "How one thing led to the next");
  title.id = "preview-cascade";
  return element("figure", "cascade", title, picture);
}

function drawn(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly (Node | string)[] = [],
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}
