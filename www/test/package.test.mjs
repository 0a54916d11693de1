// dist/pkg as Node sees it: imports without side effects, answers as its types say, names its errors.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { dist, root } from "./lib/site.mjs";

const pkg = join(dist, "pkg");
const load = (fresh = "") => import(pathToFileURL(join(pkg, "synoptic.js")).href + fresh);
const bytes = readFileSync(join(pkg, "synoptic_bg.wasm"));

test("importing has no side effects", async () => {
  const before = Reflect.ownKeys(globalThis).length;
  const door = await load("?import");
  assert.deepEqual(Object.keys(door).sort(), ["Dossier", "default", "init", "initSync", "label", "sameName", "schema", "version"]);
  assert.equal(Reflect.ownKeys(globalThis).length, before);
  const { SynopticView } = await import(pathToFileURL(join(pkg, "synoptic-view.node.js")).href);
  assert.equal(typeof SynopticView, "function");
  assert.equal((await import(pathToFileURL(join(pkg, "define.node.js")).href)).SynopticView, SynopticView, "on a server it registers nothing");
});

test("version and contract are told before it is ready", async () => {
  const { version, schema } = await load();
  assert.equal(version, /^version = "(.+)"/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1]);
  assert.equal(schema, 1);
  assert.equal(JSON.parse(readFileSync(join(pkg, "package.json"), "utf8")).version, version);
});

test("there is one wasm, and what package.json names is there", () => {
  const files = readdirSync(pkg);
  assert.equal(files.filter(f => f.endsWith(".wasm")).length, 1);
  const { exports } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));
  const named = Object.values(exports).flatMap(e => (typeof e === "string" ? [e] : Object.values(e)));
  assert.deepEqual(named.filter(n => !files.includes(n.slice(2))), []);
});

test("starts in every way", async () => {
  const module = await WebAssembly.compile(bytes);
  const response = () => new Response(bytes, { headers: { "content-type": "application/wasm" } });
  const ways = {
    "nothing": [], "an address": [pathToFileURL(join(pkg, "synoptic_bg.wasm"))], "bytes": [bytes], "a module": [module],
    "a response": [response()], "a response of another type": [new Response(bytes)], "a promise": [Promise.resolve(bytes)],
    "wasm-bindgen's shape": [{ module_or_path: module }],
  };
  for (const [way, given] of Object.entries(ways)) {
    const { init, Dossier } = await load(`?${encodeURIComponent(way)}`);
    await init(...given);
    await init();
    assert.deepEqual(new Dossier().articles(), [], way);
  }
});

test("names why it can't start, and may be tried again", async () => {
  const { init, Dossier } = await load("?failing");
  const html = new Response("<!doctype html><title>Home</title>", { headers: { "content-type": "text/html" } });
  await assert.rejects(init(html), e => e.code === "wrong-path" && /HTML/.test(e.message));
  await assert.rejects(init(new Response("", { status: 404 })), { code: "wrong-path" });
  await assert.rejects(init("http://127.0.0.1:9/x.wasm"), { code: "wrong-path" });
  await assert.rejects(init(Buffer.from("\0asm\x01\0\0\0broken", "latin1")), { code: "no-wasm" });
  await init(bytes);
  assert.deepEqual(new Dossier().articles(), []);
});

test("what is no argument is refused with a code, and the dossier goes on", async () => {
  const { initSync, Dossier, sameName } = await load("?nonsense");
  initSync({ module: bytes });
  const d = new Dossier();
  d.add({ text: "The court ruled on Friday.\n\nThe judge said no." });
  const circle = { kind: "date", article: "a1" };
  circle.published = circle;
  const thrower = { get text() { throw new Error("no"); } };
  const calls = [5, NaN, true, null, {}, ["a"], Symbol("s"), 5n, new Date(0), new Map(), () => "a", { length: 1 }];
  for (const x of calls) {
    for (const call of [() => d.remove(x), () => d.sentences(x), () => d.export(x), () => d.addElement(x), () => sameName(x, "a")])
      assert.throws(call, { code: "unknown-option" });
    if (x !== null) assert.throws(() => d.claimDiff(x, "a1"), { code: "unknown-option" });
    if (x !== 5) assert.throws(() => d.text(x), { code: "unknown-input" });
  }
  for (const x of [undefined, -1, 0.5, 1e20, Infinity, "0"]) assert.throws(() => d.text(x), { code: "unknown-input" });
  for (const x of [circle, thrower, null, undefined, 5]) {
    assert.throws(() => d.add(x), { code: "unknown-option" });
    assert.throws(() => d.correct(x), { code: "unknown-option" });
  }
  assert.throws(() => d.correct({ kind: "outlet", article: "a1", outlet: " " }), { code: "empty-input" });
  assert.equal(d.articles().length, 1);
  d.free();
});

test("too early and too late are told with a code", async () => {
  const { initSync, Dossier, sameName } = await load("?states");
  for (const call of [() => new Dossier(), () => Dossier.sample(), () => sameName("a", "b")]) assert.throws(call, { code: "not-ready" });
  initSync({ module: bytes });
  const d = new Dossier();
  assert.ok(d instanceof Dossier);
  d.free();
  d.free();
  for (const call of [() => d.articles(), () => d.add({ text: "The court ruled." }), () => d.export("json"), () => d.text(0)])
    assert.throws(call, { code: "freed" });
});

test("an article that is not there is unknown, however it is asked for", async () => {
  const { initSync, Dossier } = await load("?unknown");
  initSync({ module: bytes });
  const d = new Dossier();
  d.add({ text: "The court ruled on Friday.\n\nThe judge said no." });
  for (const pair of [["gone"], ["gone", "a1"], ["a1", "gone"]]) assert.throws(() => d.claimDiff(...pair), { code: "unknown-article" });
  assert.throws(() => d.claimDiff("a1"), { code: "unknown-option" });
  d.free();
});

test("answers as its types say", async () => {
  const { initSync, Dossier, sameName } = await load("?types");
  initSync({ module: bytes });
  const d = Dossier.sample();
  const articles = d.articles();
  const input = { text: "The court ruled on Friday.\n\nThe judge said no.", outlet: "The Gazette", published: "2024-05-07" };
  const values = {
    "Article[]": articles, "Sentence[]": d.sentences(articles[0].id), "Entity[]": d.entities(), "Timeline": d.timeline(),
    "Claim[]": d.claims(), "ClaimDiff": d.claimDiff(), "Note[]": d.notes(), "SameName": sameName("Anna Ek", "A. Ek"), "ArticleInput": input,
  };
  d.add(input);
  d.free();
  // The compiler is the judge: what the engine said, as literals of the contract's types.
  const folder = join(root, ".cache/types");
  mkdirSync(folder, { recursive: true });
  const types = [...new Set(Object.keys(values).map(t => t.replace("[]", "")))].join(", ");
  const lines = Object.entries(values).map(([type, v], i) => `export const v${i}: ${type} = ${JSON.stringify(v)};`);
  const from = JSON.stringify(join(root, "www/src/contract.js"));
  writeFileSync(join(folder, "said.ts"), `import type { ${types} } from ${from};\n${lines.join("\n")}\n`);
  // And the package's own types, as a user's compiler reads them.
  const door = JSON.stringify(join(pkg, "synoptic.js"));
  writeFileSync(join(folder, "used.ts"), `import init, { Dossier, initSync, sameName, schema, version } from ${door};
    import type { ClaimDiff } from ${door};
    import { SynopticView } from ${JSON.stringify(join(pkg, "synoptic-view.js"))};
    const view: SynopticView | null = document.querySelector("synoptic-view");
    view?.addEventListener("synoptic-result", e => e.detail.result.articles.length);
    await init();
    const d = Dossier.sample();
    const diff: ClaimDiff = d.claimDiff(...(d.articles().slice(0, 2).map(a => a.id) as [string, string]));
    const said: [string, boolean, 1, string] = [diff.groups[0]?.sides[0]?.says ?? "", sameName("a", "b").same, schema, version];
    initSync({ module: new Uint8Array() });
    export default said;\n`);
  const options = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--target", "es2023", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "es2023,dom,esnext.disposable", "--types", ""];
  const tsc = join(root, "www/node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, ...options, "said.ts", "used.ts"], { cwd: folder, stdio: "pipe" });
  } catch (e) {
    assert.fail(String(e.stdout).slice(0, 4000) || String(e));
  }
});
