import type { FencedBlock } from "../story/prose-types.ts";

/** A fenced block of YAML and how it is to be read. */
export type YamlSnippet =
  | { block: FencedBlock; kind: "whole" }
  /** A part of an object that says where it belongs: Deployment.spec.template.spec */
  | { block: FencedBlock; kind: "excerpt"; fragment: string }
  /** Not marked as an excerpt, and something is left out at `line` of the block (from 0). */
  | { block: FencedBlock; kind: "elided"; line: number; text: string };

/** Kind.path or group/version/Kind.path, as src/kube/validate-fragment.ts reads it. */
const excerpt = /^excerpt=((?:[a-z0-9.-]+\/)*[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+(?:\[\d*\])?)*)$/;
const elision =
  /^\s*(?:-\s+)?(?:#\s*)?(?:\.\.\.|…|\[\.\.\.\]|\[…\]|<\.\.\.>|<snip>)\s*$|:\s+(?:\.\.\.|…|\[\.\.\.\])\s*$/;

/** Whether a block is YAML that Kubernetes would read. */
export function isYaml({ language }: FencedBlock): boolean {
  return /^ya?ml$/i.test(language);
}

/** Whether the words after the language are ones that are read. */
export function markerIsKnown(block: FencedBlock): boolean {
  const marker = block.marker.trim();
  return marker === "" || (isYaml(block) && excerpt.test(marker));
}

/** The YAML blocks of prose, each with how it is to be read; those with an unknown marker are left to that rule. */
export function yamlSnippets(blocks: readonly FencedBlock[]): YamlSnippet[] {
  return blocks
    .filter((block) => isYaml(block) && markerIsKnown(block))
    .map((block): YamlSnippet => {
      const fragment = excerpt.exec(block.marker.trim())?.[1];
      if (fragment !== undefined) return { block, kind: "excerpt", fragment };
      const lines = block.text.split(/\r\n|\n|\r/);
      // A line of three dots alone ends a YAML document; followed by nothing or by a new document it elides nothing.
      const line = lines.findIndex(
        (text, index) => elision.test(text) && !(text.trimEnd() === "..." && endsDocument(lines, index)),
      );
      return line === -1
        ? { block, kind: "whole" }
        : { block, kind: "elided", line, text: (lines[line] ?? "").trim() };
    });
}

function endsDocument(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1).find((text) => text.trim() !== "");
  return next?.startsWith("---") === true;
}
