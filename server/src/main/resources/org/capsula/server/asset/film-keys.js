// The player's keys on the whole page, and the sheet that lists them. Keys of one letter may stand in the
// way of who steers by voice (WCAG 2.1.4), so they can be switched off here.
import { recall, remember } from "./film-memory.js";

const KEY = "capsula.keys";
const OFF = "off";
// Arrows and the space bar stay the page's own outside of the player.
const PASSED_ON = new Set(["k", "j", "l", "m", "c", "f", "<", ">"]);

const isFree = () => !document.activeElement || document.activeElement === document.body;

export function bindKeys(dialog, opener, controller) {
  const field = dialog.querySelector("#keys-page");
  field.checked = recall(KEY) !== OFF;
  field.addEventListener("change", () => remember(KEY, field.checked ? "on" : OFF));

  const open = () => dialog.open || dialog.showModal();
  opener.addEventListener("click", open);

  document.addEventListener("keydown", (event) => {
    const within = controller.contains(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !(within || (isFree() && field.checked))) {
      return;
    }
    if (event.key === "?") {
      event.preventDefault();
      open();
    } else if (!within && PASSED_ON.has(event.key)) {
      for (const type of ["keydown", "keyup"]) {
        controller.dispatchEvent(new KeyboardEvent(type, { key: event.key, code: event.code }));
      }
    }
  });
}
