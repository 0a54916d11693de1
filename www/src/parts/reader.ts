/** The words themselves: one column a side, opened at the sentence, with what decides marked. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Article, Group } from "../contract.js";
import { blocks } from "./blocks.js";
import { around, dropped, marked, spotMarks } from "./marked.js";
import { cautions, question, relation } from "./relation.js";
import { publishedWords } from "./sources.js";
import { articleName, siglum } from "./siglum.js";
import type { Host, Spot } from "../ui.js";
import { decisive, oneLine } from "../model.js";
import { shorten } from "./quote.js";

interface Column { key: string; spots: Spot[] }

/** `carded`: its card, which tells the relation and the first reason, is to be seen. */
export function reader(h: Host, carded = false): TemplateResult | typeof nothing {
  const r = h.ui.reader;
  if (!r) return nothing;
  if (r.kind === "group") {
    const g = h.m.group.get(r.id);
    return g ? frame(h, question(g), columnsOf(h, g), g, null, reasons(h, g, carded)) : nothing;
  }
  const columns = r.spots.map((s, i) => ({ key: `${i}`, spots: [s] }));
  const why = r.why.length ? html`<ul class="why">${r.why.map(w => html`<li dir="auto">${shorten(w, 500)}</li>`)}</ul>` : null;
  return frame(h, r.title, columns, null, why);
}

/** Under the words, which come first: what the card does not tell. */
function reasons(h: Host, g: Group, carded: boolean): TemplateResult {
  const more = g.differsIn.slice(carded ? 1 : 0);
  return html`${carded ? null : html`${relation(h, g)}${cautions(h, g)}`}
    ${more.length ? html`<ul class="why" part="why" lang="en">${more.map(d => html`<li dir="auto">${shorten(d.why, 500)}</li>`)}</ul>` : null}`;
}

function columnsOf(h: Host, g: Group): Column[] {
  return g.sides.map((side, i) => {
    const members = side.members.filter(x => !h.ui.hidden.has(x.article));
    // The words on the card come first.
    const first = decisive(h.m, g, { ...side, members });
    const spots = [...(first ? [first] : []), ...members.filter(x => x !== first)].map((x) => {
      const c = h.m.claim.get(x.claim);
      return { article: x.article, keys: [x.key], source: c?.source?.span ?? null, cue: c?.cue?.span ?? null, hedges: c?.hedges ?? [] };
    });
    return { key: `${i}`, spots };
  }).filter(c => c.spots.length);
}

function frame(h: Host, title: string, columns: Column[], g: Group | null, head: TemplateResult | null = null,
  foot: TemplateResult | null = null): TemplateResult {
  const { t } = h;
  const link = g ? h.link(g.id) : null;
  const quiet = columns.some(c => c.spots.some(s => s.source || s.cue || s.hedges?.length));
  return html`<section class="reader" part="reader" id="reader" data-group=${g ? g.id : nothing} aria-labelledby="reader-title">
    <div class="bar">
      ${g ? html`<button part="previous" @click=${() => h.step(-1)} aria-label=${t("previous")} title="${t("previous")} (p)">‹</button>
        <button part="next" @click=${() => h.step(1)} aria-label=${t("next")} title="${t("next")} (n)">›</button>` : null}
      ${link ? html`<button @click=${() => h.copy(link, t("linkCopied"))}>${t("copyLink")}</button>` : null}
      <span class="fill"></span>
      <button part="close" @click=${() => h.close()}>${t("back")} <kbd>Esc</kbd></button>
    </div>
    <h3 id="reader-title" tabindex="-1" dir="auto">${shorten(title, 300)}</h3>
    ${head}
    <div class="columns" data-n=${Math.min(columns.length, 3)}>
      ${repeat(columns, c => c.key, c => column(h, c, columns.length))}
    </div>
    ${quiet ? html`<p class="legend">${t("legend")} <mark class="m-key">${t("legend.key")}</mark>
      <span class="m-source">${t("legend.source")}</span> <span class="m-cue">${t("legend.cue")}</span>
      <span class="m-hedge">${t("legend.hedge")}</span></p>` : null}
    ${foot}
  </section>`;
}

function column(h: Host, c: Column, of: number): TemplateResult {
  // Each column scrolls by itself, so that the words that decide stand in one sight.
  const scrolls = of > 1;
  const names = [...new Set(c.spots.map(s => articleName(h, s.article)))].join(", ");
  const whole = c.spots.some((_, i) => h.ui.whole.has(`${c.key}/${i}`));
  return html`<div class="column" part="column" data-side=${c.key} ?data-whole=${whole} tabindex=${scrolls ? "0" : nothing} role=${scrolls ? "group" : nothing}
      aria-label=${scrolls ? names : nothing} data-scroll=${scrolls ? `${h.ui.reader?.id}/${c.spots.map((s, i) =>
    `${around(h, s).start}${h.ui.whole.has(`${c.key}/${i}`) ? "w" : ""}`).join(",")}` : nothing}>
    ${repeat(c.spots, (s, i) => `${s.article}/${i}`, (s, i) => excerpt(h, s, `${c.key}/${i}`, !scrolls))}
  </div>`;
}

/** Most characters of an article on either side of its words; a book is read under Texts. */
const WHOLE = 20_000;

function all(a: Article, s: Spot): { start: number; end: number; before: boolean; after: boolean } {
  const start = Math.max(a.span.start, s.keys[0]!.start - WHOLE);
  const end = Math.min(a.span.end, Math.max(s.keys[0]!.end, start) + WHOLE);
  return { start, end, before: start > a.span.start, after: end < a.span.end };
}

/** `boxed`: a whole article scrolls in a box of its own. */
function excerpt(h: Host, s: Spot, key: string, boxed: boolean): TemplateResult {
  const { t, m, ui } = h;
  const a = m.article.get(s.article);
  const input = s.keys[0]?.input ?? a?.input ?? 0;
  const text = m.result.texts[input] ?? "";
  const whole = ui.whole.has(key) && a !== undefined;
  const cut = whole ? all(a, s) : around(h, s);
  const flip = (): void => {
    const next = new Set(ui.whole);
    if (!next.delete(key)) next.add(key);
    h.set({ whole: next });
  };
  const name = articleName(h, s.article);
  const marks = spotMarks(s);
  const shown = blocks(a, text, cut.start, cut.end);
  const cite = (): void => {
    const words = oneLine(s.keys.map(k => m.words(k)).join(" … "));
    const title = a ? m.headline(a) : "";
    h.copy(`“${words}” — ${[name, title && `“${title}”`, a && publishedWords(h, a)].filter(Boolean).join(", ")}`, t("quoteCopied"));
  };
  return html`<article class="excerpt" part="excerpt" data-article=${s.article} ?data-whole=${whole}>
    <h4>${siglum(h, s.article)} <span dir="auto">${name}</span>
      ${a ? html`<small>${publishedWords(h, a)}</small>` : null}</h4>
    <div class="words" part="words" dir="auto" lang=${a?.language ?? "en"} tabindex=${whole && boxed ? "0" : nothing}
      role=${whole && boxed ? "region" : nothing} aria-label=${whole && boxed ? name : nothing} data-scroll=${whole && boxed ? key : nothing}>${
      shown.map((b, i) => b.kind === "dropped" ? (a ? dropped(h, a, b, text) : null)
        : html`<p data-kind=${b.kind} dir="auto">${cut.before && i === 0 ? "… " : null}${marked(text, b.start, b.end, marks)}${
          cut.after && i === shown.length - 1 ? " …" : null}</p>`)}</div>
    <p class="tools"><button class="link" part="whole" aria-pressed=${whole ? "true" : "false"} @click=${flip}>${
      whole ? t("excerptOnly") : t("wholeArticle")}</button>
      <button class="link" part="copy" @click=${cite}>${t("copyQuote")}</button></p>
  </article>`;
}
