// The page on which a capsule is edited. Texts are saved together, by a button; files at once.
import { api, Refused } from "./editor-api.js";
import { Files, findingsInto } from "./editor-files.js";
import { FilmForm } from "./editor-film.js";
import { changed, changeOf, fieldsInPage, fieldsOf, fill } from "./editor-form.js";
import { endConflict, showConflict } from "./editor-conflict.js";
import { showPage, showProduction, tellReady } from "./editor-header.js";
import { checkCollection, markRefused, unmark } from "./editor-mistakes.js";
import { lookAtRelease } from "./release.js";
import { say, sayRefusal } from "./editor-words.js";

const POLL = 3000; // ms between looks at a production
const element = (id) => document.getElementById(id);
const form = element("form");
const editable = element("editor").dataset.editable === "true";

class Editor {
  #state;
  #saved;
  #film;
  #files;
  #saving = false;

  constructor(state) {
    this.#state = state;
    this.#saved = fieldsOf(state.description);
    this.#film = new FilmForm(state, editable, (words) => this.#touched(words));
    this.#files = new Files(
      (now) => {
        this.#show(now);
        lookAtRelease();
      },
      (words) => this.#announce(words),
    );
    this.#collections(state.collections);
    fill(this.#saved, form);
    this.#film.fill(this.#saved);
    this.#show(state);
    this.#listen();
    this.#touched();
    if (!editable) this.#lock();
    setTimeout(() => this.#poll(), POLL);
  }

  #listen() {
    form.addEventListener("input", ({ target }) => {
      unmark(target);
      this.#touched();
    });
    form.addEventListener("change", () => this.#touched());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    form.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        this.#save();
      }
    });
    window.addEventListener("beforeunload", (event) => {
      if (editable && this.#mine().length > 0) event.preventDefault();
    });
  }

  #press(button) {
    if (!button) return;
    if (button.dataset.choose) element(button.dataset.choose).click();
    const deed = button.dataset.do;
    if (deed === "poster-frame") this.#files.run("poster-error", () => api.frame(this.#film.filmTime()));
    else if (deed === "poster-own") this.#ownPoster();
    else if (deed) this.#film.do(deed);
  }

  async #ownPoster() {
    if (await this.#files.run("poster-error", () => api.noPoster())) {
      element("poster-heading").parentElement.querySelector("button:not([hidden])").focus(); // its button is gone
    }
  }

  #fields() {
    return fieldsInPage(this.#saved, form, this.#film.fields());
  }

  /** Names of the fields that are not saved. */
  #mine() {
    return changed(this.#saved, this.#fields());
  }

  #touched(words) {
    element("collection-new").hidden = element("collection.id").value !== "new";
    element("collection.order").closest(".field").hidden = element("collection.id").value === "";
    if (!this.#saving) this.#announce(words ?? say(this.#mine().length > 0 ? "unsaved" : "saved"));
    form.classList.toggle("unsaved", this.#mine().length > 0);
  }

  #announce(words) {
    const place = element("save-state");
    if (place.textContent !== words) place.textContent = words;
  }

  async #save() {
    if (this.#saving || !editable) return;
    checkCollection();
    const mistake = this.#film.firstMistake();
    if (mistake) {
      this.#announce(say("invalid"));
      mistake.focus();
      return;
    }
    const names = this.#mine();
    if (names.length === 0) {
      this.#touched();
      return;
    }
    this.#saving = true;
    this.#announce(say("saving"));
    try {
      const sent = this.#fields();
      const state = await api.change(this.#state.version, changeOf(sent, names));
      this.#saving = false;
      this.#taken(state, sent);
    } catch (refused) {
      this.#saving = false;
      if (!(refused instanceof Refused)) throw refused;
      if (refused.status === 412) this.#merge(refused.problem);
      else {
        markRefused(refused.problem);
        this.#announce(sayRefusal(refused));
      }
    }
  }

  /** What was typed while it was on its way stays unsaved. */
  #taken(state, sent) {
    const typed = changed(sent, this.#fields());
    const now = this.#fields();
    this.#saved = fieldsOf(state.description);
    this.#collections(state.collections);
    const shown = { ...this.#saved };
    for (const name of typed) shown[name] = now[name];
    fill(shown, form);
    this.#film.fill(shown);
    this.#show(state);
    endConflict();
    this.#touched();
  }

  /** Somebody else has saved: what only they changed is taken; about the rest the person decides. */
  #merge({ version, description }) {
    const theirs = fieldsOf(description);
    const now = this.#fields();
    const mine = this.#mine();
    const both = mine.filter((name) => (theirs[name] ?? "") !== (this.#saved[name] ?? "") && (theirs[name] ?? "") !== (now[name] ?? ""));
    const merged = { ...theirs };
    for (const name of mine) merged[name] = now[name];
    this.#saved = theirs;
    this.#state = { ...this.#state, version };
    fill(merged, form);
    this.#film.fill(merged);
    this.#touched();
    if (both.length === 0) {
      this.#save();
      return;
    }
    showConflict(both, theirs, (name) => {
      const shown = { ...this.#fields(), [name]: theirs[name] ?? "" };
      fill(shown, form);
      this.#film.fill(shown);
      this.#touched();
      element("save").focus();
    });
    this.#announce(say("conflict"));
  }

  #collections(all) {
    const select = element("collection.id");
    const known = new Set([...select.options].map((option) => option.value));
    for (const [id, titles] of Object.entries(all)) {
      const name = titles[document.documentElement.lang] ?? Object.values(titles)[0] ?? id;
      if (!known.has(id)) select.add(new Option(name, id));
    }
  }

  /** All that is not typed. */
  #show(state) {
    const version = this.#state.version;
    this.#state = { ...state, version: state.description === this.#state.description ? version : this.#newest(state) };
    this.#film.follow(state);
    this.#files.draw(state);
    const poster = element("poster");
    poster.hidden = state.poster.address === null;
    if (state.poster.address && poster.getAttribute("src") !== state.poster.address) poster.src = state.poster.address;
    document.querySelector("[data-do=poster-own]").hidden = !state.poster.own;
    document.querySelector("[data-do=poster-frame]").hidden = !state.film?.picture;
    showPage(state.page);
    findingsInto(element("film-findings"), state.findings);
    showProduction(state.production);
  }

  /** A file was changed, and somebody may have saved texts meanwhile: those are not seen here yet. */
  #newest(state) {
    return changed(fieldsOf(state.description), this.#saved).length === 0 ? state.version : this.#state.version;
  }

  async #poll() {
    const before = this.#state.production?.state;
    if (before === "queued" || before === "running") {
      const state = await api.state().catch(() => null);
      if (state) {
        this.#state.production = state.production;
        showProduction(state.production);
        if (state.production?.state === "done") {
          tellReady(state.production);
          lookAtRelease();
        }
      }
    }
    setTimeout(() => this.#poll(), POLL);
  }

  #lock() {
    for (const input of form.querySelectorAll("input, textarea, select, button")) {
      // The picture may be looked at; who decides on the release need not be who edits.
      if (!input.closest("media-controller, #release")) input.disabled = true;
    }
  }
}

new Editor(JSON.parse(element("editor-state").textContent));
