// Pictures of the page as an engine paints it: `node pictures.mjs FOLDER [VIEW...]`. Each view is taken at desktop and
// phone width; SYNOPTIC_ENGINE names the engine, SYNOPTIC_DARK asks for the dark scheme, SYNOPTIC_HEIGHT for taller ones.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { By } from "selenium-webdriver";
import { engine, open } from "./lib/browser.mjs";
import { serve } from "./lib/site.mjs";

const [folder, ...asked] = process.argv.slice(2);
const views = asked.length ? asked : ["card", "differences", "timeline", "people", "statements", "texts"];
const dark = Boolean(process.env.SYNOPTIC_DARK);
const height = Number(process.env.SYNOPTIC_HEIGHT ?? 900);
const WIDTHS = { desktop: 1280, phone: 390 };

// A frame has the width that is asked for; the window of some engines has a least one.
const framed = width => `<!doctype html><style>body { margin: 0 } iframe { border: 0; display: block }</style>
  <iframe src="/" width="${width}" height="${height}"></iframe>`;
const extra = Object.fromEntries(Object.entries(WIDTHS).map(([name, width]) => [`/${name}.html`, framed(width)]));

mkdirSync(folder, { recursive: true });
const site = await serve({ extra });
const { driver, end } = await open({ width: 1300, height: height + 200, dark });
try {
  for (const name of Object.keys(WIDTHS)) {
    await driver.get(`${site.url}${name}.html`);
    const frame = await driver.findElement(By.css("iframe"));
    for (const view of views) {
      await driver.executeAsyncScript(`
        const [frame, view, done] = arguments;
        const find = () => frame.contentDocument.querySelector("synoptic-view");
        const wait = setInterval(async () => {
          const element = find();
          if (element?.dataset.phase !== "ready") return;
          clearInterval(wait);
          element.view = view === "card" ? "differences" : view;
          await element.updateComplete;
          if (view === "card") element.shadowRoot.querySelector('[part~="card"] button')?.click();
          setTimeout(done, 800);
        }, 100);`, frame, view);
      const png = await frame.takeScreenshot();
      const file = join(folder, `${view}-${name}${dark ? "-dark" : ""}-${engine}.png`);
      writeFileSync(file, Buffer.from(png, "base64"));
      console.log(file);
    }
  }
} finally {
  await end();
  await site.close();
}
