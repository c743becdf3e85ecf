// Draws the captions: one or two languages, in the viewer's own look, over the picture and never under
// the bar. Which language is on is asked of the player's tracks; the words come from the whole files, so
// that both lines and the transcript share them. Where a file cannot be had the browser draws its track.
import { cuesOf, words } from "./film-text.js";

// The browser's own drawing, in the engines that let it be hidden as a whole, and in the others.
const HIDE = `
  video::-webkit-media-text-track-container { display: none !important }
  video::cue { visibility: hidden; background: none; color: transparent; text-shadow: none }
`;
const SMALLEST_FIT = 0.5;

/** The files that a page offers beside its film. */
export function captionFiles() {
  return Array.from(document.querySelectorAll("#caption-files > [data-address]"), ({ dataset }) => ({ ...dataset }));
}

const isText = ({ kind }) => kind === "subtitles" || kind === "captions";

function layer(controller) {
  const drawn = document.createElement("div");
  drawn.className = "captions";
  drawn.setAttribute("aria-hidden", "true"); // the transcript says the same, and can be read at leisure
  drawn.setAttribute("noautohide", "");
  for (const place of ["top", "bottom"]) {
    const group = document.createElement("div");
    group.className = `captions-${place}`;
    drawn.append(group);
  }
  controller.prepend(drawn); // so that menus open over it
  return drawn;
}

function block(cue, file, rank) {
  const drawn = document.createElement("p");
  drawn.className = `caption caption-${rank}`;
  drawn.lang = file.language;
  drawn.dir = "auto";
  drawn.dataset.side = cue.side;
  const text = document.createElement("span");
  text.className = "caption-text";
  text.append(words(cue));
  drawn.append(text);
  return drawn;
}

export class Captions {
  constructor(controller, look) {
    this.controller = controller;
    this.video = controller.querySelector("hls-video");
    this.look = look;
    this.files = captionFiles();
    this.lines = { first: null, second: null }; // {file, cues}
    this.shown = "";
    this.listeners = [];
    this.drawn = layer(controller);
  }

  start() {
    this.hiding = document.createElement("style");
    this.hiding.textContent = HIDE;
    const { video } = this;
    for (const type of ["change", "addtrack"]) {
      video.textTracks.addEventListener(type, () => this.choose());
    }
    for (const type of ["seeked", "timeupdate", "emptied"]) {
      video.addEventListener(type, () => this.draw());
    }
    video.addEventListener("playing", () => this.follow());
    // A phone's full screen shows the bare film, with the browser's captions.
    video.addEventListener("webkitbeginfullscreen", () => this.hiding.remove());
    video.addEventListener("webkitendfullscreen", () => this.choose());
    this.look.onChange(() => this.choose());
    new ResizeObserver(() => this.fit()).observe(this.drawn);
    this.choose();
  }

  /** Called with the file of the first line, or null, whenever it becomes another. */
  onFirst(listener) {
    this.listeners.push(listener);
  }

  first() {
    const on = Array.from(this.video.textTracks).find((track) => isText(track) && track.mode === "showing");
    return on ? this.files.find(({ language, label }) => language === on.language && label === on.label) : undefined;
  }

  /** Goes with the first: who switches captions off wants none. */
  second(first) {
    const wanted = this.look.value.second;
    return first && wanted !== first.language ? this.files.find(({ language }) => language === wanted) : undefined;
  }

  choose() {
    const first = this.first();
    if (first?.address !== this.told) {
      this.told = first?.address;
      this.listeners.forEach((listener) => listener(first ?? null));
    }
    this.read("first", first);
    this.read("second", this.second(first));
  }

  async read(rank, file) {
    if (this.lines[rank]?.file === file) {
      this.redraw();
      return;
    }
    this.lines[rank] = file ? { file, cues: [] } : null;
    const line = this.lines[rank];
    this.hideNative();
    this.redraw();
    try {
      if (line) {
        line.cues = await cuesOf(file.address);
        line.ready = true;
      }
    } catch {
      // the browser goes on drawing its own
    }
    this.hideNative();
    this.redraw();
  }

  hideNative() {
    if (this.lines.first?.ready) {
      this.video.shadowRoot.append(this.hiding);
    } else {
      this.hiding.remove();
    }
  }

  /** Each frame while it plays: what is said stands within a tenth of a second. */
  follow() {
    cancelAnimationFrame(this.frame);
    const next = () => {
      this.draw();
      if (!this.video.paused && !this.video.ended) {
        this.frame = requestAnimationFrame(next);
      }
    };
    next();
  }

  redraw() {
    this.shown = null;
    this.draw();
  }

  active() {
    const now = this.video.currentTime;
    return ["first", "second"].flatMap((rank) =>
      (this.lines[rank]?.cues ?? [])
        .filter(({ start, end }) => start <= now && now < end)
        .map((cue) => ({ cue, rank, file: this.lines[rank].file })),
    );
  }

  draw() {
    const active = this.active();
    const shown = active.map(({ cue, rank }) => `${rank} ${cue.start} ${cue.text}`).join("\n");
    if (shown === this.shown) {
      return;
    }
    this.shown = shown;
    if (this.look.value.order === "over") {
      active.sort((one, other) => other.rank.localeCompare(one.rank));
    }
    const top = this.look.value.place === "top";
    const [upper, lower] = this.drawn.children;
    const blocks = (high) =>
      active
        .filter(({ cue }) => (top || cue.high) === high)
        .map(({ cue, rank, file }) => block(cue, file, rank));
    upper.replaceChildren(...blocks(true));
    lower.replaceChildren(...blocks(false));
    this.fit();
  }

  /** What a viewer has made too large for the picture is shrunk until all of it is read. */
  fit() {
    const { drawn } = this;
    let scale = 1;
    do {
      drawn.style.setProperty("--fit", scale.toFixed(1));
      scale -= 0.1;
    } while (drawn.scrollHeight > drawn.clientHeight + 1 && scale >= SMALLEST_FIT);
  }
}
