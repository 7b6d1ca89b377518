import type { Answers } from "../../story/draft/answers.ts";

type Content = Node | string;

/** The story as its page will tell it, as far as it is told. Text is set as text: nothing in it can become markup. */
export function draftPreview(answers: Answers): DocumentFragment {
  const part = (title: string, ...content: Content[]) =>
    content.length === 0 ? [] : [element("h4", title), ...content];
  const fragment = new DocumentFragment();
  fragment.append(
    element("h3", answers.title ?? "A story without a title yet"),
    ...paragraphs(answers.summary),
    ...part("What you see", ...paragraphs(answers.observed), ...code(answers.messages)),
    ...part("Does this match?", ...code(answers.check), ...paragraphs(answers.checkExpect)),
    ...part("Do this first", ...paragraphs(answers.mitigation), ...code(answers.mitigationCommand)),
    ...part("What happened", ...paragraphs(answers.story)),
    ...part("Why", ...paragraphs(answers.rootCause), ...paragraphs(answers.why)),
    ...part(
      "The fix",
      ...paragraphs(answers.fix),
      ...code(answers.broken),
      ...code(answers.fixed),
      ...code(answers.verify),
    ),
    ...part("Keep it from happening", ...listed(answers.prevention)),
    ...part(answers.question ?? "", ...listed(answers.question === undefined ? undefined : answers.options)),
  );
  return fragment;
}

function paragraphs(text: string | undefined): Content[] {
  return (text ?? "")
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map((part) => element("p", ...inline(part.trim())));
}

/** Text with what stands in backticks set as code. */
function inline(text: string): Content[] {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part) => (part.length > 2 && part.startsWith("`") ? element("code", part.slice(1, -1)) : part));
}

function code(text: string | undefined): Content[] {
  return text === undefined || text.trim() === "" ? [] : [element("pre", element("code", text.trimEnd()))];
}

function listed(text: string | undefined): Content[] {
  const lines = (text ?? "").split("\n").filter((line) => line.trim() !== "");
  return lines.length === 0
    ? []
    : [element("ul", ...lines.map((line) => element("li", ...inline(line.trim()))))];
}

function element(name: string, ...content: Content[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
