/** What happened when: a list first, lanes by article as its picture. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Entry } from "../contract.js";
import { dateShown, GLYPH, inWords } from "../date-words.js";
import type { Key } from "../i18n.js";
import { lanes } from "../parts/lanes.js";
import { portion } from "../parts/more.js";
import { phrases } from "../parts/phrases.js";
import { quote, shorten } from "../parts/quote.js";
import { reader } from "../parts/reader.js";
import { sigla, siglum } from "../parts/siglum.js";
import type { Host } from "../ui.js";

export function timeline(h: Host): TemplateResult {
  const { t, m, ui } = h;
  const heard = (e: Entry): boolean => e.mentions.some(x => !ui.hidden.has(x.article));
  const all = m.result.timeline.entries.filter(heard);
  const story = all.filter(e => !e.background && !e.otherStory);
  const background = all.filter(e => e.background && !e.otherStory);
  const other = all.filter(e => e.otherStory);
  const { rows, more } = portion(h, "entries", story, 30);
  const open = ui.reader !== null;
  // Days of the week and "yesterday" are counted from the day of an article.
  const waits = !h.fixed && story.some(e => !e.edtf) && m.result.articles.every(a => a.published.basis === "unknown");
  const picture = lanes(h, story);
  return html`<div class="split" ?data-open=${open}>
    <div class="list">
      ${picture.drawn}
      ${waits ? html`<p class="hint" part="date-wanted">${t("dateWanted")}</p>` : null}
      ${story.length ? html`<ol class="entries" part="timeline">${repeat(rows, e => e.id, e => row(h, e))}</ol>${more}`
        : html`<p class="empty">${t("noEvents")}</p>`}
      ${fold(h, "background", t("background", { n: background.length }), background)}
      ${fold(h, "otherStory", t("otherStoryEvents", { n: other.length }), other)}
      ${phrases(h, !story.length)}
    </div>
    <div class="aside">${open && !h.narrow ? reader(h) : glyphs(h, picture.leftOut)}</div>
  </div>`;
}

function fold(h: Host, name: string, title: string, entries: readonly Entry[]): TemplateResult | null {
  if (!entries.length) return null;
  const { rows, more } = portion(h, name, entries, 20);
  return html`<details class="fold" ?open=${h.ui.printing}><summary><h3>${title}</h3></summary>
    <ol class="entries">${repeat(rows, e => e.id, e => row(h, e))}</ol>${more}</details>`;
}

function row(h: Host, e: Entry): TemplateResult {
  const { t, m, ui } = h;
  const { shape, words } = dateShown(h.lang, e);
  const mentions = e.mentions.filter(x => !ui.hidden.has(x.article));
  const timexes = mentions.flatMap(x => (x.timex ? [m.timex.get(x.timex)] : [])).filter(x => x !== undefined);
  const isOpen = ui.reader?.kind === "spots" && ui.reader.id === e.id;
  const open = (ev: Event): void => {
    if (isOpen) return h.close();
    h.open({
      kind: "spots", id: e.id, title: label(h, e), why: e.dateConflict ? [inWords(e.dateConflict)] : [],
      spots: mentions.map((x) => {
        const time = x.timex ? m.timex.get(x.timex) : undefined;
        return { article: x.article, keys: [x.trigger], cue: time && time.article === x.article ? time.span : null };
      }),
    }, ev.currentTarget as Element);
  };
  const seen = new Set<string>();
  const worked = timexes.filter((x) => {
    const key = `${x.article}${x.span.start}`;
    return !seen.has(key) && seen.add(key);
  }).slice(0, 6);
  return html`<li class="entry" part="entry" data-entry=${e.id} data-shape=${shape} ?data-conflict=${!!e.dateConflict}>
    <p class="date"><span class="glyph" aria-hidden="true">${GLYPH[shape]}</span>
      <span class="shape">${t(`shapeWord.${shape}` as Key)}</span> ${words ? html`<time>${words}</time>` : null}
      ${sigla(h, mentions.map(x => x.article))}</p>
    <div class="what">
      <h3><button class="entry-open" part="entry-open" aria-expanded=${isOpen ? "true" : "false"} dir="auto" lang="en" @click=${open}>${
        label(h, e)}</button></h3>
      ${e.dateConflict ? html`<p class="caution" part="date-conflict">≠ ${t("dateConflict")}: <span lang="en" dir="auto">${shorten(inWords(e.dateConflict), 300)}</span></p>` : null}
      ${worked.length ? html`<ul class="working">${worked.map(x => html`<li data-basis=${x.basis}>${siglum(h, x.article)}
        ${quote(h, x.span, 80)} <span class="steps" lang="en" dir="ltr">${x.steps.length ? x.steps.map(s => html` <span class="step">→ ${shorten(inWords(s), 160)}</span>`)
          : x.edtf ? html`<span class="step">→ ${inWords(x.edtf)}</span>` : null}</span>
        <i>${t(`timeBasis.${x.basis}` as Key)}</i></li>`)}</ul>` : null}
    </div>
    ${isOpen && h.narrow ? reader(h) : null}
  </li>`;
}

function label(h: Host, e: Entry): string {
  const spoken = [e.label, ...e.mentions.flatMap(x => [h.m.words(x.trigger), h.m.words(x.span)])].find(w => w.trim());
  return shorten(spoken ?? "…", 200);
}

/** What the signs mean. */
function glyphs(h: Host, leftOut: boolean): TemplateResult {
  const shapes = ["on", "in", "about", "until", "after", "between", "one-of"] as const;
  return html`<section class="note-box"><h3>${h.t("signs")}</h3><dl class="signs">${shapes.map(s =>
    html`<dt aria-hidden="true">${GLYPH[s]}</dt><dd>${h.t(`shapeWord.${s}` as Key)}</dd>`)}${
    leftOut ? html`<dt aria-hidden="true" class="dots"></dt><dd>${h.t("axisLeftOut")}</dd>` : null}</dl>
    <p class="hint">${h.t("timelineHint")}</p></section>`;
}
