// The list of all revisions of the track, newest first.
import { fill, words } from "./cue-words.js";

const times = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

/** restore(number) is called where an older one is to be shown again. */
export function showRevisions(items, restore) {
  document.getElementById("revision-list").replaceChildren(
    ...items.map((item, index) => {
      const row = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = fill(words.revision, [
        item.number,
        times.format(new Date(item.madeAt)),
        item.madeBy || words["revision.file"],
        item.cues,
      ]);
      row.append(text, " ", index === 0 ? shown() : restorer(item.number, restore));
      return row;
    }),
  );
}

function shown() {
  const badge = document.createElement("span");
  badge.className = "badge good";
  badge.textContent = words["revision.shown"];
  return badge;
}

function restorer(number, restore) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = words.restore;
  button.setAttribute("aria-label", `${words.restore}: ${number}`);
  button.addEventListener("click", () => restore(number));
  return button;
}
