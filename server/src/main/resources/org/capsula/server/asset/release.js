// Opens a capsule to everybody, and closes it; tells which it is, and what is still in the way.
import { api, Refused } from "./editor-api.js";
import { showPage } from "./editor-header.js";
import { ask, say, sayRefusal } from "./editor-words.js";

const element = (id) => document.getElementById(id);
const section = element("release");
const open = section.querySelector("[data-release=open]");
const close = section.querySelector("[data-release=close]");
const times = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
const moment = (instant) => times.format(new Date(instant));

/** What is decided, and whether it has come to be. */
function decided({ state, audience, opens, closes, hindrances }) {
  if (state === "draft") return say("release.draft");
  if (state === "closed") return say("release.closed", moment(closes));
  if (state === "open" && hindrances.length > 0) return say("release.released", moment(opens));
  return say(`release.${state}.${audience}`, moment(opens));
}

const isToCome = ({ state }) => state === "open" || state === "scheduled";
const closing = ({ state, closes }) => (closes && state !== "closed" ? [say("release.closing", moment(closes))] : []);

function show(release) {
  element("release-state").textContent = [decided(release), ...closing(release)].join(" ");
  const hindered = isToCome(release) ? release.hindrances : [];
  element("release-hindered").textContent = hindered.length ? say("release.hindered") : "";
  element("release-hindrances").replaceChildren(
    ...hindered.map(({ sentence }) => {
      const item = document.createElement("li");
      item.textContent = sentence;
      return item;
    }),
  );
  showPage(release.page);
  if (open) offer(release);
}

function offer(release) {
  open.textContent = say("release.do.open");
  open.hidden = release.state === "open" && release.audience === "public";
  open.onclick = () => press(open, () => api.open(), questionOfOpening(release));
  const scheduled = release.state === "scheduled";
  close.textContent = say(scheduled ? "release.do.cancel" : "release.do.close");
  close.hidden = !isToCome(release);
  close.onclick = () =>
    press(close, () => api.close(), {
      question: say(scheduled ? "release.ask.cancel" : "release.ask.close"),
      lines: [say("release.ask.close.text")],
    });
}

/** With all that follows from it, and all that will be other than it was. */
function questionOfOpening(release) {
  const lines = [];
  if (release.audience && release.audience !== "public") lines.push(say(`release.ask.${release.audience}`));
  lines.push(...closing(release));
  if (release.hindrances.length > 0) {
    lines.push(say("release.hindered"), ...release.hindrances.map(({ sentence }) => sentence));
  }
  return { question: say("release.ask.open"), lines };
}

async function press(button, work, { question, lines }) {
  if (!(await ask(question, { lines, yes: button.textContent }))) return;
  await take(work);
  // The button that was pressed may be gone; another is what can be done now.
  (button.hidden ? section.querySelector("[data-release]:not([hidden])") : button)?.focus();
}

async function take(work) {
  element("release-error").textContent = "";
  try {
    show(await work());
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    element("release-error").textContent = sayRefusal(refused);
  }
}

/** To be called when something was changed that may have been in the way. */
export function lookAtRelease() {
  return take(() => api.release());
}

lookAtRelease();
