import type { CodeDefinition } from "../code-definition.ts";

/** Faults of Kubernetes manifests, named by what is wrong. */
export const manifestCodes = {
  "manifest-bad-enum": { severity: "error", title: "A word that is not among those allowed" },
  "manifest-bad-quantity": { severity: "error", title: "A quantity that is none" },
  "manifest-bad-value": { severity: "error", title: "A value outside of what is allowed" },
  "manifest-deprecated-api": { severity: "warning", title: "An API version on its way out" },
  "manifest-exclusive-fields": { severity: "error", title: "Fields that exclude each other" },
  "manifest-missing-field": { severity: "error", title: "A field that is missing" },
  "manifest-missing-schema": { severity: "warning", title: "A kind that could not be checked" },
  "manifest-not-an-object": { severity: "error", title: "A document that is no Kubernetes object" },
  "manifest-null-item": { severity: "warning", title: "An empty list item" },
  "manifest-removed-api": { severity: "error", title: "An API version that is gone" },
  "manifest-unavailable-api": { severity: "error", title: "An API version that is not there yet" },
  "manifest-unavailable-field": { severity: "error", title: "A field that is not there yet" },
  "manifest-unknown-field": { severity: "error", title: "A field Kubernetes does not know" },
  "manifest-unknown-fragment": { severity: "error", title: "An excerpt of nothing known" },
  "manifest-unknown-kind": { severity: "error", title: "A kind Kubernetes does not know" },
  "manifest-unknown-version": { severity: "error", title: "An API version that does not exist" },
  "manifest-wrong-type": { severity: "error", title: "A value of the wrong type" },
} as const satisfies Record<string, CodeDefinition>;
