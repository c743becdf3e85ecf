// One upload on the page: how far it is, what it waits for, what can be done.
import { create, end, one } from "./upload-api.js";
import { fingerprint } from "./upload-files.js";
import { Form } from "./upload-form.js";
import { Transfer } from "./upload-transfer.js";
import { View } from "./upload-view.js";
import { hasWords, percent, say, settings } from "./upload-words.js";

const LOOK_MILLIS = 1500;
const AGAIN_MILLIS = 5000;

const wait = (millis) => new Promise((done) => window.setTimeout(done, millis));

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
    /** Counts what was begun: whatever comes late from something earlier is not listened to. */
    this.run = 0;
    this.view = new View(this.name, (action) => this[action]());
    this.view.part("texts").hidden = this.replaces !== null;
    this.view.part("file").addEventListener("change", (event) => this.take(event.target.files[0]));
    this.form = new Form(this.view.part("about"), known ?? {}, (words) => this.#asks(words));
    if (known) this.#show(known);
    else this.to("queued");
  }

  get element() {
    return this.view.element;
  }

  get isOver() {
    return this.view.isOver;
  }

  get isSending() {
    return this.state === "sending" || this.state === "waiting";
  }

  /** @param {string} state @param {string} [trouble] words for what is wrong */
  to(state, trouble = "") {
    const before = this.state;
    this.state = state;
    this.view.show(state, trouble, `/studio/capsules/${this.capsuleId ?? ""}`);
    this.view.facts(this.sent, this.bytes, null);
    if (before !== state) this.told.changed(this, before);
  }

  #asks(words) {
    if (this.view.asks(words)) this.told.says(`${this.name}: ${words}`);
  }

  /** Nothing that was begun before goes on. */
  #stop() {
    this.run += 1;
    this.transfer?.pause();
    this.transfer = null;
    return this.run;
  }

  /** Sends it, or goes on. */
  async send() {
    const run = this.#stop();
    this.to("sending");
    try {
      // One beginning at a time: the server would have two uploads of a film that is paused meanwhile.
      if (!this.id || this.beginning) await (this.beginning ??= this.#begin());
    } catch (refused) {
      if (run === this.run) await this.#notBegun(refused, run);
      return;
    }
    if (run === this.run) this.#transfer(run);
  }

  async #begin() {
    try {
      const address = await create(this.file, this.fingerprint, this.replaces);
      const id = address.split("/").pop();
      if (this.state === "gone") {
        await end(id);
        return;
      }
      this.id = id;
      await this.form.begun(id);
    } finally {
      this.beginning = null;
    }
  }

  async #notBegun(refused, run) {
    if (refused.status !== 0 && refused.status !== 503) {
      this.#fails(refused.status, refused.code);
      return;
    }
    this.to("waiting", say("waits.server"));
    await wait(AGAIN_MILLIS);
    if (run === this.run) this.send();
  }

  #transfer(run) {
    const now = (call) => (...values) => run === this.run && call(...values);
    this.transfer = new Transfer(this.file, `/uploads/${this.id}`, {
      progress: now((sent, left) => this.#progress(sent, left)),
      arrives: now(() => this.#arrives()),
      waits: now((what) => this.to("waiting", say(`waits.${what}`))),
      ends: now(() => this.#check()),
      fails: now((status, code) => this.#fails(status, code)),
    });
    this.transfer.start();
  }

  #progress(sent, left) {
    const before = percent(this.sent, this.bytes);
    this.sent = sent;
    this.view.facts(sent, this.bytes, left);
    const now = percent(sent, this.bytes);
    // Four times in all: whoever listens wants to do something else meanwhile.
    if (Math.floor(now / 25) > Math.floor(before / 25) && now < 100) this.told.says(say("said.progress", this.name, now));
  }

  /** The server answers again: what goes with the film may have met its absence too. */
  #arrives() {
    if (this.state !== "waiting") return;
    this.to("sending");
    this.form.again();
  }

  #fails(status, code) {
    if (code === "file-refused") this.#check();
    else if (status === 404 || status === 410) this.to("lost", say("problem.gone"));
    else if (status === 401) this.to("failed", say("problem.signed-out"));
    else this.to("failed", say(hasWords(`problem.${code}`) ? `problem.${code}` : "problem.other"));
  }

  /** No more bytes are wanted: what are they? */
  async #check() {
    const run = this.#stop();
    this.sent = this.bytes;
    this.to("checking");
    this.form.again();
    while (run === this.run) {
      const known = await one(this.id).catch((refused) => ({ refused }));
      if (run !== this.run) return;
      if (known.refused?.status === 404) this.to("lost", say("problem.gone"));
      else if (known.refused) this.view.trouble(say(known.refused.status === 401 ? "problem.signed-out" : "waits.server"));
      else if (known.state === "checking") this.view.trouble(this.#why(known.reasonCode));
      else await this.#settle(known);
      if (this.state !== "checking") return;
      await wait(LOOK_MILLIS);
    }
  }

  /** Why the server has not looked at it yet. */
  #why(reasonCode) {
    if (!reasonCode) return "";
    return say(reasonCode === "disk-full" ? "waits.full" : "waits.machine");
  }

  async #settle(known) {
    if (known.state === "receiving" && this.file) {
      // The server's disk lost some of it.
      this.sent = known.received;
      this.to("queued");
      return;
    }
    await this.form.again();
    this.#show(known);
    if (this.state !== "refused" && this.form.left.length > 0) {
      this.told.says(`${say(`said.${this.state}`, this.name)} ${this.#outcome(known)}`);
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
    if (known.state === "refused")
      return hasWords(`refused.${known.reasonCode}`) ? say(`refused.${known.reasonCode}`) : (known.reason ?? say("problem.other"));
    const sentences = [];
    if (known.state === "known") sentences.push(say("known.text"));
    if (known.reasonCode === "capsule-gone") sentences.push(say("done.capsule-gone"));
    const left = this.form.left;
    if (left.length > 0) sentences.push(say("done.left", left.join(", ")));
    return sentences.join(" ");
  }

  /** A file for an upload that waits for it. */
  take(file) {
    if (!file) return;
    if (fingerprint(file) !== this.fingerprint) {
      this.to("missing", say("missing.other", file.name));
      return;
    }
    this.file = file;
    if (this.state === "lost") this.anew();
    else this.to("queued");
  }

  // ---- What the buttons do ----

  pause() {
    this.#stop();
    this.to("paused");
    this.told.says(say("said.paused", this.name));
  }

  resume() {
    this.to("queued");
    this.told.says(say("said.resumed", this.name));
  }

  anyway() {
    this.to("queued");
  }

  anew() {
    this.#stop();
    this.id = null;
    this.sent = 0;
    this.form.anew();
    this.to(this.file ? "queued" : "missing");
  }

  choose() {
    this.view.part("file").click();
  }

  cancel() {
    return this.#leave("said.cancelled");
  }

  dismiss() {
    return this.#leave("said.dismissed");
  }

  async #leave(words) {
    this.#stop();
    try {
      if (this.id) await end(this.id);
    } catch (refused) {
      this.#stays(refused);
      return;
    }
    this.element.remove();
    this.state = "gone";
    this.told.changed(this, null);
    this.told.says(say(words, this.name));
  }

  #stays(refused) {
    // Its last byte had come, and it is being taken in.
    if (refused.status === 423) this.#check();
    else if (this.isOver) this.view.trouble(say("leave.failed"));
    else this.to(this.file ? "paused" : "missing", say("leave.failed"));
  }
}
