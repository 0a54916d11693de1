// The longest task of the page's own thread, press by press: `node tasks.mjs [FILE [N]]`, in Chromium. FILE: articles as JSON lines
// (`{"text": …}`), of which the first N, 300, are brought to an empty page; without it the sample is shown. Tasks are the browser's own
// trace: processor time of the thread and, in brackets, time on the clock, which other processes lengthen.
import { readFileSync } from "node:fs";
import WebSocket from "ws"; // selenium-webdriver brings it
import { open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { serve } from "./lib/site.mjs";

const [file, many = "300"] = process.argv.slice(2);
const articles = file ? readFileSync(file, "utf8").split("\n").filter(Boolean).slice(0, Number(many)) : null;
const host = `<!doctype html><html lang="en"><head><title>Many</title><link rel="icon" href="/pkg/icon.svg"></head><body><main><synoptic-view></synoptic-view></main>
  <script type="module">
    const view = document.querySelector("synoptic-view");
    view.articles = await (await fetch("/articles.json")).json();
    await import("/pkg/define.js");
  </script></body></html>`;
const site = await serve({ extra: { "/many.html": host, "/articles.json": `[${articles ?? ""}]` } });
const session = await open();
const { driver, run, ready, until, click, press } = inPage(() => session);

/** The browser's own protocol, past the driver, which tells no events. */
async function protocol() {
  const { debuggerAddress } = (await driver().getCapabilities()).get("goog:chromeOptions");
  const { webSocketDebuggerUrl } = await (await fetch(`http://${debuggerAddress}/json/version`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl, { perMessageDeflate: false });
  await new Promise((done, no) => { socket.onopen = done; socket.onerror = no; });
  let [next, events] = [1, []];
  const asked = new Map();
  socket.onmessage = ({ data }) => {
    const { id, method, params, result } = JSON.parse(data);
    if (id) asked.get(id)?.(result);
    else if (method === "Tracing.dataCollected") events.push(...params.value);
    else if (method === "Tracing.tracingComplete") asked.get("end")?.();
  };
  const ask = (method, params = {}) => new Promise((done) => {
    asked.set(next, done);
    socket.send(JSON.stringify({ id: next++, method, params }));
  });
  return {
    start: () => ask("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "blink.user_timing"] } }),
    async end() {
      const complete = new Promise(done => asked.set("end", done));
      await ask("Tracing.end");
      await complete;
      const all = events;
      events = [];
      return all;
    },
    close: () => socket.close(),
  };
}

const browser = await protocol();
const rows = [];

/** The longest tasks of the page's thread while something is done, and what most of the longest was. */
async function traced(what, act) {
  await new Promise(done => setTimeout(done, 400));
  await browser.start();
  await run(`performance.mark("here");`);
  await act();
  await new Promise(done => setTimeout(done, 700));
  const events = await browser.end();
  const mine = events.find(e => e.name === "here" && e.cat?.includes("user_timing"));
  const own = events.filter(e => e.ph === "X" && e.pid === mine?.pid && e.tid === mine?.tid);
  const cpu = e => (e.tdur ?? e.dur) / 1000;
  const tasks = own.filter(e => e.name.endsWith("RunTask") || e.name === "RunTask").sort((a, b) => cpu(b) - cpu(a));
  const top = tasks[0];
  const inside = new Map();
  for (const e of own) {
    if (!top || e === top || e.name.endsWith("RunTask") || e.ts < top.ts || e.ts + e.dur > top.ts + top.dur || cpu(e) < 2) continue;
    inside.set(e.name, (inside.get(e.name) ?? 0) + cpu(e));
  }
  const parts = [...inside].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([name, ms]) => `${name} ${Math.round(ms)}`).join(", ");
  rows.push([what, tasks.slice(0, 3).map(e => `${Math.round(cpu(e))} (${Math.round(e.dur / 1000)})`).join(", "), parts]);
  console.log(`| ${rows.at(-1).join(" | ")} |`);
}

const tab = view => () => click(`root.querySelector("#tab-${view}")`);
const first = part => () => click(`all("${part}")[0]`);
try {
  await driver().get(`${site.url}${articles ? "many.html" : ""}`);
  console.log("| press | longest tasks, ms of processor (of the clock) | in the longest |\n| --- | --- | --- |");
  if (articles) await traced("until all is shown", async () => { await until("a beginning", "return root && view.dataset.phase;"); await ready(); });
  else await ready();
  const counts = await run("return [view.result.articles.length, view.result.diff.groups.length, view.result.entities.length, view.result.timeline.entries.length, view.result.claims.length];");
  await traced("open a card", first("card-open"));
  await traced("next difference (n)", () => press("n"));
  await traced("whole article", first("whole"));
  await traced("close (Esc)", () => press("\uE00C"));
  await traced("hide an article", first("source-toggle"));
  await traced("show it again", first("source-toggle"));
  await traced("open the longest card", async () => {
    await run(`const long = g => g.sides.reduce((n, s) => n + s.members.length, 0);
      view.show({ group: view.result.diff.groups.reduce((a, b) => (long(b) > long(a) ? b : a)).id });`);
  });
  await traced("more cards", async () => { if (await run(`return all("more").length;`)) await first("more")(); });
  await traced("timeline", tab("timeline"));
  await traced("open an event", first("entry-open"));
  await traced("people", tab("people"));
  await traced("open a name", first("entity-open"));
  await traced("open the commonest name", async () => {
    await run(`const many = e => new Set(e.mentions.map(x => x.span.input)).size;
      const e = view.result.entities.reduce((a, b) => (many(b) > many(a) ? b : a));
      view.show({ entity: e.id });`);
  });
  await traced("statements", tab("statements"));
  await traced("type into the filter", async () => { await run(`root.querySelector("input[type=search]").focus();`); await press("s", "a"); });
  await traced("texts", tab("texts"));
  await traced("mark the names", () => click(`all("mark-toggle")[2]`));
  await traced("differences again", tab("differences"));
  console.log(`${counts.join(" / ")} articles, groups, names, events, statements`);
} finally {
  browser.close();
  await session.end();
  await site.close();
}
