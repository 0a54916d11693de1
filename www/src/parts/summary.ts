/** One sentence that says what was found, and that it stayed here. */
import { html, type TemplateResult } from "lit";
import { range } from "../date-words.js";
import type { Host } from "../ui.js";
import { visibleGroups } from "../visible.js";

export function summary(h: Host): TemplateResult {
  const { m, t } = h;
  const groups = visibleGroups(m, h.ui);
  const count = (r: string): number => groups.filter(g => g.relation === r).length;
  const articles = m.result.articles.filter(a => !a.otherStory);
  const apart = m.result.articles.length - articles.length;
  const dates = m.dates();
  const [conflict, differ, agree] = [count("conflict"), count("differ"), count("agree")];
  const figures = [
    conflict ? t("nConflicts", { n: conflict }) : "",
    differ ? t("nDiffers", { n: differ }) : "",
    agree ? t("nAgreed", { n: agree }) : "",
  ].filter(Boolean);
  const facts = [
    t("nTexts", { n: m.result.texts.length }),
    apart ? t("nApart", { n: apart }) : "",
    dates ? t("dates", { range: range(h.lang, dates.from, dates.to) }) : "",
  ].filter(Boolean);
  return html`<header class="summary" part="summary" data-articles=${articles.length}
      data-conflicts=${conflict} data-differs=${differ} data-agreed=${agree}>
    <p class="headline">${t("nArticles", { n: articles.length })}${figures.length
      ? html`: ${figures.map((f, i) => html`${i ? t("listSep") : ""}<b>${f}</b>`)}.` : "."}</p>
    <p class="facts">${facts.join(" · ")} · <span class="private" part="private">${t("private")}</span></p>
  </header>`;
}
