/** What a component does to a page, and where it must stand. */
export interface AllowedComponent {
  /** What the page puts in its place. */
  draws: string;
  /** Title of the section it belongs to. */
  section: string;
}

/** The only components prose may use; each stands alone on its line, without attributes. */
export const allowedComponents: ReadonlyMap<string, AllowedComponent> = new Map([
  ["Manifests", { draws: "broken.yaml, fixed.yaml and what changes between them", section: "The fix" }],
  ["Prevention", { draws: "the list of preventions", section: "Keep it from happening" }],
]);
