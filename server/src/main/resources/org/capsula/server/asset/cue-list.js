// The list of cues: one row each, of which one is selected. Rows out of sight cost no layout
// (content-visibility), and a change touches its own rows and the numbers after them.
import { formatTime } from "./cue-model.js";

export class CueList extends EventTarget {
  #root;
  #model;
  #words;
  #selected = -1;
  #marked = new Map();

  constructor(root, model, words) {
    super();
    this.#root = root;
    this.#model = model;
    this.#words = words;
    root.append(...model.cues.map((cue) => this.#row(cue)));
    this.#number(0);
    model.addEventListener("change", ({ detail }) => this.#change(detail));
    root.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) {
        this.select(this.#rows.indexOf(row));
      }
    });
    root.addEventListener("dblclick", () => this.dispatchEvent(new CustomEvent("open")));
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  get selected() {
    return this.#selected;
  }

  get #rows() {
    return Array.from(this.#root.children);
  }

  /** -1 for none. */
  select(index, { focus = false } = {}) {
    const rows = this.#root.children;
    const last = this.#model.length - 1;
    const next = Math.min(Math.max(index, Math.min(0, last)), last);
    const before = rows[this.#selected];
    if (before) {
      before.setAttribute("aria-selected", "false");
      before.tabIndex = -1;
    }
    this.#selected = next;
    const row = rows[next];
    if (row) {
      row.setAttribute("aria-selected", "true");
      row.tabIndex = 0;
      this.#reveal(row);
      if (focus) {
        row.focus({ preventScroll: true });
      }
    }
    this.dispatchEvent(new CustomEvent("select", { detail: next }));
  }

  /** The worst severity of what was found at each cue, by index. */
  mark(marks) {
    const rows = this.#root.children;
    for (const index of this.#marked.keys()) {
      rows[index]?.removeAttribute("data-severity");
      rows[index]?.querySelector(".row-mark").replaceChildren();
    }
    this.#marked = marks;
    for (const [index, { severity, count }] of marks) {
      if (rows[index]) {
        rows[index].dataset.severity = severity;
        rows[index].querySelector(".row-mark").textContent = count;
      }
    }
  }

  /** The row that is spoken now; -1 for none. */
  play(index) {
    this.#root.querySelector(".is-playing")?.classList.remove("is-playing");
    this.#root.children[index]?.classList.add("is-playing");
  }

  #row(cue) {
    const row = document.createElement("div");
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.tabIndex = -1;
    for (const name of ["row-number", "row-mark", "row-times", "row-text"]) {
      const part = document.createElement("span");
      part.className = name;
      row.append(part, " ");
    }
    this.#fill(row, cue);
    return row;
  }

  #fill(row, cue) {
    row.querySelector(".row-times").textContent = `${formatTime(cue.start)} → ${formatTime(cue.end)}`;
    row.querySelector(".row-text").textContent = cue.text || this.#words.empty;
  }

  #change({ from, to, cues }) {
    const rows = this.#root.children;
    if (to - from === cues.length) {
      cues.forEach((cue, offset) => this.#fill(rows[from + offset], cue));
      return;
    }
    this.mark(new Map()); // they are for other rows now, until the next check
    this.#rows.slice(from, to).forEach((row) => row.remove());
    const next = rows[from] ?? null;
    cues.forEach((cue) => this.#root.insertBefore(this.#row(cue), next));
    this.#number(from);
    this.#selected = -1;
  }

  #number(from) {
    for (let index = from; index < this.#root.children.length; index++) {
      this.#root.children[index].firstChild.textContent = index + 1;
    }
  }

  /** Scrolls the list alone, never the page. */
  #reveal(row) {
    const box = this.#root;
    const above = row.offsetTop - box.offsetTop;
    const below = above + row.offsetHeight;
    if (above < box.scrollTop) {
      box.scrollTop = above;
    } else if (below > box.scrollTop + box.clientHeight) {
      box.scrollTop = below - box.clientHeight;
    }
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const ends = { Home: 0, End: this.#model.length - 1 };
    const tools = { " ": "play", i: "start-here", o: "end-here", Delete: "remove" };
    if (event.key in moves) {
      this.select(Math.max(0, this.#selected + moves[event.key]), { focus: true });
    } else if (event.key in ends) {
      this.select(ends[event.key], { focus: true });
    } else if (event.key === "Enter") {
      this.dispatchEvent(new CustomEvent("open"));
    } else if (event.key in tools) {
      this.dispatchEvent(new CustomEvent("tool", { detail: tools[event.key] }));
    } else {
      return;
    }
    event.preventDefault();
  }
}
