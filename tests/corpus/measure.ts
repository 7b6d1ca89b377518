import { loadSchemas } from "../../src/kube/schemas/load-schemas.ts";
import { type ManifestText, validateManifests } from "../../src/kube/validate-manifests.ts";
import { type Mutation, type MutationKind, mutationKinds, mutationsOf } from "./mutate/mutate.ts";
import { seeded } from "./mutate/seeded.ts";

/** What became of the mutations of one kind. */
export interface MutationFigures {
  kind: MutationKind;
  count: number;
  /** How many were refused with an error. */
  refused: number;
  /** How many had a finding on a line that was changed. */
  onTheLine: number;
  /** Some that were missed, or found elsewhere, for people. */
  misses: string[];
}

/**
 * Puts faults into the files of a corpus and counts how many are found, and how many on the line.
 * @param perKind how many of each kind are tried; the same seed picks the same ones
 */
export function measureMutations(
  files: readonly ManifestText[],
  perKind: number,
  seed: number,
): MutationFigures[] {
  const schemas = loadSchemas();
  return mutationKinds.map((kind) => {
    const all = files.flatMap(({ text, origin }) =>
      documentsOf(text).flatMap((part) => mutationsOf(origin.file, part, kind)),
    );
    const figures: MutationFigures = { kind, count: 0, refused: 0, onTheLine: 0, misses: [] };
    for (const mutation of pick(all, perKind, seed)) {
      const { findings } = validateManifests([{ text: mutation.text, origin: { file: mutation.file } }], {
        schemas,
      });
      const errors = findings.filter((one) => one.severity === "error");
      figures.count++;
      if (errors.length > 0) figures.refused++;
      if (errors.some((one) => mutation.lines.includes(one.line))) figures.onTheLine++;
      else figures.misses.push(describe(mutation, errors[0]));
    }
    return figures;
  });
}

/** The documents of a stream, each by itself, so that a mutation is judged alone. */
function documentsOf(text: string): string[] {
  return text.split(/^---.*\r?\n/m).filter((part) => /kind/.test(part));
}

function pick(all: readonly Mutation[], count: number, seed: number): Mutation[] {
  const random = seeded(seed);
  const rest = [...all];
  const picked: Mutation[] = [];
  while (picked.length < count && rest.length > 0) {
    const [one] = rest.splice(Math.floor(random() * rest.length), 1);
    if (one) picked.push(one);
  }
  return picked;
}

function describe(
  { file, what, lines }: Mutation,
  error: { line: number; code: string } | undefined,
): string {
  const where = error
    ? `found on line ${error.line} as ${error.code}, not on ${lines.slice(0, 3).join(", ")}`
    : "not found";
  return `${file}: ${what}: ${where}`;
}
