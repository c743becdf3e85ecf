// What is said of one upload while its bytes travel: saved as soon as a field is left.
import { addSubtitles, removeSubtitles, saveForm } from "./upload-api.js";
import { isSubtitles } from "./upload-files.js";
import { hasWords, languageName, say, settings } from "./upload-words.js";

const NEW_COLLECTION = "new";

function option(value, text, language) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = text;
  if (language) made.lang = language;
  return made;
}

export class Form {
  /**
   * @param {Element} root the part of the card that is about it
   * @param {{id: ?string, form: ?object, subtitles: ?Array}} known of the server; without an id so far
   */
  constructor(root, known) {
    this.root = root;
    this.id = known.id;
    this.subtitles = known.subtitles ?? [];
    this.pending = [];
    this.#fill(known.form);
    this.#listen();
    this.#showSubtitles();
  }

  #find(name) {
    return this.root.querySelector(`[data-field="${name}"]`);
  }

  #fill(form) {
    const titles = Object.entries(form?.titles ?? {});
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
    spoken.value = form?.language ?? "";
    if (form?.collection) {
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
      window.clearTimeout(this.timer);
      if (event.target.type === "text") this.timer = window.setTimeout(() => this.save(), 700);
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
  async begun(id) {
    this.id = id;
    if (this.touched) await this.save();
    const waiting = this.pending.splice(0);
    for (const { file, language } of waiting) await this.addSubtitles(file, language);
  }

  async save() {
    this.touched = true;
    if (!this.id) return;
    try {
      await saveForm(this.id, this.#value());
      this.#note("saved");
    } catch (refused) {
      this.#note(this.#trouble(refused, "form.failed"));
    }
  }

  #trouble(refused, otherwise) {
    return hasWords(`problem.${refused.code}`) ? `problem.${refused.code}` : otherwise;
  }

  #note(key, ...values) {
    this.#find("note").textContent = say(key, ...values);
  }

  async addSubtitles(file, language) {
    if (!isSubtitles(file)) {
      this.#note("subtitles.type", file.name);
      return;
    }
    if (!this.id) {
      this.pending.push({ file, language });
      return;
    }
    try {
      const added = await addSubtitles(this.id, file, language);
      this.subtitles = this.subtitles.filter((one) => one.language !== added.language || one.role !== added.role);
      this.subtitles.push(added);
      this.#note("subtitles.added", file.name, languageName(added.language));
    } catch (refused) {
      if (refused.code === "language-needed") this.#askLanguage(file);
      else this.#note(this.#trouble(refused, "subtitles.failed"), file.name);
    }
    this.#showSubtitles();
  }

  /** Nothing but its owner tells which language it is in. */
  #askLanguage(file) {
    const row = this.root.querySelector("template.language-row").content.cloneNode(true).firstElementChild;
    row.querySelector("[data-field=subtitle-name]").textContent = file.name;
    const select = row.querySelector("select");
    select.append(option("", say("language.choose")), ...settings.languages.map((one) => option(one.tag, one.name)));
    select.setAttribute("aria-label", say("subtitles.which", file.name));
    select.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!select.value) return;
      row.remove();
      this.addSubtitles(file, select.value);
    });
    this.#find("questions").append(row);
    this.#note("subtitles.which", file.name);
  }

  #showSubtitles() {
    const rows = this.subtitles.map((one) => {
      const row = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = say("subtitles.row", languageName(one.language), one.name, one.cues);
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "button quiet";
      remove.textContent = say("subtitles.remove");
      remove.setAttribute("aria-label", `${say("subtitles.remove")}: ${one.name}`);
      remove.addEventListener("click", () => this.#remove(one));
      row.append(text, remove);
      return row;
    });
    this.#find("subtitles").replaceChildren(...rows);
  }

  async #remove(one) {
    try {
      await removeSubtitles(this.id, one.id);
      this.subtitles = this.subtitles.filter((other) => other !== one);
      this.#note("subtitles.removed", one.name);
    } catch (refused) {
      this.#note(this.#trouble(refused, "form.failed"));
    }
    this.#showSubtitles();
    this.#find("subtitle-files").focus();
  }
}
