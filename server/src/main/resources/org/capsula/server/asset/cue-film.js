// The film beside the cues, with the cues as they are now for captions.

const LEAST_READY = 1; // readyState from which a film can be sought in

const HLS_CONFIG = {
  enableWorker: false,
  maxBufferLength: 30,
  capLevelToPlayerSize: true,
  // The captions here are ours: hls.js would clear them away.
  enableWebVTT: false,
  enableIMSC1: false,
  enableCEA708Captions: false,
  renderTextTracksNatively: false,
};

export class CueFilm extends EventTarget {
  #video;
  #track;
  #shown = [];
  #offset;
  #until = null;

  /** `offset`: milliseconds of the footage at which the film begins. */
  constructor(root, offset, language) {
    super();
    this.#offset = offset;
    root.append(root.querySelector("template").content.cloneNode(true));
    const controller = root.querySelector("media-controller");
    controller.style.setProperty("--picture-ratio", root.dataset.width / root.dataset.height);
    this.#video = root.querySelector("hls-video");
    this.#video.config = HLS_CONFIG;
    this.#video.src = root.dataset.playlist;
    this.#track = this.#video.nativeEl.addTextTrack("captions", "", language);
    this.#track.mode = "showing";
    const moved = () => this.dispatchEvent(new CustomEvent("time"));
    this.#video.addEventListener("timeupdate", moved);
    this.#video.addEventListener("seeked", moved);
    this.#video.addEventListener("loadedmetadata", () => this.#putBack());
    this.#video.addEventListener("timeupdate", () => this.#stopWhereAsked());
    this.#video.addEventListener("error", () => {
      document.getElementById(controller.dataset.message).hidden = false;
    });
  }

  /** Milliseconds of the footage. */
  get time() {
    return Math.round(this.#video.currentTime * 1000) + this.#offset;
  }

  show(cues) {
    this.#change({ from: 0, to: this.#shown.length, cues });
  }

  #change({ from, to, cues }) {
    this.#shown.slice(from, to).forEach((cue) => cue && this.#track.removeCue(cue));
    const added = cues.map((cue) => captionOf(cue, this.#offset));
    added.forEach((cue) => cue && this.#track.addCue(cue));
    this.#shown.splice(from, to - from, ...added);
  }

  follow(model) {
    this.show(model.cues);
    model.addEventListener("change", ({ detail }) => this.#change(detail));
  }

  /** Whatever a new source may have cleared away. */
  #putBack() {
    this.#track.mode = "showing";
    this.#shown.filter((cue) => cue && !cue.track).forEach((cue) => this.#track.addCue(cue));
  }

  seek(milliseconds) {
    this.#until = null;
    const go = () => (this.#video.currentTime = Math.max(0, milliseconds - this.#offset) / 1000);
    if (this.#video.readyState >= LEAST_READY) {
      go();
    } else {
      this.#video.addEventListener("loadedmetadata", go, { once: true });
    }
  }

  play(cue) {
    this.seek(cue.start);
    this.#until = cue.end;
    this.#start();
  }

  toggle() {
    this.#until = null;
    if (this.#video.paused) {
      this.#start();
    } else {
      this.#video.pause();
    }
  }

  #start() {
    Promise.resolve(this.#video.play()).catch(() => {}); // refused: the film waits at its place
  }

  #stopWhereAsked() {
    if (this.#until !== null && this.time >= this.#until) {
      this.#until = null;
      this.#video.pause();
    }
  }
}

/** Null for what never shows. */
function captionOf({ start, end, text, settings }, offset) {
  const from = (start - offset) / 1000;
  const to = (end - offset) / 1000;
  if (to <= Math.max(from, 0)) {
    return null;
  }
  const caption = new VTTCue(Math.max(0, from), to, text);
  for (const setting of settings.split(/\s+/)) {
    const [name, value = ""] = setting.split(":");
    const [number, align] = value.split(",");
    try {
      place(caption, name, number, align);
    } catch {
      // a value that this browser does not take: the cue stands where cues usually do
    }
  }
  return caption;
}

function place(caption, name, value, align) {
  if (name === "line") {
    caption.snapToLines = !value.endsWith("%");
    caption.line = parseFloat(value);
    caption.lineAlign = align || caption.lineAlign;
  } else if (name === "position") {
    caption.position = parseFloat(value);
    caption.positionAlign = align || caption.positionAlign;
  } else if (name === "size") {
    caption.size = parseFloat(value);
  } else if (name === "align") {
    caption.align = value;
  } else if (name === "vertical") {
    caption.vertical = value;
  }
}
