/** Article text with marks. Text only: nothing of it is ever read as markup. */
import { html, nothing, type TemplateResult } from "lit";
import type { Article } from "../contract.js";
import { segment, type MarkSpan } from "../model.js";
import type { Host, Spot } from "../ui.js";
import type { Block } from "./blocks.js";
import { shorten } from "./quote.js";

/** Kinds that are strong enough to be `<mark>`; the others are quiet underlines. */
const LOUD = new Set(["key", "difference"]);

export function marked(
  text: string, start: number, end: number, marks: readonly MarkSpan[],
): (TemplateResult | string)[] {
  return segment(text, start, end, marks).map((run) => {
    if (!run.kinds.length) return run.text;
    const kinds = run.kinds.map(k => `m-${k}`).join(" ");
    return run.kinds.some(k => LOUD.has(k))
      ? html`<mark part="mark" class=${kinds} data-id=${run.ids[0] ?? nothing}>${run.text}</mark>`
      : html`<span part="mark-quiet" class=${kinds}>${run.text}</span>`;
  });
}

export function spotMarks(spot: Spot): MarkSpan[] {
  const marks: MarkSpan[] = spot.keys.map(s => ({ ...s, kind: "key" }));
  if (spot.source) marks.push({ ...spot.source, kind: "source" });
  if (spot.cue) marks.push({ ...spot.cue, kind: "cue" });
  for (const s of spot.hedges ?? []) marks.push({ ...s, kind: "hedge" });
  return marks;
}

/** Most characters of context on either side. */
const MOST = 1500;

/** Two sentences on either side of the keys; the paragraph until the sentences are known. */
export function around(h: Host, spot: Spot): { start: number; end: number; before: boolean; after: boolean } {
  const a = h.m.article.get(spot.article);
  const start = Math.min(...spot.keys.map(k => k.start));
  const end = Math.max(...spot.keys.map(k => k.end));
  const from = a?.span.start ?? 0;
  const to = a?.span.end ?? h.m.result.texts[spot.keys[0]?.input ?? 0]?.length ?? 0;
  const sentences = h.sentences(spot.article);
  let cut: [number, number] = [start, end];
  if (sentences?.length) {
    const first = sentences.findIndex(s => s[1] > start);
    let last = first;
    while (last >= 0 && last + 1 < sentences.length && sentences[last + 1]![0] < end) last += 1;
    if (first >= 0) {
      cut = [sentences[Math.max(0, first - 2)]![0], sentences[Math.min(sentences.length - 1, last + 2)]![1]];
    }
  } else {
    const p = a?.paragraphs.filter(x => x.span.end > start && x.span.start < end) ?? [];
    if (p.length) cut = [p[0]!.span.start, p[p.length - 1]!.span.end];
  }
  // A sentence may be a book without a full stop.
  cut = [Math.max(Math.min(cut[0], start), start - MOST), Math.min(Math.max(cut[1], end), end + MOST, start + 4 * MOST)];
  return { start: cut[0], end: cut[1], before: cut[0] > from, after: cut[1] < to };
}

/** Lines that belong to no article, folded where they stood; the reader may put them back among the others. */
export function dropped(h: Host, a: Article, b: Block, text: string): TemplateResult {
  const { t, ui } = h;
  const key = `${a.id}/${b.start}`;
  const back = ui.restored.has(key);
  const flip = (): void => {
    const restored = new Set(ui.restored);
    if (!restored.delete(key)) restored.add(key);
    h.set({ restored });
  };
  const lines = b.lines.map(l => html`<p dir="auto">${text.slice(l.start, l.end)}</p>`);
  if (back) return html`<div class="restored" part="restored">${lines}<button class="link" part="restore" @click=${flip}>${t("leaveOut")}</button></div>`;
  return html`<details class="dropped" part="dropped" ?open=${ui.printing}><summary>${t("dropped")}: <span lang="en">${
    shorten(b.why.join(", "), 160)}</span></summary>${lines}<button class="link" part="restore" @click=${flip}>${t("putBack")}</button></details>`;
}
