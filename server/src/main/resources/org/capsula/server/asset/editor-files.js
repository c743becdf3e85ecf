// Subtitles, documents and what was removed: each change is saved at once.
import { api, Refused } from "./editor-api.js";
import { ask, rowOf, say, sayRefusal } from "./editor-words.js";

const element = (id) => document.getElementById(id);
const page = element("editor");
const editable = page.dataset.editable === "true";
const sizes = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });

export function findingsInto(target, findings) {
  target.replaceChildren(
    ...findings.map((finding) => {
      const item = document.createElement("li");
      const badge = document.createElement("span");
      badge.className = `badge ${{ error: "bad", warning: "warn" }[finding.severity] ?? ""}`;
      badge.textContent = say(`severity.${finding.severity}`);
      const words = document.createElement("span");
      words.lang = finding.language;
      words.textContent = [finding.message, finding.action].filter(Boolean).join(" ");
      item.append(badge, ` ${finding.place ? `${finding.place}: ` : ""}`, words);
      return item;
    }),
  );
}

export class Files {
  #show;
  #announce;
  #drawn = new Map(); // by list: by id: what a row was made of, and the row

  /**
   * show draws the capsule as it is after a change; announce tells a screen reader what was done.
   */
  constructor(show, announce) {
    this.#show = show;
    this.#announce = announce;
    this.#chosen("track-file", "tracks-error", (file) => this.#addTrack(file));
    this.#chosen("document-file", "documents-error", (file) => this.#addDocument(file));
    this.#chosen("poster-file", "poster-error", (file) => api.poster(file));
  }

  /** One after the other; each that is not taken has a line of its own. */
  #chosen(id, errors, add) {
    element(id).addEventListener("change", async () => {
      const files = [...element(id).files];
      element(id).value = "";
      element(errors).replaceChildren();
      let refused = 0;
      for (const file of files) {
        const name = files.length > 1 ? `${file.name}: ` : "";
        if (!(await this.#attempt(errors, () => add(file), say("done"), name))) refused++;
      }
      if (refused > 0 && files.length > 1) this.#announce(say("not-taken", refused, files.length));
    });
  }

  /** Does it, draws what came of it and says so; what went wrong stands in the section. */
  run(errors, work, done = say("done")) {
    element(errors).replaceChildren();
    return this.#attempt(errors, work, done, "");
  }

  async #attempt(errors, work, done, name) {
    page.setAttribute("aria-busy", "true");
    this.#announce(say("working"));
    try {
      this.#show(await work());
      this.#announce(done);
      return true;
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      const sentence = name + sayRefusal(refused);
      this.#announce(sentence);
      const line = document.createElement("p");
      line.textContent = sentence;
      element(errors).append(line);
      if (refused.reason === "outdated") await this.#look();
      return false;
    } finally {
      page.removeAttribute("aria-busy");
    }
  }

  async #look() {
    const state = await api.state().catch(() => null);
    if (state) this.#show(state);
  }

  /** Asks before it takes another one's place. */
  async #orReplace(add) {
    try {
      return await add(false);
    } catch (refused) {
      if (refused.reason !== "conflict" || !(await ask(say("ask.replace")))) throw refused;
      return add(true);
    }
  }

  #addTrack(file) {
    const language = element("track-language").value;
    const query = { name: file.name, ...(language ? { language } : {}) };
    return this.#orReplace((replace) => api.addTrack(file, { ...query, replace }));
  }

  #addDocument(file) {
    const query = { name: file.name, kind: element("document-kind").value };
    return this.#orReplace((replace) => api.addDocument(file, { ...query, replace }));
  }

  draw(state) {
    this.#fill("tracks", state.tracks, (track, old) => this.#track(track, old));
    this.#fill("documents", state.documents, (document) => this.#document(document));
    this.#fill("removed", state.removed, (file) => this.#removed(file));
    element("removed-section").hidden = state.removed.length === 0;
  }

  /**
   * What did not change keeps its row, with all that was chosen in it and is not applied yet; whoever
   * stood in a row with the keyboard stands there still.
   */
  #fill(id, items, row) {
    const before = this.#drawn.get(id) ?? new Map();
    const focused = document.activeElement?.closest(`#${id} [data-part]`);
    const from = focused && [...before].find(([, each]) => each.row.contains(focused))?.[0];
    const now = new Map();
    for (const item of items) {
      const json = JSON.stringify(item);
      const old = before.get(item.id);
      now.set(item.id, old?.json === json ? old : { json, row: row(item, old?.row) });
    }
    this.#drawn.set(id, now);
    element(id).replaceChildren(...[...now.values()].map((each) => each.row));
    const none = element(`${id}-none`);
    if (none) none.hidden = items.length > 0;
    const place = from && now.get(from)?.row.querySelector(`[data-part="${focused.dataset.part}"]`);
    (place?.matches("details") ? place.querySelector("summary") : place)?.focus();
  }

  #track(track, old) {
    const { row, parts } = rowOf("track-row");
    const language = [...parts.language.options].find((option) => option.value === track.language);
    const name = language?.textContent ?? track.language;
    parts.name.textContent = name;
    parts.facts.textContent = [
      track.name,
      track.format === "subrip" ? "SubRip" : "WebVTT",
      say("cues", sizes.format(track.cues)),
      say("charset", track.charset),
      track.findings.length ? say("findings", track.findings.length) : say("no-findings"),
    ].join(" · ");
    parts.language.value = track.language;
    parts.role.value = track.role;
    parts.source.href = track.source;
    parts.cues.href = `/studio/capsules/${page.dataset.capsule}/cues/${track.id}${location.search}`;
    for (const part of ["source", "cues", "remove", "apply"]) {
      parts[part].setAttribute("aria-label", `${name}: ${parts[part].textContent}`);
    }
    parts.found.hidden = track.findings.length === 0;
    parts.count.textContent = say("findings", track.findings.length);
    findingsInto(parts.findings, track.findings);
    for (const part of ["charsets", "found"]) {
      parts[part].open = old?.querySelector(`[data-part=${part}]`).open ?? false;
    }
    this.#charsets(track, parts);
    parts.apply.addEventListener("click", () => this.#apply(track, parts));
    parts.remove.addEventListener("click", () => this.#remove(track));
    if (!editable) for (const part of ["language", "role", "apply", "remove", "read"]) parts[part].disabled = true;
    return row;
  }

  /** Not while one chooses: by keyboard, each language on the way would be taken. */
  #apply(track, { language, role }) {
    if (language.value === track.language && role.value === track.role) this.#announce(say("unchanged"));
    else this.#change(track, { language: language.value, role: role.value });
  }

  async #remove(track) {
    if (await this.run("tracks-error", () => api.removeTrack(track), say("removed"))) {
      element("removed-heading").scrollIntoView({ block: "nearest" });
      element("removed").querySelector("button")?.focus();
    }
  }

  /** Corrections in the page are only lost when somebody wants that. */
  async #change(track, change) {
    const work = async () => {
      try {
        return await api.changeTrack(track, change);
      } catch (refused) {
        if (refused.reason !== "corrected" || !(await ask(say("ask.discard")))) throw refused;
        return api.changeTrack(track, { ...change, discard: true });
      }
    };
    await this.run("tracks-error", work);
  }

  #charsets(track, parts) {
    const load = async () => {
      if (!parts.charsets.open || parts.readings.childElementCount > 0) return;
      parts.wrong.textContent = "";
      try {
        const { readings } = await api.charsets(track);
        parts.readings.replaceChildren(...readings.map((reading) => this.#reading(track, reading)));
      } catch (refused) {
        if (!(refused instanceof Refused)) throw refused;
        parts.wrong.textContent = sayRefusal(refused); // opening it again asks again
      }
    };
    parts.charsets.addEventListener("toggle", load);
    parts.read.addEventListener("click", () => {
      const chosen = parts.readings.querySelector("input:checked");
      if (chosen && chosen.value !== track.charset) this.#change(track, { charset: chosen.value });
    });
  }

  #reading(track, reading) {
    const label = document.createElement("label");
    label.className = "reading";
    const input = document.createElement("input");
    Object.assign(input, {
      type: "radio",
      name: `charset-${track.id}`,
      value: reading.charset,
      checked: reading.charset === track.charset,
    });
    const sample = document.createElement("q");
    sample.textContent = reading.sample;
    const facts = document.createElement("small");
    facts.textContent = `${reading.charset}, ${say("sure", sizes.format(reading.confidence * 100))}`;
    label.append(input, ...(reading.sample ? [sample] : []), facts);
    return label;
  }

  #document(file) {
    const { row, parts } = rowOf("document-row");
    parts.name.textContent = file.name;
    const kind = [...element("document-kind").options].find((option) => option.value === file.kind);
    parts.facts.textContent = `${kind?.textContent ?? file.kind} · ${sizes.format(Math.ceil(file.bytes / 1000))} kB`;
    parts.file.href = file.address;
    parts.file.setAttribute("aria-label", `${file.name}: ${parts.file.textContent}`);
    parts.remove.setAttribute("aria-label", `${file.name}: ${parts.remove.textContent}`);
    parts.remove.disabled = !editable;
    parts.remove.addEventListener("click", async () => {
      if (await this.run("documents-error", () => api.removeDocument(file.id), say("removed"))) {
        element("removed").querySelector("button")?.focus();
      }
    });
    return row;
  }

  #removed(file) {
    const { row, parts } = rowOf("removed-row");
    parts.name.textContent = file.name;
    parts.back.setAttribute("aria-label", `${file.name}: ${parts.back.textContent}`);
    parts.back.disabled = !editable;
    const errors = file.kind === "track" ? "tracks-error" : "documents-error";
    parts.back.addEventListener("click", async () => {
      if (await this.run(errors, () => api.putBack(file.id), say("put-back"))) {
        element(file.kind === "track" ? "tracks" : "documents").querySelector("a, select")?.focus();
      }
    });
    return row;
  }
}
