/** The words each outlet has for the same actor. */
import { html, type TemplateResult } from "lit";
import type { Entity } from "../contract.js";
import { oneLine } from "../model.js";
import { shorten } from "./quote.js";
import { siglum } from "./siglum.js";
import type { Host } from "../ui.js";

export function vocabulary(h: Host, entities: readonly Entity[]): TemplateResult | null {
  const rows: { e: Entity; words: ReturnType<typeof wordsFor> }[] = [];
  for (const e of entities) {
    if (rows.length === 20) break;
    // One mention is in one article, whose words no other's differ from.
    const words = e.mentions.length > 1 ? wordsFor(h, e) : null;
    if (words && differ(words)) rows.push({ e, words });
  }
  if (!rows.length) return null;
  return html`<details class="fold" part="vocabulary" ?open=${h.ui.printing}><summary><h3>${h.t("vocabulary")}</h3></summary>
    <p class="hint">${h.t("vocabularyHint")}</p>
    <dl class="vocabulary">${rows.map(({ e, words }) => html`<div><dt dir="auto">${shorten(e.name, 120)}</dt>${[...words].map(([a, forms]) =>
      html`<dd>${siglum(h, a)} <span dir="auto">${[...forms].sort((x, y) => y[1] - x[1]).slice(0, 6).map(([f, n], i) =>
        html`${i ? ", " : ""}${shorten(f, 60)}${n > 1 ? html`<small> ×${n}</small>` : null}`)}</span></dd>`)}</div>`)}</dl>
  </details>`;
}

/** Names and descriptions of an entity by article; pronouns say nothing of a choice of words. */
function wordsFor(h: Host, e: Entity): Map<string, Map<string, number>> {
  const by = new Map<string, Map<string, number>>();
  for (const x of e.mentions) {
    if (x.kind === "pronoun") continue;
    const a = h.m.articleAt(x.span);
    if (!a || h.ui.hidden.has(a.id)) continue;
    const form = oneLine(h.m.words(x.span));
    const forms = by.get(a.id) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    by.set(a.id, forms);
  }
  return by;
}

/** Has at least one article a word that another, speaking of the same, never uses? */
function differ(words: Map<string, Map<string, number>>): boolean {
  const all = [...words.values()].map(f => [...f.keys()].map(k => k.toLowerCase()).sort().join("|"));
  return all.length > 1 && new Set(all).size > 1;
}
