/** The letter that stands for an article: letter first, then colour and pattern. */
import { html, type TemplateResult } from "lit";
import { shorten } from "./quote.js";
import type { Host } from "../ui.js";

export function siglum(h: Host, article: string): TemplateResult {
  const a = h.m.article.get(article);
  // Six colours, six patterns: what shares its colour with another has another pattern.
  const place = h.m.place(article);
  const name = shorten(a?.outlet?.name ?? "", 80);
  return html`<abbr class="siglum" part="siglum" data-tone=${place % 6} data-pattern=${(place + Math.floor(place / 6)) % 6} title=${name}
    data-article=${article}>${h.m.siglum(article)}</abbr>`;
}

/** More letters than this say no more than their number; paper can't be asked for the rest. */
export const MOST = 24;

export function sigla(h: Host, articles: Iterable<string>): TemplateResult {
  const each = [...new Set(articles)].sort((a, b) => h.m.place(a) - h.m.place(b));
  const some = h.ui.printing || each.length <= MOST + 1 ? each : each.slice(0, MOST);
  return html`<span class="sigla">${some.map(a => siglum(h, a))}${some.length < each.length ? html`<span class="rest">+${each.length - MOST}</span>` : null}</span>`;
}

/** How a reader would name the article in running text: its outlet, else its headline, else its letter. */
export function articleName(h: Host, article: string): string {
  const a = h.m.article.get(article);
  if (!a) return "?";
  return (a.outlet && shorten(a.outlet.name, 80)) || h.t("textN", { siglum: a.siglum });
}
