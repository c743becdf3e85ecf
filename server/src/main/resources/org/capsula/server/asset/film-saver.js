// Data saving: nothing of the film before play, neither poster nor thumbnails, and then the smallest picture.
// Runs before player.js, which reads what stands on the element.
import { recall, remember } from "./film-memory.js";

const KEY = "capsula.data";
const SAVES = "low";
const ALL = "full";

const saves = () => (recall(KEY) ?? (navigator.connection?.saveData ? SAVES : ALL)) === SAVES;

const smallest = (renditions) =>
  renditions.reduce((least, each, index) => (each.bitrate < renditions[least].bitrate ? index : least), 0);

function choose(video, saving) {
  const renditions = Array.from(video.videoRenditions ?? []);
  if (renditions.length) {
    video.videoRenditions.selectedIndex = saving ? smallest(renditions) : -1;
  }
}

/** Its address stands aside in the page: a browser would ask for it before any script is heard. */
function showPoster(video) {
  const poster = video.parentElement.querySelector("[slot=poster]");
  poster.src = poster.dataset.address;
}

/** Call it before the player starts; the player itself may come later. */
export function saveData(video) {
  if (saves()) {
    video.setAttribute("preload", "none");
    video.dataset.storyboard = "";
  } else {
    showPoster(video);
  }
  customElements.whenDefined("hls-video").then(() => {
    let waiting = false;
    video.videoRenditions?.addEventListener("addrendition", () => {
      if (!waiting) {
        waiting = true;
        queueMicrotask(() => {
          waiting = false;
          if (saves()) {
            choose(video, true);
          }
        });
      }
    });
  });
}

/** The choice on the page. */
export function bindSaver(fields, video) {
  for (const field of fields) {
    field.checked = (field.value === SAVES) === saves();
    field.addEventListener("change", () => {
      remember(KEY, field.value);
      choose(video, field.value === SAVES);
      if (field.value === ALL) {
        showPoster(video);
      }
    });
  }
}

saveData(document.querySelector("hls-video"));
