// The fields of the cue that is selected.
import { formatTime, parseTime } from "./cue-model.js";
import { fill, words } from "./cue-words.js";

const element = (id) => document.getElementById(id);

const NUMBER = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 3 });

export class CueForm {
  #model;
  #list;
  #start = element("cue-start");
  #end = element("cue-end");
  #text = element("cue-text");
  #typing = false; // a change that comes from a field need not be written into it

  constructor(model, list) {
    this.#model = model;
    this.#list = list;
    for (const [side, field] of [["start", this.#start], ["end", this.#end]]) {
      field.addEventListener("input", () => this.#timeTyped(side, field));
      field.addEventListener("change", () => this.#timeLeft(side, field));
    }
    this.#text.addEventListener("input", () => this.#type({ text: this.#text.value }, "text"));
    this.#text.addEventListener("blur", () => model.pause());
    list.addEventListener("select", () => {
      model.pause();
      this.#fill();
    });
    model.addEventListener("change", ({ detail }) => {
      const { from, to, cues } = detail;
      const moved = to - from !== cues.length;
      if (!this.#typing && !moved && list.selected >= from && list.selected < to) {
        this.#fill();
      }
      this.#measure();
    });
  }

  /** Where the text is to be split: in its field, or undefined for the middle. */
  get caret() {
    return document.activeElement === this.#text ? this.#text.selectionStart : undefined;
  }

  /** Of the fields as they stand: what is typed and no time yet has left an older time in the model. */
  get valid() {
    const times = this.#model.at(this.#list.selected) ? [this.#start, this.#end] : [];
    const wrong = times.filter((field) => parseTime(field.value) === null);
    wrong.forEach((field) => this.#say(field, words["time.invalid"]));
    return wrong.length === 0;
  }

  focus() {
    this.#text.focus();
  }

  focusInvalid() {
    (this.#start.hasAttribute("aria-invalid") ? this.#start : this.#end).focus();
  }

  empty() {
    this.#fill();
  }

  #fill() {
    const cue = this.#model.at(this.#list.selected);
    for (const field of [this.#start, this.#end, this.#text]) {
      field.disabled = !cue;
    }
    element("cue-heading").textContent = cue
      ? fill(words.selected, [this.#list.selected + 1, this.#model.length])
      : words.none;
    this.#start.value = cue ? formatTime(cue.start) : "";
    this.#end.value = cue ? formatTime(cue.end) : "";
    if (this.#text.value !== (cue?.text ?? "")) {
      this.#text.value = cue?.text ?? "";
    }
    this.#say(this.#start, "");
    this.#say(this.#end, "");
    this.#measure();
  }

  #type(change, field) {
    const index = this.#list.selected;
    if (index < 0) {
      return;
    }
    this.#typing = true;
    this.#model.replace(index, change, `${field} ${index}`);
    this.#typing = false;
  }

  #timeTyped(side, field) {
    const time = parseTime(field.value);
    if (time !== null) {
      this.#say(field, "");
      this.#type({ [side]: time }, side);
      const { start, end } = this.#model.at(this.#list.selected);
      this.#hint(start, end);
    }
  }

  #timeLeft(side, field) {
    const time = parseTime(field.value);
    this.#model.pause();
    if (time === null) {
      this.#say(field, words["time.invalid"]);
    } else {
      field.value = formatTime(time);
    }
  }

  #hint(start, end) {
    element("cue-end-error").textContent = end <= start ? words["time.reversed"] : "";
  }

  /** Beside the field; empty when all is well. */
  #say(field, text) {
    element(`${field.id}-error`).textContent = text;
    if (text) {
      field.setAttribute("aria-invalid", "true");
    } else {
      field.removeAttribute("aria-invalid");
    }
  }

  #measure() {
    const cue = this.#model.at(this.#list.selected);
    const seconds = cue ? Math.max(0, cue.end - cue.start) / 1000 : 0;
    element("cue-measure").textContent = cue ? fill(words.speed, [NUMBER.format(seconds)]) : "";
  }
}
