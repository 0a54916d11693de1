/**
 * A large answer in portions. What a page's thread is handed at once it must read at once, deaf to the reader meanwhile; a
 * message is a task of its own. The lists of an answer, and of the objects in it, travel ahead of it and are put back.
 */
import type { Portion, Reply } from "./protocol.js";

/** About so many values are read in some ten milliseconds. */
const AT_ONCE = 20_000;

type Fields = Record<string, unknown>;

/** The answer as it is, if it is small, else its lists in portions and then the rest of it. */
export function* portions(reply: Reply): Iterable<Reply> {
  if (!("result" in reply) || !isPlain(reply.result) || weight(reply.result) <= AT_ONCE) return void (yield reply);
  const { id, result } = reply;
  const rest: Fields = { ...result };
  for (const [name, value] of Object.entries(result)) {
    if (Array.isArray(value)) {
      for (const items of cut(value)) yield { id, portion: { path: [name], items } };
      rest[name] = [];
    } else if (isPlain(value)) {
      const inner: Fields = rest[name] = { ...value };
      for (const [own, list] of Object.entries(value)) {
        if (!Array.isArray(list)) continue;
        for (const items of cut(list)) yield { id, portion: { path: [name, own], items } };
        inner[own] = [];
      }
    }
  }
  yield { id, result: rest };
}

/** Puts back what came ahead. */
export function whole(result: unknown, came: readonly Portion[]): unknown {
  for (const { path, items } of came) {
    const list = path.reduce((at: unknown, name) => (at as Fields)[name], result) as unknown[];
    for (const x of items) list.push(x);
  }
  return result;
}

function* cut(list: readonly unknown[]): Iterable<unknown[]> {
  let [from, sum] = [0, 0];
  for (const [i, x] of list.entries()) {
    const own = weight(x);
    if (i > from && sum + own > AT_ONCE) {
      yield list.slice(from, i);
      [from, sum] = [i, 0];
    }
    sum += own;
  }
  if (from < list.length) yield list.slice(from);
}

/** Values in it; letters are copied in no time, but they are copied. */
function weight(x: unknown): number {
  if (typeof x === "string") return 1 + x.length / 500;
  let sum = 1;
  if (Array.isArray(x)) for (const value of x) sum += weight(value);
  else if (isPlain(x)) for (const name in x) sum += weight(x[name]);
  return sum;
}

/** Not a list, and not the bytes of a helper: those are copied as they are. */
const isPlain = (x: unknown): x is Fields => typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;
