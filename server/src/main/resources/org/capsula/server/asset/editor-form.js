// What is said of a capsule as flat fields: each has a name like "titles.fr" and a text. Two editors
// disagree about a field, not about the whole capsule.
import { unmark } from "./editor-mistakes.js";

const LANGUAGES = ["titles", "summaries", "credits", "situation.titles", "situation.narratives"];
const pageLanguage = document.documentElement.lang;

const list = (text) =>
  [...new Set(text.split(",").map((word) => word.trim()).filter(Boolean))].sort().join(", ");

/** Fields of a description as the server gives it. */
export function fieldsOf(description) {
  const { situation, collection, consent } = description;
  const fields = {
    language: description.language ?? "",
    "collection.id": collection.id ?? "",
    "collection.title": "",
    "collection.order": collection.order === null ? "" : String(collection.order),
    "situation.themes": list(situation.themes.join(",")),
    "situation.country": situation.country ?? "",
    chapters: JSON.stringify(description.chapters),
    trim: JSON.stringify(description.trim),
    "consent.note": consent.note,
    "consent.validUntil": consent.validUntil ?? "",
  };
  const maps = { ...description, "situation.titles": situation.titles, "situation.narratives": situation.narratives };
  for (const map of LANGUAGES) {
    for (const [tag, text] of Object.entries(maps[map])) fields[`${map}.${tag}`] = text;
  }
  for (const [tag, words] of Object.entries(description.keywords)) fields[`keywords.${tag}`] = list(words.join(","));
  return fields;
}

/** The fields as they stand in the page, over those that have no place there. */
export function fieldsInPage(saved, form, own) {
  const fields = { ...saved, ...own };
  for (const input of form.querySelectorAll("[id]")) {
    const name = input.id;
    if (!isField(name)) continue;
    const value = name.startsWith("keywords.") || name === "situation.themes" ? list(input.value) : input.value.trim();
    fields[name] = value.replace(/\r\n?/g, "\n");
  }
  if (fields["collection.id"] !== "new") fields["collection.title"] = "";
  if (fields["collection.id"] === "") fields["collection.order"] = "";
  return fields;
}

function isField(name) {
  return /^(titles|summaries|credits|keywords|situation|collection|consent)\.|^language$/.test(name);
}

export function fill(fields, form) {
  for (const input of form.querySelectorAll("[id]")) {
    if (!isField(input.id)) continue;
    const value = fields[input.id] ?? "";
    if (input instanceof HTMLSelectElement && ![...input.options].some((option) => option.value === value)) {
      input.add(new Option(value, value));
    }
    if (input.value === value) continue;
    input.value = value;
    unmark(input);
  }
}

/** Names of the fields in which two differ. An empty field and none are the same. */
export function changed(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => (a[name] ?? "") !== (b[name] ?? ""));
}

/** The change to send: whole groups, in which a field of them differs. */
export function changeOf(fields, names) {
  const groups = new Set(names.map((name) => name.split(".")[0]));
  const change = {};
  const map = (prefix) => {
    const texts = {};
    for (const [name, text] of Object.entries(fields)) {
      if (name.startsWith(`${prefix}.`) && text !== "") texts[name.slice(prefix.length + 1)] = text;
    }
    return texts;
  };
  const words = (text) => (text ?? "").split(",").map((word) => word.trim()).filter(Boolean);
  if (groups.has("language")) change.language = fields.language;
  for (const group of ["titles", "summaries", "credits"]) if (groups.has(group)) change[group] = map(group);
  if (groups.has("keywords")) {
    change.keywords = Object.fromEntries(Object.entries(map("keywords")).map(([tag, text]) => [tag, words(text)]));
  }
  if (groups.has("collection")) change.collection = collection(fields);
  if (groups.has("situation")) {
    change.situation = {
      titles: map("situation.titles"),
      narratives: map("situation.narratives"),
      themes: words(fields["situation.themes"]),
      country: fields["situation.country"] || null,
    };
  }
  if (groups.has("chapters")) change.chapters = JSON.parse(fields.chapters);
  if (groups.has("trim")) change.trim = JSON.parse(fields.trim);
  if (groups.has("consent")) change.consent = { note: fields["consent.note"], validUntil: fields["consent.validUntil"] || null };
  return change;
}

function collection(fields) {
  const id = fields["collection.id"];
  if (id === "") return { id: null, titles: {}, order: null };
  const order = /^\d+$/.test(fields["collection.order"]) ? Number(fields["collection.order"]) : null;
  return id === "new"
    ? { id: null, titles: { [pageLanguage]: fields["collection.title"] }, order }
    : { id, titles: {}, order };
}
