// What the suites do with an open page: run code in it, wait for it, press things.
import assert from "node:assert/strict";
import { consoleOf } from "./browser.mjs";

/** Helpers over the session that `get` returns at the time of the call. */
export function inPage(get) {
  const driver = () => get().driver;

  /** Runs in the page with `view` the element and `all` its parts of that name. */
  const run = (body, ...args) => driver().executeScript(`
    const view = document.querySelector("synoptic-view");
    const root = view && view.shadowRoot;
    const all = part => [...root.querySelectorAll('[part~="' + part + '"]')];
    const words = part => all(part).map(e => e.textContent.replace(/\\s+/g, " ").trim());
    ${body}`, ...args);

  /** Waits until the code returns something true, and returns it. */
  async function until(what, body, ...args) {
    const end = Date.now() + 90_000;
    let last;
    while (Date.now() < end) {
      last = await run(body, ...args).catch(e => ((last = e), null));
      if (last && !(last instanceof Error)) return last;
      await new Promise(done => setTimeout(done, 100));
    }
    const state = await driver().executeScript(`
      const view = document.querySelector("synoptic-view");
      return view && view.shadowRoot && [view.dataset.phase, view.shadowRoot.textContent.slice(0, 600), window.complaints];`).catch(String);
    assert.fail(`${what} did not happen; the page: ${JSON.stringify(state)}`);
  }

  const ready = () => until("the findings", `return view && root && view.dataset.phase === "ready" && view.updateComplete.then(() => true);`);

  /** A real click where the driver can reach into the shadow root. */
  async function click(find) {
    const element = await run(`return ${find};`);
    assert.ok(element, `${find} is there`);
    await driver().executeScript("arguments[0].scrollIntoView({ block: 'center' });", element);
    try {
      await element.click();
    } catch (e) {
      // A neighbour may lie over it while the page scrolls.
      if (!/intercepted|not interactable|not clickable/i.test(String(e))) throw e;
      await driver().executeScript("arguments[0].click();", element);
    }
  }

  async function silent() {
    assert.deepEqual(await driver().executeScript("return window.complaints;"), [], "nothing complained");
    // The test's own listener is the one request of ours.
    assert.deepEqual(await consoleOf(driver()), [], "the console is empty");
  }

  /** Keys to whatever has the focus. */
  const press = (...keys) => driver().actions().sendKeys(...keys).perform();

  return { driver, run, until, ready, click, silent, press };
}
