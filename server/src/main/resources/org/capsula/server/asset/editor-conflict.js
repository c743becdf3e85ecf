// Somebody else has saved meanwhile, and both have changed the same: the person decides.
import { nameOf, say } from "./editor-words.js";

const box = document.getElementById("conflict");

/** take(name) is called where theirs shall stand. */
export function showConflict(names, theirs, take) {
  const heading = document.createElement("p");
  heading.textContent = say("conflict");
  const items = document.createElement("ul");
  for (const name of names) items.append(choice(name, theirs[name], take));
  box.replaceChildren(heading, items);
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" });
}

export function endConflict() {
  box.hidden = true;
}

function choice(name, text, take) {
  const item = document.createElement("li");
  const words = document.createElement("p");
  words.textContent = `${nameOf(name) || name}: ${text || say("conflict.empty")}`;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button quiet", textContent: say("conflict.take") });
  button.addEventListener("click", () => {
    item.remove();
    take(name);
  });
  item.append(words, button);
  return item;
}
