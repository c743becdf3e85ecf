// Sends one file, and goes on after whatever comes between: it never gives up by itself.
import { problemCode } from "./upload-api.js";
import { Upload } from "./tus.js";

/** What is lost when a proxy takes a request in whole before it passes it on; and how often the server says 204. */
const PIECE = 16 * 1024 * 1024;
const PAUSES = [1, 2, 4, 8, 15, 30];
/** Nobody frees a disk in a second. */
const PAUSE_WHEN_FULL = 30;
/** Of the sending speed: what is older tells nothing about now. */
const WINDOW_MILLIS = 15_000;

/** Whether another try may be answered differently. */
const passes = (status) => status === 0 || status >= 500 || [409, 423, 429, 460].includes(status);

export class Transfer {
  /**
   * @param {File} file
   * @param {string} address of the upload
   * @param {{progress: Function, arrives: Function, waits: Function, ends: Function, fails: Function}} told
   *   waits("server" | "full" | "busy"), fails(status, code)
   */
  constructor(file, address, told) {
    this.told = told;
    this.tries = 0;
    this.samples = [];
    this.upload = new Upload(file, {
      uploadUrl: address,
      chunkSize: PIECE,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sent, whole) => this.#progress(sent, whole),
      onChunkComplete: () => this.#arrived(),
      onSuccess: () => this.#over(() => told.ends()),
      onError: (error) => this.#failed(error),
    });
    this.again = () => this.#retry();
  }

  start() {
    this.running = true;
    this.samples = [];
    window.addEventListener("online", this.again);
    this.upload.start();
  }

  pause() {
    this.#over(() => {});
    this.upload.abort();
  }

  #over(then) {
    this.running = false;
    window.clearTimeout(this.timer);
    window.removeEventListener("online", this.again);
    then();
  }

  #progress(sent, whole) {
    const now = Date.now();
    this.samples.push({ sent, now });
    this.samples = this.samples.filter((sample) => sample.now > now - WINDOW_MILLIS);
    this.told.progress(sent, this.#secondsLeft(sent, whole));
  }

  /** The server has a piece. That bytes leave here says nothing: it may refuse them all. */
  #arrived() {
    this.tries = 0;
    this.told.arrives();
  }

  /** Null while too little was sent to tell. */
  #secondsLeft(sent, whole) {
    const first = this.samples[0];
    const last = this.samples[this.samples.length - 1];
    const seconds = (last.now - first.now) / 1000;
    return seconds < 2 || last.sent <= first.sent ? null : ((whole - sent) * seconds) / (last.sent - first.sent);
  }

  #failed(error) {
    if (!this.running) return;
    const status = error.originalResponse?.getStatus() ?? 0;
    const code = problemCode(error.originalResponse?.getBody() ?? "");
    if (!passes(status)) {
      this.#over(() => this.told.fails(status, code));
      return;
    }
    const full = status === 507;
    const pause = full ? PAUSE_WHEN_FULL : PAUSES[Math.min(this.tries, PAUSES.length - 1)];
    this.tries += 1;
    // The first try again is nothing to be told of.
    if (full || this.tries > 1) this.told.waits(full ? "full" : status === 423 ? "busy" : "server");
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.again, pause * 1000);
  }

  #retry() {
    if (!this.running || this.tries === 0) return;
    window.clearTimeout(this.timer);
    this.samples = [];
    this.upload.start();
  }
}
