// Bundles the player into the pipeline's resources, and the client of uploads into the server's. Called by
// script/build-player.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../pipeline/src/main/resources/org/capsula/pipeline/publication/player";
const ASSETS = "../server/src/main/resources/org/capsula/server/asset";

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

const packagesOf = (bundle) =>
  [...new Set(Object.keys(bundle.metafile.inputs).map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]))]
    .filter(Boolean)
    .sort()
    .map(describe);

function record(packages, target, files, names) {
  const sha256 = (file) => createHash("sha256").update(readFileSync(`${target}/${file}`)).digest("hex");
  const bundle = {
    packages: packages.map(({ name, version, license }) => ({ name, version, license })),
    sha256: Object.fromEntries(files.map((file) => [file, sha256(file)])),
  };
  writeFileSync(`${target}/${names.bundle}`, `${JSON.stringify(bundle, null, 2)}\n`);
  const rule = "=".repeat(78);
  writeFileSync(
    `${target}/${names.licences}`,
    packages
      .map(({ name, version, license, texts }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${texts.join("\n\n")}\n`)
      .join("\n"),
  );
}

record(packagesOf(script), TARGET, ["player.js", "player.css"], { bundle: "bundle.json", licences: "LICENSES.txt" });

const tus = await build({
  ...common,
  entryPoints: ["src/tus.js"],
  outfile: `${ASSETS}/tus.js`,
  format: "esm",
  target: "es2020",
});
record(packagesOf(tus), ASSETS, ["tus.js"], { bundle: "tus.json", licences: "tus-licences.txt" });
