/** The articles themselves: clean body, what was left out folded in its place, marks that can be switched. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Article } from "../contract.js";
import type { Key } from "../i18n.js";
import type { MarkSpan } from "../model.js";
import { blocks, type Block } from "../parts/blocks.js";
import { dropped, marked } from "../parts/marked.js";
import { shorten } from "../parts/quote.js";
import { publishedWords } from "../parts/sources.js";
import { articleName, siglum } from "../parts/siglum.js";
import type { Host, MarkKind } from "../ui.js";
import { visibleGroups } from "../visible.js";

const KINDS = ["difference", "statement", "entity", "time"] as const satisfies readonly MarkKind[];

export function texts(h: Host): TemplateResult {
  const { t, m, ui } = h;
  const articles = m.result.articles.filter(a => !ui.hidden.has(a.id));
  const chosen = articles.find(a => a.id === ui.text) ?? articles[0];
  const flip = (k: MarkKind): void => {
    const marks = new Set(ui.marks);
    if (!marks.delete(k)) marks.add(k);
    h.set({ marks });
  };
  return html`<div class="texts">
    <div class="filters" role="group" aria-label=${t("marks")}>${t("marks")} ${KINDS.map(k =>
      html`<button class="pill" part="mark-toggle" data-kind=${k} aria-pressed=${ui.marks.has(k) ? "true" : "false"} @click=${() => flip(k)}><span
        class="m-${k}">${t(`mark.${k}` as Key)}</span></button>`)}</div>
    <div class="text-split">
      <ul class="contents" aria-label=${t("texts")}>${articles.map(a => html`<li><button class="choose" part="text-choose" data-article=${a.id}
        aria-pressed=${a === chosen ? "true" : "false"} @click=${() => h.set({ text: a.id })}>${siglum(h, a.id)}
        <span><span class="outlet" dir="auto">${articleName(h, a.id)}</span><span class="title" dir="auto">${shorten(m.headline(a), 140)}</span></span></button></li>`)}</ul>
      ${ui.printing ? articles.map(a => text(h, a)) : chosen ? text(h, chosen) : html`<p class="empty">${t("noArticles")}</p>`}
    </div>
  </div>`;
}

function text(h: Host, a: Article): TemplateResult {
  const { t, m } = h;
  const words = m.result.texts[a.input] ?? "";
  const marks = marksOf(h, a);
  const run = (b: Block): unknown => marked(words, b.start, b.end, marks);
  const draw = (b: Block): TemplateResult => {
    switch (b.kind) {
      case "headline": return html`<h3 class="title" dir="auto">${run(b)}</h3>`;
      case "byline":
      case "rest": return html`<p class="byline" dir="auto">${run(b)}</p>`;
      case "subhead": return html`<h4 dir="auto">${run(b)}</h4>`;
      case "caption": return html`<p class="caption" dir="auto"><span class="tag">${t("caption")}</span> ${run(b)}</p>`;
      case "dropped": return dropped(h, a, b, words);
      case "body": return html`<p dir="auto">${run(b)}</p>`;
    }
  };
  // A way for the pointer; the keyboard has the cards.
  const follow = (e: Event): void => {
    const id = (e.target as Element).closest("mark")?.dataset["id"];
    if (!id || !getSelection()?.isCollapsed) return;
    h.set({ view: "differences" });
    h.open({ kind: "group", id }, null);
  };
  return html`<article class="text" part="text" data-article=${a.id} lang=${a.language || "en"} @click=${follow}>
    <p class="kicker">${siglum(h, a.id)} <span dir="auto">${articleName(h, a.id)}</span> · ${publishedWords(h, a)}${
      a.published.basis === "unknown" ? null : html` (${t(`basis.${a.published.basis}` as Key)})`}</p>
    ${a.otherStory ? html`<p class="caution">${t("otherStory")}: <span lang="en">${shorten(a.otherStory, 300)}</span></p>` : null}
    ${a.dependsOn.map(d => html`<p class="caution">${d.mutual ? "⇄" : "↳"} ${t(d.mutual ? "sharesText" : "restsOn", { sigla: m.siglum(d.article) })}: <span lang="en">${shorten(d.why, 300)}</span></p>`)}
    ${repeat(blocks(a, words, a.span.start, a.span.end), b => `${b.start}/${b.kind}`, draw)}
  </article>`;
}

function marksOf(h: Host, a: Article): MarkSpan[] {
  const { m, ui } = h;
  const marks: MarkSpan[] = [];
  if (ui.marks.has("difference")) {
    for (const g of visibleGroups(m, ui)) {
      if (g.relation === "agree") continue;
      for (const s of g.sides) for (const x of s.members) if (x.article === a.id) marks.push({ ...x.key, kind: "difference", id: g.id });
    }
  }
  if (ui.marks.has("entity")) {
    for (const e of m.result.entities) for (const x of e.mentions) if (inside(x.span, a)) marks.push({ ...x.span, kind: "entity" });
  }
  if (ui.marks.has("time")) for (const x of m.result.timeline.expressions) if (x.article === a.id) marks.push({ ...x.span, kind: "time" });
  if (ui.marks.has("statement")) {
    for (const c of m.result.claims) {
      if (c.article !== a.id || !c.source?.span) continue;
      marks.push({ ...c.source.span, kind: "source" });
      if (c.cue) marks.push({ ...c.cue.span, kind: "cue" });
    }
  }
  return marks;
}

function inside(s: { input: number; start: number; end: number }, a: Article): boolean {
  return s.input === a.input && s.start >= a.span.start && s.end <= a.span.end;
}
