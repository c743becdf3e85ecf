// Words in a text, whatever their accents and capitals.

/** A letter without its accents and in small; a final sigma is a sigma, and œ is written out. */
const WRITTEN = { ς: "σ", ß: "ss", œ: "oe", æ: "ae", "’": "'" };
const letter = (char) => {
  const bare = char.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return WRITTEN[bare] ?? bare;
};

/** Where in a text the wanted words stand, as [from, to) of the text as it is written. */
function places(text, wanted) {
  const chars = Array.from(text.normalize("NFC"));
  const folded = [];
  // by the units that indexOf counts in: a note or an emoji has two
  chars.forEach((char, index) => letter(char).split("").forEach((part) => folded.push({ part, index })));
  const haystack = folded.map(({ part }) => part).join("");
  const needle = Array.from(wanted.normalize("NFC").trim()).map(letter).join("");
  const found = [];
  for (let at = needle ? haystack.indexOf(needle) : -1; at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
    found.push([folded[at].index, folded[at + needle.length - 1].index + 1]);
  }
  return { chars, found };
}

/** Writes the text into the target with its hits marked; how many there are. */
export function mark(target, text, wanted) {
  const { chars, found } = places(text, wanted);
  let from = 0;
  target.replaceChildren();
  for (const [first, end] of found) {
    const start = Math.max(first, from); // ß is two letters of a search and one of the text
    const hit = document.createElement("mark");
    hit.textContent = chars.slice(start, end).join("");
    target.append(chars.slice(from, start).join(""), hit);
    from = end;
  }
  target.append(chars.slice(from).join(""));
  return found.length;
}
