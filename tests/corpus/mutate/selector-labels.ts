import type { Spot } from "./spots.ts";

export function isSelectorLabel({ path, kind }: Spot): boolean {
  return (
    ["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet"].includes(kind) &&
    path.length === 4 &&
    path[1] === "selector" &&
    path[2] === "matchLabels"
  );
}

/** The template's label of the same key, in the same document. */
export function twinOf(spot: Spot, spots: readonly Spot[]): Spot | undefined {
  const from = spots.indexOf(spot);
  const after = spots
    .slice(from)
    .find(
      ({ path }) =>
        path.slice(0, 4).join(".") === "spec.template.metadata.labels" && path.at(-1) === spot.path.at(-1),
    );
  const end = spots.slice(from).find(({ path }) => path.length === 1 && path[0] === "apiVersion");
  if (!after || (end && spots.indexOf(after) > spots.indexOf(end))) return undefined;
  return after;
}
