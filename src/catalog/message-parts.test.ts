import { expect, test } from "vitest";
import { messageParts } from "./message-parts.ts";

test.each([
  [
    "Cluster DNS has a memory limit below 128Mi: a spike of queries kills all replicas at once. Raise it. See https://example.com/stories/x/",
    {
      title: "Cluster DNS has a memory limit below 128Mi",
      rest: "A spike of queries kills all replicas at once. Raise it.",
    },
  ],
  [
    "A part has the wrong type: spec.routes and services are lists.",
    { title: "A part has the wrong type", rest: "spec.routes and services are lists." },
  ],
  [
    "This BGPPeer selects nodes by node-role.kubernetes.io/master, which Kubernetes 1.24 removes; the routes are gone.",
    {
      title: "This BGPPeer selects nodes by node-role.kubernetes.io/master, which Kubernetes 1.24 removes",
      rest: "The routes are gone.",
    },
  ],
  [
    "A container says nothing about memory. Set spec.x: it matters.",
    { title: "A container says nothing about memory", rest: "Set spec.x: it matters." },
  ],
  ["Ask for two", { title: "Ask for two", rest: "" }],
  ["Is it so? Then mend it.\n", { title: "Is it so?", rest: "Then mend it." }],
])("%s", (message, parts) => expect(messageParts(message)).toEqual(parts));
