import { mkdirSync, writeFileSync } from "node:fs";
import { issueForm } from "../src/story/draft/issue-form.ts";
import { loadLibrary } from "../src/story/load-library.ts";
import { writeYaml } from "../src/yaml/write-yaml.ts";

// Writes the issue form from the answers and the vocabulary. A test fails where it is not what they say.

const { vocabulary } = loadLibrary();
if (!vocabulary.value) throw new Error(`${vocabulary.file} cannot be read.`);
mkdirSync(".github/ISSUE_TEMPLATE", { recursive: true });
writeFileSync(
  ".github/ISSUE_TEMPLATE/story.yml",
  `# Written by "npm run schemas" from src/story/draft and content/vocabulary.yaml.\n${writeYaml(issueForm(vocabulary.value))}`,
);
