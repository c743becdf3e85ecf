// The subtitle files of one upload: those that are there, and those that are on their way or asked about.
import { addSubtitles, removeSubtitles } from "./upload-api.js";
import { isSubtitles } from "./upload-files.js";
import { hasWords, languageName, option, say, settings } from "./upload-words.js";

export class Subtitles {
  /**
   * @param {Element} root the part of the card that is about the film
   * @param {{id: ?string, subtitles: ?Array}} known of the server; without an id so far
   * @param {{note: Function, asks: Function}} told asks(words) is told what the owner has to say or must know; empty for nothing
   */
  constructor(root, known, told) {
    this.root = root;
    this.told = told;
    this.id = known.id ?? null;
    this.there = known.subtitles ?? [];
    /** @type {{file: File, language: ?string, state: "pending" | "asked" | "failed", words: string}[]} */
    this.open = [];
    this.#show();
  }

  #find(name) {
    return this.root.querySelector(`[data-field="${name}"]`);
  }

  /** Names of the files that the server does not have. */
  get left() {
    return this.open.map((one) => one.file.name);
  }

  /** The server has begun the upload, or answers again. */
  async again(id) {
    this.id = id;
    for (const one of [...this.open]) if (one.state === "pending") await (one.sending ??= this.#send(one));
  }

  /** The server lost the upload: what is still at hand goes with the next one. */
  anew() {
    this.id = null;
    const kept = this.there.filter((one) => one.file);
    this.open.push(...kept.map((one) => ({ file: one.file, language: one.language, state: "pending" })));
    this.there = [];
    this.#show();
  }

  async add(file) {
    if (!isSubtitles(file)) {
      this.told.note("subtitles.type", file.name);
      return;
    }
    const one = { file, language: null, state: "pending" };
    this.open.push(one);
    this.#show();
    if (this.id) await (one.sending ??= this.#send(one));
  }

  async #send(one) {
    try {
      const added = await addSubtitles(this.id, one.file, one.language);
      this.#close(one);
      this.there = this.there.filter((other) => other.language !== added.language || other.role !== added.role);
      this.there.push({ ...added, file: one.file });
      this.told.note("subtitles.added", one.file.name, languageName(added.language));
    } catch (refused) {
      this.#refused(one, refused);
    }
    one.sending = null;
    this.#show();
  }

  #refused(one, refused) {
    // Nothing is wrong with the file: it goes when the server answers.
    if (refused.status === 0 || refused.status >= 500) return;
    // Nothing but its owner tells which language it is in.
    one.state = refused.code === "language-needed" ? "asked" : "failed";
    const trouble = hasWords(`problem.${refused.code}`) ? `problem.${refused.code}` : "subtitles.failed";
    one.words = say(one.state === "asked" ? "subtitles.which" : trouble, one.file.name);
  }

  #close(one) {
    this.open = this.open.filter((other) => other !== one);
  }

  #show() {
    const asked = this.open.filter((one) => one.state === "asked");
    const others = this.open.filter((one) => one.state !== "asked");
    this.#find("subtitles").replaceChildren(
      ...this.there.map((one) =>
        this.#row(say("subtitles.row", languageName(one.language), one.name, one.cues), one.name, () => this.#remove(one)),
      ),
      ...others.map((one) => this.#openRow(one, one.words ?? say("subtitles.pending", one.file.name))),
    );
    const questions = this.#find("questions");
    // A question that somebody is answering stays where it is.
    [...questions.children].filter((row) => !asked.includes(row.of)).forEach((row) => row.remove());
    const shown = [...questions.children].map((row) => row.of);
    questions.append(...asked.filter((one) => !shown.includes(one)).map((one) => this.#question(one)));
    this.told.asks(this.open.map((one) => one.words ?? "").join(" ").trim());
  }

  #openRow(one, text) {
    return this.#row(text, one.file.name, () => {
      this.#close(one);
      this.#show();
      this.#find("subtitle-files").focus();
    });
  }

  #row(text, name, removed) {
    const row = document.createElement("li");
    const words = document.createElement("span");
    words.textContent = text;
    row.append(words, this.#removal(name, removed));
    return row;
  }

  #removal(name, removed) {
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "button quiet";
    remove.textContent = say("subtitles.remove");
    remove.setAttribute("aria-label", `${say("subtitles.remove")}: ${name}`);
    remove.addEventListener("click", removed);
    return remove;
  }

  #question(one) {
    const row = this.root.querySelector("template.language-row").content.cloneNode(true).firstElementChild;
    row.of = one;
    row.querySelector("[data-field=subtitle-name]").textContent = one.file.name;
    const select = row.querySelector("select");
    select.append(option("", say("language.choose")), ...settings.languages.map((each) => option(each.tag, each.name)));
    select.setAttribute("aria-label", one.words);
    select.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!select.value) return;
      Object.assign(one, { language: select.value, state: "pending", words: undefined });
      this.#show();
      this.#find("subtitle-files").focus();
      if (this.id) one.sending ??= this.#send(one);
    });
    row.append(
      this.#removal(one.file.name, () => {
        this.#close(one);
        this.#show();
        this.#find("subtitle-files").focus();
      }),
    );
    return row;
  }

  async #remove(one) {
    try {
      await removeSubtitles(this.id, one.id);
      this.there = this.there.filter((other) => other !== one);
      this.told.note("subtitles.removed", one.name);
    } catch (refused) {
      this.told.note(hasWords(`problem.${refused.code}`) ? `problem.${refused.code}` : "form.failed");
    }
    this.#show();
    this.#find("subtitle-files").focus();
  }
}
