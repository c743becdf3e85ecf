// The page that corrects the cues of one track. cue-model.js holds the cues, cue-list.js and
// cue-film.js show them; here is what the buttons and keys do.
import { cueApi } from "./cue-api.js";
import { draftOf } from "./cue-draft.js";
import { CueFilm } from "./cue-film.js";
import { CueForm } from "./cue-form.js";
import { listen } from "./cue-keys.js";
import { CueList } from "./cue-list.js";
import { CueModel, formatTime, fromServer, toServer } from "./cue-model.js";
import { CueFindings } from "./cue-findings.js";
import { showRevisions } from "./cue-revisions.js";
import { notices, words } from "./cue-words.js";

const CHECK_AFTER = 600; // ms of quiet; a check of 2,000 cues takes the server some 20 ms
const KEEP_AFTER = 400;
const NEW_CUE = 2000; // ms that a new cue shows
const REFUSALS = {
  400: "refused.invalid",
  401: "signed-out",
  403: "refused.forbidden",
  404: "refused.gone",
  413: "refused.too-large",
};

const page = document.getElementById("cues");
const api = cueApi(page.dataset.track, document.documentElement.lang);
const draft = draftOf(page.dataset.track);
const element = (id) => document.getElementById(id);

async function start() {
  notices.say(words.loading);
  let sheet;
  try {
    sheet = await api.open();
  } catch (failure) {
    notices.warn(failure.status === 401 ? words["signed-out"] : words.broken);
    return;
  }
  notices.say("");
  element("cues-work").hidden = false;
  new Editor(sheet);
}

class Editor {
  #revision;
  #model;
  #list;
  #film = null;
  #form;
  #findings;
  #checkTimer = 0;
  #keepTimer = 0;
  #checking = null;
  #version = 0; // changes so far: findings of an older one offer no fix
  #busy = false;
  #kept = true; // whether the browser holds what is not saved

  constructor(sheet) {
    const saved = sheet.cues.map(fromServer);
    this.#revision = sheet.revision.number;
    this.#model = new CueModel(saved);
    const film = element("film");
    if (film) {
      this.#film = new CueFilm(film, Math.round(sheet.filmStart * 1000), page.dataset.language);
      this.#film.follow(this.#model);
      this.#film.addEventListener("time", () => this.#list.play(this.#playing()));
      element("film-start").hidden = sheet.filmStart === 0;
      element("film-start-time").textContent = formatTime(Math.round(sheet.filmStart * 1000));
    }
    this.#list = new CueList(element("cue-list"), this.#model, words);
    this.#form = new CueForm(this.#model, this.#list);
    this.#findings = new CueFindings(this.#list);
    this.#connect(sheet);
    this.#recover();
    this.#findings.show(this.#model.dirty ? [] : sheet.findings);
    this.#list.select(this.#list.selected < 0 ? 0 : this.#list.selected);
    this.#tell();
  }

  #connect(sheet) {
    this.#model.addEventListener("change", () => this.#changed());
    this.#list.addEventListener("open", () => this.#form.focus());
    this.#list.addEventListener("tool", ({ detail }) => this.#act(detail));
    this.#findings.addEventListener("fix", ({ detail }) => this.#fix(detail));
    this.#findings.addEventListener("jump", ({ detail }) => this.#jump(detail));
    listen(page, (tool) => this.#act(tool));
    element("cues-revisions").addEventListener("toggle", (event) => {
      if (event.target.open) {
        this.#revisions();
      }
    });
    window.addEventListener("beforeunload", (event) => {
      this.#keep();
      if (this.#model.dirty) {
        event.preventDefault();
      }
    });
  }

  // ---- Doing ----

  async #act(tool) {
    const deeds = {
      save: () => this.#save(),
      undo: () => this.#undo("undo"),
      redo: () => this.#undo("redo"),
      previous: () => this.#move(-1),
      next: () => this.#move(1),
      play: () => this.#current && this.#film?.play(this.#current),
      pause: () => this.#film?.toggle(),
      "start-here": () => this.#setTime("start"),
      "end-here": () => this.#setTime("end"),
      go: () => this.#current && this.#film?.seek(this.#current.start),
      split: () => this.#split(),
      merge: () => this.#merge(),
      insert: () => this.#insert(),
      remove: () => this.#remove(),
      help: () => element("cues-help").showModal(),
    };
    try {
      await deeds[tool]();
    } catch (failure) {
      this.#failed(failure);
    }
  }

  get #current() {
    return this.#model.at(this.#list.selected);
  }

  #move(by) {
    const within = page.contains(document.activeElement) && element("cue-list").contains(document.activeElement);
    this.#list.select(Math.max(0, this.#list.selected + by), { focus: within });
    if (this.#current) {
      notices.say(words.position, this.#list.selected + 1, this.#model.length, this.#current.text);
    }
  }

  #setTime(side) {
    if (!this.#film || !this.#current) {
      return;
    }
    const time = this.#film.time;
    this.#model.pause();
    this.#model.replace(this.#list.selected, { [side]: time });
    notices.say(words[`${side}.set`], formatTime(time));
  }

  async #split() {
    const index = this.#list.selected;
    const cue = this.#current;
    if (!cue) {
      return;
    }
    const { edit } = await api.split(toServer(cue), this.#form.caret);
    if (edit && this.#model.at(index) === cue) {
      this.#applyAt(index, edit);
      this.#list.select(index + 1);
      this.#form.focus();
      notices.say(words.split);
    } else {
      notices.say(words["split.none"]);
    }
  }

  async #merge() {
    const index = this.#list.selected;
    const cue = this.#current;
    const next = this.#model.at(index + 1);
    const { edit } = cue && next ? await api.merge(toServer(cue), toServer(next)) : { edit: null };
    if (edit && this.#model.at(index) === cue && this.#model.at(index + 1) === next) {
      this.#applyAt(index, edit);
      this.#list.select(index);
      notices.say(words.merged);
    } else {
      notices.say(words["merged.none"]);
    }
  }

  /** An edit of a stretch that was sent to the server. */
  #applyAt(index, { from, to, cues }) {
    this.#model.pause();
    this.#model.apply({ from: index + from, to: index + to, cues: cues.map(fromServer) });
  }

  /** At the playhead where it is between this cue and the next, else right behind this one. */
  #insert() {
    const index = this.#list.selected;
    const before = this.#current;
    const after = this.#model.at(index + 1);
    const earliest = before ? Math.max(before.end, before.start) : 0;
    const now = this.#film ? this.#film.time : earliest;
    const start = now >= earliest && (!after || now < after.start) ? now : earliest;
    const end = after && after.start > start ? Math.min(start + NEW_CUE, after.start) : start + NEW_CUE;
    this.#model.pause();
    const cue = { id: null, start, end, text: "", settings: "" };
    this.#model.apply({ from: index + 1, to: index + 1, cues: [cue] });
    this.#list.select(index + 1);
    this.#form.focus();
    notices.say(words.inserted, formatTime(start));
  }

  #remove() {
    const index = this.#list.selected;
    if (this.#current) {
      const inList = element("cue-list").contains(document.activeElement);
      this.#model.pause();
      this.#model.apply({ from: index, to: index + 1, cues: [] });
      this.#list.select(Math.min(index, this.#model.length - 1), { focus: inList });
      notices.say(words.removed, index + 1);
    }
  }

  #undo(way) {
    const inList = element("cue-list").contains(document.activeElement);
    const edit = this.#model[way]();
    if (edit) {
      this.#list.select(Math.min(edit.from, this.#model.length - 1), { focus: inList });
      notices.say(words[way === "undo" ? "undone" : "redone"]);
    } else {
      notices.say(words[way === "undo" ? "undone.none" : "redone.none"]);
    }
  }

  #fix({ version, fix, message }) {
    if (version !== this.#version) {
      return; // the cues are others now; the next check is on its way
    }
    this.#applyAt(0, fix);
    this.#list.select(Math.min(fix.from, this.#model.length - 1));
    notices.say(words.fixed, message);
  }

  #jump(index) {
    this.#list.select(index);
    this.#film?.seek(this.#model.at(index).start);
    this.#form.focus();
  }

  #playing() {
    const now = this.#film.time;
    const index = this.#model.begunAt(now);
    return index >= 0 && this.#model.at(index).end > now ? index : -1;
  }

  // ---- Checking and keeping ----

  #changed() {
    this.#version++;
    if (this.#list.selected < 0) {
      this.#form.empty();
    }
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => this.#check(), CHECK_AFTER);
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => this.#keep(), KEEP_AFTER);
    this.#tell();
  }

  async #check() {
    this.#checking?.abort();
    this.#checking = new AbortController();
    const version = this.#version;
    try {
      const { findings } = await api.check(this.#model.cues.map(toServer), this.#checking.signal);
      if (version === this.#version) {
        this.#findings.show(findings, version);
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.#failed(failure);
      }
    }
  }

  #keep() {
    clearTimeout(this.#keepTimer);
    if (this.#model.dirty) {
      this.#kept = draft.write(this.#revision, this.#model.cues);
    } else {
      draft.forget();
    }
    this.#tell();
  }

  #tell() {
    const text = this.#model.dirty ? words.unsaved : words.saved.replace("{0}", this.#revision);
    element("cues-saved").textContent = text;
    for (const [tool, can] of [["undo", this.#model.canUndo], ["redo", this.#model.canRedo]]) {
      page.querySelector(`[data-do=${tool}]`).setAttribute("aria-disabled", String(!can));
    }
  }

  /** What an earlier visit left unsaved. */
  #recover() {
    const left = draft.read();
    if (!left) {
      return;
    }
    const old = left.revision !== this.#revision;
    this.#replaceAll(left.cues);
    if (!this.#model.dirty) {
      draft.forget();
      return;
    }
    notices.warn(old ? words["draft.old"] : words.draft, [
      [words.kept, () => notices.clear()],
      [words.theirs, () => this.#undo("undo")],
    ]);
    this.#changed();
  }

  #replaceAll(cues) {
    this.#model.pause();
    this.#model.apply({ from: 0, to: this.#model.length, cues });
    this.#list.select(0);
  }

  // ---- Saving ----

  async #save() {
    if (this.#busy) {
      return;
    }
    if (!this.#form.valid) {
      this.#form.focusInvalid();
      return;
    }
    if (!this.#model.dirty) {
      notices.say(words.unchanged);
      return;
    }
    this.#busy = true;
    notices.say(words.saving);
    const cues = this.#model.cues;
    try {
      const { revision, findings } = await api.save(this.#revision, cues.map(toServer));
      this.#saved(revision.number, cues);
      if (cues === this.#model.cues) {
        clearTimeout(this.#checkTimer);
        this.#findings.show(findings, this.#version);
      }
      notices.say(words.saved, revision.number);
    } catch (failure) {
      if (failure.status === 409) {
        this.#overtaken(failure.problem);
      } else {
        this.#failed(failure);
      }
    } finally {
      this.#busy = false;
    }
  }

  #saved(revision, cues) {
    this.#revision = revision;
    this.#model.markSaved(cues);
    notices.clear();
    this.#keep();
    if (element("cues-revisions").open) {
      this.#revisions();
    }
  }

  /** Nothing is lost either way: theirs stays in the list of revisions, mine in what can be undone. */
  #overtaken({ revision, madeBy }) {
    notices.warn(
      words.conflict.replace("{0}", revision).replace("{1}", () => madeBy || words["revision.file"]),
      [
        [
          words.kept,
          () => {
            this.#revision = revision;
            notices.clear();
            this.#act("save");
          },
        ],
        [words.theirs, () => this.#take()],
      ],
    );
  }

  async #take() {
    try {
      const sheet = await api.open();
      const cues = sheet.cues.map(fromServer);
      this.#replaceAll(cues);
      this.#saved(sheet.revision.number, cues);
      this.#findings.show(sheet.findings, this.#version);
    } catch (failure) {
      this.#failed(failure);
    }
  }

  /** The server's own sentence is for programmers, and in English. */
  #failed(failure) {
    notices.warn(words[REFUSALS[failure.status]] ?? words.failed);
  }

  // ---- Revisions ----

  async #revisions() {
    try {
      const { items } = await api.revisions();
      showRevisions(items, (number) => this.#restore(number));
    } catch (failure) {
      this.#failed(failure);
    }
  }

  async #restore(number) {
    try {
      const sheet = await api.restore(number, this.#revision);
      const cues = sheet.cues.map(fromServer);
      this.#replaceAll(cues);
      this.#saved(sheet.revision.number, cues);
      this.#findings.show(sheet.findings, this.#version);
      notices.say(words.restored, number, sheet.revision.number);
      element("cues-revisions").querySelector("summary").focus();
    } catch (failure) {
      if (failure.status === 409) {
        this.#overtaken(failure.problem);
      } else {
        this.#failed(failure);
      }
    }
  }
}

start();
