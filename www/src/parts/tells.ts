/** Who tells what: points by articles, and what only one of them has. */
import { html, type TemplateResult } from "lit";
import type { Group } from "../contract.js";
import { question } from "./relation.js";
import { portion } from "./more.js";
import { shorten } from "./quote.js";
import { articleName, siglum } from "./siglum.js";
import type { Host } from "../ui.js";

export function tells(h: Host, groups: readonly Group[]): TemplateResult | null {
  const { t, m, ui } = h;
  const articles = m.result.articles.filter(a => !ui.hidden.has(a.id) && !a.otherStory);
  if (articles.length < 2 || articles.length > 30 || !groups.length) return null;
  const across = groups.filter(g => !g.within);
  const { rows, more } = portion(h, "tells", across, 15);
  const row = (g: Group): TemplateResult => {
    const has = new Set(m.articlesOf(g));
    return html`<tr><th scope="row"><button class="link" dir="auto" @click=${(e: Event) =>
      h.open({ kind: "group", id: g.id }, e.currentTarget as Element)}>${shorten(question(g), 90)}</button></th>${articles.map(a =>
      html`<td>${has.has(a.id) ? html`<span class="yes" role="img" aria-label=${t("tellsYes")}>●</span>`
        : html`<span class="no" role="img" aria-label=${t("tellsNo")}>–</span>`}</td>`)}</tr>`;
  };
  const only = articles.filter(a => m.result.diff.onlyIn[a.id]?.length);
  return html`<details class="fold" part="tells" ?open=${ui.printing}>
    <summary><h3>${t("tells")}</h3></summary>
    <p class="hint">${t("tellsHint")}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t("tells")}><table class="grid"><thead><tr><td></td>${articles.map(a =>
      html`<th scope="col" aria-label=${articleName(h, a.id)}>${siglum(h, a.id)}</th>`)}</tr></thead>
      <tbody>${rows.map(row)}</tbody></table></div>${more}
    ${only.length ? html`<h4>${t("onlyIn")}</h4><ul class="only">${only.map((a) => {
      const claims = m.result.diff.onlyIn[a.id]!;
      const open = (e: Event): void => h.open({
        kind: "spots", id: `only/${a.id}`, title: t("onlyInTitle", { name: articleName(h, a.id) }), why: [],
        spots: claims.flatMap((id) => {
          const c = m.claim.get(id);
          return c ? [{ article: a.id, keys: c.content.length ? c.content : [c.span], source: c.source?.span ?? null, cue: c.cue?.span ?? null }] : [];
        }).slice(0, 40),
      }, e.currentTarget as Element);
      return html`<li>${siglum(h, a.id)} <button class="link" @click=${open}>${t("nStatements", { n: claims.length })}</button></li>`;
    })}</ul>` : null}
  </details>`;
}
