// What one upload looks like on the page.
import { percent, say, size, timeLeft } from "./upload-words.js";

/** What can be done in each state, in the order of the buttons. */
const ACTIONS = {
  asking: ["anyway", "cancel"],
  queued: ["cancel"],
  sending: ["pause", "cancel"],
  waiting: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  missing: ["choose", "cancel"],
  checking: [],
  failed: ["resume", "cancel"],
  lost: ["anew", "cancel"],
  done: ["open", "dismiss"],
  known: ["open", "dismiss"],
  refused: ["dismiss"],
};

const TONES = {
  done: "good",
  known: "warn",
  waiting: "warn",
  missing: "warn",
  asking: "warn",
  refused: "bad",
  failed: "bad",
  lost: "bad",
};

const OVER = ["done", "known", "refused"];

export class View {
  /**
   * @param {string} name of the film
   * @param {Function} does is given what a button is for
   */
  constructor(name, does) {
    this.element = document.getElementById("upload-card").content.cloneNode(true).firstElementChild;
    this.buttons = [...this.element.querySelectorAll("[data-action]")];
    this.part("name").textContent = name;
    this.part("bar").setAttribute("aria-label", say("progress.of", name));
    this.buttons.forEach((button) => {
      const action = button.dataset.action;
      if (action === "open") return;
      button.addEventListener("click", () => does(action));
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${name}`);
    });
  }

  part(name) {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  /** @param {string} state @param {string} trouble words for what is wrong @param {string} page that "open" leads to */
  show(state, trouble, page) {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.state = state;
    this.element.dataset.state = state;
    const badge = this.part("state");
    badge.textContent = say(`state.${state}`);
    badge.className = `badge ${TONES[state] ?? ""}`;
    this.trouble(trouble);
    this.buttons.forEach((button) => (button.hidden = !ACTIONS[state].includes(button.dataset.action)));
    this.part("open").href = page;
    const about = this.part("about");
    about.hidden = this.isOver || state === "asking";
    if (this.isOver) this.asks("");
    if (focused?.closest("[hidden]")) this.#refocus(focused);
  }

  get isOver() {
    return OVER.includes(this.state);
  }

  /** Whoever pressed a button that is gone stands at what can be done now; who was typing presses nothing. */
  #refocus(lost) {
    const next = lost.matches("[data-action]") ? this.buttons.find((button) => !button.hidden) : null;
    (next ?? this.part("name")).focus();
  }

  trouble(words) {
    const place = this.part("trouble");
    place.textContent = words;
    place.hidden = words === "";
    place.className = `notice ${["failed", "refused", "lost"].includes(this.state) ? "bad" : "warn"}`;
  }

  /**
   * What its owner has to say, or must know, of what goes with the film; empty for nothing.
   *
   * @returns {boolean} whether it is something new
   */
  asks(words) {
    const place = this.part("ask");
    const isNew = words !== "" && words !== place.textContent;
    place.textContent = words;
    place.hidden = words === "";
    // Where it is answered.
    if (isNew) this.part("about").open = true;
    return isNew;
  }

  /** @param {number} sent @param {number} bytes of the whole @param {?number} secondsLeft */
  facts(sent, bytes, secondsLeft) {
    const part = percent(sent, bytes);
    const over = this.isOver || this.state === "checking";
    const facts = over ? [size(bytes)] : [`${part} %`, say("progress.bytes", size(sent), size(bytes))];
    if (secondsLeft !== null && this.state === "sending") facts.push(timeLeft(secondsLeft));
    const text = facts.join(" · ");
    this.part("facts").textContent = text;
    const bar = this.part("bar");
    bar.hidden = over;
    bar.setAttribute("aria-valuenow", String(part));
    bar.setAttribute("aria-valuetext", text);
    bar.firstElementChild.style.inlineSize = `${part}%`;
  }
}
