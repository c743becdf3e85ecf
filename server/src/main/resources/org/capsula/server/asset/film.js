// The capsule's page around its player.
import { Captions, captionFiles } from "./film-captions.js";
import { bindKeys } from "./film-keys.js";
import { Look } from "./film-look.js";
import { bindSaver } from "./film-saver.js";
import { bindShare } from "./film-share.js";
import { Transcript } from "./film-transcript.js";

const element = (id) => document.getElementById(id);

/** Buttons that open a panel each, one at a time. */
function bindPanels(tools) {
  const buttons = Array.from(tools.querySelectorAll("[aria-controls]"));
  const panel = (button) => element(button.getAttribute("aria-controls"));
  const set = (button, open) => {
    button.setAttribute("aria-expanded", open);
    panel(button).hidden = !open;
  };
  buttons.forEach((button) =>
    button.addEventListener("click", () => {
      const opens = panel(button).hidden;
      buttons.forEach((each) => set(each, each === button && opens));
    }),
  );
}

async function start() {
  await customElements.whenDefined("media-controller");
  await customElements.whenDefined("hls-video");
  const controller = document.querySelector("media-controller");
  const video = controller.querySelector("hls-video");
  const tools = element("film-tools");
  const files = captionFiles();

  bindPanels(tools);
  bindSaver(tools.querySelectorAll("[name=data]"), video);
  if (element("share")) {
    bindShare(element("share"), element("share-open"), video); // an exported page has none
  }
  bindKeys(element("keys"), element("keys-open"), controller);
  tools.hidden = false;
  if (!files.length) {
    return;
  }

  const look = new Look();
  const captions = new Captions(controller, look);
  look.dress(captions.drawn);
  look.bind(element("caption-form"));

  const transcript = new Transcript(element("transcript"), video, files);
  captions.onFirst((file) => transcript.suggest(file));
  const own = files.find(({ language }) => language === document.documentElement.lang) ?? files[0];
  transcript.start(own.address);
  captions.start();
}

start();
