import { z } from "zod";
import { identifier, prose } from "./text.ts";

/** Kinds of nodes in a cascade, in the order in which they are drawn. */
export const cascadeKinds = ["trigger", "fault", "amplifier", "symptom", "impact"] as const;

/** How one thing led to the next: nodes and arrows, drawn as a picture. */
export const cascadeSchema = z
  .strictObject({
    nodes: z
      .array(
        z.strictObject({
          id: identifier.describe("Name used by the arrows."),
          kind: z
            .enum(cascadeKinds)
            .describe("What part it plays: trigger, fault, amplifier, symptom or impact."),
          label: prose(90).describe("A short sentence."),
        }),
      )
      .min(3)
      .max(14)
      .describe("Three to fourteen events or conditions."),
    arrows: z
      .array(
        z.strictObject({
          from: identifier.describe("Id of the node that leads."),
          to: identifier.describe("Id of the node it leads to."),
        }),
      )
      .min(2)
      .max(30)
      .describe("What led to what."),
  })
  .superRefine((cascade, context) => {
    const ids = cascade.nodes.map((node) => node.id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) !== index)
        context.addIssue({
          code: "custom",
          path: ["nodes", index, "id"],
          message: `The node "${id}" stands twice.`,
        });
    });
    cascade.arrows.forEach((arrow, index) => {
      for (const end of ["from", "to"] as const) {
        if (!ids.includes(arrow[end]))
          context.addIssue({
            code: "custom",
            path: ["arrows", index, end],
            message: `There is no node "${arrow[end]}"; the nodes are ${ids.join(", ")}.`,
          });
      }
    });
    ids.forEach((id, index) => {
      if (!cascade.arrows.some((arrow) => arrow.from === id || arrow.to === id))
        context.addIssue({
          code: "custom",
          path: ["nodes", index],
          message: `No arrow leads to or from "${id}".`,
        });
    });
  });

/** How one thing led to the next. */
export type Cascade = z.infer<typeof cascadeSchema>;
