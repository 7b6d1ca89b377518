/** Two neighbours swapped, one letter left out, one doubled, the case of one changed. */
export function misspellings(name: string): string[] {
  const middle = Math.floor(name.length / 2);
  const swapped = name.slice(0, middle - 1) + name[middle] + name[middle - 1] + name.slice(middle + 1);
  const upper = name[0] === name[0]?.toUpperCase();
  const cased = (upper ? name[0]?.toLowerCase() : name[0]?.toUpperCase()) + name.slice(1);
  const all = [
    swapped,
    name.slice(0, middle) + name.slice(middle + 1),
    `${name}s`,
    cased,
    name.slice(0, -1),
    `x${name}`,
  ];
  // A slip that gives another real field (`value` and `values`, `key` and `keys`) may be right.
  return [...new Set(all)].filter((word) => word !== name && !siblings.has(`${name} ${word}`));
}

const siblings = new Set(
  ["value values", "values value", "key keys", "limit limits", "limits limit", "host hosts", "hosts host"]
    .concat(["port ports", "ports port", "path paths", "paths path", "item items", "clusterIP clusterIPs"])
    .concat(["podCIDR podCIDRs", "podCIDRs podCIDR", "externalIPs externalIP", "name names", "names name"])
    .concat([
      "podIP podIPs",
      "hostIP hostIPs",
      "hostIPs hostIP",
      "podIPs podIP",
      "version versions",
      "versions version",
    ])
    .concat(["resource resources", "resources resource", "container containers", "containers container"])
    .concat([
      "metric metrics",
      "namespaces namespace",
      "namespace namespaces",
      "volume volumes",
      "source sources",
    ])
    .concat(["sources source", "template templates", "templates template", "patch patches", "patches patch"])
    .concat([
      "matchLabels matchLabel",
      "default defaults",
      "uri uris",
      "uris uri",
      "rule rules",
      "interval intervals",
    ])
    .concat(["secret secrets", "key keys", "url urls", "role roles", "roles role", "repoURL repoURLs"])
    .concat([
      "gateway gateways",
      "header headers",
      "subject subjects",
      "subjects subject",
      "emailSAN emailSANs",
    ]),
);
