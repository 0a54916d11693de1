// What a screen reader is told, and what high contrast and calm motion leave of the page. Chromium alone lets a test ask
// for these; the suite is skipped elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engine, open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { root, serve } from "./lib/site.mjs";

const VIEWS = ["differences", "timeline", "people", "statements", "texts"];
const AXE = readFileSync(join(root, "www/node_modules/axe-core/axe.min.js"), "utf8");

describe(`told, not shown (${engine})`, { skip: engine !== "chromium" && "only Chromium lets a test ask" }, () => {
  let session, site;
  const { driver, run, until, ready, click } = inPage(() => session);
  const ask = (method, params = {}) => driver().sendAndGetDevToolsCommand(method, params);
  const media = features => ask("Emulation.setEmulatedMedia", { features: Object.entries(features).map(([name, value]) => ({ name, value })) });

  before(async () => {
    session = await open();
    site = await serve();
    await driver().get(site.url);
    await ready();
  }, { timeout: 240_000 });
  after(async () => {
    await site?.close();
    await session?.end();
  });

  /** What a screen reader meets, in order: role, name and level. */
  async function tree() {
    const { nodes } = await ask("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map(n => [n.nodeId, n]));
    const found = [];
    const walk = (n) => {
      if (!n) return;
      if (!n.ignored) {
        const property = name => n.properties?.find(p => p.name === name)?.value.value;
        found.push({ role: n.role?.value, name: (n.name?.value ?? "").replace(/\s+/g, " ").trim(), level: property("level"), focusable: property("focusable"), live: property("live") });
      }
      for (const id of n.childIds ?? []) walk(byId.get(id));
    };
    walk(nodes.find(n => !n.parentId));
    return found;
  }

  async function show(name) {
    await run(`view.view = "${name}"; return view.updateComplete.then(() => true);`);
    await until(name, `return all("panel")[0]?.dataset.view === "${name}";`);
  }

  test("every view has one main heading, no level left out, and a name on all that takes the focus", async () => {
    for (const name of VIEWS) {
      await show(name);
      const told = await tree();
      const levels = told.filter(n => n.role === "heading").map(n => n.level);
      assert.equal(levels.filter(l => l === 1).length, 1, `${name}: ${levels}`);
      const leaps = levels.filter((l, i) => i > 0 && l > levels[i - 1] + 1);
      assert.deepEqual(leaps, [], `${name}: ${levels}`);
      const mute = told.filter(n => n.focusable && !n.name && !["RootWebArea", "generic", "none"].includes(n.role));
      assert.deepEqual(mute, [], name);
      assert.ok(told.some(n => n.role === "tabpanel" && n.name), `${name}: the panel is named`);
    }
  });

  test("a card is read as relation, question, sides and reason, in this order", async () => {
    await show("differences");
    const told = (await tree()).filter(n => ["StaticText", "heading", "button", "Abbr"].includes(n.role)).map(n => n.name);
    const [question, why, quote] = await run(`
      const card = all("card")[0];
      const line = e => e.textContent.replace(/\\s+/g, " ").trim();
      return [line(card.querySelector("h3")), line(card.querySelector('[part~="why"]')), line(card.querySelector("q, .said")).slice(1, 20)];`);
    const places = [question, quote, why.slice(0, 20)].map(words => told.findIndex(n => n.includes(words)));
    assert.ok(places.every(p => p >= 0), `${places} ${question} ${quote}`);
    assert.deepEqual([...places].sort((a, b) => a - b), places);
    const relation = told.slice(0, places[0]).reverse().find(n => /^(contradict|differ)/i.test(n));
    assert.ok(relation, "the relation is a word");
  });

  test("the live region tells counts only", async () => {
    const live = await run(`return [...root.querySelectorAll("[aria-live], [role=status]")].map(e => e.textContent.trim());`);
    assert.equal(live.length, 1);
    assert.match(live[0], /^$|\d/);
    assert.ok(live[0].length < 120, live[0]);
  });

  test("in forced colours all words keep their contrast, and what is pressed or chosen is marked", async () => {
    await media({ "forced-colors": "active" });
    try {
      await driver().executeScript(AXE);
      for (const name of VIEWS) {
        await show(name);
        const found = await driver().executeAsyncScript(`
          const done = arguments[arguments.length - 1];
          axe.run(document, { runOnly: ["color-contrast"], resultTypes: ["violations"] }).then(
            r => done(r.violations.flatMap(v => v.nodes.map(n => n.html.slice(0, 120)))), e => done(["axe itself: " + e]));`);
        assert.deepEqual(found, [], name);
      }
      const chosen = await run(`
        const tab = root.querySelector('[role="tab"][aria-selected="true"]');
        const s = getComputedStyle(tab);
        return s.outlineStyle !== "none" && s.outlineWidth !== "0px";`);
      assert.ok(chosen, "the open tab is outlined");
      await show("differences");
      await click(`all("card-open")[0]`);
      await until("the words", `return all("mark").length > 0;`);
      const marks = await run(`return all("mark").map(m => getComputedStyle(m)).filter(s => s.backgroundColor === "rgba(0, 0, 0, 0)" && s.textDecorationLine === "none").length;`);
      assert.equal(marks, 0, "every marked word is still marked");
      await run(`view.close();`);
    } finally {
      await media({});
    }
  });

  test("where motion is unwanted nothing moves", async () => {
    await media({ "prefers-reduced-motion": "reduce" });
    try {
      const moving = await run(`
        return [...root.querySelectorAll("*")].filter((e) => {
          const s = getComputedStyle(e);
          return [s.transitionDuration, s.animationDuration].some(d => d.split(",").some(x => parseFloat(x) > 0.01)) || s.scrollBehavior === "smooth";
        }).map(e => e.outerHTML.slice(0, 80));`);
      assert.deepEqual(moving, []);
    } finally {
      await media({});
    }
  });
});
