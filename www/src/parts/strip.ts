/** Where in each article the differences lie: a picture of the list, one line an article. */
import { html, svg, type TemplateResult } from "lit";
import type { Group } from "../contract.js";
import { question } from "./relation.js";
import { articleName, siglum } from "./siglum.js";
import type { Host } from "../ui.js";

export function strip(h: Host, groups: readonly Group[]): TemplateResult | null {
  const { m, t } = h;
  // A picture of more lines shows nothing.
  const articles = m.result.articles.filter(a => !h.ui.hidden.has(a.id)).slice(0, 24);
  if (articles.length < 2 || !groups.length) return null;
  const ticks = new Map(articles.map(a => [a.id, [] as { x: number; g: Group }[]]));
  for (const g of groups) {
    for (const s of g.sides) {
      for (const x of s.members) {
        const a = m.article.get(x.article);
        const length = a ? a.span.end - a.span.start : 0;
        if (a && length > 0) ticks.get(x.article)?.push({ x: ((x.key.start - a.span.start) / length) * 100, g });
      }
    }
  }
  const open = h.ui.reader?.kind === "group" ? h.ui.reader.id : "";
  const line = (id: string): TemplateResult => {
    const marks = ticks.get(id)!.slice(0, 400);
    return html`<li>${siglum(h, id)}
      <svg class="strip-line" role="img" aria-label=${t("stripLine", { name: articleName(h, id), n: marks.length })}
        height="26" width="100%"><line x1="0" x2="100%" y1="13" y2="13" class="axis"></line>${marks.map(({ x, g }) => svg`
        <rect class="tick" data-relation=${g.relation} data-open=${g.id === open ? "" : "no"} x="${x.toFixed(2)}%" width="3"
          y=${g.relation === "conflict" ? 2 : g.relation === "differ" ? 6 : 9} height=${g.relation === "conflict" ? 22 : g.relation === "differ" ? 14 : 8}
          @click=${() => h.open({ kind: "group", id: g.id }, null)}><title>${question(g)}</title></rect>`)}</svg></li>`;
  };
  return html`<section class="strip" part="strip" role="group" aria-label=${t("strip")}>
    <h3>${t("strip")}</h3><ol>${articles.map(a => line(a.id))}</ol>
    <p class="legend"><span class="key" data-relation="conflict">≠ ${t("relation.conflict")}</span>
      <span class="key" data-relation="differ">≈ ${t("relation.differ")}</span>
      <span class="key" data-relation="agree">= ${t("relation.agree")}</span></p>
  </section>`;
}
