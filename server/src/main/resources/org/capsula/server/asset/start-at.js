// Where a film begins, and how it is brought to a second.

const METADATA = 1; // readyState from which a film can be sought in

/** At once, or as soon as the film's length and tracks are known. */
export function onceKnown(video, action) {
  if (video.readyState >= METADATA) {
    action();
  } else {
    video.addEventListener("loadedmetadata", action, { once: true });
  }
}

/** Goes there at once, or as soon as it can. */
export function seekTo(video, seconds) {
  onceKnown(video, () => (video.currentTime = seconds));
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
