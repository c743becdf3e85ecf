import { Hls } from "hls-video-element";

// Come on top of hls.js's own retries of each segment: with the network gone, a minute in all.
const NETWORK_PAUSES_MS = [3000, 10000];
const MEDIA_RECOVERIES = 2;
// Trouble that comes back after this long is new trouble.
const FORGIVEN_AFTER_MS = 120000;

const refused = ({ response }) => response && response.code >= 400 && response.code < 500;

// Call right after the source was set: the hls.js instance exists one microtask later.
export async function reportErrors(video, message) {
  const give = () => (message.hidden = false);
  video.addEventListener("playing", () => (message.hidden = true));
  video.addEventListener("error", () => video.api || give()); // native playback alone

  await undefined;
  const hls = video.api;
  if (!hls) {
    if (!video.nativeEl.canPlayType("application/vnd.apple.mpegurl")) {
      give();
    }
    return;
  }

  let pauses = [];
  let recoveries = 0;
  let lastTrouble = 0;

  hls.on(Hls.Events.ERROR, (_event, error) => {
    if (!error.fatal) {
      return;
    }
    const now = performance.now();
    if (!lastTrouble || now - lastTrouble > FORGIVEN_AFTER_MS) {
      pauses = [...NETWORK_PAUSES_MS];
      recoveries = MEDIA_RECOVERIES;
    }
    lastTrouble = now;

    if (error.type === Hls.ErrorTypes.NETWORK_ERROR && !refused(error) && pauses.length) {
      setTimeout(() => resume(hls), pauses.shift());
    } else if (error.type === Hls.ErrorTypes.MEDIA_ERROR && recoveries-- > 0) {
      hls.recoverMediaError();
    } else {
      give();
    }
  });
}

function resume(hls) {
  if (!hls.levels.length) {
    hls.loadSource(hls.url);
  }
  hls.startLoad();
}
