// Begins where the address says, ?t=SECONDS, with the subtitles it names, ?captions=TAG. Nothing plays by
// itself: the film waits at its place.
import { recall, remember } from "./film-memory.js";
import { askedSecond, onceKnown, startAt } from "./start-at.js";

const KEY = "capsula.captions"; // where the player keeps the viewer's choice

// Asked for in the player's own way, as its menu does it. For this visit alone: a link is no choice of
// the viewer's for other films.
function show(video, controller, language) {
  const captions = Array.from(video.textTracks).filter(({ kind }) => kind === "subtitles" || kind === "captions");
  const wanted = captions.find((track) => track.language.toLowerCase() === language.toLowerCase());
  if (!wanted || wanted.mode === "showing") {
    return Boolean(wanted);
  }
  const before = recall(KEY);
  for (const track of captions) {
    track.mode = track === wanted ? "showing" : "disabled";
  }
  const detail = [{ kind: wanted.kind, language: wanted.language, label: wanted.label }];
  controller.dispatchEvent(new CustomEvent("mediashowsubtitlesrequest", { detail, bubbles: true, composed: true }));
  queueMicrotask(() => remember(KEY, before));
  return true;
}

function begin(video, controller) {
  // A chapter's link is the newer wish.
  if (!location.hash.startsWith("#t=")) {
    startAt(video, askedSecond(location.search));
  }
  const language = new URLSearchParams(location.search).get("captions");
  if (language && !show(video, controller, language)) {
    video.textTracks.addEventListener("addtrack", function later() {
      if (show(video, controller, language)) {
        video.textTracks.removeEventListener("addtrack", later);
      }
    });
  }
}

const video = document.querySelector("hls-video");
const controller = document.querySelector("media-controller");
if (video && controller) {
  customElements.whenDefined("hls-video").then(() => onceKnown(video, () => begin(video, controller)));
}
