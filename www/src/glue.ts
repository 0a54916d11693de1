/** Opens a fresh instance of the wasm wrapper, wherever it is. */
import type { Glue, WasmSource } from "./protocol.js";

/** The wrapper of the inlined build: wasm-bindgen's `no-modules` output inside a function, one instance a call. */
type Factory = () => Glue & ((o: { module_or_path: unknown }) => Promise<unknown>);

/** What the self-contained file leaves for the engine. */
export interface Inlined {
  /** The wasm in base64. */
  wasm: string;
  /** Text of a classic worker: the factory `synopticGlue`, then the bundled `worker.ts`. */
  worker: string;
}

declare global {
  // eslint-disable-next-line no-var
  var synopticGlue: Factory | undefined;
  // eslint-disable-next-line no-var
  var synopticInlined: Inlined | undefined;
}

let opened = 0;

/** Apart, so that no bundler takes what is computed from it for a file to be packed. */
const here = (): string => import.meta.url;

export async function openGlue(wasm: WasmSource): Promise<Glue> {
  try {
    if (globalThis.synopticGlue) {
      const glue = globalThis.synopticGlue();
      await glue({ module_or_path: wasm });
      return glue;
    }
    opened += 1;
    // A trapped instance stays in its module: the next one needs another address.
    const again = opened === 1 ? null : new URL(`./synoptic.js?instance=${opened}`, here()).href;
    const glue = again ? await import(again) : await import("./synoptic.js");
    await glue.default(wasm === undefined ? undefined : { module_or_path: wasm });
    return glue as Glue;
  } catch (e) {
    throw explain(e);
  }
}

/** Names the likely cause: a policy, a wrong path, an old browser. */
function explain(e: unknown): Error & { code: string } {
  if (e instanceof Error && "code" in e) return e as Error & { code: string };
  const said = e instanceof Error ? e.message : String(e);
  const tell = (code: string, message: string): Error & { code: string } =>
    Object.assign(new Error(`${message} (${said})`), { code });
  if (typeof WebAssembly !== "object") return tell("no-wasm", "This browser has no WebAssembly.");
  if (/content security policy|unsafe-eval|blocked by csp|call to WebAssembly/i.test(said)) {
    return tell("csp", "The page's Content-Security-Policy forbids WebAssembly. Add: script-src 'self' 'wasm-unsafe-eval'");
  }
  if (/magic|expected|mime|404|failed to fetch|networkerror|load failed|importing a module|dynamically imported/i.test(said)) {
    return tell("wrong-path", "The engine's files were not found where they should be: synoptic.js and its .wasm beside it.");
  }
  return tell("no-wasm", "The engine could not be started.");
}
