// Begins where the address says, ?t=SECONDS. Nothing plays by itself: the film waits at its place.
import { askedSecond, startAt } from "./start-at.js";

const video = document.querySelector("hls-video");
// A chapter's link is the newer wish.
if (video && !location.hash.startsWith("#t=")) {
  customElements.whenDefined("hls-video").then(() => startAt(video, askedSecond(location.search)));
}
