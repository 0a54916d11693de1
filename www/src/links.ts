/** Links into a comparison: by the words and what stands before them, so that they outlive ids; honest when the text changed. */
import type { Group } from "./contract.js";
import { decisive, oneLine, type Model } from "./model.js";
import type { View } from "./ui.js";
import { VIEWS } from "./ui.js";

export interface Wanted { view: View | null; quote: string; before: string }

/** The part after `#`, for this prefix (the attribute `hash`). */
export function write(prefix: string, m: Model, view: View, g: Group | null): string {
  const p = new URLSearchParams();
  p.set(prefix, view);
  const best = g?.sides[0] && decisive(m, g, g.sides[0]);
  if (best) {
    const text = m.result.texts[best.key.input] ?? "";
    p.set(`${prefix}-q`, oneLine(m.words(best.key)).slice(0, 160));
    p.set(`${prefix}-b`, oneLine(text.slice(Math.max(0, best.key.start - 32), best.key.start)));
  }
  return `#${p.toString()}`;
}

export function read(prefix: string, hash: string): Wanted | null {
  const p = new URLSearchParams(hash.replace(/^#/, ""));
  const view = p.get(prefix);
  if (view === null) return null;
  return {
    view: VIEWS.find(v => v === view) ?? null,
    quote: p.get(`${prefix}-q`) ?? "", before: p.get(`${prefix}-b`) ?? "",
  };
}

/** The group whose words these are; null if no group has them (any more). */
export function find(m: Model, w: Wanted): Group | null {
  let second: Group | null = null;
  for (const g of m.result.diff.groups) {
    for (const s of g.sides) {
      for (const x of s.members) {
        if (!oneLine(m.words(x.key)).startsWith(w.quote)) continue;
        const text = m.result.texts[x.key.input] ?? "";
        if (oneLine(text.slice(Math.max(0, x.key.start - 32), x.key.start)) === w.before) return g;
        second ??= g;
      }
    }
  }
  return second;
}
