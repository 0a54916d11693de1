/**
 * The page's engine: analyses a plan and keeps what is needed to make the answer again.
 *
 * After a trap the wasm instance is not to be trusted: a fresh one is opened, the plan is replayed with care,
 * and the input that broke it is left out and named. All requests go through ids; cancelling ends the thread.
 *
 * What the inlined build must leave on the page before the bundle runs:
 *   `function synopticGlue() { <wasm-bindgen no-modules output>; return wasm_bindgen; }`
 *   `synopticInlined = { wasm: "<base64>", worker: "<text of synopticGlue, then worker.ts bundled as IIFE>" }`
 */
import { Channel, EngineError, openChannel } from "./channel.js";
import type { InputNote, Plan, Progress, Result, WasmSource } from "./protocol.js";

export { EngineError } from "./channel.js";

/** How many inputs may break the engine before it gives up. */
const MOST_TRAPS = 8;

export class Engine {
  #channel: Promise<Channel> | null = null;
  #wasm: WasmSource;
  #worker: boolean;
  #sentences = new Map<string, Promise<[number, number][]>>();
  #left = new Set<string>();

  constructor(o: { wasm?: WasmSource; worker?: boolean } = {}) {
    this.#wasm = o.wasm;
    this.#worker = o.worker ?? true;
  }

  /** Starts the engine before there is anything to read. */
  async open(): Promise<{ threaded: boolean }> {
    const { threaded } = await this.#open();
    return { threaded };
  }

  /** All findings for the plan. A newer `analyze` does not cancel this one; `cancel` does. */
  async analyze(plan: Plan, progress?: (p: Progress) => void): Promise<Result> {
    this.#sentences.clear();
    progress?.({ done: 0, total: plan.inputs.length, phase: "loading" });
    let careful = false;
    let timeouts = 0;
    for (let traps = 0; ; ) {
      const channel = await this.#open();
      const kept = { ...plan, inputs: plan.inputs.filter(i => !this.#left.has(i.key)) };
      try {
        const r = await channel.ask({ op: "run", plan: kept, careful }, { ...(progress ? { progress } : {}) });
        return { ...(r as Result), notes: [...(r as Result).notes, ...this.#leftOut(plan)] };
      } catch (e) {
        if (!(e instanceof EngineError)) throw e;
        const broken = e.code === "trap" || (e.code === "worker" && timeouts++ < 1);
        if (!broken) throw e;
        this.#drop(e);
        if (e.code === "worker") continue;
        if (e.key !== undefined) this.#left.add(e.key);
        else if (careful) throw e;
        careful = true;
        if (++traps > MOST_TRAPS) throw e;
      }
    }
  }

  /** Sentence borders of an article of the last answer. */
  sentences(article: string): Promise<[number, number][]> {
    let asked = this.#sentences.get(article);
    if (!asked) {
      asked = this.#open().then(c => c.ask({ op: "sentences", article })) as Promise<[number, number][]>;
      this.#sentences.set(article, asked);
    }
    return asked;
  }

  async export(format: string): Promise<string> {
    return (await this.#open()).ask({ op: "export", format }) as Promise<string>;
  }

  /** Ends all work at once; what is pending rejects with `cancelled`. The next request starts anew. */
  cancel(): void {
    this.#drop(new EngineError({ code: "cancelled", message: "Cancelled." }));
  }

  dispose(): void {
    this.cancel();
  }

  #open(): Promise<Channel> {
    if (!this.#channel) {
      const opening = openChannel(this.#wasm, this.#worker);
      opening.catch(() => { if (this.#channel === opening) this.#channel = null; });
      this.#channel = opening;
    }
    return this.#channel;
  }

  #drop(why: EngineError): void {
    const old = this.#channel;
    this.#channel = null;
    void old?.then(c => c.fail(why), () => {});
  }

  #leftOut(plan: Plan): InputNote[] {
    return plan.inputs.filter(i => this.#left.has(i.key)).map(({ key }) => ({
      code: "input-left-out", article: null, span: null, key,
      message: "This text could not be read: the engine broke on it and was started again without it.",
    }));
  }
}
