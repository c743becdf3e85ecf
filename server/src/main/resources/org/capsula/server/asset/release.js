// Opens a capsule to everybody, and closes it; tells which it is.

const section = document.getElementById("release");

if (section) {
  const state = document.getElementById("release-state");
  const buttons = section.querySelectorAll("[data-release]");
  const address = `/api/studio/capsules/${encodeURIComponent(section.dataset.capsule)}/release`;
  const language = document.documentElement.lang;

  const moment = (instant) =>
    new Date(instant).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });

  const show = (release) => {
    const closed = release.state === "closed";
    const when = closed ? release.closes : release.opens;
    const words = [section.dataset[release.state].replace("%", when ? moment(when) : "")];
    if (release.closes && !closed) {
      words.push(section.dataset.closing.replace("%", moment(release.closes)));
    }
    state.textContent = words.join(" ");
    const shown = release.state === "open" || release.state === "scheduled";
    for (const button of buttons) {
      button.hidden = (button.dataset.release === "close") !== shown;
    }
  };

  const ask = async (path, method) => {
    try {
      const answer = await fetch(address + path, { method });
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      show(await answer.json());
    } catch {
      state.textContent = section.dataset.failed;
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", async () => {
      await ask(`/${button.dataset.release}`, "POST");
      // The button that was pressed is gone; the other one is what can be done now.
      section.querySelector("[data-release]:not([hidden])")?.focus();
    });
  }
  ask("", "GET");
}
