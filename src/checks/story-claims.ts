import type { StoryFacts } from "../story/schema/story.ts";

/** Something a story says happened, for a reader to hold against its sources. */
export interface StoryClaim {
  /** The field that says it. */
  field: string;
  claim: string;
  /** Whether the story itself marks it as inferred. */
  inferred: boolean;
}

/** Everything a story claims of the incident, in the order of its page. What it recommends is not a claim. */
export function storyClaims(facts: StoryFacts): StoryClaim[] {
  const {
    impact,
    detection,
    symptoms,
    trigger,
    rootCause,
    contributing,
    deadEnds = [],
    timeline = [],
  } = facts;
  const claim = (field: string, text: string, inferred = false): StoryClaim[] =>
    text === "unknown" ? [] : [{ field, claim: text, inferred }];
  return [
    ...claim("incidentDate", facts.incidentDate),
    ...claim("organization", facts.organization),
    ...claim("kubernetesVersion", facts.kubernetesVersion),
    ...claim("provider", facts.provider),
    ...claim("summary", facts.summary),
    ...claim("impact.summary", impact.summary),
    ...claim("impact.duration", impact.duration),
    ...claim("impact.affected", impact.affected),
    ...claim("detection.how", detection.how),
    ...symptoms.flatMap(({ observed, signature }, index) => [
      ...claim(`symptoms[${index}].observed`, observed),
      ...(signature === undefined ? [] : claim(`symptoms[${index}].signature`, `\`${signature}\``)),
    ]),
    ...claim("trigger", trigger),
    ...claim("rootCause", rootCause),
    ...contributing.flatMap((text, index) => claim(`contributing[${index}]`, text)),
    ...deadEnds.flatMap(({ tried }, index) => claim(`deadEnds[${index}]`, tried)),
    ...timeline.flatMap(({ at, event, inferred }, index) =>
      claim(`timeline[${index}]`, `${at}: ${event}`, inferred ?? false),
    ),
  ];
}
