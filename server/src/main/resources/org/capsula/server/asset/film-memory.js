// What a viewer has chosen, kept in their browser and sent to nobody.

export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused: sandboxed frame, privacy setting
  }
}

/** Null is no choice any more. */
export function remember(key, value) {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    // the choice then lasts as long as the page
  }
}
