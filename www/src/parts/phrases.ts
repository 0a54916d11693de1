/** Every expression of time in the texts with the day it stands for, whether or not an event hangs on it. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Timex } from "../contract.js";
import { dateShown, GLYPH, inWords } from "../date-words.js";
import type { Key } from "../i18n.js";
import { portion } from "./more.js";
import { quote, shorten } from "./quote.js";
import { siglum } from "./siglum.js";
import type { Host } from "../ui.js";

export function phrases(h: Host, open: boolean): TemplateResult | null {
  const all = h.m.result.timeline.expressions.filter(x => !h.ui.hidden.has(x.article));
  if (!all.length) return null;
  const sorted = [...all].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const { rows, more } = portion(h, "phrases", sorted, 25);
  return html`<details class="fold" part="phrases" ?open=${open || h.ui.printing}><summary><h3>${h.t("phrases", { n: all.length })}</h3></summary>
    <ul class="phrases">${repeat(rows, x => x.id, x => row(h, x))}</ul>${more}</details>`;
}

/** What has no date goes last. */
const order = (x: Timex): string => x.earliest ?? x.latest ?? "~";

function row(h: Host, x: Timex): TemplateResult {
  const { shape, words } = dateShown(h.lang, x);
  const show = (e: Event): void => h.open({
    kind: "spots", id: x.id, title: shorten(h.m.words(x.span), 120), why: x.steps.map(inWords), spots: [{ article: x.article, keys: [x.span] }],
  }, e.currentTarget as Element);
  return html`<li class="phrase" part="phrase" data-timex=${x.id}>${siglum(h, x.article)}
    <button class="link" @click=${show}>${quote(h, x.span, 80)}</button>
    <span class="date"><span aria-hidden="true">${GLYPH[shape]}</span> ${h.t(`shapeWord.${shape}` as Key)} ${words}</span>
    <i>${h.t(`timeBasis.${x.basis}` as Key)}</i></li>`;
}
