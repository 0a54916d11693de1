// The page in one engine (lib/browser.mjs says which): served under the strict policy, from a file, embedded.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { consoleOf, engine, open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { LISTENER, STRICT, dist, root, serve } from "./lib/site.mjs";

const ARTICLES = 6;
const VIEWS = ["differences", "timeline", "people", "statements", "texts"];
const AXE = readFileSync(join(root, "www/node_modules/axe-core/axe.min.js"), "utf8");
const POLICY_INLINED = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; "
  + "worker-src blob:; img-src data:; connect-src 'none'";

let session;
const { driver, run, until, ready, click, silent } = inPage(() => session);
before(async () => { session = await open(); }, { timeout: 180_000 });
after(() => session?.end());

async function everyView(each) {
  for (const name of VIEWS) {
    await click(`view.shadowRoot.querySelector("#tab-${name}")`);
    await until(`the view ${name}`, `
      const panel = all("panel")[0];
      return view.view === "${name}" && panel && panel.dataset.view === "${name}" && panel.textContent.trim().length > 20;`);
    await each(name);
  }
}

describe(`served (${engine})`, () => {
  let site;
  before(async () => {
    site = await serve({ policy: STRICT });
    await driver().get(site.url);
    await ready();
  }, { timeout: 240_000 });
  after(() => site?.close());

  test("shows the articles of the sample", async () => {
    assert.equal(await run(`return all("source").length;`), ARTICLES);
  });

  test("shows every view", async () => {
    await everyView(() => {});
  });

  test("leads from a difference to the words, and back", async () => {
    await click(`view.shadowRoot.querySelector("#tab-differences")`);
    await until("a card", `return all("card-open").length > 0;`);
    await click(`all("card-open")[0]`);
    await until("the words", `return all("reader").length === 1 && all("mark").length > 0;`);
    const there = await run(`
      const texts = view.result.texts.join("\\n");
      return { open: all("card-open")[0].getAttribute("aria-expanded"), found: all("mark").every(m => texts.includes(m.textContent)) };`);
    assert.deepEqual(there, { open: "true", found: true });
    await driver().actions().sendKeys(Key.ESCAPE).perform();
    await until("the way back", `return all("reader").length === 0 && view.shadowRoot.activeElement === all("card-open")[0];`);
    await click(`all("card-open")[0]`);
    await until("the words again", `return all("reader").length === 1;`);
    await click(`all("close")[0]`);
    await until("the way back by the button", `return all("reader").length === 0;`);
  });

  test("every side's words that decide are in sight after one press, whichever difference it is", async () => {
    await run(`view.view = "differences"; scrollTo(0, 0);`);
    const high = await run("return innerHeight;");
    const count = Math.min(6, await run(`return all("card-open").length;`));
    for (let i = 0; i < count; i++) {
      await run(`all("card-open")[${i}].click();`);
      await until("the words", `return all("reader").length === 1 && all("card-open")[${i}].getAttribute("aria-expanded") === "true";`);
      // Sentence borders come a moment later.
      await new Promise(done => setTimeout(done, 400));
      const out = await run(`return all("column").slice(0, 2).map((c) => {
        const box = c.getBoundingClientRect(), mark = c.querySelector("mark").getBoundingClientRect();
        return mark.top >= box.top - 1 && mark.top + 20 <= box.bottom + 1 && (${i} > 0 || mark.top + 20 <= ${high}) ? "" : [mark.top, box.top, box.bottom, ${high}].join(" ");
      }).filter(Boolean);`);
      assert.deepEqual(out, [], `difference ${i}`);
      assert.equal(await run(`return all("badge").filter(b => b.closest(".reader")).length;`), 0, "what the card tells does not stand twice");
    }
    await run(`view.close(); scrollTo(0, 0);`);
  });

  test("a card of many sides keeps its quotes where those of others are", async () => {
    const [before, now] = await run(`
      const sides = root.querySelector(".sides"), left = () => sides.querySelector(".said").getBoundingClientRect().left;
      const before = left(), more = sides.appendChild(document.createElement("li"));
      more.className = "hint"; more.textContent = "and 3 more sides: open the card to see them all";
      const now = left(); more.remove();
      return [before, now];`);
    assert.equal(now, before);
  });

  test("the signs of the timeline explain its dots", async () => {
    await run(`view.view = "timeline";`);
    await until("the picture", `return all("lanes").length === 1;`);
    const [dots, told] = await run(`return [root.querySelectorAll(".left-out").length > 0, root.querySelectorAll(".signs .dots").length === 1];`);
    assert.equal(told, dots);
    await run(`view.view = "differences";`);
  });

  test("opens a second time from the keyboard", async () => {
    await run(`all("card-open")[0].focus();`);
    await driver().actions().sendKeys(Key.ENTER).perform();
    await until("the words", `return all("reader").length === 1;`);
    await driver().actions().sendKeys(Key.ESCAPE).perform();
    await until("the way back", `return all("reader").length === 0;`);
  });

  test("who goes on by the keyboard and closes has the last card in sight", async () => {
    await run(`scrollTo(0, 0); all("card-open")[0].focus();`);
    const keys = (...what) => driver().actions().sendKeys(...what).perform();
    await keys(Key.ENTER);
    await until("the words", `return all("reader").length === 1;`);
    const opened = i => `return all("card-open")[${i}].getAttribute("aria-expanded") === "true" && root.activeElement?.id === "reader-title";`;
    for (let i = 1; i < 6; i++) {
      await keys("n");
      await until(`card ${i}`, opened(i));
    }
    await keys(Key.ESCAPE);
    // Closing is a step back, after which a browser scrolls to where the page was at the first card.
    await until("the card", `
      const card = all("card-open")[5], { top, bottom } = card.getBoundingClientRect();
      return all("reader").length === 0 && root.activeElement === card && top > -1 && bottom < innerHeight + 1;`);
    await run("scrollTo(0, 0);");
  });

  test("analyses in a worker", () => {
    assert.ok(site.requests.includes("/pkg/worker.js"), site.requests.join(" "));
  });

  test("a large dossier is read by several threads, with the same answer as by one, also where the others fail", async () => {
    await silent();
    const read = async (cores, broken = false) => {
      await driver().get(site.url);
      await ready();
      await run(`
        const [cores, broken] = arguments, Own = Worker;
        Object.defineProperty(navigator, "hardwareConcurrency", { get: () => cores });
        window.threads = 0;
        window.Worker = class extends Own {
          constructor(...how) {
            window.threads++;
            super(...(broken ? [new URL("/nowhere.js", location.href), how[1]] : how));
          }
          postMessage(r, ...more) {
            window.labels = (window.labels ?? 0) + (r.op === "label");
            super.postMessage(r, ...more);
          }
        };
        const texts = view.result.texts;
        const long = i => texts.map((_, k) => texts[(i + k) % texts.length].slice(i * 20)).join("\\n\\n") + "\\n\\nIt was report number " + i + ".";
        view.articles = Array.from({ length: 40 }, (_, i) => ({ text: long(i), whole: true }));`, cores, broken);
      await until("the large dossier", `return view.result.texts.length === 40 && view.dataset.phase === "ready";`);
      return run(`return { answer: JSON.stringify(view.result), threads: window.threads, labels: window.labels ?? 0 };`);
    };
    const [one, three, broken] = [await read(1), await read(3), await read(3, true)];
    assert.deepEqual([one.threads, three.threads, broken.threads], [0, 2, 2]);
    assert.ok(three.labels > 0, `${three.labels} inputs were labelled`);
    assert.equal(three.answer, one.answer);
    assert.equal(broken.answer, one.answer);
    // Chromium tells of the file that is not there, as it should.
    site.requests.splice(0, Infinity, ...site.requests.filter(path => path !== "/nowhere.js"));
    await consoleOf(driver());
  });

  test("nothing jumps while it loads", { skip: engine !== "chromium" && "only Chromium tells of it" }, async () => {
    await driver().get(site.url);
    await ready();
    const shift = await driver().executeAsyncScript(`
      const done = arguments[0];
      let sum = 0;
      new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 500);`);
    assert.ok(shift < 0.05, `layout shift ${shift}`);
  });

  test("asks for nothing but its own files", async () => {
    const own = ["/", "/listener.js", "/pkg/icon.svg", "/pkg/main.js", "/pkg/page.css", "/pkg/synoptic.js", "/pkg/synoptic_bg.wasm", "/pkg/worker.js"];
    assert.deepEqual(site.requests.filter(path => !own.includes(path)), []);
    const foreign = await driver().executeScript(`
      return performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith(location.origin) && !n.startsWith("data:"));`);
    assert.deepEqual(foreign, []);
  });

  test("leaves the console empty", silent);
});

describe(`for all readers (${engine})`, () => {
  let site;
  before(async () => {
    site = await serve();
    await driver().get(site.url);
    await ready();
    await driver().executeScript(AXE);
  }, { timeout: 240_000 });
  after(() => site?.close());

  const violations = () => driver().executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"] }).then(
      r => done(r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.flat().join(" ") + " " + n.html.slice(0, 120)).join(" | "))),
      e => done(["axe itself: " + e]));`);

  for (const [name, set] of [["light", "view.theme = 'light'; view.uiLang = null;"], ["dark and from right to left", "view.theme = 'dark'; view.uiLang = 'ar';"]]) {
    test(`axe finds nothing in any view, ${name}`, async () => {
      await run(`document.documentElement.style.background = getComputedStyle(view).backgroundColor; ${set}`);
      await until("the language", `return root.firstElementChild.dir === (view.uiLang ? "rtl" : "ltr");`);
      const found = [];
      const check = async (where) => {
        // A colour on its way is none of the page's; an engine that paints nothing would leave it there for ever.
        await run(`for (const a of root.getAnimations()) { try { a.finish(); } catch { a.cancel(); } }`);
        found.push(...(await violations()).map(v => `${where}: ${v}`));
      };
      await everyView(check);
      await click(`view.shadowRoot.querySelector("#tab-differences")`);
      await click(`all("card-open")[0]`);
      await until("the words", `return all("reader").length === 1;`);
      await check("words");
      for (const panel of ["bring", "export", "help"]) {
        await run(`view.set({ panel: "${panel}" });`);
        await until(panel, `return all("${panel}").length === 1;`);
        await check(panel);
      }
      await run(`view.set({ panel: "" }); view.close();`);
      assert.deepEqual(found, []);
    });
  }

  test("what is pressed is at least 44 px high, and named", async () => {
    await run(`view.theme = null; view.uiLang = null;`);
    await everyView(async (name) => {
      const bad = await run(`
        for (const b of [...root.querySelectorAll(".entity-open")].slice(0, 1)) b.click();
        return view.updateComplete.then(() => [...root.querySelectorAll("button, select, input, textarea, summary")].filter((e) => {
          const box = e.getBoundingClientRect();
          if (!box.height || e.closest(".unseen")) return false;
          const label = e.closest("label");
          const more = getComputedStyle(e, "::after");
          const around = more.position === "absolute" ? -parseFloat(more.top) - parseFloat(more.bottom) : 0;
          const name = e.getAttribute("aria-label") || e.textContent.trim() || label?.textContent.trim();
          return !name || Math.max(box.height + (around || 0), label ? label.getBoundingClientRect().height : 0) < 43.5;
        }).map(e => e.outerHTML.slice(0, 90)));`);
      assert.deepEqual(bad, [], name);
    });
  });

  test("at 320 px, as a page of 1280 px magnified four times, nothing is cut or scrolls sideways", async () => {
    await driver().executeScript(`
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.width = 320; frame.height = 640; frame.src = "/"; frame.title = "narrow";`);
    const inside = `const frame = document.querySelector("iframe"); const inner = frame.contentDocument?.querySelector("synoptic-view");`;
    await until("the narrow page", `${inside} return inner && inner.dataset.phase === "ready" && inner.updateComplete.then(() => true);`);
    for (const name of VIEWS) {
      const wide = await run(`${inside} inner.view = "${name}";
        return inner.updateComplete.then(() => {
          inner.shadowRoot.querySelector(".card-open, .entry-open, .entity-open, .claim-open")?.click();
          return inner.updateComplete;
        }).then(() => [frame.contentDocument.documentElement.scrollWidth, frame.contentWindow.innerWidth]);`);
      assert.ok(wide[0] <= wide[1], `${name}: ${wide}`);
    }
    // On a phone the sides stand under each other, each opened at its words.
    for (let i = 0; i < 6; i++) {
      const hidden = await run(`${inside} frame.width = 390; frame.height = 844; inner.view = "differences";
        return inner.updateComplete.then(() => {
          const open = inner.shadowRoot.querySelectorAll(".card-open")[${i}];
          if (open.getAttribute("aria-expanded") !== "true") open.click();
          return inner.updateComplete;
        }).then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))).then(() => [...inner.shadowRoot.querySelectorAll('[part="column"]')].filter((c) => {
          const [box, mark] = [c.getBoundingClientRect(), c.querySelector("mark").getClientRects()[0]];
          return box.height > 320 || mark.top < box.top + c.querySelector("h4").offsetHeight - 2 || mark.bottom > box.bottom;
        }).map(c => c.textContent.trim().slice(0, 80)));`);
      assert.deepEqual(hidden, [], `card ${i}`);
    }
    await run(`document.querySelector("iframe").remove();`);
  });

  test("on paper everything is unfolded, with sources and how dates are known", async () => {
    await run(`view.view = "differences"; dispatchEvent(new Event("beforeprint"));`);
    const seen = await run(`return {
      sections: root.querySelectorAll(".printed").length,
      closed: [...root.querySelectorAll("details:not([open])")].map(d => d.textContent.slice(0, 60)),
      texts: all("text").length, quotes: all("quote").length,
      members: view.result.diff.groups.flatMap(g => g.sides.flatMap(s => s.members)).length,
      basis: all("source").filter(s => s.querySelector("[data-basis]") || /unknown/.test(s.textContent)).length,
    };`);
    await run(`dispatchEvent(new Event("afterprint"));`);
    assert.deepEqual([seen.sections, seen.closed, seen.texts, seen.basis], [VIEWS.length, [], ARTICLES, ARTICLES]);
    assert.ok(seen.quotes >= seen.members, `${seen.quotes} of ${seen.members}`);
    assert.equal(await run(`return root.querySelectorAll(".printed").length;`), 0);
  });
});

describe(`in the reader's language (${engine})`, () => {
  let site;
  before(async () => {
    const html = readFileSync(join(dist, "index.html"), "utf8").replace("<head>", '<head><script src="/tongue.js"></script>');
    site = await serve({ policy: STRICT, extra: {
      "/arabic.html": html, "/tongue.js": `Object.defineProperty(navigator, "languages", { get: () => ["xx", "ar-EG", "en"] });`,
    } });
    await driver().get(`${site.url}arabic.html`);
    await ready();
  }, { timeout: 240_000 });
  after(() => site?.close());

  test("the page follows the browser", async () => {
    await until("Arabic around", `const html = document.documentElement; return html.lang === "ar" && html.dir === "rtl" && /حدث واحد/.test(document.querySelector("#tagline").textContent);`);
    await until("Arabic", `return root.firstElementChild.dir === "rtl" && root.firstElementChild.lang === "ar" && /الاختلافات/.test(root.textContent);`);
  });

  test("from right to left no outlet stands inside of a quote, and everything begins at one edge", async () => {
    await click(`all("card-open")[0]`);
    await until("the words", `return all("reader").length === 1;`);
    const bad = await run(`return all("card").slice(0, 8).flatMap((card) => {
      const edge = (e) => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect().right; };
      const titles = edge(card.querySelector(".card-open")), box = card.querySelector("h3").getBoundingClientRect().right;
      const spliced = [...card.querySelectorAll(".said")].filter(s => s.querySelector(".by").getBoundingClientRect().top < s.querySelector("q").getBoundingClientRect().bottom - 2);
      return [...(Math.abs(titles - box) > 3 ? ["edge " + titles + " " + box] : []), ...spliced.map(s => s.textContent)];
    });`);
    assert.deepEqual(bad, []);
    const labels = await run(`view.view = "timeline"; return view.updateComplete.then(() => [...root.querySelectorAll(".tick-label")].map(l => getComputedStyle(l).direction));`);
    assert.ok(labels.length && labels.every(d => d === "rtl"), labels.join());
  });

  test("another language can be chosen, and is an attribute", async () => {
    await run(`const s = all("language")[0]; s.value = "tr"; s.dispatchEvent(new Event("change", { bubbles: true }));`);
    await until("Turkish", `return view.getAttribute("ui-lang") === "tr" && root.firstElementChild.dir === "ltr" && /Zaman/.test(root.textContent);`);
    assert.deepEqual(await run(`return [...all("language")[0].options].map(o => o.value);`), ["en", "ar", "tr", "ru", "de", "fr"]);
  });

  test("leaves the console empty", silent);
});

describe(`from a file (${engine})`, () => {
  const folder = mkdtempSync(join(tmpdir(), "synoptic-file-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("the standalone file as it is", async () => {
    await consoleOf(driver());
    await driver().get(pathToFileURL(join(dist, "synoptic.html")).href);
    await ready();
    assert.equal(await run(`return all("source").length;`), ARTICLES);
    assert.deepEqual(await consoleOf(driver()), []);
  });

  test("with every connection forbidden", async () => {
    const file = join(folder, "synoptic.html");
    const head = `<head><meta http-equiv="Content-Security-Policy" content="${POLICY_INLINED}"><script>${LISTENER}</script>`;
    writeFileSync(file, readFileSync(join(dist, "synoptic.html"), "utf8").replace("<head>", () => head));
    await driver().get(pathToFileURL(file).href);
    await ready();
    await everyView(() => {});
    const resources = await driver().executeScript(`return performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith("blob:") && !n.startsWith("data:"));`);
    assert.deepEqual(resources, []);
    await silent();
  });
});

describe(`embedded (${engine})`, () => {
  let site;
  before(async () => {
    const host = `<!doctype html><html lang="en"><head><title>A host</title><link rel="icon" href="/pkg/icon.svg"></head><body><main>
      <synoptic-view>
        <article data-outlet="Coast Courier" data-published="2031-03-03"><h1>Ferry runs aground</h1>
          <p>A ferry carrying 214 people ran aground on Sunday, the coastguard said.</p></article>
        <article data-outlet="Harbour Times" data-published="2031-03-04"><h1>Storm drives ferry onto rocks</h1>
          <p>About 190 people were on the ferry that ran aground on Saturday, the coastguard said.</p></article>
      </synoptic-view></main><script type="module" src="/pkg/define.js"></script></body></html>`;
    site = await serve({ policy: STRICT, extra: { "/host.html": host } });
    await driver().get(`${site.url}host.html`);
    await ready();
  }, { timeout: 240_000 });
  after(() => site?.close());

  test("reads the host's own articles", async () => {
    assert.equal(await run(`return all("source").length;`), 2);
    assert.match(await run(`return all("sources")[0].textContent;`), /Coast Courier/);
  });

  test("leaves the console empty", silent);
});
