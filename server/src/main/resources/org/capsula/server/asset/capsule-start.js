// Begins where the address says, ?t=SECONDS, with the subtitles it names, ?captions=TAG. Nothing plays by
// itself: the film waits at its place.
(() => {
  const video = document.querySelector("hls-video");
  const controller = document.querySelector("media-controller");
  const address = new URLSearchParams(location.search);
  const seconds = /^\d{1,6}(\.\d{1,3})?$/.test(address.get("t") || "") ? Number(address.get("t")) : null;
  const language = address.get("captions");
  const METADATA = 1; // readyState from which a film can be sought in
  const KEY = "capsula.captions"; // where the player keeps the viewer's choice
  if (!video || !controller) {
    return;
  }

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is refused: sandboxed frame, privacy setting
    }
  }

  function restore(value) {
    try {
      if (value === null) {
        localStorage.removeItem(KEY);
      } else {
        localStorage.setItem(KEY, value);
      }
    } catch {
      // then nothing was stored either
    }
  }

  // Asked for in the player's own way, as its menu does it. For this visit alone: a link is no choice of
  // the viewer's for other films.
  function show() {
    const captions = Array.from(video.textTracks).filter(({ kind }) => kind === "subtitles" || kind === "captions");
    const wanted = captions.find((track) => track.language.toLowerCase() === language.toLowerCase());
    if (!wanted || wanted.mode === "showing") {
      return Boolean(wanted);
    }
    const before = stored();
    for (const track of captions) {
      track.mode = track === wanted ? "showing" : "disabled";
    }
    const detail = [{ kind: wanted.kind, language: wanted.language, label: wanted.label }];
    controller.dispatchEvent(new CustomEvent("mediashowsubtitlesrequest", { detail, bubbles: true, composed: true }));
    queueMicrotask(() => restore(before));
    return true;
  }

  function begin() {
    // A chapter's link is the newer wish.
    if (seconds !== null && !location.hash.startsWith("#t=")) {
      video.currentTime = seconds;
    }
    if (language && !show()) {
      video.textTracks.addEventListener("addtrack", function later() {
        if (show()) {
          video.textTracks.removeEventListener("addtrack", later);
        }
      });
    }
  }

  customElements.whenDefined("hls-video").then(() => {
    if (video.readyState >= METADATA) {
      begin();
    } else {
      video.addEventListener("loadedmetadata", begin, { once: true });
    }
  });
})();
