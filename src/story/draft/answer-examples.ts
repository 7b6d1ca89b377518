import type { AnswerName } from "./answers.ts";

/** What an answer may look like, for those that list several things in a form of their own. */
export const answerExamples: Readonly<Partial<Record<AnswerName, string>>> = {
  otherSources: `primary: The same story as a talk https://example.com/talk
by: A. Speaker
on: 2026-03-02`,
  alsoSeen: `logs: The old pods log refused connections.
> dial tcp 10.0.0.7:8080: connect: connection refused
$ kubectl logs <pod> --namespace <namespace>
shows: The line above, once a second.
not if: The lines stop after the first minute.`,
  cascade: `trigger: A release moves the server to port 8080
fault: The probe still asks port 8081
symptom: New pods never become ready
impact: The rollout stands still`,
  deadEnds: `The pods were deleted, so that fresh ones would start.
looked right: They were the only ones that were not ready.
did not help: The fresh ones came from the same template.`,
  timeline: `17:40 UTC: The release is applied.
+20 minutes: Somebody asks why it is not live.`,
  mitigationSteps: `Shows whether the old pods still serve.
$ kubectl get pods --namespace <namespace>
Goes back to the template before the release.
$ kubectl rollout undo deployment/<name> --namespace <namespace>
undo: Apply the release again.`,
  prevention: `Name ports once and refer to the name.
library process: Alert on a rollout that stands still.`,
};
