import { withoutAddress } from "../guardrail/without-address.ts";

/** What a policy's message says, in the parts that a page sets apart. */
export interface MessageParts {
  /** What is wrong, as a title: the first sentence up to its colon, without a full stop. */
  title: string;
  /** What comes of it and what to do; empty where the message says no more. */
  rest: string;
}

/** Parts a policy's message, without the address at its end, into a title and what follows it. */
export function messageParts(message: string): MessageParts {
  const text = withoutAddress(message).replace(/\s+/g, " ");
  const [sentence] = /^.*?[.!?](?=\s|$)/.exec(text) ?? [text];
  const [title] = /^.*?\w(?=[:;] )/.exec(sentence) ?? [sentence.replace(/[.]$/, "")];
  return { title, rest: capitalised(text.slice(title.length).replace(/^[.:;]?\s*/, "")) };
}

/** A sentence that began after a colon; what may be the name of a field stays as it is. */
function capitalised(text: string): string {
  return /^[a-z]+(?=[ ,])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
