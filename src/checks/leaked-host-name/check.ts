import type { Check } from "../check.ts";
import { findLeaks } from "../leaked-text.ts";

/** Top-level domains that only resolve inside: RFC 6762 appendix G, RFC 8375, ICANN's .internal (2024). */
const internal =
  /(?<![A-Za-z0-9._-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:internal|corp|lan|intranet|local|localdomain|private|home\.arpa)(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/gi;

/** Where teams talk and keep their records. */
const tools =
  /\b(?:[a-z0-9-]{1,63}\.slack\.com\/archives\/|[a-z0-9-]{1,63}\.atlassian\.net\/|[a-z0-9-]{1,63}\.pagerduty\.com\/|[a-z0-9-]{1,63}\.opsgenie\.com\/|[a-z0-9-]{1,63}\.zendesk\.com\/agent|[a-z0-9-]{1,63}\.okta\.com\/|[a-z0-9-]{1,63}\.grafana\.net\/d\/)/gi;

/** Names that every cluster, cloud or laptop has, and those kept for examples. */
const harmless: RegExp[] = [
  /(?:^|\.)(?:cluster|svc\.cluster)\.local$/i,
  /(?:^|\.)(?:docker|minikube|containers|lima)\.internal$/i,
  /^metadata(?:\.google)?\.internal$/i,
  /^ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}\.(?:ec2|[a-z0-9-]+\.compute)\.internal$/i,
  /(?:^|[.-])example(?:[.-]|$)/i,
  /^(?:rc|env)\.local$/i,
  /^(?:kubernetes|cloud-native|istio|envoyproxy|cilium)\.slack\.com\//i,
];

/** No file names a host that is only known inside of a company, or a page of its tools. */
export const check: Check = (_library, { files }) =>
  findLeaks("leaked-host-name", files, ({ text }) =>
    [...text.matchAll(internal), ...text.matchAll(tools)].flatMap(({ index, 0: found }) =>
      harmless.some((pattern) => pattern.test(found))
        ? []
        : [
            {
              offset: index,
              length: found.length,
              message: found.includes("/")
                ? "Here stands a page of a company's own tools."
                : "Here stands the name of an internal host.",
              fix: "Write a name of example.internal or example.com in its place.",
            },
          ],
    ),
  );
