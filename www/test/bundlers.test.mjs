// The package as npm packs it, by its name in other people's tools: vite, webpack, esbuild, TypeScript and publint, and in
// React, Vue and Svelte. They are many bytes, so they have a lockfile of their own in www/examples and are fetched by this
// suite only.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "./lib/site.mjs";

const examples = join(root, "www/examples");
const folder = join(examples, "bundlers");
const frameworks = join(examples, "frameworks");
const from = createRequire(join(examples, "package.json"));
const load = name => import(pathToFileURL(from.resolve(name)).href);
const node = (...args) => execFileSync(process.execPath, args, { cwd: folder, stdio: "pipe", encoding: "utf8" });

before(() => {
  const lock = readFileSync(join(examples, "package-lock.json"), "utf8");
  const stamp = join(examples, "node_modules/.stamp");
  const npm = (...args) => execFileSync("npm", args, { cwd: examples, stdio: "pipe", encoding: "utf8" });
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    npm("ci", "--no-audit", "--no-fund", "--ignore-scripts");
    writeFileSync(stamp, lock);
  }
  // In place of npm's link to the folder, what a registry would hand out.
  const own = join(examples, "node_modules/synoptic-view");
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  const [{ filename }] = JSON.parse(npm("pack", join(root, "dist/pkg"), "--json", "--pack-destination", own));
  execFileSync("tar", ["-xzf", filename, "--strip-components=1"], { cwd: own });
  rmSync(join(own, filename));
}, { timeout: 540_000 });

/** The files that a tool made, the wasm among them once. */
function made(tool) {
  const out = join(folder, "out", tool);
  const files = readdirSync(out, { recursive: true }).filter(f => statSync(join(out, f)).isFile());
  assert.equal(files.filter(f => f.endsWith(".wasm")).length, 1, `${tool}: ${files.join(" ")}`);
  return files;
}

test("vite builds it", async () => {
  const { build } = await load("vite");
  await build({ root: folder, configFile: join(folder, "vite.config.js"), logLevel: "error" });
  assert.ok(made("vite").some(f => /worker/.test(f)));
});

test("React, Vue and Svelte build with it, and render it on a server", async () => {
  const { build } = await load("vite");
  const made = (ssr) => build({ root: frameworks, configFile: join(frameworks, "vite.config.js"), logLevel: "error", build: { ssr } });
  await made(false);
  await made(true);
  for (const name of ["react", "vue", "svelte"]) {
    const { render } = await import(pathToFileURL(join(frameworks, "out/server", `${name}.js`)).href);
    const page = await render();
    assert.match(page, /<synoptic-view[^>]* view="differences"/, name);
    assert.match(page, /Reading …/, name);
    assert.doesNotMatch(page, /object Object/, name);
  }
});

test("webpack builds it, with no warning", async () => {
  const { default: webpack } = await load("webpack");
  const { default: config } = await import(pathToFileURL(join(folder, "webpack.config.js")).href);
  const stats = await new Promise((done, no) => webpack({ ...config, context: folder }, (e, s) => (e ? no(e) : done(s))));
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([...errors, ...warnings].map(e => e.message), []);
  const files = made("webpack");
  // webpack makes the scripts, the page is one's own.
  assert.ok(files.includes("main.js"));
  writeFileSync(join(folder, "out/webpack/index.html"), readFileSync(join(folder, "index.html"), "utf8"));
});

test("esbuild builds it", () => {
  rmSync(join(folder, "out/esbuild"), { recursive: true, force: true });
  node("esbuild.mjs");
  assert.ok(made("esbuild").includes("worker.js"));
  writeFileSync(join(folder, "out/esbuild/index.html"), readFileSync(join(folder, "index.html"), "utf8"));
});

test("what is not used is left out", async () => {
  const { build } = await load("esbuild");
  const size = async (contents) => {
    const out = await build({ stdin: { contents, resolveDir: folder }, bundle: true, minify: true, format: "esm", write: false, logLevel: "error" });
    return out.outputFiles[0].contents.length;
  };
  assert.ok(await size('import { Dossier } from "synoptic-view"; import { SynopticView } from "synoptic-view/view";') < 50, "unused imports weigh nothing");
  const [number, core, all] = [await size('import { schema } from "synoptic-view"; console.log(schema);'),
    await size('import { init, Dossier } from "synoptic-view"; init().then(() => new Dossier());'), await size('import "synoptic-view/define";')];
  console.log(`table: a number of the core ${number} bytes, the core ${core}, with the element ${all} (before compression)`);
  assert.ok(number < core && core < all / 4, `${number} ${core} ${all}`);
});

test("TypeScript finds the types, as bundlers and as Node look for them", () => {
  const tsc = join(root, "www/node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    node(tsc, "--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--module", module,
      "--moduleResolution", resolution, "--types", "", "consumer.ts");
  }
});

test("publint finds nothing", async () => {
  const { publint } = await load("publint");
  const { messages } = await publint({ pkgDir: join(root, "dist/pkg"), strict: true, pack: false });
  assert.deepEqual(messages.map(m => `${m.type} ${m.code} ${m.path.join(".")}`), []);
});
