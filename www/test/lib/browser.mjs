// A session with the engine that the environment names: SYNOPTIC_ENGINE, and SYNOPTIC_DRIVER, the driver's place.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities, logging } from "selenium-webdriver";

export const engine = process.env.SYNOPTIC_ENGINE ?? "chromium";
const program = process.env.SYNOPTIC_DRIVER ?? { chromium: "chromedriver", firefox: "geckodriver", webkit: "WebKitWebDriver" }[engine];

function capabilities(profile, dark) {
  switch (engine) {
    case "chromium": {
      const prefs = new logging.Preferences();
      prefs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
      return new Capabilities({
        browserName: "chrome",
        "goog:chromeOptions": {
          args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`,
            ...(dark ? ["--blink-settings=preferredColorScheme=0"] : [])],
        },
      }).setLoggingPrefs(prefs);
    }
    case "firefox":
      return new Capabilities({
        browserName: "firefox",
        "moz:firefoxOptions": {
          args: ["-headless"],
          prefs: {
            // As a reader's Firefox has them; geckodriver would loosen both.
            "security.fileuri.strict_origin_policy": true,
            "privacy.file_unique_origin": true,
            ...(dark && { "layout.css.prefers-color-scheme.content-override": 0 }),
          },
        },
      });
    case "webkit":
      return new Capabilities({ browserName: "MiniBrowser" });
    default:
      throw new Error(`unknown engine ${engine}`);
  }
}

/** Starts driver and browser, which asks pages for their dark scheme if told to; `end` ends both. */
export async function open({ width = 1280, height = 900, dark = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "synoptic-"));
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, ...(dark && { GTK_THEME: "Adwaita:dark" }) },
  });
  const failed = new Promise((_, no) => child.on("error", no));
  const close = () => {
    child.kill("SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const server = `http://127.0.0.1:${port}`;
    await Promise.race([answering(server), failed]);
    const driver = await new Builder().disableEnvironmentOverrides().usingServer(server)
      .withCapabilities(capabilities(profile, dark)).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 120_000 });
    await driver.manage().window().setRect({ width, height }).catch(() => {});
    return { driver, end: () => driver.quit().catch(() => {}).finally(close) };
  } catch (e) {
    close();
    throw e;
  }
}

/** What the browser itself wrote into its console; only Chromium tells. */
export async function consoleOf(driver) {
  if (engine !== "chromium") return [];
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.map(e => `${e.level.name}: ${e.message}`);
}

function freePort() {
  return new Promise((done, no) => {
    const server = createServer().once("error", no);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function answering(server) {
  for (let i = 0; i < 300; i++) {
    try {
      if ((await fetch(`${server}/status`)).ok) return;
    } catch { /* not yet */ }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`${program} does not answer`);
}
