import type { Cascade } from "../story/schema/cascade.ts";

type Node = Cascade["nodes"][number];

/** A node of a cascade in reading order, with what led to it. */
export interface CascadeStep extends Node {
  /** Place in reading order, from 1. */
  number: number;
  /** What led to it, in reading order, as numbers of earlier or (in a circle) later steps. */
  from: number[];
}

/**
 * Puts a cascade in the order in which it is read: causes before what they caused, otherwise as the author wrote it.
 * Where arrows run in a circle, the node written first opens it.
 */
export function cascadeSteps(cascade: Cascade): CascadeStep[] {
  const waiting = [...cascade.nodes];
  const ordered: Node[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex((node) =>
      cascade.arrows.every(
        (arrow) => arrow.to !== node.id || !waiting.some((other) => other.id === arrow.from),
      ),
    );
    ordered.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  const number = new Map(ordered.map((node, index) => [node.id, index + 1]));
  return ordered.map((node, index) => ({
    ...node,
    number: index + 1,
    from: cascade.arrows
      .filter((arrow) => arrow.to === node.id)
      .flatMap((arrow) => number.get(arrow.from) ?? [])
      .sort((a, b) => a - b),
  }));
}
