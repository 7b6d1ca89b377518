/** Types a variable may name after its colon; a variable whose own name is one of these has that type. */
export const signatureTypes = {
  count: "digits",
  duration: "a Go or Prometheus duration: 4m12s, 0.5s",
  address: "an IPv4 or IPv6 address, with or without a port",
  name: "one word without spaces, quotes or brackets: a pod, node, image or host name",
  text: "anything up to the next fixed part, spaces included",
} as const;

/** Name of a signature variable's type. */
export type SignatureType = keyof typeof signatureTypes;
