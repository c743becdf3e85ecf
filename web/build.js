// Bundles the player into the pipeline's resources. Called by script/build-player.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../pipeline/src/main/resources/org/capsula/pipeline/publication/player";

// Packages published without a licence file; the text is that of their repository.
const MISSING_LICENSES = {
  "custom-media-element": "licenses/media-elements.txt",
  "hls-video-element": "licenses/media-elements.txt",
  "media-tracks": "licenses/media-elements.txt",
};
// What hls.js carries inside its own file, and the licence that its own notice only points to.
const FURTHER_LICENSES = { "hls.js": ["licenses/hls.js-contains.txt", "licenses/apache-2.0.txt"] };

const text = (file) => readFileSync(file, "utf8").trim();

function describe(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(text(`${folder}/package.json`));
  const shipped = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const source = shipped ? `${folder}/${shipped}` : MISSING_LICENSES[name];
  if (!source || !existsSync(source)) {
    throw new Error(`No licence text for ${name} ${version}: add one to web/licenses`);
  }
  const texts = [source, ...(FURTHER_LICENSES[name] || [])].map(text);
  return { name, version, license, texts };
}

const common = { bundle: true, minify: true, legalComments: "none", metafile: true, logLevel: "warning" };

const script = await build({
  ...common,
  entryPoints: ["src/player.js"],
  outfile: `${TARGET}/player.js`,
  format: "iife",
  target: "es2019",
});
// No CSS target: lowering would drop what older browsers simply skip.
await build({ ...common, entryPoints: ["src/index.css"], outfile: `${TARGET}/player.css` });

const inputs = Object.keys(script.metafile.inputs);
const packages = [...new Set(inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]))]
  .filter(Boolean)
  .sort()
  .map(describe);

const sha256 = (file) => createHash("sha256").update(readFileSync(`${TARGET}/${file}`)).digest("hex");
const bundle = {
  packages: packages.map(({ name, version, license }) => ({ name, version, license })),
  sha256: { "player.js": sha256("player.js"), "player.css": sha256("player.css") },
};
writeFileSync(`${TARGET}/bundle.json`, `${JSON.stringify(bundle, null, 2)}\n`);

const rule = "=".repeat(78);
writeFileSync(
  `${TARGET}/LICENSES.txt`,
  packages
    .map(({ name, version, license, texts }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${texts.join("\n\n")}\n`)
    .join("\n"),
);
