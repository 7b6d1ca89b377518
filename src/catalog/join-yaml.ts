/** Puts YAML files behind one another as one stream of documents, each under a line that names it. */
export function joinYaml(files: readonly { name: string; text: string }[]): string {
  return files
    .map(
      ({ name, text }) =>
        `---\n# ${name}\n${text.replace(/^(?:\uFEFF)?(?:---[ \t]*\r?\n)?/, "").trimEnd()}\n`,
    )
    .join("");
}
