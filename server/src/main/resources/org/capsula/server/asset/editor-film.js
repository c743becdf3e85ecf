// What is set from the film: chapters and trim. Times in the page are of the footage; the film that is
// shown may begin later.
import { formatTime, parseTime } from "./editor-time.js";
import { rowOf, say } from "./editor-words.js";

const ROUNDING = 0.001; // s: times are written in milliseconds

const element = (id) => document.getElementById(id);
const video = document.querySelector("hls-video");

export class FilmForm {
  #film;
  #chapters = { own: false, list: [] };
  #inherited = [];
  #editable;
  #changed;

  constructor(state, editable, changedInPage) {
    this.#editable = editable;
    this.#changed = changedInPage;
    element("chapters-language").addEventListener("change", () => this.#draw());
    for (const button of document.querySelectorAll("[data-playhead]")) {
      button.addEventListener("click", () => {
        element(button.dataset.playhead).value = formatTime(this.playhead());
        changedInPage();
      });
    }
    this.follow(state);
  }

  follow(state) {
    this.#film = state.film;
    this.#inherited = state.inherited;
  }

  /** Seconds of the footage. */
  playhead() {
    return this.filmTime() + (this.#film?.startSeconds ?? 0);
  }

  /** Seconds of the film that is shown. */
  filmTime() {
    const time = video ? video.currentTime : 0;
    return Number.isFinite(time) ? time : 0;
  }

  fill(fields) {
    this.#chapters = JSON.parse(fields.chapters);
    const first = this.#chapters.list[0];
    const select = element("chapters-language");
    const language = first?.language ?? (fields.language || document.documentElement.lang);
    if (![...select.options].some((option) => option.value === language)) select.add(new Option(language, language));
    select.value = language;
    const trim = JSON.parse(fields.trim);
    element("trim-start").value = formatTime(trim.startSeconds);
    element("trim-end").value = trim.endSeconds === null ? "" : formatTime(trim.endSeconds);
    this.#draw();
  }

  /** Fields as they stand in the page; what is no time is named and left as it was. */
  fields() {
    const start = this.#time("trim-start", 0);
    const end = this.#time("trim-end", null);
    const order = end !== null && start !== null && end <= start;
    if (order) this.#error("trim-end", say("rule.no-part"));
    const last = this.#film?.footageSeconds ?? null;
    if (last !== null && start >= last) this.#error("trim-start", say("beyond", formatTime(last)));
    if (last !== null && end > last + ROUNDING) this.#error("trim-end", say("beyond", formatTime(last)));
    const list = [...this.#chapters.list].sort(
      (a, b) => a.startSeconds - b.startSeconds || (a.language < b.language ? -1 : 1),
    );
    return {
      chapters: JSON.stringify({ own: this.#chapters.own, list: this.#chapters.own ? list : [] }),
      trim: JSON.stringify({ startSeconds: start ?? 0, endSeconds: end }),
    };
  }

  /** The first field that cannot be saved; null where there is none. */
  firstMistake() {
    this.fields();
    for (const title of document.querySelectorAll("#chapters-list [data-part=title]")) {
      title.setAttribute("aria-invalid", String(title.value.trim() === ""));
    }
    return document.querySelector("#form [aria-invalid=true]");
  }

  #time(id, empty) {
    const text = element(id).value.trim();
    const time = text === "" ? empty : parseTime(text);
    this.#error(id, text !== "" && time === null ? say("time") : "");
    return time;
  }

  #error(id, sentence) {
    element(`${id}-error`).textContent = sentence;
    element(id).setAttribute("aria-invalid", String(sentence !== ""));
  }

  do(deed) {
    if (deed === "trim-whole") {
      element("trim-start").value = formatTime(0);
      element("trim-end").value = "";
    } else if (deed === "chapters-own") {
      const language = element("chapters-language").value;
      this.#chapters = {
        own: true,
        list: this.#inherited.map((chapter) => ({ ...chapter, language: chapter.language ?? language })),
      };
      this.#draw();
      element("chapters-language").focus();
    } else if (deed === "chapters-back") {
      this.#chapters = { own: false, list: [] };
      this.#draw();
      document.querySelector("[data-do=chapters-own]").focus();
    } else if (deed === "chapter-add") {
      const chapter = { startSeconds: this.playhead(), title: "", language: element("chapters-language").value };
      this.#chapters.list.push(chapter);
      this.#draw(chapter);
    } else {
      return;
    }
    this.#changed();
  }

  #draw(focused) {
    const { own } = this.#chapters;
    element("chapters-inherited").hidden = own;
    element("chapters-chosen").hidden = !own;
    element("chapters-inherited-list").replaceChildren(
      ...(this.#inherited.length ? this.#inherited : [null]).map((chapter) => {
        const item = document.createElement("li");
        item.textContent = chapter ? `${formatTime(chapter.startSeconds)} ${chapter.title}` : say("chapters.none");
        return item;
      }),
    );
    const language = element("chapters-language").value;
    this.#chapters.list.sort((a, b) => a.startSeconds - b.startSeconds);
    element("chapters-list").replaceChildren(
      ...this.#chapters.list
        .filter((chapter) => chapter.language === language)
        .map((chapter, index) => this.#row(chapter, index + 1, chapter === focused)),
    );
    if (focused) element("chapters-list").querySelector("[data-new] [data-part=title]")?.focus();
  }

  #row(chapter, number, isNew) {
    const { row, parts } = rowOf("chapter-row");
    if (isNew) row.dataset.new = "";
    parts.time.value = formatTime(chapter.startSeconds);
    parts.title.value = chapter.title;
    parts.title.lang = chapter.language;
    for (const button of [parts.playhead, parts.remove]) {
      button.setAttribute("aria-label", `${say("chapter", number)}: ${button.textContent}`);
    }
    parts.time.addEventListener("change", () => {
      const time = parseTime(parts.time.value);
      parts.time.setAttribute("aria-invalid", String(time === null));
      parts.error.textContent = time === null ? say("time") : "";
      if (time !== null) chapter.startSeconds = time;
      this.#changed();
    });
    parts.title.addEventListener("input", () => {
      chapter.title = parts.title.value;
      this.#changed();
    });
    parts.playhead.addEventListener("click", () => {
      chapter.startSeconds = this.playhead();
      parts.time.value = formatTime(chapter.startSeconds);
      this.#changed();
    });
    parts.remove.addEventListener("click", () => {
      this.#chapters.list = this.#chapters.list.filter((each) => each !== chapter);
      this.#draw();
      document.querySelector("[data-do=chapter-add]").focus();
      this.#changed(say("chapter.removed"));
    });
    if (!this.#editable) for (const part of Object.values(parts)) part.disabled = true;
    return row;
  }
}
