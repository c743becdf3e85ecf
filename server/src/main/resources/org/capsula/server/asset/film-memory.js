// What a viewer has chosen, kept in their browser and sent to nobody.

export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused: sandboxed frame, privacy setting
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // the choice then lasts as long as the page
  }
}
