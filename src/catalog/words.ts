import type { StoryFacts } from "../story/schema/story.ts";
import type { Symptom } from "../story/schema/symptom.ts";

/** Where a symptom shows, as a label. */
export const placeLabels: Record<Symptom["where"], string> = {
  events: "in events",
  logs: "in logs",
  metrics: "in metrics",
  user: "felt by people",
  api: "at the API",
  cli: "on the command line",
  node: "on nodes",
  cloud: "in the cloud console",
  network: "on the network",
};

/** Who noticed first, as a label. */
export const detectorLabels: Record<StoryFacts["detection"]["by"], string> = {
  alert: "an alert",
  monitoring: "monitoring",
  customer: "customers",
  colleague: "a colleague",
  operator: "an operator",
  provider: "the provider",
  unknown: "unknown",
};

/** What kind of change set a failure off, as a label. */
export const changeLabels: Record<StoryFacts["change"], string> = {
  deployment: "a deployment",
  configuration: "a change of configuration",
  upgrade: "an upgrade",
  migration: "a migration",
  maintenance: "work on nodes",
  scaling: "scaling",
  credentials: "a credential that changed or ran out",
  deletion: "a deletion",
  growth: "growth",
  provider: "something outside of the cluster",
  attack: "an attack",
  none: "nothing; it had been waiting",
  unknown: "unknown",
};

/** What kind of story it is, as a sentence. */
export const provenanceLabels: Record<StoryFacts["provenance"]["kind"], string> = {
  incident: "It happened.",
  lab: "Reproduced by us in a lab.",
  composite: "Made of several incidents.",
};
