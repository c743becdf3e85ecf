// How captions look, and which language stands in the second line: chosen by the viewer and remembered.
import { recall, remember } from "./film-memory.js";

const KEY = "capsula.caption-look";
const CHOICES = {
  size: ["100", "75", "150", "200"],
  ink: ["white", "yellow", "cyan", "black"],
  ground: ["veil", "solid", "none"],
  place: ["bottom", "top"],
  order: ["under", "over"],
};
const DEFAULT = Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, values[0]]));

/** What is stored may be of another version, or not of ours. */
function known(stored) {
  const value = { ...DEFAULT, second: "" };
  for (const [name, values] of Object.entries(CHOICES)) {
    if (values.includes(stored?.[name])) {
      value[name] = stored[name];
    }
  }
  if (typeof stored?.second === "string") {
    value.second = stored.second;
  }
  return value;
}

function read() {
  try {
    return known(JSON.parse(recall(KEY)));
  } catch {
    return known(null);
  }
}

export class Look {
  constructor() {
    this.value = read();
    this.listeners = [];
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  set(name, chosen) {
    this.value = { ...this.value, [name]: chosen };
    this.tell();
  }

  /** The second language stays: it is no matter of looks. */
  reset() {
    this.value = { ...DEFAULT, second: this.value.second };
    this.tell();
  }

  tell() {
    remember(KEY, JSON.stringify(this.value));
    this.listeners.forEach((listener) => listener());
  }

  /** Dresses the layer that captions are drawn in, now and after each change. */
  dress(layer) {
    const put = () => Object.keys(CHOICES).forEach((name) => (layer.dataset[name] = this.value[name]));
    put();
    this.listeners.unshift(put);
  }

  /** Keeps the controls of a form and the look the same. */
  bind(form) {
    const fields = Array.from(form.querySelectorAll("select[name]"));
    const show = () =>
      fields.forEach((field) => {
        const wanted = this.value[field.name];
        field.value = Array.from(field.options).some(({ value }) => value === wanted) ? wanted : field.options[0].value;
      });
    show();
    this.onChange(show);
    fields.forEach((field) => field.addEventListener("change", () => this.set(field.name, field.value)));
    form.querySelector("[type=reset]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.reset();
    });
  }
}
