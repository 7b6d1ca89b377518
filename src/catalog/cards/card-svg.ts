import { escapeXml } from "../xml.ts";

/** What stands on a card. */
export interface CardText {
  /** The title, already broken into lines. */
  lines: readonly string[];
  /** Who and when; left out on the library's own card. */
  remark?: string;
  /** Name of the library. */
  library: string;
  /** How bad it was, from 0 (nothing shown) to 3. */
  harm: 0 | 1 | 2 | 3;
}

/** Width and height of a card in pixels, as previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Size of the title's letters and the width it may take, for breaking it into lines. */
export const titleSetting = { size: 68, width: 920, lineHeight: 80 } as const;

// The night side of src/styles/tokens.css: previews are shown among others, and this library is dark by nature.
const ink = { paper: "#111415", ink: "#e4e6df", quiet: "#a1aaa4", edge: "#6f7b78", accent: "#ff7461" };

/** A card as SVG: the title large, the mark of the library, three houses below in the corner. */
export function cardSvg({ lines, remark, library, harm }: CardText): string {
  const { size, lineHeight } = titleSetting;
  const title = lines
    .map((line, index) => `<text x="80" y="${212 + index * lineHeight}">${escapeXml(line)}</text>`)
    .join("");
  const below = 212 + lines.length * lineHeight - 14;
  const pips = [1, 2, 3]
    .map((pip) =>
      harm === 0
        ? ""
        : `<circle cx="${90 + 30 * (pip - 1)}" cy="${below + 62}" r="8.500" stroke="${ink.accent}" stroke-width="3" fill="${pip <= harm ? ink.accent : "none"}"/>`,
    )
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cardSize.width} ${cardSize.height}" width="${cardSize.width}" height="${cardSize.height}">
<rect width="1200" height="630" fill="${ink.paper}"/>
<g transform="translate(80 70) scale(1.55)" fill="${ink.accent}"><path d="M4 0h6.5a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3zM18.5 0h6a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3zM4 16h6.5a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3z"/><circle cx="18.8" cy="22" r="1.9"/><circle cx="24.6" cy="22" r="1.9"/></g>
<text x="142" y="103" font-family="Literata" font-size="30" fill="${ink.quiet}">${escapeXml(library)}</text>
<g font-family="Literata" font-size="${size}" fill="${ink.ink}" letter-spacing="-0.8">${title}</g>
${pips}${remark === undefined ? "" : `<text x="${harm === 0 ? 80 : 184}" y="${below + 73}" font-family="Literata" font-style="italic" font-size="34" fill="${ink.accent}">${escapeXml(remark)}</text>`}
<g transform="translate(905 410) scale(.72)" fill="none" stroke="${ink.edge}" stroke-width="2">${houses}</g>
</svg>`;
}

const houses = [
  `<path d="M4 250.500h316M20 250V124L61 88l41 36v126M120 250V74l48-48 48 48v176M234 250v-96l35-32 35 32v96M159 250v-22a9 9 0 0 1 18 0v22"/>`,
  windows([37, 67], [142, 176, 210], true),
  windows([133, 159, 185], [94, 126, 158, 190], false),
  windows([246, 273], [172, 206], true),
  `<g fill="${ink.accent}" stroke="none"><circle cx="164.3" cy="137.500" r="2.6"/><circle cx="171.7" cy="137.500" r="2.6"/><path d="M284 34a21 21 0 1 0 18 32a17 17 0 0 1-18-32z"/></g>`,
].join("");

function windows(columns: readonly number[], rows: readonly number[], lit: boolean): string {
  return rows
    .flatMap((y) =>
      columns.map(
        (x) =>
          `<rect x="${x}" y="${y}" width="18" height="22" rx="4"${lit ? ` fill="${ink.ink}" stroke="none"` : ""}/>`,
      ),
    )
    .join("");
}
