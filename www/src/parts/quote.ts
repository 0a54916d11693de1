/** Words of an article in quotation marks, shortened in the middle of nothing: at word borders, at the end. */
import { html, type TemplateResult } from "lit";
import type { Span } from "../contract.js";
import { oneLine } from "../model.js";
import type { Host } from "../ui.js";

export function shorten(words: string, most: number): string {
  const line = oneLine(words.length > 8 * most ? words.slice(0, 8 * most) : words);
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, "")} …`;
}

export function quote(h: Host, span: Span, most = 180): TemplateResult {
  const lang = h.m.articleAt(span)?.language || "en";
  return html`<q part="quote" dir="auto" lang=${lang}>${shorten(h.m.words(span), most)}</q>`;
}
