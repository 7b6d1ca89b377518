import { type FindingCode, findingCodes } from "../../finding/codes.ts";
import type { Finding, Span } from "../../finding/finding.ts";
import { makeFinding } from "../../finding/make-finding.ts";
import { nearestName } from "../../finding/nearest-name.ts";
import type { Library } from "../../story/library.ts";
import { visibleAddress } from "../../story/visible-address.ts";
import type { Check } from "../check.ts";

/** Pages that stand by themselves; those of stories, terms and so on follow from the library. */
const pages = [
  "",
  "stories",
  "collections",
  "guardrails",
  "checks",
  "references",
  "patterns",
  "search",
  "diagnose",
  "scan",
  "contribute",
];

/** Stories, collections, terms and pages that the library links to exist in it. */
export const check: Check = (library, { told, texts }) => {
  const stories = library.stories.filter(({ template }) => !template).map(({ id }) => id);
  const moved = formerIds(library);
  // Places are looked up only where there is something to say: a document is read again for them.
  const story = (id: string, file: string, at: () => Span): Finding[] => {
    if (stories.includes(id)) return [];
    const now = moved.get(id);
    const near = now ?? nearestName(id, stories);
    return [
      makeFinding({
        code: "link-broken",
        file,
        at: at(),
        message: now
          ? `"${id}" is the id that ${now} had before.`
          : `There is no story "${id}"${near ? `; did you mean "${near}"?` : "."}`,
        fix: near ? `Write ${near}.` : "Name a folder of content/stories, or leave it out.",
      }),
    ];
  };
  const references = library.references;
  return [
    ...told.flatMap(({ facts, document, file }) =>
      (facts.related ?? []).flatMap((id, index) =>
        id === undefined ? [] : story(id, file, () => document.valueAt(["related", index])),
      ),
    ),
    ...library.collections.flatMap(({ facts, document, file }) =>
      facts && document
        ? facts.stories.flatMap((id, index) => story(id, file, () => document.valueAt(["stories", index])))
        : [],
    ),
    ...(references.value?.references ?? []).flatMap(({ story: id }, index) => {
      const { document, file } = references;
      return id !== undefined && document
        ? story(id, file, () => document.valueAt(["references", index, "story"]))
        : [];
    }),
    ...texts.flatMap(({ prose }) =>
      prose.links.flatMap(({ url, kind, at }) => {
        if (
          kind === "image" ||
          /^[a-z][a-z0-9+.-]*:/i.test(visibleAddress(url)) ||
          /^(?:[\\/]{2}|[\\/]?\\)/.test(url)
        )
          return [];
        const problem = brokenPage(
          url,
          library,
          prose.headings.map(({ title }) => title),
        );
        return problem ? [makeFinding({ code: "link-broken", file: prose.file, at, ...problem })] : [];
      }),
    ),
  ];
};

/** What is wrong with an address inside the library. */
function brokenPage(
  url: string,
  library: Library,
  headings: string[],
): { message: string; fix: string } | undefined {
  if (url.startsWith("#")) {
    const slugs = headings.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    );
    if (slugs.includes(url.slice(1))) return undefined;
    return {
      message: `No heading of this page has the address ${url}.`,
      fix: `Use one of: ${slugs.map((slug) => `#${slug}`).join(", ")}.`,
    };
  }
  if (!url.startsWith("/"))
    return {
      message: `The address "${url}" is relative, and pages move.`,
      fix: "Write it from the root: /stories/<id>/.",
    };
  const [area = "", id = ""] = (url.split(/[?#]/)[0] ?? "").slice(1).split("/");
  const known = membersOf(area, library);
  if (!known)
    return pages.includes(area) || /^[\w-]+\.(?:xml|json|txt)$/.test(area)
      ? undefined
      : {
          message: `The library has no page /${area}/.`,
          fix: `Use one of: ${pages
            .filter(Boolean)
            .map((page) => `/${page}/`)
            .join(", ")}.`,
        };
  const name = id.replace(/\.(?:json|md|yaml)$/, "");
  if (name === "" || known.includes(name)) return undefined;
  const near = nearestName(name, known);
  return {
    message: `There is no page /${area}/${name}/${near ? `; did you mean /${area}/${near}/?` : "."}`,
    fix: near ? `Write /${area}/${near}/.` : `Link to a page that exists under /${area}/.`,
  };
}

function membersOf(area: string, library: Library): string[] | undefined {
  const vocabulary = library.vocabulary.value;
  switch (area) {
    case "stories":
      return [
        ...library.stories.filter(({ template }) => !template).map(({ id }) => id),
        ...formerIds(library).keys(),
      ];
    case "collections":
      return library.collections.map(({ id }) => id);
    case "guardrails":
      return library.guardrails.map(({ id }) => id);
    case "checks":
      return Object.keys(findingCodes) satisfies string[] as FindingCode[];
    case "categories":
    case "components":
    case "providers":
      return vocabulary ? Object.keys(vocabulary[area]) : undefined;
    default:
      return undefined;
  }
}

/** Ids that stories had before, each with the id the story has now; pages stand at both. */
function formerIds({ stories }: Library): Map<string, string> {
  return new Map(
    stories.flatMap(({ id, template, story }) =>
      template
        ? []
        : (story?.known.formerIds ?? []).flatMap((former) => (former ? [[former, id] as const] : [])),
    ),
  );
}
