import {
  type AnswerablePoll,
  type AnswerStore,
  browserStore,
  keepAnswer,
  readAnswer,
  withdrawAnswer,
} from "./kept-answer.ts";

/**
 * Brings every poll of a page to life: opens its form, shows the answer kept in this browser, and lets the reader keep,
 * change and withdraw it. Nothing leaves the browser.
 */
export function wirePolls(page: Document): void {
  const store = browserStore(window);
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-poll]")) wirePoll(form, store);
}

function wirePoll(form: HTMLFormElement, store: AnswerStore | undefined): void {
  const radios = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const submit = form.querySelector<HTMLButtonElement>("button[type=submit]");
  const withdraw = form.querySelector<HTMLButtonElement>("[data-withdraw]");
  const status = form.querySelector<HTMLElement>("[role=status]");
  if (!submit || !withdraw || !status) return;
  const poll: AnswerablePoll = {
    id: form.dataset["poll"] ?? "",
    question: form.querySelector("legend")?.textContent.trim() ?? "",
    options: radios.map((radio) => radio.value),
  };

  const show = (answer: string | undefined) => {
    for (const radio of radios) radio.checked = radio.value === answer;
    submit.textContent = answer === undefined ? "Keep my answer" : "Change my answer";
    withdraw.hidden = answer === undefined;
  };

  const kept = readAnswer(store, poll);
  show(kept);
  if (kept !== undefined) status.textContent = "You answered this before, in this browser.";
  for (const fieldset of form.querySelectorAll("fieldset")) fieldset.disabled = false;
  submit.disabled = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = radios.find((radio) => radio.checked)?.value;
    if (answer === undefined) {
      status.textContent = "Choose an answer first.";
      radios[0]?.focus();
      return;
    }
    const before = readAnswer(store, poll);
    if (keepAnswer(store, poll, answer)) {
      show(answer);
      status.textContent =
        before === undefined
          ? `Kept in this browser: ${answer}`
          : before === answer
            ? `Still your answer: ${answer}`
            : `Changed: ${answer}`;
    } else
      status.textContent =
        "This browser lets the page keep nothing, so your answer will be gone when you leave.";
  });

  withdraw.addEventListener("click", () => {
    if (withdrawAnswer(store, poll))
      status.textContent = "Withdrawn. This browser has forgotten your answer.";
    show(undefined);
    radios[0]?.focus();
  });
}
