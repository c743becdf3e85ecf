// The film as text: follows it, is searched, leads into it, and is printed.
import { seekTo } from "./start-at.js";
import { cuesOf, plain } from "./film-text.js";
import { mark } from "./film-search.js";

const EARLY = 0.05; // a seek may land a hair early

const clock = (seconds) => {
  const whole = Math.floor(seconds);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = `${Math.floor(whole / 60) % 60}:${two(whole % 60)}`;
  return whole < 3600 ? minutes : `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

export class Transcript {
  constructor(section, video, files) {
    const part = (name) => section.querySelector(`#transcript-${name}`);
    this.section = section;
    this.video = video;
    this.files = files;
    this.list = part("lines");
    this.language = part("language");
    for (const option of this.language.options) {
      option.value = option.dataset.address; // where the page itself stands, addresses may be relative
    }
    this.search = part("search");
    this.status = part("status");
    this.follows = part("follow");
    this.print = part("print");
    this.lines = [];
    this.current = -1;
    this.chosen = false;
  }

  start(address) {
    this.language.value = address;
    this.language.addEventListener("change", () => {
      this.chosen = true;
      this.load();
    });
    this.search.addEventListener("input", () => this.find());
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && this.enterFirst(event));
    this.list.addEventListener("keydown", (event) => this.move(event));
    this.list.addEventListener("click", (event) => this.jump(event));
    this.list.addEventListener("focusin", (event) => this.stop(event.target.closest("a")));
    this.print.addEventListener("click", () => this.printOut());
    for (const type of ["timeupdate", "seeked"]) {
      this.video.addEventListener(type, () => this.mark());
    }
    this.section.hidden = false;
    return this.load();
  }

  /** Goes along with the captions until the viewer wants another language here. */
  suggest(file) {
    if (file && !this.chosen && this.language.value !== file.address) {
      this.language.value = file.address;
      this.load();
    }
  }

  async load() {
    const address = this.language.value;
    let cues;
    try {
      cues = await cuesOf(address);
    } catch {
      this.status.textContent = this.section.dataset.failed;
      return;
    }
    if (address !== this.language.value) {
      return; // the viewer was faster
    }
    const file = this.files.find((each) => each.address === address);
    this.list.lang = file.language;
    this.lines = cues.map((cue) => this.line(cue));
    this.list.replaceChildren(...this.lines.map(({ item }) => item));
    this.current = -1;
    this.find();
    this.stop(this.lines[0]?.link);
    this.mark();
  }

  /** Of this page in this language, from there on. */
  address(cue) {
    const query = new URLSearchParams(location.search);
    query.set("t", Math.floor(cue.start));
    return `?${query}`;
  }

  line(cue) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const time = document.createElement("span");
    const words = document.createElement("span");
    link.href = this.address(cue);
    link.tabIndex = -1;
    time.className = "line-time";
    time.textContent = clock(cue.start);
    words.className = "line-words";
    words.dir = "auto";
    link.append(time, " ", words);
    item.append(link);
    return { cue, item, link, words, text: plain(cue) };
  }

  find() {
    const wanted = this.search.value;
    let hits = 0;
    for (const line of this.lines) {
      const found = mark(line.words, line.text, wanted);
      line.item.hidden = Boolean(wanted.trim()) && found === 0;
      hits += found;
    }
    this.status.textContent = wanted.trim()
      ? hits
        ? this.section.dataset.found.replace("%", hits)
        : this.section.dataset.none
      : "";
    this.stop(this.visible()[0]?.link);
    if (!wanted.trim()) {
      this.reveal();
    }
  }

  visible() {
    return this.lines.filter(({ item }) => !item.hidden);
  }

  /** One stop for the tabulator key; the arrows go from line to line. */
  stop(link) {
    if (link) {
      this.stopped?.setAttribute("tabindex", "-1");
      link.tabIndex = 0;
      this.stopped = link;
    }
  }

  move(event) {
    const lines = this.visible();
    const at = lines.findIndex(({ link }) => link === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (at >= 0 && lines[to]) {
      event.preventDefault();
      lines[to].link.focus();
    }
  }

  enterFirst(event) {
    event.preventDefault();
    this.visible()[0]?.link.focus();
  }

  jump(event) {
    const link = event.target.closest("a");
    const line = this.lines.find((each) => each.link === link);
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) {
      return; // another tab or window
    }
    event.preventDefault();
    seekTo(this.video, line.cue.start);
    Promise.resolve(this.video.play()).catch(() => {}); // refused: the film waits at its place
  }

  mark() {
    const now = this.video.currentTime + EARLY;
    let at = -1;
    this.lines.forEach(({ cue }, index) => (at = cue.start <= now ? index : at));
    if (at === this.current) {
      return;
    }
    this.lines[this.current]?.link.removeAttribute("aria-current");
    this.lines[at]?.link.setAttribute("aria-current", "true");
    this.current = at;
    this.reveal();
  }

  /** Moves the lines alone, never the page, and not while somebody is reading there. */
  reveal() {
    const line = this.lines[this.current];
    if (line && this.follows.checked && !this.list.matches(":hover, :focus-within")) {
      const { list } = this;
      const middle = (list.clientHeight - line.item.offsetHeight) / 2;
      list.scrollTop = line.item.offsetTop - list.offsetTop - middle;
    }
  }

  printOut() {
    const root = document.documentElement;
    root.dataset.prints = "transcript";
    window.addEventListener("afterprint", () => delete root.dataset.prints, { once: true });
    window.print();
  }
}
