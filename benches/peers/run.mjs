// `node run.mjs FOLDER [RUNS]`: bundles page.mjs, opens it in headless Chromium beside the wasm of this crate (FOLDER/bench.js,
// made by `cargo xtask bench`), reads FOLDER/news.jsonl with each and writes FOLDER/peers.json.
import { createServer } from "node:http";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const www = createRequire(join(here, "../../www/package.json"));
const { open } = await import(new URL("../../www/test/lib/browser.mjs", import.meta.url));
const esbuild = www("esbuild");
const folder = resolve(process.argv[2]);
const runs = Number(process.argv[3] ?? 5);
const STAGES = ["articles", "tokens", "tags", "times", "trees", "names", "alone", "together"];

/** Bundles a module, given as its source. */
const bundle = contents => esbuild.buildSync({ stdin: { contents, resolveDir: here }, bundle: true, minify: true, format: "esm", write: false })
  .outputFiles[0].contents;
esbuild.buildSync({ entryPoints: [join(here, "page.mjs")], bundle: true, minify: true, format: "iife", outfile: join(folder, "page.js") });

/** Each library as the page imports it: its default export makes what reads a text, and counts what is found. */
const peers = {
  "wink.js": `import nlp from "wink-nlp"; import model from "wink-eng-lite-web-model";
    export default () => { const wink = nlp(model); return { tokens: t => wink.readDoc(t).tokens().length() }; };`,
  "compromise.js": `import compromise from "compromise"; import plugin from "compromise-dates";
    export default () => { compromise.plugin(plugin); return {
      tags: t => compromise(t).json({ terms: { normal: true } }).length, dates: t => compromise(t).dates().json().length }; };`,
  "chrono.js": `import * as chrono from "chrono-node";
    export default () => ({ dates: t => chrono.parse(t, new Date(2024, 11, 9)).length });`,
};
const size = bytes => brotliCompressSync(bytes).length;
const bytes = {};
for (const [file, source] of Object.entries(peers)) {
  const made = bundle(source);
  writeFileSync(join(folder, file), made);
  bytes[{ "wink.js": "wink-nlp with its web model", "compromise.js": "compromise with compromise-dates", "chrono.js": "chrono-node" }[file]] = size(made);
}
bytes["compromise alone"] = size(bundle('import c from "compromise"; globalThis.x = c;'));

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const path = request.url === "/" ? null : join(folder, request.url);
  response.setHeader("content-type", path ? TYPES[extname(path)] ?? "text/plain" : "text/html");
  try {
    response.end(path ? readFileSync(path) : '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>');
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise(done => server.listen(0, "127.0.0.1", done));
const base = `http://localhost:${server.address().port}/`;
const texts = readFileSync(join(folder, "news.jsonl"), "utf8").trim().split("\n").map(line => JSON.parse(line).text);
const { driver, end } = await open();
try {
  await driver.manage().setTimeouts({ script: 1_800_000 });
  await driver.get(base);
  const result = await driver.executeAsyncScript(`
    const [base, stages, texts, runs, done] = arguments;
    bench(base, stages, texts, runs).then(done, e => done({ error: String(e && e.stack || e) }));`, base, STAGES, texts, runs);
  if (result.error) throw new Error(result.error);
  writeFileSync(join(folder, "peers.json"), JSON.stringify({
    ...result, bytes, runs, characters: texts.join("").length, wasm_brotli: size(readFileSync(join(folder, "bench_bg.wasm"))),
    chromium: (await driver.getCapabilities()).get("browserVersion"),
  }, null, 1));
} finally {
  await end();
  server.close();
}
