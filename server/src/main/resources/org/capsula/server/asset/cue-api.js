// What the page asks of the server. A refusal is thrown with its status and its problem document.

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || String(status));
    this.status = status;
    this.problem = problem;
  }
}

export function cueApi(track, language) {
  const base = `/api/studio/tracks/${encodeURIComponent(track)}`;

  async function ask(method, path, content, signal) {
    const response = await fetch(base + path, {
      method,
      signal,
      headers: { "Accept-Language": language, ...(content && { "Content-Type": "application/json" }) },
      body: content && JSON.stringify(content),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw new Refused(response.status, answer);
    }
    return answer;
  }

  return {
    open: () => ask("GET", "/cues"),
    save: (revision, cues) => ask("PUT", "/cues", { revision, cues }),
    check: (cues, signal) => ask("POST", "/check", { cues }, signal),
    split: (cue, place) => ask("POST", "/split", { cues: [cue], place }),
    merge: (first, second) => ask("POST", "/merge", { cues: [first, second] }),
    revisions: () => ask("GET", "/revisions"),
    restore: (number, revision) => ask("POST", `/revisions/${number}/restore`, { revision }),
  };
}
