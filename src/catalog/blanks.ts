import type { StoryFacts } from "../story/schema/story.ts";

/** The parts of a story's commands that a reader fills in (`<namespace>`), each once, in the order of the page. */
export function blanksOf({ symptoms, mitigation, fix }: StoryFacts): string[] {
  const commands = [
    ...symptoms.map(({ check }) => check?.command),
    ...mitigation.steps.flatMap(({ command, undo }) => [command, undo]),
    ...fix.verify.map(({ command }) => command),
  ];
  return [
    ...new Set(
      commands.flatMap((command) =>
        [...(command ?? "").matchAll(/<([a-z][a-z0-9-]*)>/g)].map(([, name = ""]) => name),
      ),
    ),
  ];
}
