// Words for the script, in the page's language, and the places where they are said.
const words = JSON.parse(document.getElementById("editor-words").textContent);

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place] ?? "");
}

export function sayRefusal(refused) {
  if (refused.status === 0) return say("offline");
  if (refused.status === 401) return say("signed-out");
  const key = `error.${refused.reason}`;
  return key in words ? words[key] : say("failed", refused.problem.detail ?? refused.message);
}

/** A question with two answers; resolves to whether it was yes. */
export function ask(question) {
  const dialog = document.getElementById("ask");
  document.getElementById("ask-words").textContent = question;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
  );
}

/** A copy of a template's row, and its parts by name; labels are tied to their fields. */
let rows = 0;
export function rowOf(template) {
  const row = document.getElementById(template).content.firstElementChild.cloneNode(true);
  const number = ++rows;
  const parts = {};
  for (const part of row.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  for (const label of row.querySelectorAll("[data-for]")) {
    parts[label.dataset.for].id = `${template}-${number}-${label.dataset.for}`;
    label.htmlFor = parts[label.dataset.for].id;
  }
  return { row, parts };
}
