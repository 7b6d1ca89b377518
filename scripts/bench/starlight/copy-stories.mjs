import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

// Takes the stories from the built library, where each is there as Markdown, whole: run `npm run build` in the project first.

const built = resolve(process.env.HORROR_DIST ?? "../../../dist", "stories");
const docs = resolve("src/content/docs");
rmSync(docs, { recursive: true, force: true });
mkdirSync(`${docs}/stories`, { recursive: true });
const names = readdirSync(built).filter((name) => name.endsWith(".md"));
for (const name of names) {
  const text = readFileSync(`${built}/${name}`, "utf8");
  const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
  const body = text.replace(/^# .*\n/, "");
  const [description = ""] = body.trim().split("\n");
  writeFileSync(
    `${docs}/stories/${name}`,
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n${body}`,
  );
}
writeFileSync(
  `${docs}/index.md`,
  "---\ntitle: Kubernetes Horror Stories\n---\n\nThe same stories, to be weighed.\n",
);
console.log(`${names.length} stories`);
