// What was chosen or dropped: films, subtitle files, and the rest.

const FILMS = /\.(mp4|mov|m4v|mkv|webm|avi|ts|mts|m2ts|mpe?g|3gp|wmv|flv|ogv|mxf|mp3|m4a|wav|aac|flac|ogg|opus)$/i;
const SUBTITLES = /\.(srt|vtt)$/i;

export const isSubtitles = (file) => SUBTITLES.test(file.name);
export const isFilm = (file) => !isSubtitles(file) && (FILMS.test(file.name) || /^(video|audio)\//.test(file.type));

/** cyrb53, a short hash for telling names apart; nothing depends on its being hard to forge. */
function hash(text) {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (const letter of text) {
    const code = letter.codePointAt(0);
    h1 = Math.imul(h1 ^ code, 2654435761);
    h2 = Math.imul(h2 ^ code, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36);
}

/** By which a file is known again: its name, length and time. */
export const fingerprint = (file) => `${file.size}-${file.lastModified}-${hash(file.name.normalize("NFC"))}`;

const stem = (name) => name.normalize("NFC").replace(/\.[^.]*$/, "");

/** Of several films, the one with the longest stem that the subtitle file's name begins with. */
export function filmOf(subtitles, cards) {
  const name = subtitles.name.normalize("NFC");
  return cards
    .filter((card) => name.startsWith(`${stem(card.name)}.`))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

async function addFilesOf(entry, found) {
  try {
    if (entry.isFile) {
      found.files.push(await new Promise((done, failed) => entry.file(done, failed)));
      return;
    }
    const reader = entry.createReader();
    // A folder is told in portions; the last one is empty.
    for (;;) {
      const entries = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (entries.length === 0) return;
      for (const one of entries) await addFilesOf(one, found);
    }
  } catch {
    // One that may not be read takes no other with it.
    found.unreadable.push(entry.name);
  }
}

/**
 * Dropped files, and those of dropped folders.
 *
 * @returns {Promise<{files: File[], unreadable: string[]}>}
 */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = { files: entries.length === 0 ? [...transfer.files] : [], unreadable: [] };
  for (const entry of entries) await addFilesOf(entry, found);
  return found;
}
