/** What could not be read, and what the comparison cannot do, in words. */
import { html, type TemplateResult } from "lit";
import type { InputNote } from "../protocol.js";
import { shorten } from "./quote.js";
import { siglum } from "./siglum.js";
import type { Host } from "../ui.js";
import type { Shell } from "../shell.js";

export function notes(e: Shell, h: Host): TemplateResult | null {
  const { t, m } = h;
  const lines: TemplateResult[] = [];
  const articles = m.result.articles;
  if (articles.length === 1) lines.push(html`${t("oneArticle")}`);
  if (articles.length === 0) lines.push(html`${t("noArticles")}`);
  const apart = articles.filter(a => a.otherStory);
  if (apart.length && apart.length < articles.length) {
    const hide = (): void => h.set({ hidden: new Set([...h.ui.hidden, ...apart.map(a => a.id)]) });
    lines.push(html`${apart.map(a => siglum(h, a.id))} ${t("apartNote")} <button class="link" @click=${hide}>${t("hideThem")}</button>`);
  }
  for (const [a, b] of m.twins()) lines.push(html`${siglum(h, a)} ${siglum(h, b)} ${t("sameText")}`);
  const foreign = articles.filter(a => a.language && !/^en\b/i.test(a.language) && a.language !== "und");
  if (foreign.length && !m.result.notes.some(n => n.code === "not-english")) lines.push(html`${foreign.map(a => siglum(h, a.id))} ${t("notEnglish")}`);
  // What is said of many inputs in the same words is said once.
  const alike = new Map<string, InputNote[]>();
  for (const n of m.result.notes) {
    const said = n.key ? n.message : `${alike.size}`;
    const others = alike.get(said);
    if (others) others.push(n);
    else alike.set(said, [n]);
  }
  for (const notes of [...alike.values()].slice(0, 20)) {
    const n = notes[0]!;
    const a = n.article ? siglum(h, n.article) : null;
    const keys = notes.flatMap(x => x.key ?? []);
    const see = n.span;
    const article = n.article ?? (see ? m.articleAt(see)?.id : undefined);
    lines.push(html`${a} <span lang="en" data-code=${n.code}>${shorten(n.message, 400)}</span> ${notes.length > 1 ? `× ${notes.length}` : null}
      ${see && article ? html`<button class="link" @click=${(ev: Event) => h.open({ kind: "spots", id: `note/${n.code}`, title: n.message, why: [],
        spots: [{ article, keys: [see] }] }, ev.currentTarget as Element)}>${t("see")}</button>` : null}
      ${keys.length && !e.readonly ? html`<button class="link" @click=${() => { e.session.drop(...keys); void e.refresh(); }}>${t("remove")}</button>` : null}`);
  }
  if (!lines.length) return null;
  return html`<details class="notes" part="notes" ?open=${articles.length < 2 || h.ui.printing}><summary>${t("nNotes", { n: lines.length })}</summary>
    <ul>${lines.map(l => html`<li>${l}</li>`)}</ul></details>`;
}
