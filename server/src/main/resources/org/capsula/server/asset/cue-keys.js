// Keys of the whole page. Which they are stands on the buttons (aria-keyshortcuts), so that what is
// shown, told to screen readers and obeyed is the same. All of them have a modifier: single keys
// belong to the list alone, while it has the focus.

const modifiers = (event) =>
  (event.ctrlKey || event.metaKey ? "Control+" : "") +
  (event.altKey ? "Alt+" : "") +
  (event.shiftKey ? "Shift+" : "");

/** On a Greek keyboard, or with a Mac's option key, a key's sign is no Latin letter: its place counts. */
function name(event) {
  if (/^[a-z]$/i.test(event.key)) {
    return event.key.toUpperCase();
  }
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
}

export function listen(root, act) {
  const tools = new Map();
  for (const button of root.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => act(button.dataset.do));
    const keys = button.getAttribute("aria-keyshortcuts");
    (keys ? keys.split(" ") : []).forEach((key) => tools.set(key, button.dataset.do));
  }
  document.addEventListener("keydown", (event) => {
    const tool = tools.get(modifiers(event) + name(event));
    if (tool && !event.isComposing && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      act(tool);
    }
  });
}
