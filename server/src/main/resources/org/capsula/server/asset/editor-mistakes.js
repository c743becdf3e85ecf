// What cannot be saved is marked where it stands.
import { say } from "./editor-words.js";

const LAST_PLACE = 100000; // as the server takes it

const element = (id) => document.getElementById(id);

/** A place that is no number, and a new collection without a title. */
export function checkCollection() {
  const chosen = element("collection.id").value;
  const order = element("collection.order").value.trim();
  const isPlace = /^\d+$/.test(order) && Number(order) <= LAST_PLACE;
  complain("collection.order", chosen === "" || order === "" || isPlace ? "" : say("rule.no-place", LAST_PLACE));
  const untitled = chosen === "new" && element("collection.title").value.trim() === "";
  complain("collection.title", untitled ? say("rule.empty") : "");
}

function complain(id, sentence) {
  element(`${id}-error`).textContent = sentence;
  element(id).setAttribute("aria-invalid", String(sentence !== ""));
}

/** Marks the field that the server has refused, as its path in a description says. */
export function markRefused({ field }) {
  const input = field && inputOf(field);
  if (!input) return;
  input.setAttribute("aria-invalid", "true");
  input.dataset.refused = "";
  const hidden = input.closest("details");
  if (hidden) hidden.open = true;
  input.focus();
}

function inputOf(field) {
  if (field === "chapters") return document.querySelector("#chapters-list [data-part=title]");
  if (field === "trim") return element("trim-start");
  return element(field) ?? element(field.replace(/\.[^.]*$/, ""));
}

/** Whoever changes a marked field has read what was wrong with it. */
export function unmark(input) {
  if (input.dataset.refused !== undefined || element(`${input.id}-error`)?.textContent) {
    delete input.dataset.refused;
    input.removeAttribute("aria-invalid");
    const error = element(`${input.id}-error`);
    if (error) error.textContent = "";
  }
}
