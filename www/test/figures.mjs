// How quickly the page answers: `node figures.mjs`, on a quiet machine, in Chromium. Real clicks and keys; the time is the
// browser's own from the press to the next paint (Event Timing, in steps of 8 ms). Once with the sample, once with 200 articles.
import { cpus, loadavg } from "node:os";
import { build } from "esbuild";
import { open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { serve } from "./lib/site.mjs";

/** The fixture fifty times over: 200 articles with 350 groups, made in the page and given as an engine's answer. */
const big = `
  import "./src/define.ts";
  import { fakeEngine, harbour } from "./test/fixtures/harbour.js";
  const IDS = /^[aectgv]\\d+$/;
  const moved = (x, k) => typeof x === "string" ? (IDS.test(x) ? x + "_" + k : x)
    : Array.isArray(x) ? x.map(y => moved(y, k))
    : x && typeof x === "object" ? Object.fromEntries(Object.entries(x).map(([key, v]) =>
      [IDS.test(key) ? key + "_" + k : key, key === "input" ? v + 4 * k : moved(v, k)])) : x;
  const all = Array.from({ length: 50 }, (_, k) => moved(harbour, k));
  const join = f => all.flatMap(f);
  const answer = { version: "0", keys: join(r => r.keys).map((_, i) => "k" + i), texts: join(r => r.texts), articles: join(r => r.articles),
    entities: join(r => r.entities), timeline: { expressions: join(r => r.timeline.expressions), entries: join(r => r.timeline.entries) },
    claims: join(r => r.claims), diff: { groups: join(r => r.diff.groups), onlyIn: Object.assign({}, ...all.map(r => r.diff.onlyIn)) }, notes: [] };
  const view = document.querySelector("synoptic-view");
  view.engine = { ...fakeEngine, analyze: async () => answer, sentences: id => fakeEngine.sentences(id.split("_")[0]) };
  view.sample = true;`;
const bundle = await build({ stdin: { contents: big, resolveDir: new URL("..", import.meta.url).pathname, loader: "ts" },
  bundle: true, minify: true, write: false, format: "esm", external: ["./synoptic.js"], logLevel: "error" });
const host = `<!doctype html><html lang="en"><head><title>Many</title><link rel="icon" href="/pkg/icon.svg"></head><body><main><synoptic-view></synoptic-view></main>
  <script type="module" src="/big.js"></script></body></html>`;

const site = await serve({ extra: { "/many.html": host, "/big.js": bundle.outputFiles[0].text } });
const session = await open();
const { driver, run, ready, click, press } = inPage(() => session);
const settled = () => new Promise(done => setTimeout(done, 500));

async function timed(what, act) {
  await settled();
  await run("window.slowest = 0;");
  await act();
  await settled();
  const ms = await run("return window.slowest;");
  return [what, ms];
}

// What this machine is worth at this moment: a loop that an unburdened desktop of 2020 ends in about 0.3 s.
const begin = performance.now();
let sum = 0;
for (let i = 0; i < 3e8; i++) sum += i;
console.log(`300 million additions: ${Math.round(performance.now() - begin)} ms (${sum > 0})`);

const longest = [];
try {
  for (const [name, address] of [["sample", ""], ["200 articles", "many.html"]]) {
    await driver().get(site.url + address);
    await run(`
      window.slowest = 0; window.shift = 0;
      new PerformanceObserver(list => { for (const e of list.getEntries()) window.slowest = Math.max(window.slowest, e.duration); }).observe({ type: "event", durationThreshold: 16 });
      new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; }).observe({ type: "layout-shift", buffered: true });`);
    await ready();
    await settled();
    const shift = await run("return window.shift;");
    const tab = view => () => click(`root.querySelector("#tab-${view}")`);
    const times = [
      await timed("open a card", () => click(`all("card-open")[0]`)),
      await timed("next difference (n)", () => press("n")),
      await timed("whole article", () => click(`all("whole")[0]`)),
      await timed("close (Esc)", () => press("\uE00C")),
      await timed("hide an article", () => click(`all("source-toggle")[0]`)),
      await timed("show it again", () => click(`all("source-toggle")[0]`)),
      await timed("timeline", tab("timeline")),
      await timed("open an event", () => click(`all("entry-open")[0]`)),
      await timed("people", tab("people")),
      await timed("open a name", () => click(`all("entity-open")[0]`)),
      await timed("statements", tab("statements")),
      await timed("type into the filter", async () => { await run(`root.querySelector("input[type=search]").focus();`); await press("s", "a"); }),
      await timed("texts", tab("texts")),
      await timed("mark the names", () => click(`all("mark-toggle")[2]`)),
      await timed("differences again", tab("differences")),
    ];
    const groups = await run("return [view.result.articles.length, view.result.diff.groups.length, view.result.entities.length, view.result.timeline.entries.length, view.result.claims.length];");
    console.log(`${name}: ${groups.join(" / ")} articles, groups, names, events, statements; layout shift ${shift.toFixed(4)}; load ${loadavg()[0].toFixed(1)} on ${cpus().length} processors`);
    for (const [what, ms] of times) console.log(`  ${what.padEnd(24)} ${ms < 16 ? "< 16" : String(ms).padStart(4)} ms`);
    longest.push(`${name}: at most ${Math.max(...times.map(t => t[1]))} ms`);
  }
  console.log(longest.join("; "));
} finally {
  await session.end();
  await site.close();
}
