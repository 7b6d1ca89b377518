import type { CodeDefinition } from "../code-definition.ts";

/** What should not have been published. `secret`: the text a finding marks is never shown. */
export const leakCodes = {
  "blame-person": { severity: "warning", title: "Person named next to a fault" },
  "leaked-account-number": { severity: "error", title: "Cloud account number", secret: true },
  "leaked-credential": { severity: "error", title: "Published credential", secret: true },
  "leaked-denied-word": { severity: "error", title: "Word on the deny list", secret: true },
  "leaked-email-address": { severity: "error", title: "Email address", secret: true },
  "leaked-host-name": { severity: "error", title: "Internal host name", secret: true },
  "leaked-ip-address": { severity: "error", title: "Public IP address", secret: true },
} as const satisfies Record<string, CodeDefinition>;
