// Bundles what `cargo xtask build` has prepared (the glue in .cache/glue) into dist/:
//
//   dist/pkg/synoptic.js        the package's door with the glue in it; synoptic_bg.wasm beside it
//   dist/pkg/synoptic-view.js   the custom element (www/src/element.ts); define.js registers it
//   dist/pkg/worker.js          the engine's thread (www/src/worker.ts)
//   dist/index.html             the served page (index.html), its script and styles in dist/pkg/
//   dist/synoptic.html          the same in one file that needs no other
//   dist/pkg/integrity.json     hashes for a CDN's script tags; sbom.cdx.json, the bill of materials (supply.mjs)
//
// Parts whose source is not there are left out.
import { build } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { supply } from "./supply.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const glue = join(root, ".cache/glue");
const pkg = join(root, "dist/pkg");
const version = /^version = "(.+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];

/** The oldest engines that have all that is used: wasm SIMD, module workers, constructable stylesheets. */
const target = ["chrome100", "firefox115", "safari16.4"];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target,
  define: { __VERSION__: JSON.stringify(version) },
  alias: { "synoptic-glue": join(glue, "synoptic.js") },
};

/** A module of dist/pkg; the modules beside it stay outside, what it loads later becomes a file of its own. */
async function module(entry, out, { beside = {}, ...more } = {}) {
  const { outputFiles } = await build({
    ...common,
    ...more,
    format: "esm",
    splitting: true,
    entryPoints: [{ in: entry, out: out.replace(/\.js$/, "") }],
    outdir: pkg,
    write: false,
    plugins: [outside({ "./synoptic.js": "./synoptic.js", ...beside })],
  });
  // The minifier takes out what tells other bundlers that a computed address is none of their files.
  for (const f of outputFiles) writeFileSync(f.path, f.text.replace(/\bimport\((?!["'])/g, "import(/* webpackIgnore: true */ /* @vite-ignore */ "));
}

/** The same as text of a classic script. */
async function classic(options) {
  const result = await build({
    ...common,
    // A classic script has no address; what it needs is inlined.
    define: { ...common.define, "import.meta.url": '"about:blank"' },
    format: "iife",
    write: false,
    ...options,
  });
  return result.outputFiles[0].text;
}

/** Leaves imports of these relative paths as they are, or under another name. */
function outside(names) {
  return {
    name: "outside",
    setup(b) {
      b.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind !== "entry-point" && path in names ? { path: names[path], external: true } : undefined);
    },
  };
}

const source = name => [".ts", ".js"].map(e => `www/src/${name}${e}`).find(f => existsSync(join(root, f)));

// Parts of an earlier build have other names; they would go into the package.
rmSync(join(root, "dist"), { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
await packageDoor();
const worker = source("worker");
const element = source("element");
const define = source("define");
if (worker) await module(worker, "worker.js");
if (element) {
  await module(element, "synoptic-view.js");
  // Lit's variant for where there is no document.
  await module(element, "synoptic-view.node.js", { platform: "node" });
}
if (define) {
  await module(define, "define.js", { beside: { "./element.js": "./synoptic-view.js" } });
  await module(define, "define.node.js", { platform: "node", beside: { "./element.js": "./synoptic-view.node.js" } });
}
if (existsSync(join(root, "index.html"))) await page();
supply(root, pkg, version);

async function packageDoor() {
  await build({ ...common, format: "esm", entryPoints: ["www/pkg/synoptic.js"], outfile: join(pkg, "synoptic.js") });
  copyFileSync(join(glue, "synoptic_bg.wasm"), join(pkg, "synoptic_bg.wasm"));
  // Of wasm-bindgen's types, those of the core; how it is readied is the door's own.
  const core = readFileSync(join(glue, "synoptic.d.ts"), "utf8").split(/^export type InitInput/m)[0].trimEnd();
  // `using` is in a library of its own, which a project need not have chosen.
  const disposable = '/// <reference lib="esnext.disposable" />\n';
  writeFileSync(join(pkg, "synoptic.d.ts"), `${disposable}${core}\n${readFileSync(join(root, "www/pkg/synoptic.d.ts"), "utf8")}`);
  for (const file of ["synoptic-view.d.ts", "define.d.ts", "custom-elements.json"]) copyFileSync(join(root, "www/pkg", file), join(pkg, file));
  for (const file of ["NOTICE", "LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(join(root, file), join(pkg, file));
  copyFileSync(join(root, "docs/embedding.md"), join(pkg, "README.md"));
  const about = JSON.parse(readFileSync(join(root, "www/pkg/package.json"), "utf8"));
  writeFileSync(join(pkg, "package.json"), `${JSON.stringify({ ...about, version }, null, 2)}\n`);
}

/** index.html twice: with its script and styles as files, and with everything inside. */
async function page() {
  const html = readFileSync(join(root, "index.html"), "utf8");
  const script = /<script\b[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g;
  const style = /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g;
  const icon = /(<link\b[^>]*\brel="icon"[^>]*\bhref=")([^"]+)"/g;
  const entries = [...html.matchAll(script)].map(m => m[1]);
  if (entries.length !== 1) throw new Error(`index.html should load one script, not ${entries.length}`);
  const entry = relative(root, join(root, entries[0]));
  const css = await Promise.all([...html.matchAll(style)].map(m => minified(m[1])));

  await module(entry, "main.js");
  const link = css.length ? '<link rel="stylesheet" href="pkg/page.css">' : "";
  if (css.length) writeFileSync(join(pkg, "page.css"), css.join(""));
  // A function as replacement: `$&` in what is put in means nothing.
  const place = (scripts, styles, iconAt) => {
    let first = true;
    return html.replace(icon, (_, tag, file) => `${tag}${iconAt(join(root, file))}"`).replace(style, () => (first ? ((first = false), styles) : "")).replace(script, () => scripts);
  };
  const beside = (file) => {
    copyFileSync(file, join(pkg, basename(file)));
    return `pkg/${basename(file)}`;
  };
  const inside = file => `data:image/svg+xml;base64,${readFileSync(file).toString("base64")}`;
  writeFileSync(join(root, "dist/index.html"), place('<script type="module" src="pkg/main.js"></script>', link, beside));

  const door = await classic({ entryPoints: ["www/pkg/synoptic.js"], globalName: "door" });
  const factory = `function synopticGlue() { ${door} return Object.assign(door.init, door); }`;
  const thread = worker ? `${factory}\n${await classic({ entryPoints: [worker], plugins: [outside({ "./synoptic.js": "./synoptic.js" })] })}` : "";
  const wasm = readFileSync(join(pkg, "synoptic_bg.wasm")).toString("base64");
  const main = await classic({ entryPoints: [entry], plugins: [outside({ "./synoptic.js": "./synoptic.js" })] });
  const inlined = [
    factory,
    `var synopticInlined = { wasm: "${wasm}", worker: ${JSON.stringify(thread)} };`,
    main,
  ].map(code => `<script>${code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}</script>`);
  // A classic script runs at once: it goes to the end, where the elements it looks for are.
  const one = place("", css.length ? `<style>${css.join("")}</style>` : "", inside);
  const end = one.lastIndexOf("</body>");
  const cut = end < 0 ? one.length : end;
  writeFileSync(join(root, "dist/synoptic.html"), `${one.slice(0, cut)}${inlined.join("\n")}\n${one.slice(cut)}`);
}

async function minified(file) {
  const result = await build({ ...common, entryPoints: [file], write: false });
  return result.outputFiles[0].text;
}
