/**
 * Makes a new story's text of the template's: its title, its status and nothing else is replaced, so that the
 * template's comments still explain every field. Throws where the title is too long or too short for the schema.
 */
export function scaffoldStory(template: string, id: string, title = titleFromId(id)): string {
  if (title.length < 15 || title.length > 80)
    throw new Error(
      `the title "${title}" has ${title.length} characters; a title has 15 to 80, so give one with --title.`,
    );
  return template
    .replace(/^title:.*$/m, () => `title: ${JSON.stringify(title)}`)
    .replace(/^status:.*$/m, "status: draft")
    .replace(/^# What `horror new` copies\. /m, "# ");
}

function titleFromId(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
