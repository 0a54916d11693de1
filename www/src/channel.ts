/** A way to a running engine: a worker where there is one, else the page's own thread. */
import { whole } from "./portions.js";
import { serve } from "./serve.js";
import type { Failure, Portion, Progress, Reply, Request, WasmSource } from "./protocol.js";

declare global {
  /** Not yet in every engine, nor in TypeScript's own library. */
  // eslint-disable-next-line no-var
  var trustedTypes: { createPolicy(name: string, rules: { createScriptURL(x: string): string }): { createScriptURL(x: string): unknown } } | undefined;
}

type Ask = Request extends infer R ? (R extends { id: number } ? Omit<R, "id"> : never) : never;

/** What went wrong, with a code that stays. */
export class EngineError extends Error {
  readonly code: string;
  readonly key: string | undefined;
  constructor({ code, message, key }: Failure) {
    super(message);
    this.name = "EngineError";
    this.code = code;
    this.key = key;
  }
}

interface Pending {
  resolve(v: unknown): void;
  reject(e: EngineError): void;
  progress: ((p: Progress) => void) | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** What came ahead of the answer. */
  came: Portion[];
}

/** Requests with ids and answers matched by them; an error of the thread itself rejects all that is pending. */
export class Channel {
  readonly threaded: boolean;
  /** Called once, when the thread is gone. */
  ended: (() => void) | null = null;
  #pending = new Map<number, Pending>();
  #next = 1;
  #post: (r: Request) => void;
  #close: () => void;
  #dead: EngineError | null = null;

  private constructor(threaded: boolean, post: (r: Request) => void, close: () => void) {
    this.threaded = threaded;
    this.#post = post;
    this.#close = close;
  }

  static overWorker(worker: Worker): Channel {
    const channel: Channel = new Channel(true, r => worker.postMessage(r), () => worker.terminate());
    worker.onmessage = (e: MessageEvent<Reply>) => channel.#hear(e.data);
    worker.onerror = (e) => {
      e.preventDefault();
      channel.fail({ code: "worker", message: e.message || "The worker could not be started." });
    };
    worker.onmessageerror = () => channel.fail({ code: "worker", message: "The worker's answer could not be read." });
    return channel;
  }

  static overPage(): Channel {
    let listen: (r: Request) => void = () => {};
    const channel: Channel = new Channel(false, r => void Promise.resolve().then(() => listen(r)), () => {});
    serve(r => channel.#hear(r), (l) => { listen = l; });
    return channel;
  }

  ask(r: Ask, o: { timeout?: number; progress?: (p: Progress) => void } = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return reject(this.#dead);
      const id = this.#next++;
      const late = (): void => this.fail({ code: "timeout", message: "The engine did not answer in time." });
      const timer = o.timeout ? setTimeout(late, o.timeout) : undefined;
      this.#pending.set(id, { resolve, reject, progress: o.progress, timer, came: [] });
      this.#post({ id, ...r } as Request);
    });
  }

  get dead(): boolean {
    return this.#dead !== null;
  }

  /** Ends the thread and rejects all that is still asked. */
  fail(why: Failure): void {
    if (this.#dead) return;
    this.#dead = new EngineError(why);
    this.#close();
    this.ended?.();
    for (const p of this.#pending.values()) {
      clearTimeout(p.timer);
      p.reject(this.#dead);
    }
    this.#pending.clear();
  }

  #hear(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    if ("progress" in reply) {
      pending.progress?.(reply.progress);
      return;
    }
    if ("portion" in reply) {
      pending.came.push(reply.portion);
      return;
    }
    this.#pending.delete(reply.id);
    clearTimeout(pending.timer);
    if ("error" in reply) pending.reject(new EngineError(reply.error));
    else pending.resolve(whole(reply.result, pending.came));
  }
}

/** One engine for all elements of a page that ask for the same wasm. */
const shared = new Map<unknown, { channel: Promise<Channel>; users: number }>();

/** A channel that others may use too; `release` gives it back, and the last one ends it. */
export function share(wasm: WasmSource, worker: boolean): { channel: Promise<Channel>; release(): void } {
  const key = wasm ?? "";
  let entry = shared.get(key);
  if (!entry) {
    const made = { channel: openChannel(wasm, worker), users: 0 };
    const forget = (): void => { if (shared.get(key) === made) shared.delete(key); };
    made.channel.then((c) => { c.ended = forget; }, forget);
    shared.set(key, entry = made);
  }
  const { channel } = entry;
  const mine = entry;
  mine.users += 1;
  return {
    channel,
    release: () => {
      if (--mine.users > 0 || shared.get(key) !== mine) return;
      void channel.then(c => c.fail({ code: "closed", message: "The engine was closed." }), () => {});
    },
  };
}

/**
 * The worker beside this module. Bundlers know it by exactly these words. A page with `require-trusted-types-for 'script'`
 * refuses a bare address; there it goes through the policy `synoptic-view`, if the page allows one of that name.
 */
function ownWorker(): Worker {
  try {
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  } catch (e) {
    if (!globalThis.trustedTypes) throw e;
    return new Worker(trusted(new URL("./worker.js", import.meta.url).href), { type: "module" });
  }
}

let policy: { createScriptURL(own: string): unknown } | undefined;

function trusted(own: string): string {
  policy ??= globalThis.trustedTypes?.createPolicy("synoptic-view", { createScriptURL: x => x });
  return (policy ? policy.createScriptURL(own) : own) as string;
}

/** How long a worker may take to load and start the engine before the page's own thread is tried. */
const OPENING = 20_000;

/** A channel to a worker in which the engine opens; ended if it does not. */
async function opened(worker: Worker, wasm: WasmSource): Promise<Channel> {
  const channel = Channel.overWorker(worker);
  try {
    await channel.ask({ op: "open", wasm }, { timeout: OPENING });
    return channel;
  } catch (e) {
    channel.fail({ code: "worker", message: "replaced by the page's own thread" });
    throw e;
  }
}

/** A channel to one more worker with the engine open in it. */
export async function openWorker(wasm: WasmSource): Promise<Channel> {
  return globalThis.synopticInlined ? inlinedWorker(await inlinedModule()) : opened(ownWorker(), wasm);
}

/** A channel with the engine open behind it. */
export async function openChannel(wasm: WasmSource, worker: boolean): Promise<Channel> {
  if (globalThis.synopticInlined) return openInlined(worker);
  if (worker && typeof Worker === "function") {
    try {
      return await opened(ownWorker(), wasm);
    } catch (e) {
      // The same would be found out again on the page.
      if (e instanceof EngineError && (e.code === "csp" || e.code === "no-wasm")) throw e;
    }
  }
  const channel = Channel.overPage();
  await channel.ask({ op: "open", wasm });
  return channel;
}

/** The compiled module of the inlined build: one for all instances and threads. */
let compiled: Promise<WebAssembly.Module> | null = null;

async function inlinedModule(): Promise<WebAssembly.Module> {
  const inlined = globalThis.synopticInlined!;
  if (typeof WebAssembly !== "object") throw new EngineError({ code: "no-wasm", message: "This browser has no WebAssembly." });
  compiled ??= WebAssembly.compile(decode(inlined.wasm));
  try {
    return await compiled;
  } catch (e) {
    compiled = null;
    const message = "The page's Content-Security-Policy forbids WebAssembly. Add: script-src 'self' 'wasm-unsafe-eval'";
    throw new EngineError({ code: "csp", message: `${message} (${(e as Error).message})` });
  }
}

async function inlinedWorker(module: WebAssembly.Module): Promise<Channel> {
  const address = URL.createObjectURL(new Blob([globalThis.synopticInlined!.worker], { type: "text/javascript" }));
  try {
    return await opened(new Worker(trusted(address)), module);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function openInlined(worker: boolean): Promise<Channel> {
  const module = await inlinedModule();
  if (worker && typeof Worker === "function") {
    try {
      return await inlinedWorker(module);
    } catch { /* The page's own thread will do. */ }
  }
  const channel = Channel.overPage();
  await channel.ask({ op: "open", wasm: module });
  return channel;
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const own = (Uint8Array as { fromBase64?: (s: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (own) return own(base64);
  const raw = atob(base64);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
