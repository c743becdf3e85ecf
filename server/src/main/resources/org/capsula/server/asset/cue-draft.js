// What is not saved yet, kept in the browser: a crash costs nothing.

const KEEP_DAYS = 60;

export function draftOf(track) {
  const key = `capsula.cues.${track}`;

  return {
    /** {revision, cues, at} or null. */
    read() {
      try {
        const draft = JSON.parse(localStorage.getItem(key));
        return draft && Array.isArray(draft.cues) && Date.now() - draft.at < KEEP_DAYS * 86400000 ? draft : null;
      } catch {
        return null; // storage is refused, or holds something else
      }
    },
    /** Whether it could be kept. */
    write(revision, cues) {
      try {
        localStorage.setItem(key, JSON.stringify({ revision, cues, at: Date.now() }));
        return true;
      } catch {
        return false; // full or refused: leaving the page then asks
      }
    },
    forget() {
      try {
        localStorage.removeItem(key);
      } catch {
        // then there is none
      }
    },
  };
}
