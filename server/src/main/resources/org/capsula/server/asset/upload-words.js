// The words of the page, and how it writes amounts.

const data = JSON.parse(document.getElementById("upload-data").textContent);
const locale = document.documentElement.lang;

export const settings = data;

/** {0} is the place of the first value. A key without words stands for itself in a test. */
export function say(key, ...values) {
  const pattern = data.words[`upload.${key}`] ?? key;
  return pattern.replace(/\{(\d)\}/g, (place, n) => values[Number(n)] ?? "");
}

export const hasWords = (key) => `upload.${key}` in data.words;

const number = (value, digits) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);

/** As file managers count: 1 MB is a million bytes. */
export function size(bytes) {
  if (bytes < 1e6) return say("size.kb", number(Math.max(1, Math.round(bytes / 1e3)), 0));
  if (bytes < 1e9) return say("size.mb", number(bytes / 1e6, bytes < 99.5e6 ? 1 : 0));
  return say("size.gb", number(bytes / 1e9, 1));
}

export const percent = (part, whole) => (whole === 0 ? 100 : Math.floor((100 * part) / whole));

/** Roughly, as people say it. */
export function timeLeft(seconds) {
  if (seconds < 60) return say("left.seconds", Math.max(5, Math.ceil(seconds / 5) * 5));
  if (seconds < 5400) return say("left.minutes", Math.round(seconds / 60));
  return say("left.hours", number(seconds / 3600, 1));
}

/** Of a select. */
export function option(value, text) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = text;
  return made;
}

const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });

export function languageName(tag) {
  return data.languages.find((one) => one.tag === tag)?.name ?? names.of(tag);
}
