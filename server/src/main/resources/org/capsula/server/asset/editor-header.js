// Over the page: where the public sees the capsule, and what its newest production does.
import { say } from "./editor-words.js";

const element = (id) => document.getElementById(id);

/** page is its address; null while the public sees nothing of it. */
export function showPage(page) {
  element("public-page").hidden = page === null;
  element("not-public").hidden = page !== null;
  if (page) element("public-page").href = page + location.search;
}

const box = element("production");
let told = null; // the production whose end stands there, with its button

export function showProduction(production) {
  if (told !== null && told === production?.id) return;
  told = null;
  const { state, percent, reason, reasonLanguage } = production ?? {};
  box.classList.toggle("bad", state === "failed");
  const said = { queued: say("queued"), running: say("running", percent), failed: say("failed-production") }[state] ?? "";
  box.hidden = said === "";
  const why = document.createElement("span");
  if (state === "failed" && reason) {
    why.lang = reasonLanguage ?? "";
    why.textContent = reason;
  }
  // What is the same is not said twice to who hears it.
  if (box.textContent !== [said, why.textContent].filter(Boolean).join(" ")) {
    box.replaceChildren(said, ...(why.textContent ? [" ", why] : []));
  }
}

/** The page shows the film of before: that is left to whoever may be typing. */
export function tellReady(production) {
  told = production.id;
  const words = document.createElement("p");
  words.textContent = say("ready");
  const reload = document.createElement("button");
  Object.assign(reload, { type: "button", className: "button quiet", textContent: say("reload") });
  reload.addEventListener("click", () => location.reload());
  box.classList.remove("bad");
  box.hidden = false;
  box.replaceChildren(words, reload);
}
