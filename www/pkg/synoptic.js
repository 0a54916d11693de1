/**
 * The package's door: readies the engine and hands on what it offers. Importing it does nothing yet.
 */
import start, { initSync as startSync, Dossier as Core, label as coreLabel, sameName as coreSameName } from "synoptic-glue";

/** The package's version. */
export const version = __VERSION__;
/** The number of the contract's version. */
export const schema = 1;

let ready = null;
let open = false;

// The glue knows no states: what comes too early or too late would fail there without a code.
for (const name of Object.getOwnPropertyNames(Core.prototype)) {
  const own = Core.prototype[name];
  if (name === "constructor" || name === "free" || name.startsWith("__")) continue;
  Core.prototype[name] = function (...given) {
    if (!this.__wbg_ptr) fail("freed", "This dossier was freed. Make a new one.");
    return own.apply(this, given);
  };
}
// Freeing twice is no error.
const free = Core.prototype.free;
Core.prototype.free = Core.prototype[Symbol.dispose ?? Symbol("dispose")] = function () {
  if (this.__wbg_ptr) free.call(this);
};
const early = () => open || fail("not-ready", "The engine is not ready. Call `await init()` first.");
const coreSample = Core.sample;
Core.sample = () => (early(), coreSample());

/** The articles being compared. */
export const Dossier = new Proxy(Core, { construct: (core, given, made) => (early(), Reflect.construct(core, given, made)) });

/** Most of the work of reading an input, for `addLabelled` in another thread. */
export const label = input => (early(), coreLabel(input));

/** One person or place, two spellings? */
export const sameName = (a, b) => (early(), coreSameName(a, b));

/**
 * Readies the engine: from the wasm beside this module, or from an address, a Response, bytes or a compiled
 * module. May be called again; only the first call that succeeds counts.
 */
export function init(source) {
  ready ??= begin(source).catch((error) => {
    ready = null;
    throw error;
  });
  return ready;
}
export default init;

/** The same at once, from bytes or a compiled module. */
export function initSync(source) {
  const module = unwrap(source);
  startSync({ module: module instanceof WebAssembly.Module ? module : new WebAssembly.Module(module) });
  open = true;
  ready = Promise.resolve();
}

async function begin(source) {
  if (typeof WebAssembly !== "object") fail("no-wasm", "This browser has no WebAssembly.");
  await start({ module_or_path: await compiled(unwrap(await source)) });
  open = true;
}

/** wasm-bindgen's own shapes are taken too. */
function unwrap(source) {
  const plain = source && Object.getPrototypeOf(source) === Object.prototype;
  return plain ? source.module ?? source.module_or_path : source;
}

/** Apart, so that no bundler takes the caller's address for a file to be packed. */
const here = () => import.meta.url;

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compile(source);
  if (typeof Response === "function" && source instanceof Response) return fromResponse(source);
  // Bundlers know the file by exactly these words.
  const url = source == null ? new URL("./synoptic_bg.wasm", import.meta.url) : new URL(source, here());
  // Node's fetch reads no files.
  const fs = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs) return compile(fs.readFileSync(url));
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    fail("wrong-path", `The engine could not be fetched from ${url.href}: ${error.message}`, error);
  }
  return fromResponse(response);
}

async function fromResponse(response) {
  if (!response.ok) fail("wrong-path", `The engine is not at ${response.url}: the server answered ${response.status}.`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("application/wasm") && WebAssembly.compileStreaming) {
    const copy = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      // What is wrong with the bytes or the policy is told below.
      return compile(await copy.arrayBuffer(), response.url);
    }
  }
  return compile(await response.arrayBuffer(), response.url);
}

async function compile(bytes, from = "the bytes given") {
  const head = new TextDecoder().decode(new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0).subarray(0, 64));
  if (!head.startsWith("\0asm")) {
    const what = /^\s*</.test(head) ? "an HTML page (a server's index or error page?)" : "something else";
    fail("wrong-path", `${from} should be the engine's .wasm but holds ${what}. Pass its right address to init().`);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const policy = /Content.Security.Policy|unsafe-eval|CSP|disallowed by embedder/i.test(error.message);
    if (!policy) fail("no-wasm", `This browser can't compile the engine: ${error.message}`, error);
    fail("csp", "The page's Content-Security-Policy forbids WebAssembly. Add: script-src 'self' 'wasm-unsafe-eval'", error);
  }
}

function fail(code, message, cause) {
  throw Object.assign(new Error(message, { cause }), { code });
}
