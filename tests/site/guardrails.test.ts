import { describe, expect, test } from "vitest";
import { type CompiledGuardrail, compileGuardrails, judge } from "../../src/checks/compile-guardrails.ts";
import { guardrailsOf } from "../../src/checks/prove-story.ts";
import { ignoreAnnotationPrefix, scanObjects } from "../../src/guardrail/scan-objects.ts";
import { parseManifests } from "../../src/kube/parse-manifests.ts";
import { resourceOf } from "../../src/kube/resource-names.ts";
import { loadLibrary } from "../../src/story/load-library.ts";
import { attributes } from "../helpers/html-attributes.ts";
import { files, pages, read } from "./built-site.ts";

// What the page of a guardrail says is held against the policy that is served beside it, never against the page's own data.

const base = process.env["HORROR_BASE"] ?? "/";
const { stories } = loadLibrary();
const told = stories.flatMap(({ id, template, story }) =>
  story?.facts && !template && story.facts.status === "reviewed" ? [{ id, facts: story.facts }] : [],
);
const ids = [...new Set(told.flatMap(({ facts }) => guardrailsOf(facts)))].sort();

/** A guardrail compiled from the file that the site serves. */
function served(id: string, text = read(`guardrails/${id}.yaml`)): CompiledGuardrail {
  const policy = { file: `${id}.yaml`, text, readable: true };
  const guardrail = compileGuardrails({ guardrails: [{ id, folder: id, policy }] }).get(id);
  if (!guardrail) throw new Error(`guardrails/${id}.yaml holds no policy.`);
  return guardrail;
}

/** Text of a piece of HTML: without elements, characters as they are. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#(?:x27|39);/gi, "'")
    .replaceAll(/&#x3c;/gi, "<")
    .replaceAll(/&#x26;|&#38;|&amp;/gi, "&");
}

/** Texts of the code blocks of a piece of HTML, in their order. */
function blocks(html: string): string[] {
  return [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, inner = ""]) => textOf(inner));
}

/** The example on a page that shows what was refused, or admitted. */
function example(html: string, decision: "refused" | "admitted") {
  const figure = new RegExp(`<figure[^>]*data-example="?${decision}"?[^>]*>([\\s\\S]*?)</figure>`).exec(
    html,
  )?.[1];
  if (figure === undefined) return undefined;
  const caption = /<figcaption[^>]*>([\s\S]*?)<\/figcaption>/.exec(figure)?.[1] ?? "";
  const message = /<pre[^>]*class="?message"?[^>]*>([\s\S]*?)<\/pre>/.exec(figure)?.[1];
  const folded = /<details[^>]*>[\s\S]*<\/details>/.exec(figure)?.[0] ?? "";
  return {
    objects: [...caption.matchAll(/<code[^>]*>([\s\S]*?)<\/code>/g)].map(([, name = ""]) => textOf(name)),
    text: blocks(figure)[0] ?? "",
    message: message === undefined ? undefined : textOf(message),
    rest: blocks(folded)[0] ?? "",
    more: Number(/(\d+) more object/.exec(textOf(folded))?.[1] ?? 0),
  };
}

const objectsOf = (text: string) => parseManifests(text, { file: "shown.yaml" }).objects;
const named = ({ kind, name }: { kind: string; name: string }) => `${kind}/${name}`;

test("every published guardrail has a page beside its file, and no other has", () => {
  expect(ids.length).toBeGreaterThan(20);
  const built = pages().flatMap((page) => /^guardrails\/([^/]+)\/index\.html$/.exec(page)?.[1] ?? []);
  expect(built.sort()).toEqual(ids);
  expect(ids.filter((id) => !files().includes(`guardrails/${id}.yaml`))).toEqual([]);
});

describe.each(ids)("%s", (id) => {
  const html = read(`guardrails/${id}/index.html`);
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  const guardrail = served(id);
  const words = textOf(main).replace(/\s+/g, " ").toLowerCase();

  test("says every message of its policy, and shows the policy as it is served", () => {
    for (const { message } of guardrail.policies.flatMap(({ validations }) => validations)) {
      const clauses = message
        .replace(/\s*(?:See\s+)?https?:\S+\s*$/, "")
        .replace(/\s+/g, " ")
        .split(/(?<=[.:;]) /)
        .map((clause) => clause.replace(/[.:;]$/, "").toLowerCase());
      expect(clauses.filter((clause) => !words.includes(clause))).toEqual([]);
    }
    expect(blocks(main).at(-1)).toBe(read(`guardrails/${id}.yaml`).trimEnd());
  });

  test("leads to its stories and its file", () => {
    const links = attributes(main, "href");
    const mine = told.filter(({ facts }) => guardrailsOf(facts).includes(id));
    expect(mine.length).toBeGreaterThan(0);
    for (const story of mine) expect(links).toContain(`${base}stories/${story.id}/`);
    expect(links).toContain(`${base}guardrails/${id}.yaml`);
    for (const { bindings } of guardrail.policies)
      for (const { name } of bindings)
        expect(words).toContain(`kubectl patch validatingadmissionpolicybinding ${name} `);
  });

  test("the objects it shows as refused are refused, with the message it shows", () => {
    const shown = example(main, "refused");
    const objects = objectsOf(shown?.text ?? "");
    const decisions = objects.map((object) => ({ object, ...judge(guardrail, object, objects) }));
    const denied = decisions.filter(({ decision }) => decision === "deny");
    expect(denied.length).toBeGreaterThan(0);
    expect(shown?.objects).toEqual(denied.map(({ object }) => named(object)));
    for (const { message } of denied.flatMap(({ failures }) => failures))
      expect(shown?.message).toContain(message);
    expect(shown?.message).toContain(`'${guardrail.policies[0]?.name}'`);
    const rest = objectsOf(shown?.rest ?? "");
    const all = [...objects, ...rest];
    expect(rest.filter((object) => judge(guardrail, object, all).decision === "deny").length).toBe(
      shown?.more,
    );
  });

  test("the objects it shows as admitted are admitted, and nothing folded is refused", () => {
    const shown = example(main, "admitted");
    const objects = objectsOf(shown?.text ?? "");
    const admitted = objects.filter((object) => judge(guardrail, object, objects).decision === "admit");
    expect(admitted.length).toBeGreaterThan(0);
    expect(shown?.objects).toEqual(admitted.map(named));
    const all = [...objects, ...objectsOf(shown?.rest ?? "")];
    expect(all.filter((object) => judge(guardrail, object, all).decision === "deny").map(named)).toEqual([]);
  });

  test("what it says of an object that is right as it is holds, for the scan and for a cluster", () => {
    const objects = objectsOf(example(main, "refused")?.text ?? "");
    const key = `${ignoreAnnotationPrefix}${id}`;
    expect(key.split("/")[1]?.length, "a label's name has at most 63 characters").toBeLessThanOrEqual(63);
    const marked = (field: "annotations" | "labels") =>
      objects.map((object) => {
        const metadata = object.value["metadata"] as Record<string, unknown>;
        const own = { ...(metadata[field] as object), [key]: field === "labels" ? "true" : "A reason." };
        return { ...object, value: { ...object.value, metadata: { ...metadata, [field]: own } } };
      });
    const scan = (given: typeof objects) => scanObjects(guardrail.policies, given, { resourceOf });
    expect(scan(objects).length).toBeGreaterThan(0);
    expect(scan(marked("annotations"))).toEqual([]);

    const snippet = blocks(/<div[^>]*data-binding[^>]*>([\s\S]*?)<\/div>/.exec(main)?.[1] ?? "")[0] ?? "";
    const addition = snippet.replace(/^spec:\n/, "");
    const text = read(`guardrails/${id}.yaml`).replace(
      /^(kind: ValidatingAdmissionPolicyBinding\n[\s\S]*?^spec:\n)/gm,
      `$1${addition}\n`,
    );
    const narrowed = served(id, text);
    const refused = (by: CompiledGuardrail, given: typeof objects) =>
      given.filter((object) => judge(by, object, given).decision === "deny").length;
    expect(narrowed.findings).toEqual([]);
    expect(refused(narrowed, objects)).toBe(refused(guardrail, objects));
    expect(refused(narrowed, marked("labels"))).toBe(0);
    expect(refused(guardrail, marked("annotations"))).toBe(refused(guardrail, objects));
  });
});

describe("the list", () => {
  const html = read("guardrails/index.html");

  test("has a row for every guardrail, at the address it had before its page, which leads there", () => {
    const rows = [...html.matchAll(/<li [^>]*?\bid="?([^">\s]+)"?[^>]*>([\s\S]*?)(?=<li|<\/ul)/g)];
    expect(rows.map(([, id]) => id).sort()).toEqual(ids);
    for (const [, id = "", row = ""] of rows) {
      expect(attributes(row, "href")).toEqual([`${base}guardrails/${id}/`]);
      expect(textOf(row)).toContain(id);
      const title = textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(read(`guardrails/${id}/index.html`))?.[1] ?? "");
      expect(textOf(row)).toContain(title);
    }
  });

  test("nothing leads to a row any more where a page is meant", () => {
    const leading = pages().filter((page) => /href="?[^">\s]*\/guardrails\/#/.test(read(page)));
    expect(leading).toEqual([]);
  });
});
