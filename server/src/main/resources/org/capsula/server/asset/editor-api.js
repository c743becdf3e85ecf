// The part of the API that edits one capsule. Every answer is the capsule as it is after it.
const page = document.getElementById("editor");
const base = `/api/studio/capsules/${encodeURIComponent(page.dataset.capsule)}`;

/** Why something was not done: a problem document (RFC 9457), or no answer at all. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title ?? "no answer");
    this.status = status; // 0 where nobody answered
    this.problem = problem;
    this.reason = problem.reason ?? "";
  }
}

async function call(method, path, { json, bytes, seen, query } = {}) {
  const address = base + path + (query ? `?${new URLSearchParams(query)}` : "");
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  if (seen !== undefined) headers["If-Match"] = `"${seen}"`;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (bytes !== undefined) headers["Content-Type"] = "application/octet-stream";
  const body = json === undefined ? bytes : JSON.stringify(json);
  let response;
  try {
    response = await fetch(address, { method, headers, body });
  } catch {
    throw new Refused(0, {});
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

export const api = {
  state: () => call("GET", ""),
  change: (version, change) => call("PATCH", "", { json: change, seen: version }),
  putBack: (id) => call("POST", `/removed/${id}`),
  poster: (bytes) => call("PUT", "/poster", { bytes }),
  frame: (seconds) => call("POST", "/poster/frame", { json: { seconds } }),
  noPoster: () => call("DELETE", "/poster"),
  addTrack: (bytes, query) => call("POST", "/tracks", { bytes, query }),
  changeTrack: (track, change) => call("PATCH", `/tracks/${track.id}`, { json: change, seen: track.seen }),
  removeTrack: (track) => call("DELETE", `/tracks/${track.id}`, { seen: track.seen }),
  charsets: (track) => call("GET", `/tracks/${track.id}/charsets`),
  addDocument: (bytes, query) => call("POST", "/documents", { bytes, query }),
  release: () => call("GET", "/release"),
  open: () => call("POST", "/release/open"),
  close: () => call("POST", "/release/close"),
  removeDocument: (id) => call("DELETE", `/documents/${id}`),
};
