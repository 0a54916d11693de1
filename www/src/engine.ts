/**
 * The page's engine: analyses a plan and keeps what is needed to make the answer again.
 *
 * After a trap the wasm instance is not to be trusted: a fresh one is opened, the plan is replayed with care,
 * and the input that broke it is left out and named. All requests go through ids; cancelling ends the thread.
 * Elements of one page share the thread, each with a dossier of its own; when one ends it, the others replay.
 *
 * What the inlined build must leave on the page before the bundle runs:
 *   `function synopticGlue() { <wasm-bindgen no-modules output>; return wasm_bindgen; }`
 *   `synopticInlined = { wasm: "<base64>", worker: "<text of synopticGlue, then worker.ts bundled as IIFE>" }`
 */
import { EngineError, share, type Channel } from "./channel.js";
import { help, type Helpers } from "./helpers.js";
import type { Failure, InputNote, Plan, Progress, Result, WasmSource } from "./protocol.js";

export { EngineError } from "./channel.js";

/** How many inputs may break the engine before it gives up. */
const MOST_TRAPS = 8;
/** How often a thread that died for another reason is started again. */
const MOST_STARTS = 3;

let spaces = 0;

export class Engine {
  #wasm: WasmSource;
  #worker: boolean;
  #space = ++spaces;
  #lease: { channel: Promise<Channel>; release(): void } | null = null;
  /** Where the last plan stands ready, and that plan. */
  #ran: { channel: Channel; plan: Plan } | null = null;
  #sentences = new Map<string, Promise<[number, number][]>>();
  #left = new Set<string>();
  #cancelled = false;

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
    this.#cancelled = false;
    this.#sentences.clear();
    progress?.({ done: 0, total: plan.inputs.length, phase: "loading" });
    let careful = false;
    let traps = 0;
    for (let starts = 0; ; ) {
      try {
        const channel = await this.#open();
        this.#heed();
        const kept = { ...plan, inputs: plan.inputs.filter(i => !this.#left.has(i.key)) };
        const run = { op: "run", space: this.#space, plan: kept, careful } as const;
        let helpers: Helpers | null = null;
        const tell = (p: Progress): void => {
          progress?.(p);
          // Only the thread knows which inputs, the last of the plan, it has not read before.
          if (p.phase === "reading" && !careful) helpers ??= help(this.#wasm, channel, this.#space, kept.inputs.slice(-p.total));
          helpers?.reached(p.phase === "reading" ? p.done : p.total);
        };
        const r = await channel.ask(run, { progress: tell }).finally(() => helpers?.end()) as Result;
        this.#heed();
        this.#ran = { channel, plan };
        return { ...r, notes: [...r.notes, ...this.#leftOut(plan)] };
      } catch (e) {
        this.#heed();
        if (!(e instanceof EngineError)) throw e;
        if (e.code === "trap") {
          this.#end({ code: "restarted", message: e.message });
          if (e.key !== undefined) this.#left.add(e.key);
          else if (careful) throw e;
          careful = true;
          if (++traps > MOST_TRAPS) throw e;
        } else if (["worker", "restarted", "closed"].includes(e.code) && ++starts < MOST_STARTS) this.#release();
        else throw e;
      }
    }
  }

  /** Sentence borders of an article of the last answer. */
  sentences(article: string): Promise<[number, number][]> {
    let asked = this.#sentences.get(article);
    if (!asked) {
      asked = this.#standing().then(c => c.ask({ op: "sentences", space: this.#space, article })) as Promise<[number, number][]>;
      this.#sentences.set(article, asked);
    }
    return asked;
  }

  async export(format: string): Promise<string> {
    return (await this.#standing()).ask({ op: "export", space: this.#space, format }) as Promise<string>;
  }

  /** Ends all work at once; what is pending rejects with `cancelled`. The next request starts anew. */
  cancel(): void {
    this.#cancelled = true;
    this.#end({ code: "restarted", message: "Another element ended the shared engine." });
  }

  dispose(): void {
    this.#cancelled = true;
    const lease = this.#lease;
    void lease?.channel.then(c => c.dead || c.ask({ op: "close", space: this.#space })).catch(() => {});
    this.#release();
  }

  /** Goes no further once the work was cancelled. */
  #heed(): void {
    if (this.#cancelled) throw new EngineError({ code: "cancelled", message: "Cancelled." });
  }

  /** A channel on which the last plan has been run. */
  async #standing(): Promise<Channel> {
    const channel = await this.#open();
    if (this.#ran && this.#ran.channel !== channel) await this.analyze(this.#ran.plan);
    return this.#open();
  }

  async #open(): Promise<Channel> {
    if (this.#lease && (await this.#lease.channel.catch(() => null))?.dead !== false) this.#release();
    this.#lease ??= share(this.#wasm, this.#worker);
    return this.#lease.channel;
  }

  #release(): void {
    this.#lease?.release();
    this.#lease = null;
  }

  #end(why: Failure): void {
    void this.#lease?.channel.then(c => c.fail(why), () => {});
    this.#release();
  }

  #leftOut(plan: Plan): InputNote[] {
    return plan.inputs.filter(i => this.#left.has(i.key)).map(({ key }) => ({
      code: "input-left-out", article: null, span: null, key,
      message: "This text could not be read: the engine broke on it and was started again without it.",
    }));
  }
}
