import kinds from "./schemas/kinds.json" with { type: "json" };

/** How the API server addresses a kind. */
export interface ResourceType {
  /** Lower case, plural: `networkpolicies`. */
  plural: string;
  /** Whether its objects belong to a namespace. */
  namespaced: boolean;
}

const table: Readonly<Record<string, Readonly<Record<string, string>>>> = kinds;

/** Resource of a kind, or undefined for kinds nobody described. The core group is "". */
export function resourceOf(group: string, version: string, kind: string): ResourceType | undefined {
  const kindsHere = kindsOf(group, version);
  const entry = kindsHere && Object.hasOwn(kindsHere, kind) ? kindsHere[kind] : undefined;
  if (entry === undefined) return undefined;
  const namespaced = !entry.endsWith("!");
  return { plural: namespaced ? entry : entry.slice(0, -1), namespaced };
}

/** Kinds of a group and version with their plurals, or undefined for one nobody described. */
export function kindsOf(group: string, version: string): Readonly<Record<string, string>> | undefined {
  const key = group === "" ? version : `${group}/${version}`;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** All groups with their versions, and the kinds of each. */
export function knownGroupVersions(): { group: string; version: string; kinds: string[] }[] {
  return Object.entries(table).map(([key, entries]) => {
    const slash = key.indexOf("/");
    return {
      group: slash === -1 ? "" : key.slice(0, slash),
      version: key.slice(slash + 1),
      kinds: Object.keys(entries),
    };
  });
}
