import type { Check } from "../check.ts";
import { findLeaks } from "../leaked-text.ts";

const address =
  /(?<![A-Za-z0-9._%+/@-])[A-Za-z0-9._%+-]{1,64}@(?<host>(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})\b/g;

/** Hosts reserved for examples (RFC 2606, RFC 6761), and local parts that are no person's or account's. */
const reserved = /(?:^|\.)(?:example\.(?:com|org|net)|example|invalid|test|localhost|local)$/i;
const harmless = /^git@/i;

/** No file holds an e-mail address, of a person or of a service account. */
export const check: Check = (_library, { files }) =>
  findLeaks("leaked-email-address", files, ({ text }) =>
    [...text.matchAll(address)].flatMap(({ index, groups, 0: found }) => {
      const host = groups?.["host"] ?? "";
      if (reserved.test(host) || harmless.test(found)) return [];
      const account = host.endsWith(".iam.gserviceaccount.com");
      return [
        {
          offset: index,
          length: found.length,
          message: account
            ? "Here stands the address of a service account."
            : "Here stands an e-mail address.",
          fix: "Remove it, or use one of example.com; link to a public page where readers should reach somebody.",
        },
      ];
    }),
  );
