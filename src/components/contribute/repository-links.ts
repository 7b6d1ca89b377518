import type { AnswerName, Answers } from "../../story/draft/answers.ts";
import { issueAnswers } from "../../story/draft/issue-form.ts";
import type { DraftFile } from "../../story/draft/write-draft.ts";

/** The longest address given to a browser: GitHub answers longer ones with "414 URI Too Long". */
const longestAddress = 8000;

/** A page of the repository that starts with what was written here. */
export interface RepositoryLink {
  label: string;
  address: string;
}

/** What can be opened in the repository, and the files that are too long to be handed over in an address. */
export interface RepositoryLinks {
  newFiles: RepositoryLink[];
  tooLong: string[];
  issue: RepositoryLink;
}

/**
 * Addresses of GitHub's own pages for a new file and a new issue, filled in. Source: GitHub, "Creating new files" (query
 * parameters `filename` and `value`) and "Creating an issue" (query parameters by the ids of a form's fields).
 */
export function repositoryLinks(
  { repository, branch, stories }: { repository: string; branch: string; stories: string },
  answers: Answers,
  files: readonly DraftFile[],
): RepositoryLinks {
  const folder = `${stories}/${answers.id}`;
  const pages = files.map(({ path, text }) => ({
    label: path,
    address: `${repository}/new/${branch}?${new URLSearchParams({ filename: `${folder}/${path}`, value: text })}`,
  }));
  const fits = ({ address }: RepositoryLink) => address.length <= longestAddress;
  return {
    newFiles: pages.filter(fits),
    tooLong: pages.filter((page) => !fits(page)).map(({ label }) => label),
    issue: { label: "the form", address: issueAddress(repository, answers) },
  };
}

/** The issue form with as many answers as fit. */
function issueAddress(repository: string, answers: Answers): string {
  const given = new URLSearchParams({ template: "story.yml" });
  for (const name of issueAnswers as readonly AnswerName[]) {
    const value = answers[name];
    if (value === undefined) continue;
    const more = new URLSearchParams(given);
    more.set(name, Array.isArray(value) ? value.join(", ") : value);
    if (`${repository}/issues/new?${more}`.length <= longestAddress)
      given.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return `${repository}/issues/new?${given}`;
}
