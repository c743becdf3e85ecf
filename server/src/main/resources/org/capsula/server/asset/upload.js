// The upload page: takes files in, sends two at a time, and tells how it goes.
import { limits, list, twins } from "./upload-api.js";
import { Card } from "./upload-card.js";
import { dropped, filmOf, fingerprint, isFilm, isSubtitles } from "./upload-files.js";
import { say, settings, size } from "./upload-words.js";

/** Two share the line well; more only make each of them later. */
const AT_ONCE = 2;

const place = document.getElementById("uploads");
const drop = document.getElementById("drop");
const cards = [];

function says(words) {
  document.getElementById("said").textContent = words;
}

/** What was not taken, a sentence each. */
function complain(sentences) {
  const box = document.getElementById("problems");
  box.hidden = sentences.length === 0;
  box.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("p");
      line.textContent = sentence;
      return line;
    }),
  );
}

function changed(card, before) {
  if (card.state === "gone") {
    cards.splice(cards.indexOf(card), 1);
    (place.querySelector("[data-action]:not([hidden])") ?? document.getElementById("list-title")).focus();
  } else if (before !== undefined && ["done", "known", "refused", "failed", "waiting", "lost"].includes(card.state)) {
    says(say(`said.${card.state}`, card.name));
  }
  document.getElementById("none").hidden = cards.length > 0;
  sendNext();
}

let planned = false;
/** While files are taken in: what goes with a film has to be known before its bytes travel. */
let taking = 0;

/** After all that is going on at this moment has been said. */
function sendNext() {
  if (planned) return;
  planned = true;
  queueMicrotask(() => {
    planned = false;
    if (taking > 0) return;
    const free = AT_ONCE - cards.filter((card) => card.isSending).length;
    cards
      .filter((card) => card.state === "queued")
      .slice(0, Math.max(0, free))
      .forEach((card) => card.send());
  });
}

function add(what) {
  const card = new Card(what, { changed, says });
  cards.push(card);
  place.append(card.element);
  changed(card);
  return card;
}

/** Why a film is not even begun; empty where it may. */
function fault(file, room) {
  if (file.size === 0) return say("file.empty", file.name);
  if (file.size > room.largest) return say("file.too-large", file.name, size(room.largest));
  if (file.size > room.freeBytes) return say("file.no-space", file.name, size(file.size), size(room.freeBytes));
  if (file.size > room.quotaBytes || room.quotaUploads < 1) return say("file.quota", file.name);
  return "";
}

async function takeFilm(file, room) {
  const print = fingerprint(file);
  const same = cards.find((card) => card.fingerprint === print && !card.isOver);
  if (same) {
    if (["missing", "paused", "failed", "lost"].includes(same.state)) same.take(file);
    return same.state === "queued" ? "" : say("file.twice", file.name);
  }
  if (settings.replaces && cards.some((card) => !card.isOver)) return say("replace.one", file.name);
  const wrong = fault(file, room);
  if (wrong) return wrong;
  room.freeBytes -= file.size;
  room.quotaBytes -= file.size;
  room.quotaUploads -= 1;
  const known = settings.replaces ? [] : await twins(file).catch(() => []);
  const card = add({ file });
  if (known.length > 0) {
    const twin = known.find((one) => !one.deleted) ?? known[0];
    card.to("asking", say(twin.deleted ? "twin.deleted" : "twin.text", twin.title));
  }
  return "";
}

function takeSubtitles(file) {
  const open = cards.filter((card) => !card.isOver);
  const card = filmOf(file, open) ?? (open.length === 1 ? open[0] : undefined);
  if (!card) return say("subtitles.stray", file.name);
  card.form.addSubtitles(file);
  return "";
}

async function take(files, unreadable = []) {
  const sentences = unreadable.map((name) => say("file.unreadable", name));
  const films = files.filter(isFilm);
  const others = files.filter((file) => !isFilm(file) && !isSubtitles(file));
  let room;
  try {
    room = await limits();
  } catch (refused) {
    complain([say(refused.status === 401 ? "problem.signed-out" : "waits.server")]);
    return;
  }
  taking += 1;
  try {
    for (const file of films) sentences.push(await takeFilm(file, room));
    for (const file of files.filter(isSubtitles)) sentences.push(takeSubtitles(file));
  } finally {
    taking -= 1;
    sendNext();
  }
  const named = others.filter((file) => !file.name.startsWith("."));
  if (named.length > 0) sentences.push(say("file.no-film", named.map((file) => file.name).slice(0, 5).join(", ")));
  complain(sentences.filter(Boolean));
}

document.querySelectorAll("input[data-chooser]").forEach((input) =>
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    take(files);
  }),
);

["dragenter", "dragover"].forEach((type) =>
  document.addEventListener(type, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  }),
);
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
// Anywhere on the page: who misses the box would leave the page for the film.
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const found = await dropped(event.dataTransfer);
  take(found.files, found.unreadable);
});

window.addEventListener("beforeunload", (event) => {
  if (cards.some((card) => card.isSending || card.state === "queued")) event.preventDefault();
});

async function start() {
  try {
    const known = await list();
    known
      .filter((one) => !settings.replaces || one.replaces === settings.replaces.id)
      .forEach((one) => add({ known: one }));
    complain([]);
  } catch (refused) {
    complain([say(refused.status === 401 ? "problem.signed-out" : "waits.server")]);
    window.setTimeout(start, 5000);
  }
}

start();
