import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  type Declaration,
  type Root,
  type Rule,
} from "postcss";

/** What a page holds that a selector may speak of. */
export interface UsedNames {
  elements: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  /** Words of the page's scripts, which may add elements and classes of their own. */
  words: ReadonlySet<string>;
}

/**
 * The rules of a stylesheet that a page can use: those whose elements, classes and ids it, or one of its scripts, names.
 * Attributes and states count as used. Custom properties that nothing reads any more go too, and the others get short
 * names: scripts and attributes of pages must not name them.
 */
export function usedStyles(css: string, used: UsedNames): string {
  const root = postcss.parse(css);
  dropRules(root, used);
  dropProperties(root);
  inlineProperties(root);
  shortenProperties(root);
  return root.toString();
}

/** A property of the root that is set once and read once costs more than its value. */
function inlineProperties(root: Root): void {
  const set = new Map<string, Declaration[]>();
  root.walkDecls(/^--/, (declaration) => {
    set.set(declaration.prop, [...(set.get(declaration.prop) ?? []), declaration]);
  });
  for (const [name, [only, ...others]] of set) {
    const rule = only?.parent;
    if (!only || others.length > 0 || rule?.type !== "rule" || (rule as Rule).selector !== ":root") continue;
    const reading = `var(${name})`;
    const text = root.toString();
    if (text.split(reading).length !== 2 || text.includes(`var(${name},`)) continue;
    root.walkDecls((declaration) => {
      if (declaration.value.includes(reading))
        declaration.value = declaration.value.replace(reading, only.value);
    });
    only.remove();
    if ((rule as Rule).nodes.length === 0) removeEmpty(rule as Rule);
  }
}

/** Custom properties are named for those who write styles; browsers are as happy with one letter. */
function shortenProperties(root: Root): void {
  const text = root.toString();
  const uses = new Map<string, number>();
  for (const [name] of text.matchAll(/--[a-z][\w-]*/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const byUse = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1));
  const short = new Map(byUse.map((name, index) => [name, `--${shortName(index)}`]));
  const renamed = (value: string): string =>
    value.replace(/--[a-z][\w-]*/g, (name) => short.get(name) ?? name);
  root.walkDecls((declaration) => {
    if (declaration.prop.startsWith("--")) declaration.prop = renamed(declaration.prop);
    if (declaration.value.includes("--")) declaration.value = renamed(declaration.value);
  });
}

/** a … z, then aa … */
function shortName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : shortName(Math.floor(index / 26) - 1) + letter;
}

function dropRules(container: Container<ChildNode> | Root, used: UsedNames): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (node.type === "comment") node.remove();
    else if (node.type === "rule") {
      const kept = node.selectors.filter((selector) => isUsed(selector, used));
      if (kept.length === 0) node.remove();
      else {
        node.selectors = kept;
        dropRules(node, used);
        if (node.nodes.length === 0) node.remove();
      }
    } else if (node.type === "atrule" && node.nodes && !/keyframes$|^font-face$/.test(node.name)) {
      dropRules(node, used);
      if (node.nodes.length === 0) node.remove();
    }
  }
}

/** Arguments of functions are choices or exceptions, so only what stands outside them has to be there. */
function isUsed(selector: string, used: UsedNames): boolean {
  const outside = withoutArguments(selector).replace(/\[[^\]]*\]/g, "");
  const named = (pattern: RegExp, present: (name: string) => boolean): boolean =>
    [...outside.matchAll(pattern)].every(([, name = ""]) => present(name) || used.words.has(name));
  return (
    named(/\.((?:[\w-]|\\.)+)/g, (name) => used.classes.has(name.replaceAll("\\", ""))) &&
    named(/#([\w-]+)/g, (name) => used.ids.has(name)) &&
    named(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g, (name) => used.elements.has(name))
  );
}

function withoutArguments(selector: string): string {
  let depth = 0;
  let outside = "";
  for (const character of selector) {
    if (character === ")") depth--;
    if (depth === 0) outside += character;
    if (character === "(") depth++;
  }
  return outside;
}

function dropProperties(root: Root): void {
  for (;;) {
    const read = new Set([...root.toString().matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    let dropped = 0;
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      dropped++;
      const parent = declaration.parent;
      declaration.remove();
      if (parent?.type === "rule" && parent.nodes.length === 0) removeEmpty(parent as unknown as ChildNode);
    });
    if (dropped === 0) return;
  }
}

function removeEmpty(node: ChildNode): void {
  const parent = node.parent;
  node.remove();
  if (parent?.type === "atrule" && parent.nodes?.length === 0) (parent as AtRule).remove();
}
