// One upload on the page: how far it is, what it waits for, what can be done.
import { create, end, one } from "./upload-api.js";
import { fingerprint } from "./upload-files.js";
import { Form } from "./upload-form.js";
import { Transfer } from "./upload-transfer.js";
import { hasWords, percent, say, settings, size, timeLeft } from "./upload-words.js";

const LOOK_MILLIS = 1500;

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

export class Card {
  /**
   * @param {{file: ?File, known: ?object}} what a file that was chosen, or an upload that the server knows
   * @param {{changed: Function, says: Function}} told
   */
  constructor({ file, known }, told) {
    this.file = file ?? null;
    this.told = told;
    this.id = known?.id ?? null;
    this.name = known?.name ?? file.name;
    this.bytes = known?.bytes ?? file.size;
    this.fingerprint = known?.fingerprint ?? fingerprint(file);
    this.sent = known?.received ?? 0;
    this.capsuleId = known?.capsuleId ?? null;
    this.replaces = known ? known.replaces : (settings.replaces?.id ?? null);
    this.#build(known);
    if (known) this.#show(known);
    else this.to("queued");
  }

  #build(known) {
    const content = document.getElementById("upload-card").content.cloneNode(true);
    this.element = content.firstElementChild;
    this.part = (name) => this.element.querySelector(`[data-part="${name}"]`);
    this.part("name").textContent = this.name;
    this.part("bar").setAttribute("aria-label", say("progress.of", this.name));
    this.form = new Form(this.part("about"), known ?? {});
    this.part("texts").hidden = this.replaces !== null;
    this.element.querySelectorAll("[data-action]").forEach((button) => {
      button.addEventListener("click", () => this[button.dataset.action]());
      if (button.dataset.action !== "open") button.setAttribute("aria-label", `${button.textContent.trim()}: ${this.name}`);
    });
    this.part("file").addEventListener("change", (event) => this.take(event.target.files[0]));
  }

  get isOver() {
    return ["done", "known", "refused"].includes(this.state);
  }

  get isSending() {
    return this.state === "sending" || this.state === "waiting";
  }

  /** @param {string} state @param {string} [trouble] words for what is wrong */
  to(state, trouble = "") {
    const before = this.state;
    this.state = state;
    this.element.dataset.state = state;
    const badge = this.part("state");
    badge.textContent = say(`state.${state}`);
    badge.className = `badge ${{ done: "good", known: "warn", waiting: "warn", missing: "warn", asking: "warn", refused: "bad", failed: "bad", lost: "bad" }[state] ?? ""}`;
    this.#trouble(trouble);
    this.element.querySelectorAll("[data-action]").forEach((button) => {
      button.hidden = !ACTIONS[state].includes(button.dataset.action);
    });
    this.#showForm(!this.isOver && state !== "asking");
    this.part("open").href = `/studio/capsules/${this.capsuleId ?? ""}`;
    this.#facts(null);
    if (before !== state) this.told.changed(this, before);
  }

  #showForm(shown) {
    const about = this.part("about");
    if (!shown && about.contains(document.activeElement)) this.part("name").focus();
    about.hidden = !shown;
  }

  #trouble(words) {
    const place = this.part("trouble");
    place.textContent = words;
    place.hidden = words === "";
    place.className = `notice ${["failed", "refused", "lost"].includes(this.state) ? "bad" : "warn"}`;
  }

  #facts(secondsLeft) {
    const part = percent(this.sent, this.bytes);
    const over = this.isOver || this.state === "checking";
    const facts = over ? [size(this.bytes)] : [`${part} %`, say("progress.bytes", size(this.sent), size(this.bytes))];
    if (secondsLeft !== null && this.state === "sending") facts.push(timeLeft(secondsLeft));
    const text = facts.join(" · ");
    this.part("facts").textContent = text;
    const bar = this.part("bar");
    bar.hidden = over;
    bar.setAttribute("aria-valuenow", String(part));
    bar.setAttribute("aria-valuetext", text);
    bar.firstElementChild.style.inlineSize = `${part}%`;
  }

  /** Sends it, or goes on. */
  async send() {
    this.to("sending");
    try {
      if (!this.id) {
        const address = await create(this.file, this.fingerprint, this.replaces);
        this.id = address.split("/").pop();
        await this.form.begun(this.id);
      }
    } catch (refused) {
      this.#refusedAtCreation(refused);
      return;
    }
    if (this.state !== "sending") return;
    this.transfer = new Transfer(this.file, `/uploads/${this.id}`, {
      progress: (sent, left) => this.#progress(sent, left),
      waits: (what) => this.to("waiting", say(`waits.${what}`)),
      ends: () => this.#check(),
      fails: (status, code) => this.#fails(status, code),
    });
    this.transfer.start();
  }

  #refusedAtCreation(refused) {
    if (refused.status === 0 || refused.status === 503) {
      this.to("waiting", say("waits.server"));
      window.setTimeout(() => this.state === "waiting" && this.send(), 5000);
    } else this.#fails(refused.status, refused.code);
  }

  #progress(sent, left) {
    if (this.state === "waiting") this.to("sending");
    const before = percent(this.sent, this.bytes);
    this.sent = sent;
    this.#facts(left);
    const now = percent(sent, this.bytes);
    // Four times in all: whoever listens wants to do something else meanwhile.
    if (Math.floor(now / 25) > Math.floor(before / 25) && now < 100) this.told.says(say("said.progress", this.name, now));
  }

  #fails(status, code) {
    if (status === 404 || status === 410) {
      this.to("lost", say("problem.gone"));
      return;
    }
    const signedOut = status === 401;
    this.to("failed", say(signedOut ? "problem.signed-out" : hasWords(`problem.${code}`) ? `problem.${code}` : "problem.other"));
  }

  /** All bytes have come: what are they? */
  async #check() {
    this.sent = this.bytes;
    this.to("checking");
    for (;;) {
      try {
        const known = await one(this.id);
        if (known.state !== "checking") {
          this.#show(known);
          return;
        }
        this.#trouble(known.reasonCode ? say("waits.full") : "");
      } catch (refused) {
        if (refused.status === 404) return this.to("lost", say("problem.gone"));
        this.#trouble(say(refused.status === 401 ? "problem.signed-out" : "waits.server"));
      }
      await new Promise((done) => window.setTimeout(done, LOOK_MILLIS));
    }
  }

  #show(known) {
    this.capsuleId = known.capsuleId;
    this.sent = known.received;
    if (known.state === "receiving") this.to("missing", say("missing.text"));
    else if (known.state === "checking") this.#check();
    else this.to(known.state, this.#outcome(known));
  }

  #outcome(known) {
    if (known.state === "known") return say("known.text");
    if (known.state !== "refused") return "";
    return hasWords(`refused.${known.reasonCode}`) ? say(`refused.${known.reasonCode}`) : (known.reason ?? say("problem.other"));
  }

  /** A file for an upload that waits for it. */
  take(file) {
    if (!file) return;
    if (fingerprint(file) !== this.fingerprint) {
      this.to("missing", say("missing.other", file.name));
      return;
    }
    this.file = file;
    this.to("queued");
  }

  // ---- What the buttons do ----

  pause() {
    this.transfer?.pause();
    this.to("paused");
  }

  resume() {
    this.to("queued");
  }

  anyway() {
    this.to("queued");
  }

  anew() {
    this.id = null;
    this.sent = 0;
    this.to(this.file ? "queued" : "missing");
  }

  choose() {
    this.part("file").click();
  }

  async cancel() {
    this.transfer?.pause();
    await this.#leave("said.cancelled");
  }

  dismiss() {
    return this.#leave("said.dismissed");
  }

  async #leave(words) {
    try {
      if (this.id) await end(this.id);
    } catch (refused) {
      this.#trouble(say(refused.status === 0 ? "waits.server" : "problem.other"));
      return;
    }
    this.element.remove();
    this.state = "gone";
    this.told.changed(this, null);
    this.told.says(say(words, this.name));
  }
}
