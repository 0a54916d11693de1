/** The timeline as a picture: a lane an article, days from left to right (or right to left). */
import { html, svg, type TemplateResult } from "lit";
import type { Entry } from "../contract.js";
import { day, dayNumber } from "../date-words.js";
import { dateShape } from "../model.js";
import { isRtl } from "../i18n.js";
import { shorten } from "./quote.js";
import { articleName } from "./siglum.js";
import type { Host } from "../ui.js";

const LANE = 26;
const TOP = 6;

export function lanes(h: Host, entries: readonly Entry[]): TemplateResult | null {
  const { m, t } = h;
  const dated = entries.filter(e => e.earliest || e.latest);
  const numbers = dated.flatMap(e => [e.earliest, e.latest].filter(x => x !== null).map(dayNumber)).sort((a, b) => a - b);
  if (dated.length < 2 || numbers[0] === numbers[numbers.length - 1]) return null;
  // A few far dates would press all others together: the picture holds the middle nine tenths, with some air.
  const at = (q: number): number => numbers[Math.min(numbers.length - 1, Math.floor(q * numbers.length))]!;
  const [low, high] = [at(0.05), at(0.95)];
  const air = Math.max(1, (high - low) * 0.06);
  const [from, to] = [Math.max(numbers[0]!, low - air * 3) - air, Math.min(numbers[numbers.length - 1]!, high + air * 3) + air];
  const rtl = isRtl(h.lang);
  const x = (n: number): number => {
    const share = Math.min(1, Math.max(0, (n - from) / (to - from)));
    return 4 + 92 * (rtl ? 1 - share : share);
  };
  const articles = m.result.articles.filter(a => !h.ui.hidden.has(a.id) && dated.some(e => e.mentions.some(k => k.article === a.id))).slice(0, 16);
  const height = TOP + articles.length * LANE + 22;
  const ticks = [0, 1, 2, 3, 4].map(i => Math.round(from + air + ((to - from - 2 * air) * i) / 4));
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
  return html`<figure class="lanes" part="lanes"><svg role="img" aria-label=${t("lanes", { n: dated.length })} width="100%" height=${height}>
    ${ticks.map((n, i) => svg`<line class="grid" x1="${x(n)}%" x2="${x(n)}%" y1="0" y2=${height - 20}></line>
      <text class="tick-label" x="${x(n)}%" y=${height - 5} text-anchor=${i === 0 ? (rtl ? "end" : "start") : i === 4 ? (rtl ? "start" : "end") : "middle"}
        data-i=${i}>${day(h.lang, iso(n))}</text>`)}
    ${articles.map((a, i) => {
      const y = TOP + i * LANE + LANE / 2;
      return svg`<g data-tone=${m.place(a.id) % 6}><title>${articleName(h, a.id)}</title><line class="lane" x1="0" x2="100%" y1=${y} y2=${y}></line>
        <text class="lane-label" x=${rtl ? "100%" : "0"} y=${y + 4} text-anchor=${rtl ? "end" : "start"}>${a.siglum}</text>
        ${dated.filter(e => e.mentions.some(k => k.article === a.id)).slice(0, 200).map(e => draw(e, y))}</g>`;
    })}</svg></figure>`;
}
