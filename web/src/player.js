import "./language.js";
import "media-chrome/dist/media-controller.js";
import "media-chrome/dist/media-control-bar.js";
import "media-chrome/dist/media-loading-indicator.js";
import "media-chrome/dist/media-time-range.js";
import "media-chrome/dist/media-play-button.js";
import "media-chrome/dist/media-seek-backward-button.js";
import "media-chrome/dist/media-seek-forward-button.js";
import "media-chrome/dist/media-time-display.js";
import "media-chrome/dist/media-mute-button.js";
import "media-chrome/dist/media-volume-range.js";
import "media-chrome/dist/media-playback-rate-button.js";
import "media-chrome/dist/media-fullscreen-button.js";
import "media-chrome/dist/menu/media-chrome-menu-item.js";
import "media-chrome/dist/menu/media-captions-menu.js";
import "media-chrome/dist/menu/media-captions-menu-button.js";
import "media-chrome/dist/menu/media-audio-track-menu.js";
import "media-chrome/dist/menu/media-audio-track-menu-button.js";
import "media-chrome/dist/menu/media-rendition-menu.js";
import "media-chrome/dist/menu/media-rendition-menu-button.js";
// Plays through hls.js wherever there is MSE or ManagedMediaSource and natively only elsewhere,
// which is what we want: Chromium claims native HLS but shows no subtitle track of it.
import "hls-video-element";
import { keepCaptions } from "./captions.js";
import { reportErrors } from "./errors.js";

const HLS_CONFIG = {
  // 600 kb/s: begin on a low rung, a poor network is the common case here.
  abrEwmaDefaultEstimate: 600000,
  capLevelToPlayerSize: true,
  // Old phones have little memory, and a viewer who leaves should not have paid for minutes unseen.
  maxBufferLength: 30,
  maxMaxBufferLength: 60,
  maxBufferSize: 30 * 1000 * 1000,
  backBufferLength: 30,
  // Fragmented MP4 needs no transmuxing, so no worker, and the page's policy can refuse them all.
  enableWorker: false,
  enableCEA708Captions: false,
  // No rendition has an empty name: hls.js then selects none itself, not even a DEFAULT=YES one.
  subtitlePreference: { name: "" },
};

// Browsers draw cues at a twentieth of the picture's height: eleven pixels on a phone. The viewer's own
// caption settings still win over this.
const CUE_STYLE = "video::cue { font-size: max(15px, 1em) }";

// A film that is being made is watched from its beginning, not from where its making has come to.
const GROWING_CONFIG = { ...HLS_CONFIG, startPosition: 0 };
const LOOK_AGAIN = 1000; // ms

// 404 as long as there is nothing to be seen yet; anything else is for the player to tell.
async function firstSegments(playlist) {
  while ((await fetch(playlist)).status === 404) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

function startPlayer(controller) {
  const video = controller.querySelector("hls-video");
  const poster = controller.querySelector("[slot=poster]");
  const start = controller.querySelector(".player-start");
  const { playlist, storyboard } = video.dataset;

  if (poster) {
    controller.style.setProperty("--picture-ratio", poster.getAttribute("width") / poster.getAttribute("height"));
  }
  video.addEventListener("loadedmetadata", () => {
    controller.toggleAttribute("data-sound-only", video.videoWidth === 0);
    if (!poster && video.videoWidth) {
      controller.style.setProperty("--picture-ratio", video.videoWidth / video.videoHeight);
    }
  });
  const style = document.createElement("style");
  style.textContent = CUE_STYLE;
  video.shadowRoot.append(style);

  // For fingers and mice; the button on the bar is the one for keyboards and screen readers.
  start.addEventListener("click", () => video.play());

  if (storyboard) {
    const track = document.createElement("track");
    Object.assign(track, { kind: "metadata", label: "thumbnails", default: true, src: storyboard });
    video.append(track);
  }

  keepCaptions(controller, video);
  // It must stand before the source, hence data-playlist in the page.
  if (video.dataset.growing === "true") {
    video.config = GROWING_CONFIG;
    firstSegments(playlist).then(() => (video.src = playlist));
  } else {
    video.config = HLS_CONFIG;
    video.src = playlist;
  }
  reportErrors(video, document.getElementById(controller.dataset.message));
}

document.querySelectorAll("media-controller").forEach(startPlayer);
