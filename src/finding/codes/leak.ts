import type { CodeDefinition } from "../code-definition.ts";

/** What should not have been published. `secret`: the text a finding marks is never shown. */
export const leakCodes = {
  "blame-person": { severity: "warning", title: "A person's name next to a fault" },
  "leaked-account-number": { severity: "error", title: "The number of a cloud account", secret: true },
  "leaked-credential": { severity: "error", title: "A credential", secret: true },
  "leaked-denied-word": { severity: "error", title: "A word of the deny list", secret: true },
  "leaked-email-address": { severity: "error", title: "An e-mail address", secret: true },
  "leaked-host-name": { severity: "error", title: "The name of an internal host", secret: true },
  "leaked-ip-address": { severity: "error", title: "A public IP address", secret: true },
} as const satisfies Record<string, CodeDefinition>;
