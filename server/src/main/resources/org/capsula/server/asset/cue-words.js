// Words of the page's language, and where they are said.

export const words = JSON.parse(document.getElementById("cues-words").textContent);

const status = document.getElementById("cues-status");
const notice = document.getElementById("cues-notice");
const actions = document.getElementById("cues-notice-actions");

export const fill = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place] ?? "");

const SAID_FOR = 8000; // ms

let saying = 0;

export const notices = {
  /** For eyes and screen readers, in passing. */
  say(text, ...values) {
    status.textContent = fill(text, values);
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = ""), SAID_FOR);
  },
  /** Stays until it is answered; `choices` are [words, what to do]. */
  warn(text, choices = []) {
    document.getElementById("cues-notice-text").textContent = text;
    actions.replaceChildren(
      ...choices.map(([label, act]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button quiet";
        button.textContent = label;
        button.addEventListener("click", () => {
          this.clear();
          document.getElementById("cue-text").focus(); // the button is gone
          act();
        });
        return button;
      }),
    );
    notice.hidden = false;
  },
  clear() {
    notice.hidden = true;
    actions.replaceChildren();
  },
};
