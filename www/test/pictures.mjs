// Pictures of the page as an engine paints it: `node pictures.mjs FOLDER [VIEW...]`. Each view is taken at desktop and
// phone width; SYNOPTIC_ENGINE names the engine, SYNOPTIC_DARK asks for the dark scheme, SYNOPTIC_HEIGHT for taller ones,
// SYNOPTIC_LANG for another language of the interface.
// `node pictures.mjs --readme` (`npm run pictures`) makes those of the README, in docs/pictures.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { By } from "selenium-webdriver";
import { engine, open } from "./lib/browser.mjs";
import { smaller } from "./lib/png.mjs";
import { root, serve } from "./lib/site.mjs";

const [folder, ...asked] = process.argv.slice(2);
const WIDTHS = { desktop: 1280, phone: 390 };

/** What to take: a view at a width, into a file. */
const jobs = folder === "--readme" ? [
  { view: "card", size: "desktop", height: 860, dark: false, file: join(root, "docs/pictures/words.png") },
  { view: "card", size: "phone", height: 860, dark: false, file: join(root, "docs/pictures/phone.png") },
  { view: "timeline", size: "desktop", height: 860, dark: true, file: join(root, "docs/pictures/timeline.png") },
] : Object.keys(WIDTHS).flatMap(size => (asked.length ? asked : ["card", "differences", "timeline", "people", "statements", "texts"]).map((view) => {
  const dark = Boolean(process.env.SYNOPTIC_DARK);
  return { view, size, height: Number(process.env.SYNOPTIC_HEIGHT ?? 900), dark, file: join(folder, `${view}-${size}${dark ? "-dark" : ""}-${engine}.png`) };
}));

// A frame has the width that is asked for; the window of some engines has a least one.
const framed = ({ size, height }) => `<!doctype html><style>body { margin: 0 } iframe { border: 0; display: block }</style>
  <iframe src="/" width="${WIDTHS[size]}" height="${height}"></iframe>`;
const site = await serve({ extra: Object.fromEntries(jobs.map((j, i) => [`/${i}.html`, framed(j)])) });

async function take(driver, job, i) {
  await driver.get(`${site.url}${i}.html`);
  const frame = await driver.findElement(By.css("iframe"));
  await driver.executeAsyncScript(`
    const [frame, view, lang, done] = arguments;
    const find = () => frame.contentDocument.querySelector("synoptic-view");
    const wait = setInterval(async () => {
      const element = find();
      if (element?.dataset.phase !== "ready") return;
      clearInterval(wait);
      element.view = view === "card" ? "differences" : view;
      element.uiLang = lang;
      await element.updateComplete;
      if (view === "card") element.shadowRoot.querySelector('[part~="card"] button')?.click();
      setTimeout(done, 800);
    }, 100);`, frame, job.view, process.env.SYNOPTIC_LANG ?? null);
  const png = Buffer.from(await frame.takeScreenshot(), "base64");
  mkdirSync(join(job.file, ".."), { recursive: true });
  writeFileSync(job.file, folder === "--readme" ? smaller(png) : png);
  console.log(job.file);
}

try {
  for (const dark of [false, true]) {
    const these = jobs.map((job, i) => [job, i]).filter(([job]) => job.dark === dark);
    if (!these.length) continue;
    const { driver, end } = await open({ width: 1300, height: Math.max(...jobs.map(j => j.height)) + 200, dark });
    try {
      for (const [job, i] of these) await take(driver, job, i);
    } finally {
      await end();
    }
  }
} finally {
  await site.close();
}
