// esbuild leaves `new URL("…", import.meta.url)` as it is: the package's worker and wasm are copied beside the bundle.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const out = "out/esbuild";
mkdirSync(out, { recursive: true });
await build({ entryPoints: ["main.js"], bundle: true, minify: true, format: "esm", splitting: true, outdir: out, logLevel: "warning" });
const pkg = dirname(fileURLToPath(import.meta.resolve("synoptic-view")));
for (const file of ["worker.js", "synoptic.js", "synoptic_bg.wasm"]) copyFileSync(join(pkg, file), join(out, file));
