import type { Finding } from "../finding/finding.ts";
import { escapeXml } from "./xml.ts";

// Colours of the browser's own forms, so that the panel is not taken for a part of the page. No policy holds in
// development, so the style stands here and nothing of the panel is in the site's style sheets.
const style = `
#findings { background: Canvas; border: 2px solid; border-radius: 6px; bottom: 12px; color: CanvasText; color-scheme: light dark;
  font: 14px/1.45 system-ui, sans-serif; max-height: 45vh; max-width: min(46rem, calc(100vw - 24px)); overflow: auto; padding: 8px 14px;
  position: fixed; right: 12px; z-index: 1000; }
#findings.alone { margin: 2rem auto; max-height: none; position: static; }
#findings summary { cursor: pointer; font-weight: 600; }
#findings ol { list-style: none; margin: 0; padding: 0; }
#findings li { border-top: 1px solid GrayText; margin-top: 8px; padding-top: 8px; }
#findings li :is(p, code) { margin: 0; overflow-wrap: anywhere; }
#findings a { color: LinkText; }
`;

/**
 * Findings of a story as they are shown on its page while it is written: the text of the command line, with a link to the
 * page of each code. `base` is the path of the site, with a slash at its end; `alone` where there is no page around it.
 */
export function findingsPanel(findings: readonly Finding[], base: string, alone = false): string {
  const count = findings.length;
  const title = count === 0 ? "No findings" : count === 1 ? "1 finding" : `${count} findings`;
  return [
    `<style>${style}</style>`,
    `<details id="findings" role="region" aria-label="Findings"${alone ? ' class="alone"' : ""}${count > 0 ? " open" : ""}>`,
    `<summary>${title}</summary>`,
    count > 0 ? `<ol>${findings.map((finding) => item(finding, base)).join("")}</ol>` : "",
    "</details>",
  ].join("\n");
}

/** A whole page for a story that cannot be shown yet; it loads again once a file of the story is saved. */
export function findingsPage(id: string, findings: readonly Finding[], base: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(id)} cannot be shown yet</title>`,
    `<script type="module" src="${base}@vite/client"></script></head><body><main>`,
    `<h1>${escapeXml(id)} cannot be shown yet</h1>`,
    "<p>It is shown here once these findings are mended; the page follows what you save.</p>",
    findingsPanel(findings, base, true),
    "</main></body></html>",
  ].join("\n");
}

function item({ file, line, column, severity, code, message, fix }: Finding, base: string): string {
  const place = escapeXml(`${file}:${line}:${column}`);
  const page = `<a href="${base}checks/${code}/">${code}</a>`;
  return `<li><p><code>${place}</code> ${severity} ${page}</p><p>${escapeXml(message)}</p><p>${escapeXml(fix)}</p></li>`;
}
