/**
 * More threads for a large dossier. Each asks the learnt models about inputs, from the last one on, while the engine's thread reads from
 * the first; where it comes to one that is labelled already, most of its work is done. Its answer is the same with
 * helpers, without, or when they fail: then it only comes later.
 */
import { openWorker, type Channel } from "./channel.js";
import type { KeyedInput, WasmSource } from "./protocol.js";

/** So many characters are read by one thread in the time in which another starts. */
const ENOUGH = 300_000;
/** More threads than this have more to wait for than to do. */
const MOST = 3;

export interface Helpers {
  /** The engine's thread has come so far. */
  reached(input: number): void;
  /** Ends them. */
  end(): void;
}

/** Starts as many helpers as the dossier wants and the machine has room for. */
export function help(wasm: WasmSource, main: Channel, space: number, inputs: readonly KeyedInput[]): Helpers {
  const size = inputs.reduce((sum, { input }) => sum + (input.text ?? input.html ?? "").length, 0);
  const room = Math.min((globalThis.navigator?.hardwareConcurrency ?? 1) - 1, MOST, inputs.length - 1);
  const channels: Channel[] = [];
  let over = !main.threaded || size < ENOUGH;
  let [first, last] = [0, inputs.length];
  const work = async (): Promise<void> => {
    const channel = await openWorker(wasm);
    channels.push(channel);
    while (!over && last - 1 > first) {
      const { key, input } = inputs[--last]!;
      const labels = await channel.ask({ op: "label", input }) as Uint8Array | null;
      if (labels && !over) void main.ask({ op: "labels", space, key, labels }).catch(() => {});
    }
    end(channel);
  };
  for (let i = 0; i < room && !over; i++) work().catch(() => {});
  return {
    reached: (input) => { first = Math.max(first, input); },
    end: () => {
      over = true;
      channels.forEach(end);
    },
  };
}

function end(channel: Channel): void {
  channel.fail({ code: "closed", message: "The helper is no longer needed." });
}
