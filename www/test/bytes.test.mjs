// What a page downloads, compressed as a good server would: a budget, so that nobody grows it unawares.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { dist } from "./lib/site.mjs";

const BUDGET = 1_500_000;
/** All that the served page asks for; the page suite checks that it is all. */
const FILES = ["index.html", "pkg/main.js", "pkg/page.css", "pkg/icon.svg", "pkg/synoptic.js", "pkg/worker.js", "pkg/synoptic_bg.wasm"];

test("a page's download stays within the budget", () => {
  let sum = 0;
  for (const file of FILES) {
    const raw = readFileSync(join(dist, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    const { length } = brotliCompressSync(raw, { params });
    sum += length;
    console.log(`table: ${file.padEnd(22)} ${String(raw.length).padStart(9)} bytes, brotli ${String(length).padStart(8)}`);
  }
  console.log(`table: ${"all".padEnd(22)} ${" ".repeat(15)} brotli ${String(sum).padStart(8)} of ${BUDGET}`);
  assert.ok(sum <= BUDGET, `${sum} bytes are more than ${BUDGET}`);
});
