// Turns the list of chapters into links that seek, and marks the one that plays. Without this script
// the list stays a list.
(() => {
  const video = document.querySelector("hls-video");
  const items = Array.from(document.querySelectorAll("[data-chapters] > li"));
  if (!video || !items.length) {
    return;
  }

  const METADATA = 1; // readyState from which a film can be sought in

  function seek(seconds) {
    const go = () => (video.currentTime = seconds);
    if (video.readyState >= METADATA) {
      go();
    } else {
      video.addEventListener("loadedmetadata", go, { once: true });
    }
  }

  const chapters = items.map((item) => {
    const start = Number(item.dataset.start);
    const link = document.createElement("a");
    link.href = `#t=${start}`;
    link.append(...item.childNodes);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return; // another tab or window
      }
      event.preventDefault();
      history.replaceState(null, "", link.href);
      seek(start);
      Promise.resolve(video.play()).catch(() => {}); // refused: the film waits at its place
      video.scrollIntoView({ block: "nearest" });
    });
    item.append(link);
    return { start, link };
  });

  function mark() {
    const now = video.currentTime + 0.05; // a seek may land a hair early
    const current = chapters.filter(({ start }) => start <= now).pop();
    for (const chapter of chapters) {
      if (chapter === current) {
        chapter.link.setAttribute("aria-current", "true");
      } else {
        chapter.link.removeAttribute("aria-current");
      }
    }
  }

  video.addEventListener("timeupdate", mark);
  video.addEventListener("seeked", mark);

  // An address that somebody passed on.
  const asked = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
  if (asked) {
    seek(Number(asked[1]));
  }
})();
