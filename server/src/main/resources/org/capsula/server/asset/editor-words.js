// Words for the script, in the page's language, and the places where they are said.
const words = JSON.parse(document.getElementById("editor-words").textContent);

/** What a refusal means where nothing more is said of it. */
const BY_STATUS = {
  0: "offline",
  400: "error.invalid",
  401: "signed-out",
  403: "error.forbidden",
  404: "error.gone",
  409: "error.outdated",
  412: "error.outdated",
  413: "error.too-large",
  422: "error.unreadable",
  507: "error.no-space",
};

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, place) => values[place] ?? "");
}

/** The server's own sentence is for programmers, and in English. */
export function sayRefusal({ status, reason, problem }) {
  if (status !== 0 && status !== 401) {
    const rule = `rule.${problem.rule}`;
    if (rule in words) return [nameOf(problem.field), say(rule, problem.most)].filter(Boolean).join(": ");
    if (`error.${reason}` in words) return say(`error.${reason}`);
  }
  return say(BY_STATUS[status] ?? "error.trouble");
}

/** As people know it: what stands over it, and which language it is in. */
export function nameOf(field) {
  const label = document.querySelector(`label[for="${CSS.escape(field)}"]`) ?? document.getElementById(`${field}-heading`);
  const language = document.getElementById(field)?.lang;
  return label ? `${label.textContent}${language ? ` (${language})` : ""}` : "";
}

/**
 * A question with two answers; resolves to whether it was yes.
 *
 * lines say what comes of it; yes is the word on the button that does it.
 */
export function ask(question, { lines = [], yes = say("yes") } = {}) {
  const dialog = document.getElementById("ask");
  document.getElementById("ask-words").textContent = question;
  document.getElementById("ask-yes").textContent = yes;
  document.getElementById("ask-lines").replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      return paragraph;
    }),
  );
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
