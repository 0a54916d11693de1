/** An article as the stretches it is made of: headline, paragraphs, and what was left out folded where it stood. */
import type { Article } from "../contract.js";

/** What a stretch is; "rest" stands in no paragraph and is no line that was left out. */
export type BlockKind = "headline" | "byline" | "body" | "subhead" | "caption" | "dropped" | "rest";

/** Lines left out in a row are one block, with all of their reasons. */
export interface Block { start: number; end: number; kind: BlockKind; lines: readonly { start: number; end: number }[]; why: readonly string[] }

type Piece = { start: number; end: number; kind: BlockKind; why?: string };

/** The blocks of `text[start..end]` in their order; every word of the range is in one of them, white space between them in none. */
export function blocks(a: Article | undefined, text: string, start: number, end: number): Block[] {
  const known: Piece[] = a ? [
    ...(a.headline ? [{ ...a.headline, kind: "headline" as const }] : []),
    ...(a.byline ? [{ ...a.byline, kind: "byline" as const }] : []),
    ...a.paragraphs.map(p => ({ ...p.span, kind: p.kind })),
  ] : [];
  const dropped: Piece[] = (a?.dropped ?? []).map(d => ({ ...d.span, kind: "dropped" as const, why: d.why }));
  const pieces = [...cut(known, dropped), ...dropped].sort((x, y) => x.start - y.start || x.end - y.end);
  const out: Block[] = [];
  const put = (from: number, to: number, kind: BlockKind, why?: string): void => {
    const words = text.slice(from, to);
    if (!words.trim()) return;
    const tight = { start: from + words.length - words.trimStart().length, end: to - (words.length - words.trimEnd().length) };
    const last = out[out.length - 1];
    if (kind !== "dropped" || last?.kind !== "dropped") return void out.push({ ...tight, kind, lines: [tight], why: why ? [why] : [] });
    out[out.length - 1] = {
      ...last, end: tight.end, lines: [...last.lines, tight], why: why && !last.why.includes(why) ? [...last.why, why] : last.why,
    };
  };
  let at = start;
  for (const p of pieces) {
    const [from, to] = [Math.max(p.start, at), Math.min(p.end, end)];
    if (to <= from) continue;
    put(at, from, "rest");
    put(from, to, p.kind, p.why);
    at = to;
  }
  put(at, end, "rest");
  return out;
}

/** A paragraph less the lines left out inside it. O(n log n). */
function cut(known: readonly Piece[], dropped: readonly Piece[]): Piece[] {
  const holes = [...dropped].sort((x, y) => x.start - y.start);
  const sorted = [...known].sort((x, y) => x.start - y.start);
  const out: Piece[] = [];
  let next = 0;
  for (const p of sorted) {
    while (next < holes.length && holes[next]!.end <= p.start) next += 1;
    let from = p.start;
    for (let i = next; i < holes.length && holes[i]!.start < p.end; i++) {
      if (holes[i]!.start > from) out.push({ ...p, start: from, end: holes[i]!.start });
      from = Math.max(from, holes[i]!.end);
    }
    if (from < p.end) out.push({ ...p, start: from });
  }
  return out;
}
