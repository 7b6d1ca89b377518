/**
 * A policy's message without the address of its story at the end, and the "See" that leads to it: pages that show the message
 * link to the story beside it. Takes the message as the API server would print it.
 */
export function withoutAddress(message: string): string {
  return message.replace(/\s*(?:\bSee\s+)?https?:\/\/\S+\s*$/, "").trim();
}
