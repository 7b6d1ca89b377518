import { CelError } from "../cel-error.ts";
import { bool, int, opaque, string } from "../cel-types.ts";
import { globalFunction, memberFunction, type Overload } from "../function-library.ts";
import { parseSemver, type Semver } from "../values/semver.ts";

const semver = opaque("kubernetes.Semver");

/** Kubernetes' semantic version library (1.33): https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library */
export const semverFunctions: readonly Overload[] = [
  globalFunction("semver", [string], semver, (text: string) => toSemver(text, false)),
  globalFunction("semver", [string, bool], semver, toSemver),
  globalFunction("isSemver", [string], bool, (text: string) => parseSemver(text, false) !== undefined),
  globalFunction(
    "isSemver",
    [string, bool],
    bool,
    (text: string, normalize: boolean) => parseSemver(text, normalize) !== undefined,
  ),
  memberFunction("major", [semver], int, ({ numbers }: Semver) => numbers[0]),
  memberFunction("minor", [semver], int, ({ numbers }: Semver) => numbers[1]),
  memberFunction("patch", [semver], int, ({ numbers }: Semver) => numbers[2]),
  memberFunction("compareTo", [semver, semver], int, (a: Semver, b: Semver) => BigInt(a.compare(b))),
  memberFunction("isGreaterThan", [semver, semver], bool, (a: Semver, b: Semver) => a.compare(b) > 0),
  memberFunction("isLessThan", [semver, semver], bool, (a: Semver, b: Semver) => a.compare(b) < 0),
];

function toSemver(text: string, normalize: boolean): Semver {
  const version = parseSemver(text, normalize);
  if (version) return version;
  throw new CelError(`"${text}" is not a semantic version`);
}
