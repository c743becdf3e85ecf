// Which captions are on: those that the address asks for as ?captions=TAG, else the viewer's stored choice,
// else the page's language, else none. They are right from the first moment: hls.js counts the words of a
// track as had, though it drops them, where another track is chosen while they are on their way.
// Browsers and hls.js both like to switch on a track of the browser's language; whatever changes
// a track without the viewer is put back.

const KEY = "capsula.captions"; // a BCP 47 tag, or OFF
const OFF = "off";

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is refused: sandboxed frame, privacy setting
  }
}

function store(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // the choice then lasts as long as the page
  }
}

const primary = (tag) => tag.toLowerCase().split("-")[0];

function closest(tracks, tag) {
  const same = tracks.filter((track) => primary(track.language) === primary(tag));
  return (
    same.find((track) => track.mode === "showing") ||
    same.find((track) => track.language.toLowerCase() === tag.toLowerCase()) ||
    same[0]
  );
}

export function keepCaptions(controller, video) {
  const pageLanguage = video.dataset.captions;
  let choice = stored() || pageLanguage || OFF;
  let lastLanguage = choice === OFF ? pageLanguage : choice;
  // A link's wish holds where the film has that language, until the viewer chooses; it is never stored.
  let wish = new URLSearchParams(location.search).get("captions");

  const captions = () =>
    Array.from(video.textTracks).filter(({ kind }) => kind === "subtitles" || kind === "captions");
  const showing = () => captions().find((track) => track.mode === "showing");

  function apply() {
    const all = captions();
    const on = (wish && closest(all, wish)) || (choice === OFF ? undefined : closest(all, choice));
    lastLanguage = on ? on.language : lastLanguage;
    for (const track of all) {
      const mode = track === on ? "showing" : "disabled";
      if (track.mode !== mode) {
        track.mode = mode;
      }
    }
  }

  function remember() {
    const track = showing();
    wish = null;
    choice = track ? track.language : OFF;
    lastLanguage = track ? track.language : lastLanguage;
    store(choice);
  }

  // The menu asks to hide the old track, then to show the new one; look when both are done.
  const rememberSoon = () => queueMicrotask(remember);
  controller.addEventListener("mediashowsubtitlesrequest", rememberSoon);
  controller.addEventListener("mediadisablesubtitlesrequest", rememberSoon);

  // The key "c": media-chrome would choose by the browser's languages, so it must not see the event.
  document.addEventListener(
    "mediatogglesubtitlesrequest",
    (event) => {
      if (event.target !== controller) {
        return;
      }
      event.stopImmediatePropagation();
      const track = showing();
      const next = !track && ((lastLanguage && closest(captions(), lastLanguage)) || captions()[0]);
      if (track) {
        track.mode = "disabled";
      } else if (next) {
        next.mode = "showing";
      }
      remember();
    },
    true,
  );

  video.textTracks.addEventListener("change", () => {
    // An iPhone's full screen has a captions menu of its own, which tells nobody but the tracks.
    if (video.nativeEl.webkitDisplayingFullscreen) {
      remember();
    } else {
      apply();
    }
  });
  video.textTracks.addEventListener("addtrack", apply);
  video.addEventListener("loadedmetadata", apply);
}
