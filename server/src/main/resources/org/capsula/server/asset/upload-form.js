// What is said of one upload while its bytes travel: saved as soon as a field is left.
import { saveForm } from "./upload-api.js";
import { Subtitles } from "./upload-subtitles.js";
import { hasWords, languageName, option, say, settings } from "./upload-words.js";

const NEW_COLLECTION = "new";
const NOTHING = { titles: {}, language: null, collection: null };

export class Form {
  /**
   * @param {Element} root the part of the card that is about it
   * @param {{id: ?string, form: ?object, subtitles: ?Array}} known of the server; without an id so far
   * @param {Function} asks is told what the owner has to say or must know; empty for nothing
   */
  constructor(root, known, asks) {
    this.root = root;
    this.id = known.id ?? null;
    this.saved = { ...NOTHING, ...known.form };
    /** Whether something was said that the server does not have. */
    this.isNew = false;
    this.subtitles = new Subtitles(root, known, { note: (...words) => this.#note(...words), asks });
    this.#fill(this.saved);
    this.#listen();
  }

  #find(name) {
    return this.root.querySelector(`[data-field="${name}"]`);
  }

  #fill(form) {
    const titles = Object.entries(form.titles ?? {});
    (titles.length > 0 ? titles : [[document.documentElement.lang, ""]]).forEach(([tag, title]) =>
      this.#addTitle(tag, title),
    );
    const spoken = this.#find("language");
    spoken.append(option("", say("language.unknown")), ...settings.languages.map((one) => option(one.tag, one.name)));
    const collection = this.#find("collection");
    collection.append(
      option("", say("collection.none")),
      ...settings.collections.map((one) => option(one.id, one.title)),
      option(NEW_COLLECTION, say("collection.new")),
    );
    spoken.value = form.language ?? "";
    if (form.collection) {
      collection.value = form.collection.id ?? NEW_COLLECTION;
      this.#find("new-collection").value = form.collection.title ?? "";
    }
    this.#showNewCollection();
  }

  #addTitle(tag, title) {
    const row = this.root.querySelector("template.title-row").content.cloneNode(true).firstElementChild;
    const select = row.querySelector("select");
    select.append(...settings.languages.map((one) => option(one.tag, one.name)));
    select.value = tag;
    const input = row.querySelector("input");
    input.value = title;
    input.lang = tag;
    select.addEventListener("change", () => (input.lang = select.value));
    this.#find("titles").append(row);
    return input;
  }

  #listen() {
    this.root.addEventListener("change", (event) => {
      if (event.target.type === "file") return;
      this.#showNewCollection();
      this.save();
    });
    // Who types while the last byte comes has not left the field yet.
    this.root.addEventListener("input", (event) => {
      if (event.target.type !== "text") return;
      this.isNew = true;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.save(), 700);
    });
    this.#find("add-title").addEventListener("click", () => {
      const used = [...this.#find("titles").querySelectorAll("select")].map((select) => select.value);
      const free = settings.languages.find((one) => !used.includes(one.tag)) ?? settings.languages[0];
      this.#addTitle(free.tag, "").focus();
    });
    const files = this.#find("subtitle-files");
    files.addEventListener("change", () => {
      [...files.files].forEach((file) => this.addSubtitles(file));
      files.value = "";
    });
  }

  addSubtitles(file) {
    return this.subtitles.add(file);
  }

  #showNewCollection() {
    this.#find("new-collection-field").hidden = this.#find("collection").value !== NEW_COLLECTION;
  }

  #value() {
    const titles = {};
    for (const row of this.#find("titles").children) {
      const title = row.querySelector("input").value.trim();
      if (title) titles[row.querySelector("select").value] = title;
    }
    const chosen = this.#find("collection").value;
    const made = { id: null, language: document.documentElement.lang, title: this.#find("new-collection").value };
    const collection = chosen === "" ? null : chosen === NEW_COLLECTION ? made : { id: chosen, language: null, title: null };
    return { titles, language: this.#find("language").value || null, collection };
  }

  /** The server has begun it: what was said before goes there now. */
  begun(id) {
    this.id = id;
    return this.again();
  }

  /** What the server does not have goes there now. */
  async again() {
    window.clearTimeout(this.timer);
    if (!this.id) return;
    await (this.isNew ? this.save() : this.saving);
    await this.subtitles.again(this.id);
  }

  /** The server lost it: all is said once more to the next one. */
  anew() {
    this.id = null;
    this.saved = NOTHING;
    this.isNew = true;
    this.subtitles.anew();
  }

  /** What was said, and the server does not have. */
  get left() {
    return [...(this.isNew ? this.#unsaved() : []), ...this.subtitles.left];
  }

  #unsaved() {
    const now = this.#value();
    const words = Object.entries(now.titles)
      .filter(([tag, title]) => this.saved.titles[tag] !== title)
      .map(([, title]) => title);
    if (now.language && now.language !== this.saved.language) words.push(languageName(now.language));
    const collection = this.#find("collection").selectedOptions[0].textContent;
    if (JSON.stringify(now.collection) !== JSON.stringify(this.saved.collection)) words.push(now.collection?.title || collection);
    return words;
  }

  /** One request at a time, the last of which brings what is said last. */
  async save() {
    this.isNew = true;
    if (this.id) await (this.saving ??= this.#saveAll());
  }

  async #saveAll() {
    try {
      while (this.isNew) {
        const value = this.#value();
        this.isNew = false;
        await saveForm(this.id, value);
        this.saved = value;
        this.#note("saved");
      }
    } catch (refused) {
      this.isNew = true;
      this.#note(hasWords(`problem.${refused.code}`) ? `problem.${refused.code}` : "form.failed");
    } finally {
      this.saving = null;
    }
  }

  #note(key, ...values) {
    this.#find("note").textContent = say(key, ...values);
  }
}
