import type { Finding } from "../finding/finding.ts";
import { makeFinding } from "../finding/make-finding.ts";
import type { CheckedResource } from "../kube/validate-manifests.ts";
import { validateManifests } from "../kube/validate-manifests.ts";
import type { Library, LoadedText } from "../story/library.ts";
import type { CheckContext, ToldStory } from "./check.ts";
import { isStoryWanted } from "./wanted-story.ts";

/** What holding manifests against Kubernetes gives. */
export interface ManifestRun {
  findings: Finding[];
  resources: CheckedResource[];
}

/**
 * Every YAML file of stories and guardrails holds whole objects that Kubernetes accepts. Where a story says that its
 * fault is an invalid field, broken.yaml must yield exactly the findings it names, and those are not reported.
 */
export function checkManifests(library: Library, { schemas, told, wanted }: CheckContext): ManifestRun {
  const run: ManifestRun = { findings: [], resources: [] };
  const validate = (text: LoadedText | undefined, references = true): ManifestRun => {
    if (!text?.readable) return { findings: [], resources: [] };
    const result = validateManifests([{ text: text.text, origin: { file: text.file } }], {
      schemas,
      references,
    });
    return result.resources.length === 0 && result.findings.length === 0
      ? { findings: [noObject(text.file)], resources: [] }
      : result;
  };
  const add = ({ findings, resources }: ManifestRun) => {
    run.findings.push(...findings);
    run.resources.push(...resources);
  };
  for (const folder of library.stories) {
    if (!isStoryWanted(folder, wanted)) continue;
    const story = told.find((candidate) => candidate.folder === folder);
    const expected = expectedFindings(story);
    const broken = validate(folder.broken);
    add({
      findings: broken.findings.filter(({ code }) => expected && !expected.includes(code)),
      resources: broken.resources.map((resource) =>
        resource.status === "invalid" && expected && expected.length > 0
          ? { ...resource, reason: `as its story expects: ${expected.join(", ")}` }
          : resource,
      ),
    });
    if (story && folder.broken?.readable)
      run.findings.push(
        ...(expected ?? []).flatMap((code, index) =>
          broken.findings.some((finding) => finding.code === code)
            ? []
            : [
                makeFinding({
                  code: "expected-finding-missing",
                  file: story.file,
                  at: story.document.valueAt(["manifests", "expectFindings", index]),
                  message: `broken.yaml does not yield the finding "${code}"${yielded(broken.findings)}.`,
                  fix: "Let broken.yaml show the fault, or name the finding it really yields.",
                }),
              ],
        ),
      );
    add(validate(folder.fixed));
  }
  // The cases of a guardrail are no set: each stands alone, and many are one object told differently.
  for (const { policy, fail, pass } of library.guardrails)
    for (const text of [policy, fail, pass])
      if (text && wanted(text.file)) add(validate(text, text === policy));
  return run;
}

/** Codes that broken.yaml must yield; undefined where the story names some that cannot be read. */
function expectedFindings(story: ToldStory | undefined): string[] | undefined {
  const manifests = story?.facts.manifests;
  if (!manifests || !("expectFindings" in manifests)) return [];
  const codes = manifests.expectFindings?.filter((code) => code !== undefined);
  return codes?.length === manifests.expectFindings?.length ? codes : undefined;
}

function noObject(file: string): Finding {
  return makeFinding({
    code: "file-empty",
    file,
    at: { line: 1, column: 1 },
    message: "The file holds comments and no object.",
    fix: "Write the manifest, or remove the file.",
  });
}

function yielded(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))];
  return codes.length === 0 ? "; it yields none" : `; it yields ${codes.join(", ")}`;
}
