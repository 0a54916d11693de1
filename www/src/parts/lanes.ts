/** The timeline as a picture: a lane an article, days from left to right (or right to left). */
import { html, svg, type TemplateResult } from "lit";
import type { Entry } from "../contract.js";
import { day, dayNumber } from "../date-words.js";
import { dateShape, scaleOf } from "../model.js";
import { isRtl } from "../i18n.js";
import { shorten } from "./quote.js";
import { articleName } from "./siglum.js";
import type { Host } from "../ui.js";

const LANE = 26;
const TOP = 6;

/** `leftOut`: stretches of days were left out, and drawn as dots. */
export function lanes(h: Host, entries: readonly Entry[]): { drawn: TemplateResult | null; leftOut: boolean } {
  const { m, t } = h;
  const dated = entries.filter(e => e.earliest || e.latest);
  const scale = scaleOf(dated.flatMap(e => [e.earliest, e.latest].filter(x => x !== null).map(dayNumber)));
  if (dated.length < 2 || !scale) return { drawn: null, leftOut: false };
  const rtl = isRtl(h.lang);
  const flip = (x: number): number => (rtl ? 100 - x : x);
  const x = (n: number): number => flip(scale.at(n));
  const told = new Map<string, Entry[]>();
  for (const e of dated) {
    for (const a of new Set(e.mentions.map(k => k.article))) {
      const own = told.get(a);
      if (own) own.push(e);
      else told.set(a, [e]);
    }
  }
  const articles = m.result.articles.filter(a => !h.ui.hidden.has(a.id) && told.has(a.id)).slice(0, 16);
  const height = TOP + articles.length * LANE + 22;
  const middle = (i: number): number => TOP + i * LANE + LANE / 2;
  const iso = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
  const draw = (e: Entry, y: number): unknown => {
    const shape = dateShape(e);
    const open = (ev: Event): void => {
      const row = (ev.currentTarget as Element).getRootNode() as ShadowRoot;
      row.querySelector<HTMLElement>(`[data-entry="${CSS.escape(e.id)}"] .entry-open`)?.click();
    };
    const a = x(dayNumber(e.earliest ?? e.latest!));
    const b = x(dayNumber(e.latest ?? e.earliest!));
    const cls = `when-${shape}`;
    if (a === b) return svg`<circle class=${cls} data-conflict=${e.dateConflict ? "yes" : "no"} cx="${a.toFixed(2)}%" cy=${y} r="5" @click=${open}><title>${shorten(e.label, 200)}</title></circle>`;
    return svg`<rect class=${cls} data-conflict=${e.dateConflict ? "yes" : "no"} x="${Math.min(a, b).toFixed(2)}%" width="${Math.abs(b - a).toFixed(2)}%" y=${y - 4} height="8" rx="4" @click=${open}><title>${shorten(e.label, 200)}</title></rect>`;
  };
  const drawn = html`<figure class="lanes" part="lanes"><svg role="img" aria-label=${t("lanes", { n: dated.length })} width="100%" height=${height}>
    ${articles.map((_, i) => svg`<line class="lane" x1="0" x2="100%" y1=${middle(i)} y2=${middle(i)}></line>`)}
    ${scale.gaps.map(([from, to]) => svg`<rect class="gap" x="${Math.min(flip(from), flip(to))}%" width="${to - from}%" y="0" height=${height - 20}></rect>
      ${articles.map((_, i) => svg`<line class="left-out" x1="${flip(from)}%" x2="${flip(to)}%" y1=${middle(i)} y2=${middle(i)}></line>`)}`)}
    ${scale.ticks.map(({ n, anchor, spare }) => svg`<line class="grid" x1="${x(n)}%" x2="${x(n)}%" y1="0" y2=${height - 20}></line>
      <text class="tick-label" x="${x(n)}%" y=${height - 5} text-anchor=${anchor}
        data-spare=${spare} direction=${rtl ? "rtl" : "ltr"}>${day(h.lang, iso(n))}</text>`)}
    ${articles.map((a, i) => svg`<g data-tone=${m.place(a.id) % 6}><title>${articleName(h, a.id)}</title>
      <text class="lane-label" x=${rtl ? "100%" : "0"} y=${middle(i) + 4} text-anchor=${rtl ? "end" : "start"}>${a.siglum}</text>
      ${told.get(a.id)!.slice(0, 200).map(e => draw(e, middle(i)))}</g>`)}</svg></figure>`;
  return { drawn, leftOut: scale.gaps.length > 0 };
}
