// The WebVTT files beside a film: read once each, whole, as Capsula writes them.

const TIMING = /^((?:\d+:)?\d\d:\d\d\.\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d\.\d{3})(.*)$/;
const UPPER_HALF_PERCENT = 50;
const UPPER_LINES = 6; // about fifteen fit on a picture

const files = new Map();

const seconds = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** Cues stand at the bottom unless the file puts them into the upper half. */
function isHigh(settings) {
  const line = /(?:^|\s)line:(-?\d+(?:\.\d+)?)(%?)/.exec(settings);
  const number = Number(line?.[1]);
  return Boolean(line) && (line[2] ? number < UPPER_HALF_PERCENT : number >= 0 && number < UPPER_LINES);
}

const side = (settings) => /(?:^|\s)align:(start|left|end|right)/.exec(settings)?.[1] ?? "center";

function cue(block) {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => line.includes("-->"));
  const timing = at < 0 ? null : TIMING.exec(lines[at]);
  if (!timing || /^(NOTE|STYLE|REGION)\b/.test(lines[0])) {
    return null;
  }
  const text = lines.slice(at + 1).join("\n");
  return {
    start: seconds(timing[1]),
    end: seconds(timing[2]),
    high: isHigh(timing[3]),
    side: side(timing[3]),
    text,
  };
}

export function parse(file) {
  return file
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((block) => cue(block.replace(/^\n+|\n+$/g, "")))
    .filter((found) => found && found.text.trim())
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The cues of a file; rejects where it cannot be had, and asks again the next time. */
export function cuesOf(address) {
  if (!files.has(address)) {
    const cues = fetch(address).then((answer) => {
      if (!answer.ok) {
        throw new Error(`${answer.status} ${address}`);
      }
      return answer.text().then(parse);
    });
    cues.catch(() => files.delete(address));
    files.set(address, cues);
  }
  return files.get(address);
}

/** The words with their italics and bolds: the browser's own reading of a cue, so nothing else can come in. */
export function words(cue) {
  const read = new VTTCue(cue.start, cue.end, cue.text).getCueAsHTML();
  // A class of the file's own must not meet one of our style sheets.
  read.querySelectorAll("[class]").forEach((element) => element.removeAttribute("class"));
  return read;
}

/** The bare words on one line. */
export function plain(cue) {
  return words(cue).textContent.replace(/\s+/g, " ").trim();
}
