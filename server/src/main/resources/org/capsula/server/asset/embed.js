// The player in somebody else's page: begins at the second that the address names, and leads to its own page.
import { Captions } from "./film-captions.js";
import { Look } from "./film-look.js";
import { askedSecond, startAt } from "./start-at.js";

async function start() {
  await customElements.whenDefined("media-controller");
  await customElements.whenDefined("hls-video");
  const controller = document.querySelector("media-controller");
  const video = controller.querySelector("hls-video");

  startAt(video, askedSecond(location.search));

  // The viewer's own look, where the browser lets this frame see it; it is not changed here.
  const look = new Look();
  const captions = new Captions(controller, look);
  look.dress(captions.drawn);
  captions.start();

  const link = document.getElementById("embed-page");
  link.addEventListener("click", () => {
    video.pause();
    const address = new URL(link.href);
    if (video.currentTime >= 1) {
      address.searchParams.set("t", Math.floor(video.currentTime));
    }
    link.href = address.href;
  });
}

start();
