// What the check found: in the list of all, at the rows, and at the cue that is selected.
import { fill, words } from "./cue-words.js";

const RANK = { note: 0, warning: 1, error: 2 };
const MOST = 500; // told at a time, as the server says

const element = (id) => document.getElementById(id);

/**
 * Whoever stood in a row with the keyboard stands in the one that came in its place; in the heading
 * where none is left.
 */
function fillKeepingFocus(list, rows, heading) {
  const focused = [...list.children].findIndex((row) => row.contains(document.activeElement));
  list.replaceChildren(...rows);
  list.hidden = rows.length === 0;
  if (focused >= 0) {
    const buttons = rows[Math.min(focused, rows.length - 1)]?.querySelectorAll("button");
    (buttons?.length ? buttons[buttons.length - 1] : heading).focus();
  }
}

export class CueFindings extends EventTarget {
  #list;
  #all = [];
  #version = 0;

  constructor(list) {
    super();
    this.#list = list;
    list.addEventListener("select", () => this.#here());
  }

  show(findings, version = 0) {
    this.#all = findings;
    this.#version = version;
    const marks = new Map();
    for (const { cue, severity } of findings) {
      const before = marks.get(cue - 1) || { severity, count: 0 };
      const worse = RANK[severity] > RANK[before.severity] ? severity : before.severity;
      marks.set(cue - 1, { severity: worse, count: before.count + 1 });
    }
    this.#list.mark(marks);
    element("cues-findings-heading").textContent = findings.length
      ? fill(findings.length < MOST ? words.findings : words["findings.most"], [findings.length])
      : words["findings.none"];
    fillKeepingFocus(
      element("finding-list"),
      findings.map((finding) => this.#row(finding, true)),
      element("cues-findings").querySelector("summary"),
    );
    this.#here();
  }

  #here() {
    const number = this.#list.selected + 1;
    const here = this.#all.filter(({ cue }) => cue === number);
    fillKeepingFocus(
      element("cue-findings"),
      here.map((finding) => this.#row(finding, false)),
      element("cue-heading"),
    );
  }

  #row(finding, withPlace) {
    const row = document.createElement("li");
    const badge = document.createElement("span");
    badge.className = `badge ${{ error: "bad", warning: "warn" }[finding.severity] || ""}`;
    badge.textContent = words[`severity.${finding.severity}`];
    const text = document.createElement("span");
    text.textContent = finding.message;
    row.append(badge, " ", text, " ");
    if (withPlace) {
      const label = fill(words["finding.at"], [finding.cue]);
      row.append(this.#button(label, () => this.#tell("jump", finding.cue - 1)), " ");
    }
    if (finding.fix) {
      const button = this.#button(finding.action, () =>
        this.#tell("fix", { version: this.#version, fix: finding.fix, message: finding.message }),
      );
      row.append(button);
    }
    return row;
  }

  #button(label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
