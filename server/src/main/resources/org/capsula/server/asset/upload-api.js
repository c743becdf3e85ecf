// What the page asks of the server beside the bytes themselves.

/** Something that the server refused, or that did not come to it. */
export class Refused extends Error {
  /**
   * @param {number} status 0 where the server did not answer
   * @param {string} code of the problem document; empty where there is none
   */
  constructor(status, code) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** The code of a problem document (RFC 9457). */
export function problemCode(text) {
  try {
    return (JSON.parse(text).type ?? "").split("/").pop();
  } catch {
    return "";
  }
}

async function ask(address, options = {}) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Refused(0, "");
  }
  if (!response.ok) throw new Refused(response.status, problemCode(await response.text().catch(() => "")));
  return response;
}

const json = async (address, options) => (await ask(address, options)).json();
const part = encodeURIComponent;

export const list = async () => (await json("/api/uploads")).items;
export const one = (id) => json(`/api/uploads/${part(id)}`);
export const limits = () => json("/api/uploads/limits");

export async function twins(file) {
  const query = `name=${part(file.name)}&bytes=${file.size}&lang=${part(document.documentElement.lang)}`;
  return (await json(`/api/uploads/check?${query}`)).known;
}

export const saveForm = (id, form) =>
  json(`/api/uploads/${part(id)}/form`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(form),
  });

export function addSubtitles(id, file, language) {
  const query = `name=${part(file.name)}${language ? `&language=${part(language)}` : ""}`;
  return json(`/api/uploads/${part(id)}/subtitles?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
}

export const removeSubtitles = (id, subtitles) =>
  ask(`/api/uploads/${part(id)}/subtitles/${part(subtitles)}`, { method: "DELETE" });

const base64 = (text) => {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};

/** Begins an upload (tus: Creation). Its address is the answer. */
export async function create(file, fingerprint, replaces) {
  const metadata = { filename: file.name, fingerprint, ...(replaces ? { replaces } : {}) };
  const response = await ask("/uploads", {
    method: "POST",
    headers: {
      "Tus-Resumable": "1.0.0",
      "Upload-Length": String(file.size),
      "Upload-Metadata": Object.entries(metadata)
        .map(([key, value]) => `${key} ${base64(value)}`)
        .join(","),
    },
  });
  return response.headers.get("Location");
}

/** Gives an upload up, or forgets what became of it. */
export const end = (id) =>
  ask(`/uploads/${part(id)}`, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch((refused) => {
    // It is what was wanted, then.
    if (refused.status !== 404 && refused.status !== 410) throw refused;
  });
