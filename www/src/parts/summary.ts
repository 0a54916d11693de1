/** One sentence that says what was found, and that it stayed here. */
import { html, type TemplateResult } from "lit";
import { range } from "../date-words.js";
import { portion } from "./more.js";
import { sigla } from "./siglum.js";
import type { Host } from "../ui.js";
import { visibleGroups } from "../visible.js";

export function summary(h: Host): TemplateResult {
  const { m, t } = h;
  const groups = visibleGroups(m, h.ui);
  const count = (r: string): number => groups.filter(g => g.relation === r).length;
  const shown = m.result.articles.filter(a => !h.ui.hidden.has(a.id));
  const story = shown.filter(a => !a.otherStory);
  // Where each is of a story of its own, none is the odd one.
  const articles = story.length ? story : shown;
  const apart = shown.length - articles.length;
  const dates = m.dates(h.ui.hidden);
  const texts = m.result.texts.length;
  const [conflict, differ, agree] = [count("conflict"), count("differ"), count("agree")];
  const figures = [
    conflict ? t("nConflicts", { n: conflict }) : "",
    differ ? t("nDiffers", { n: differ }) : "",
    agree ? t("nAgreed", { n: agree }) : "",
  ].filter(Boolean);
  const facts = [
    texts === m.result.articles.length ? "" : t("foundIn", { n: texts, articles: t("nPlain", { n: m.result.articles.length }) }),
    apart ? t("nApart", { n: apart }) : "",
    dates ? t("dates", { range: range(h.lang, dates.from, dates.to) }) : "",
  ].filter(Boolean);
  const stories = new Map<number, string[]>();
  for (const a of articles) stories.set(a.happening, [...(stories.get(a.happening) ?? []), a.id]);
  const { rows, more } = portion(h, "stories", [...stories.values()], 24);
  const told = t(articles.length && stories.size < 2 && m.oneStory(articles.map(a => a.id)) ? "nArticles" : "nTexts", { n: articles.length });
  return html`<header class="summary" part="summary" data-articles=${articles.length}
      data-conflicts=${conflict} data-differs=${differ} data-agreed=${agree}>
    <p class="headline">${told}${figures.length
      ? html`: ${figures.map((f, i) => html`${i ? t("listSep") : ""}<b>${f}</b>`)}.` : "."}</p>
    ${stories.size < 2 ? null : html`<p class="happenings" part="happenings">${t("happenings", { n: stories.size })}
      ${rows.map((ids, i) => html`${i ? " | " : null}${sigla(h, ids)}`)}</p>${more}`}
    <p class="facts">${facts.map(f => html`<bdi>${f}</bdi> · `)}<span class="private" part="private">${t("private")}</span></p>
  </header>`;
}
