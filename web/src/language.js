// The first import of player.js: media-chrome's elements read their words when they are defined,
// and would otherwise take the browser's language instead of the page's.
import { De } from "media-chrome/dist/lang/de.js";
import { En } from "media-chrome/dist/lang/en.js";
import { Fr } from "media-chrome/dist/lang/fr.js";
import { addTranslation, setLanguage } from "media-chrome/dist/utils/i18n.js";

const SHIPPED = { de: De, en: En, fr: Fr };
const RATE = "Playback rate {playbackRate}";

const language = document.documentElement.lang || "en";
// A page in a language that media-chrome does not ship brings its words along:
// <script type="application/json" id="player-words">{"Play": "Αναπαραγωγή", …}</script>
const own = document.getElementById("player-words");
const words = { ...(SHIPPED[language.split("-")[0]] || En), ...(own && JSON.parse(own.textContent)) };
// The button shows "1.25x"; who steers by voice says what is seen, so its name must hold that.
words[RATE] += "x";

addTranslation(language, words);
setLanguage(language);
