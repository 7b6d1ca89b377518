import type { Cascade } from "../story/schema/cascade.ts";
import { type CascadeStep, cascadeSteps } from "./cascade-steps.ts";
import { wrapText } from "./wrap-text.ts";

/** A step of a cascade with its place in the picture. */
export interface DrawnStep extends CascadeStep {
  /** Height of the middle of its mark. */
  y: number;
  /** Its text, line by line. */
  lines: string[];
}

/** A cascade as a drawing: steps below each other, and on their left the lines by which one led to another. */
export interface CascadePicture {
  width: number;
  height: number;
  steps: DrawnStep[];
  /** Where the middle of every mark is, from the left. */
  markX: number;
  textX: number;
  /** Outline of all connecting lines, as the `d` of a path. */
  connections: string;
  /** The same of all arrowheads. */
  heads: string;
}

// All lengths are in CSS pixels of a side column; a phone shows the same picture a little larger.
const width = 288;
const textSize = 14;
const lineHeight = 19;
const kindHeight = 17;
const stepGap = 17;
const laneWidth = 11;
const markSize = 5;

/**
 * Draws a cascade as engineers draw branches: one step a row, in reading order. What follows from the row above hangs
 * from it by a straight line; everything that comes from further away shares one lane for each target, on the left.
 */
export function cascadePicture(cascade: Cascade): CascadePicture {
  const steps = cascadeSteps(cascade);
  const lanes = lanesOf(steps);
  const markX = laneWidth * Math.max(...lanes.values(), 0) + markSize + 2;
  const textX = markX + markSize + 13;
  let top = 0;
  const drawn = steps.map((step): DrawnStep => {
    const lines = wrapText(step.label.replaceAll("`", ""), width - textX, textSize);
    const y = top + 9;
    top += kindHeight + lines.length * lineHeight + stepGap;
    return { ...step, y, lines };
  });
  const yOf = (number: number): number => drawn[number - 1]?.y ?? 0;
  const connections: string[] = [];
  const heads: string[] = [];
  for (const step of drawn) {
    const above = step.from.includes(step.number - 1);
    if (above) connections.push(`M${markX} ${yOf(step.number - 1) + 9}V${step.y - 12}`);
    const lane = lanes.get(step.number);
    if (lane !== undefined) connections.push(...laneTo(step, lane, { markX, yOf }));
    if (above) heads.push(`M${markX - 3} ${step.y - 14}h6l-3 6z`);
    if (lane !== undefined) heads.push(`M${markX - 14} ${step.y - 3}v6l6-3z`);
  }
  return {
    width,
    height: top - stepGap,
    steps: drawn,
    markX,
    textX,
    connections: connections.join(""),
    heads: heads.join(""),
  };
}

/** Which lane leads to a step, counted from the steps outwards; the same one serves targets that do not overlap. */
function lanesOf(steps: readonly CascadeStep[]): Map<number, number> {
  const lanes = new Map<number, number>();
  const taken: { lane: number; from: number; to: number }[] = [];
  const spans = steps
    .map((step) => ({ step, far: farCauses(step) }))
    .filter(({ far }) => far.length > 0)
    .map(({ step, far }) => ({
      number: step.number,
      from: Math.min(step.number, ...far),
      to: Math.max(step.number, ...far),
    }))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  for (const { number, from, to } of spans) {
    let lane = 1;
    while (taken.some((other) => other.lane === lane && other.from < to && from < other.to)) lane++;
    taken.push({ lane, from, to });
    lanes.set(number, lane + 1);
  }
  return lanes;
}

/** Causes that do not stand in the row above. */
function farCauses(step: CascadeStep): number[] {
  return step.from.filter((cause) => cause !== step.number - 1);
}

function laneTo(
  step: CascadeStep,
  lane: number,
  { markX, yOf }: { markX: number; yOf: (number: number) => number },
): string[] {
  const x = markX - laneWidth * lane + 2;
  const target = yOf(step.number);
  return farCauses(step).map((cause) => {
    const start = yOf(cause);
    const [sweep, down] = start < target ? [0, 8] : [1, -8];
    const bend = (across: number) => `a8 8 0 0 ${sweep} ${across} ${down}`;
    return `M${markX - 8} ${start}H${x + 8}${bend(-8)}V${target - down}${bend(8)}H${markX - 13}`;
  });
}
