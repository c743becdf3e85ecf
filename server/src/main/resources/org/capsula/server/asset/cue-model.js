// The cues as they are edited: a list, and what was done to it. Nothing here knows the page.
//
// A cue is {id, start, end, text, settings}, never changed but replaced; times are whole
// milliseconds of the footage. Every change is {from, to, cues}: those from `from` on, up to and
// without `to`, give way to others; what undoes it has the same shape.

const TIME = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/;

/** 90061001 → "25:01:01.001". */
export function formatTime(milliseconds) {
  const two = (number) => String(number).padStart(2, "0");
  const seconds = Math.floor(milliseconds / 1000);
  return (
    `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` +
    `.${String(milliseconds % 1000).padStart(3, "0")}`
  );
}

/** Also "1:02.5" and "62,5"; null for what is no time. */
export function parseTime(text) {
  const match = TIME.exec(text.trim());
  if (!match) {
    return null;
  }
  const [, hours, minutes, seconds, fraction = ""] = match;
  if ((minutes !== undefined && Number(seconds) > 59) || (hours !== undefined && Number(minutes) > 59)) {
    return null;
  }
  const whole = (Number(hours || 0) * 60 + Number(minutes || 0)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, "0"));
}

export const fromServer = ({ id, startTime, endTime, text, settings }) => ({
  id,
  start: Math.round(startTime * 1000),
  end: Math.round(endTime * 1000),
  text,
  settings,
});

export const toServer = ({ id, start, end, text, settings }) => ({
  id,
  startTime: start / 1000,
  endTime: end / 1000,
  text,
  settings,
});

export class CueModel extends EventTarget {
  #cues;
  #done = [];
  #undone = [];
  #open = null; // the kind of change that may still grow: typing in one field
  #saved;

  constructor(cues) {
    super();
    this.#cues = [...cues];
    this.#saved = this.#cues;
  }

  get cues() {
    return this.#cues;
  }

  get length() {
    return this.#cues.length;
  }

  at(index) {
    return this.#cues[index];
  }

  /** Whether anything is other than it was saved. */
  get dirty() {
    const saved = this.#saved;
    return this.#cues.length !== saved.length || this.#cues.some((cue, index) => !same(cue, saved[index]));
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** `growing` names a change that goes on, such as typing in a field: one undo takes all of it back. */
  apply(edit, growing = null) {
    const replaced = this.#cues.slice(edit.from, edit.to);
    if (replaced.length === edit.cues.length && replaced.every((cue, index) => same(cue, edit.cues[index]))) {
      return;
    }
    const back = this.#splice(edit);
    if (growing === null || growing !== this.#open) {
      this.#done.push(back);
    }
    this.#open = growing;
    this.#undone = [];
    this.#tell(edit, back);
  }

  replace(index, change, growing = null) {
    this.apply({ from: index, to: index + 1, cues: [{ ...this.#cues[index], ...change }] }, growing);
  }

  /** What comes now is a change of its own. */
  pause() {
    this.#open = null;
  }

  undo() {
    return this.#move(this.#done, this.#undone);
  }

  redo() {
    return this.#move(this.#undone, this.#done);
  }

  /** These are what the server has now, whatever was done meanwhile. */
  markSaved(cues) {
    this.#saved = cues;
    this.pause();
  }

  /** The last cue that has begun; -1 before the first. */
  begunAt(milliseconds) {
    return this.#cues.reduce(
      (last, { start }, index) =>
        start <= milliseconds && (last < 0 || start >= this.#cues[last].start) ? index : last,
      -1,
    );
  }

  #move(from, to) {
    const edit = from.pop();
    if (!edit) {
      return null;
    }
    const back = this.#splice(edit);
    to.push(back);
    this.pause();
    this.#tell(edit, back);
    return edit;
  }

  /** Does it, and says what undoes it. */
  #splice({ from, to, cues }) {
    const replaced = this.#cues.slice(from, to);
    this.#cues = [...this.#cues.slice(0, from), ...cues, ...this.#cues.slice(to)];
    return { from, to: from + cues.length, cues: replaced };
  }

  #tell(edit) {
    this.dispatchEvent(new CustomEvent("change", { detail: edit }));
  }
}

function same(a, b) {
  return (
    a === b ||
    (a.start === b.start &&
      a.end === b.end &&
      a.text === b.text &&
      a.settings === b.settings &&
      (a.id || "") === (b.id || ""))
  );
}
