// The dialog that hands a capsule on: its address, from a second on if wished, and the code to embed it.

function copyOnClick(button, field, status) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = status.dataset.copied;
    } catch {
      field.select(); // no permission, or plain HTTP: the viewer copies what is marked
      status.textContent = status.dataset.marked;
    }
  });
}

const withSecond = (address, second) => {
  const url = new URL(address);
  if (second > 0) {
    url.searchParams.set("t", second);
  }
  return url.href;
};

function embedCode(address, { title, width, height }) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: address, title, width, height, loading: "lazy" });
  frame.setAttribute("allow", "fullscreen; picture-in-picture");
  frame.setAttribute("allowfullscreen", "");
  frame.style.border = "0";
  return frame.outerHTML;
}

export function bindShare(dialog, opener, video) {
  const part = (name) => dialog.querySelector(`#share-${name}`);
  const { page, embed, title } = dialog.dataset;
  const from = part("from");
  const status = part("status");
  const code = part("code"); // none where another site could not show the film
  let second = 0;

  function show() {
    const start = from.checked ? second : 0;
    part("address").value = withSecond(page, start);
    if (code) {
      code.value = embedCode(withSecond(embed, start), dialog.dataset);
    }
  }

  from.addEventListener("change", show);
  copyOnClick(part("copy-address"), part("address"), status);
  if (code) {
    copyOnClick(part("copy-code"), code, status);
  }
  const hand = part("hand");
  hand.hidden = !navigator.share;
  hand.addEventListener("click", () =>
    navigator.share({ title, url: part("address").value }).catch(() => {}), // the viewer thought better of it
  );
  opener.addEventListener("click", () => {
    second = Math.floor(video.currentTime || 0);
    part("second").textContent = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
    part("from-field").hidden = second === 0;
    from.checked = false;
    status.textContent = "";
    show();
    dialog.showModal();
  });
}
