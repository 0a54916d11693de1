// Texts, names and answers full of markup, scripts, direction overrides and endless words: shown as text, never run,
// and the layout holds. Needs no engine: the element is given an answer made of such strings.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { engine, open } from "./lib/browser.mjs";
import { serve } from "./lib/site.mjs";

const RUN = "window.ran=(window.ran||0)+1";
const events = ["onerror", "onload", "onfocus", "onmouseover", "onanimationstart", "ontoggle", "onbegin", "onpointerenter", "onscroll", "oncut"];
const tags = ["img src=x", "svg", "body", "iframe src=javascript:0", "video src=x", "audio src=x", "input autofocus", "details open", "marquee", "object data=x",
  "math href=javascript:0", "style", "link rel=stylesheet href=x", "base href=//evil.test", "form action=javascript:0", "a href=javascript:0"];
export const PAYLOADS = [
  ...tags.flatMap(t => events.map(e => `<${t} ${e}="${RUN}">`)),
  ...["script", "SCRIPT", "ScRiPt", "script/x", "script\n"].flatMap(t => [`<${t}>${RUN}</script>`, `"><${t}>${RUN}</script>`, `'-->]]></title></style></textarea><${t}>${RUN}</script>`]),
  ...["javascript:", "JAVASCRIPT:", " java\tscript:", "\u0001javascript:", "data:text/html,", "vbscript:"].flatMap(p => [`${p}${RUN}`, `<a href="${p}${RUN}">x</a>`]),
  ...["${window.ran=1}", "{{constructor.constructor('window.ran=1')()}}", "<%= 1 %>", "#{1}", "?lit$123456$", "<!--?lit$123456$-->", "<!---->", "</template>", "<slot name=x>"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "NaN", "-0", "[object Object]"],
  ...["\u202e\u202d", "\u2066\u2067\u2068", "\u200f\u061c", "\u0000\u0008\u001b", "\ufeff\ufffe\uffff", "\ud800", "\udfff\ud800", "e\u0301".repeat(300), "\u0e49".repeat(300), "👩‍👩‍👧‍👦".repeat(50)].map(x => `a${x}b`),
  "W".repeat(100_000), "\n".repeat(2_000), " ".repeat(50_000), "ا".repeat(20_000), "a b ".repeat(20_000),
];

const page = `<!doctype html><html lang="en"><head><title>Hostile</title></head><body><main><synoptic-view hash="x"></synoptic-view></main>
  <script type="module" src="/hostile.js"></script></body></html>`;

async function bundle() {
  const contents = `
    import "./src/define.ts";
    import { fakeEngine, harbour } from "./test/fixtures/harbour.js";
    const payloads = ${JSON.stringify(PAYLOADS)};
    let next = 0;
    const keep = new Set(["id", "article", "entity", "claim", "ref", "timex", "siglum", "type", "kind", "basis", "relation", "strength", "slot", "mode",
      "polarity", "modality", "bound", "edtf", "earliest", "latest", "value", "keys", "times", "version", "participants", "within", "inner"]);
    // Every free string of the answer becomes a payload; texts keep their length, so that spans still fit.
    const spoil = (x, key) => typeof x === "string" ? (keep.has(key) ? x : payloads[next++ % payloads.length])
      : Array.isArray(x) ? x.map(y => spoil(y, key))
      : x && typeof x === "object" ? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, k === "count" ? v : spoil(v, k)])) : x;
    const short = payloads.filter(p => p.length < 1000).join("\\n");
    const all = payloads.join("\\n");
    const answer = () => {
      const r = spoil(structuredClone(harbour), "");
      // The endless words stand in one text; a page of four such would test the patience of the engines instead.
      r.texts = harbour.texts.map((t, i) => (i === 0 ? all : short + short.slice(i * 7)));
      // One long span per text, so that all of it is shown somewhere.
      for (const a of r.articles) {
        const span = { input: a.input, start: 0, end: r.texts[a.input].length };
        a.span = span; a.paragraphs = [{ span, kind: "body" }];
      }
      return r;
    };
    const view = document.querySelector("synoptic-view");
    view.engine = { ...fakeEngine, analyze: async () => answer(), sentences: async () => { throw new Error("<img src=x onerror=" + ${JSON.stringify(RUN)} + ">"); } };
    view.sample = true;`;
  const out = await build({ stdin: { contents, resolveDir: new URL("..", import.meta.url).pathname, loader: "ts" },
    bundle: true, minify: true, write: false, format: "esm", external: ["./synoptic.js"], logLevel: "error" });
  return out.outputFiles[0].text;
}

describe(`hostile strings (${engine})`, () => {
  let session, site;
  const run = body => session.driver.executeScript(`const view = document.querySelector("synoptic-view"); const root = view.shadowRoot; ${body}`);
  before(async () => {
    session = await open();
    // No policy: whatever could run, would.
    site = await serve({ extra: { "/hostile.html": page, "/hostile.js": await bundle() } });
    await session.driver.get(`${site.url}hostile.html`);
    const end = Date.now() + 60_000;
    while (!(await run(`return view.dataset.phase === "ready" && view.updateComplete.then(() => true);`))) {
      assert.ok(Date.now() < end, "the answer is shown");
      await new Promise(done => setTimeout(done, 100));
    }
  }, { timeout: 180_000 });
  after(async () => {
    await site?.close();
    await session?.end();
  });

  test("are at least two hundred", () => assert.ok(PAYLOADS.length >= 200, String(PAYLOADS.length)));

  for (const name of ["differences", "timeline", "people", "statements", "texts"]) {
    test(`are only text in ${name}`, async () => {
      const found = await session.driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        const view = document.querySelector("synoptic-view"), root = view.shadowRoot;
        view.view = ${JSON.stringify(name)};
        (async () => {
          await view.updateComplete;
          for (const b of [...root.querySelectorAll(".card-open, .entry-open, .entity-open, .claim-open, .choose")].slice(0, 4)) {
            if (b.isConnected) b.click();
            await view.updateComplete;
            const whole = root.querySelector('[part="whole"]');
            if (whole) whole.click();
            await view.updateComplete;
          }
          await new Promise(next => setTimeout(next, 200));
          const strange = [...root.querySelectorAll("img, script, iframe, object, video, audio, marquee, link, base, math, [onerror], [onload], [href^='javascript' i], style")];
          done({
            ran: window.ran ?? 0, strange: strange.map(e => e.outerHTML.slice(0, 80)),
            wide: document.documentElement.scrollWidth - innerWidth, complaints: window.complaints,
          });
        })();`);
      assert.deepEqual(found.strange, []);
      assert.equal(found.ran, 0, "nothing ran");
      assert.ok(found.wide <= 0, `the page is ${found.wide} px too wide`);
      assert.deepEqual(found.complaints, []);
    });
  }
});
