// An hour of reading in a few minutes: `node soak.mjs [ROUNDS]`, in Chromium. In one page and with one engine, a round brings a
// dossier (four articles that stay and one that is another each time), then presses what a reader presses. What the
// page holds is counted after the garbage is collected: script memory, nodes, listeners, and the renderer's own memory, in which
// the worker's wasm lies (where /proc tells it).
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { serve } from "./lib/site.mjs";

/** A dossier in two minutes and a press in five seconds is a slow reader's hour: 30 dossiers, 720 presses. */
const rounds = Number(process.argv[2] ?? 60);
const PRESSES = ["timeline", "people", "statements", "texts", "differences"].flatMap(tab => [
  `root.querySelector("#tab-${tab}")`,
  `all({ timeline: "entry-open", people: "entity-open", statements: "claim-open", texts: "mark-toggle", differences: "card-open" }["${tab}"])[0]`,
  `all("source-toggle")[0]`, `all("source-toggle")[0]`, `all("close")[0]`,
]);

/** Megabytes that the largest process under the browser's holds. */
function renderer(browser) {
  if (!existsSync("/proc/self/status")) return null;
  const field = (pid, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  const parent = pid => { try { return field(pid, "PPid"); } catch { return 0; } };
  const under = (pid) => { for (let p = pid; p > 1; p = parent(p)) if (p === browser) return true; return false; };
  const all = readdirSync("/proc").filter(p => /^\d+$/.test(p)).map(Number).filter(under);
  const isPage = pid => { try { return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer"); } catch { return false; } };
  return Math.max(0, ...all.filter(isPage).map(pid => field(pid, "VmRSS"))) / 1024;
}

const site = await serve();
const session = await open();
const { driver, run, ready, until } = inPage(() => session);
const browser = (await driver().getCapabilities()).get("goog:processID");

async function held() {
  await driver().sendDevToolsCommand("HeapProfiler.collectGarbage", {});
  const count = await driver().sendAndGetDevToolsCommand("Memory.getDOMCounters", {});
  const script = await run("return performance.memory.usedJSHeapSize;");
  return { script: script / 1e6, nodes: count.nodes, listeners: count.jsEventListeners, renderer: renderer(browser) };
}

const begin = performance.now();
let presses = 0;
const rows = [];
try {
  await driver().get(site.url);
  await ready();
  await run("window.kept = view.result.texts.slice(0, 4).map(text => ({ text }));");
  for (let round = 0; round <= rounds; round++) {
    await run(`
      const n = arguments[0];
      window.brought = view.result;
      view.articles = [...kept, { text: "Quake number " + n + "\\n\\nThe quake struck the town of Lomo" + n + " on Monday.\\n\\nMayor Ana Sousa said that " + (n + 12) + " people died." }];`, round);
    await until("the next dossier", `return view.result && view.result !== window.brought && view.dataset.phase === "ready" && view.result.texts.some(t => t.startsWith("Quake number " + arguments[0]));`, round);
    // Pressed in the page, a frame between two presses, so that the page draws what each asks for.
    presses += await driver().executeAsyncScript(`
      const [presses, done] = arguments;
      const view = document.querySelector("synoptic-view"), root = view.shadowRoot;
      const all = part => [...root.querySelectorAll('[part~="' + part + '"]')];
      (async () => {
        let n = 0;
        for (const find of presses) {
          const e = new Function("root", "all", "return " + find)(root, all);
          if (!e) continue;
          e.click(); n++;
          await view.updateComplete;
          await new Promise(requestAnimationFrame);
        }
        return n;
      })().then(done);`, PRESSES);
    if (round % Math.max(1, Math.floor(rounds / 6)) === 0) rows.push([round, presses, await held()]);
  }
  const complaints = await driver().executeScript("return window.complaints ?? [];");
  console.log(`${rounds} dossiers, ${presses} presses, ${((performance.now() - begin) / 60000).toFixed(1)} minutes; complaints: ${complaints.length}`);
  console.log("\n| dossiers | presses | script, MB | nodes | listeners | renderer, MB |\n| ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const [round, presses, h] of rows) {
    console.log(`| ${round} | ${presses} | ${h.script.toFixed(1)} | ${h.nodes} | ${h.listeners} | ${h.renderer === null ? "" : h.renderer.toFixed(0)} |`);
  }
} finally {
  await session.end();
  await site.close();
}
