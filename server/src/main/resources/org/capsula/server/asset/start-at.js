// Where a film begins, and how it is brought to a second.

const METADATA = 1; // readyState from which a film can be sought in

/** Goes there at once, or as soon as the film's length is known. */
export function seekTo(video, seconds) {
  const go = () => (video.currentTime = seconds);
  if (video.readyState >= METADATA) {
    go();
  } else {
    video.addEventListener("loadedmetadata", go, { once: true });
  }
}

/** The second that an address asks for as ?t=42.5 or ?t=42s; null where it asks for none. */
export function askedSecond(search) {
  const asked = /^(\d{1,6}(?:\.\d{1,3})?)s?$/.exec(new URLSearchParams(search).get("t") ?? "");
  return asked ? Number(asked[1]) : null;
}

/** Begins the film there; it waits for the viewer to press play. */
export function startAt(video, seconds) {
  if (seconds !== null) {
    seekTo(video, seconds);
  }
}
