/** Where the accounts differ: a card a question, a row a side, the strongest first. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Group } from "../contract.js";
import { decisive } from "../model.js";
import { portion } from "../parts/more.js";
import { quote, shorten } from "../parts/quote.js";
import { reader } from "../parts/reader.js";
import { cautions, question, relation } from "../parts/relation.js";
import { articleName, sigla } from "../parts/siglum.js";
import { strip } from "../parts/strip.js";
import { tells } from "../parts/tells.js";
import type { Host, Strength } from "../ui.js";
import { visibleGroups } from "../visible.js";

/** Most sides on a card; the words beside it show all. */
const SIDES = 4;

export function differences(h: Host): TemplateResult {
  const { t, ui } = h;
  const groups = visibleGroups(h.m, ui);
  const apart = groups.filter(g => g.relation !== "agree");
  const agreed = groups.filter(g => g.relation === "agree");
  const { rows, more } = portion(h, "groups", apart, 20);
  const same = portion(h, "agreed", agreed, 10);
  const open = ui.reader !== null;
  const isOpen = (g: Group): boolean => ui.reader?.kind === "group" && g.id === ui.reader.id;
  // What the card tells stands in the reader only where the card is not to be seen.
  const carded = rows.some(isOpen) || ui.agreed && same.rows.some(isOpen);
  return html`
    <div class="split" ?data-open=${open}>
      <div class="list">
        ${h.m.result.diff.groups.length ? html`<div class="filters">
          <label>${t("strengthAtLeast")}
            <select part="min-strength" .value=${ui.minStrength} @change=${(e: Event) =>
              h.set({ minStrength: (e.target as HTMLSelectElement).value as Strength })}>
              ${(["weak", "medium", "strong"] as const).map(s => html`<option value=${s} ?selected=${s === ui.minStrength}>${
                t(`strengthFilter.${s}`)}</option>`)}
            </select></label>
        </div>` : null}
        ${apart.length ? html`<ol class="cards" part="cards">${repeat(rows, g => g.id, g => card(h, g))}</ol>${more}`
          : html`<p class="empty">${t(!h.m.result.articles.length ? "noArticles" : h.m.result.articles.length < 2 ? "oneArticle" : h.ui.minStrength === "weak" ? "noDifferences" : "differencesHidden")}</p>`}
        ${agreed.length ? agreements(h, agreed.length, same) : null}
        ${tells(h, groups)}
      </div>
      <div class="aside"><div class="beside">${open && !(h.narrow && carded) ? reader(h, carded) : null}${strip(h, groups)}</div></div>
    </div>`;
}

function agreements(h: Host, n: number, { rows, more }: ReturnType<typeof portion<Group>>): TemplateResult {
  const flip = (e: Event): void => { h.set({ agreed: (e.target as HTMLDetailsElement).open }); };
  return html`<details class="fold agreed" part="agreed" ?open=${h.ui.agreed || h.ui.printing} @toggle=${flip}>
    <summary><h3>= ${h.t("nAgreed", { n })}</h3></summary>
    <ol class="cards compact">${repeat(rows, g => g.id, g => card(h, g))}</ol>${more}
  </details>`;
}

function card(h: Host, g: Group): TemplateResult {
  const { ui } = h;
  const isOpen = ui.reader?.kind === "group" && ui.reader.id === g.id;
  const press = (e: Event): void => {
    // A press on the card is a press on its question; selecting words in it is not.
    if (!getSelection()?.isCollapsed && e.type === "click" && (e as MouseEvent).detail > 0) return;
    const button = (e.currentTarget as Element).querySelector(".card-open");
    if (isOpen) h.close();
    else h.open({ kind: "group", id: g.id }, button);
  };
  return html`<li class="item"><article class="card" part="card" data-group=${g.id} data-relation=${g.relation} ?data-open=${isOpen} @click=${press}>
      ${relation(h, g)}
      <h3><button class="card-open" part="card-open" data-group=${g.id} aria-expanded=${isOpen ? "true" : "false"}
        dir="auto">${question(g)}</button></h3>
      <ul class="sides">${(h.ui.printing ? g.sides : g.sides.slice(0, SIDES)).map(s => side(h, s, g))}
        ${g.sides.length > SIDES && !h.ui.printing ? html`<li class="hint">${h.t("moreSides", { n: g.sides.length - SIDES })}</li>` : null}</ul>
      ${g.differsIn[0] ? html`<p class="reason" part="why" dir="auto" lang="en">${shorten(g.differsIn[0].why, 300)}</p>` : null}
      ${cautions(h, g)}
    </article>
    ${isOpen && h.narrow ? reader(h, true) : null}</li>`;
}

function side(h: Host, s: Group["sides"][number], g: Group): TemplateResult {
  const best = decisive(h.m, g, s);
  const articles = [...new Set(s.members.map(x => x.article))].sort((a, b) => h.m.place(a) - h.m.place(b));
  const names = articles.slice(0, 3).map(a => articleName(h, a));
  const rest = articles.length - names.length;
  if (h.ui.printing) {
    // On paper nothing can be opened: every quotation stands there.
    return html`${s.members.map(x => html`<li class="side" part="side">${sigla(h, [x.article])}
      <span class="said">${quote(h, x.key, 400)} <span class="by" dir="auto">${articleName(h, x.article)}</span></span></li>`)}`;
  }
  // Of several articles each has its own source.
  const cited = best && articles.length === 1 ? source(h, best) : null;
  return html`<li class="side" part="side">
    ${sigla(h, articles)}
    <span class="said">${best ? quote(h, best.key, g.relation === "agree" ? 120 : 180) : shorten(s.says, 160)}
      <span class="by" dir="auto">${names.join(", ")}${rest > 0 ? ` +${rest}` : ""}${cited ? ` · ${h.t("citing", { who: cited })}` : ""}</span></span>
  </li>`;
}

/** Whom an article gives as its source for what a side shows, where the words that are shown do not. */
function source(h: Host, x: Group["sides"][number]["members"][number]): string | null {
  let c = h.m.claim.get(x.claim);
  // Who demands to know it, asks or aims at it is no source of it, but whoever reports that.
  for (let outer; c; c = outer) {
    const { id, modality, source } = c;
    outer = h.m.reporting.get(id);
    if (!outer || !/^(planned|asked)$/.test(modality) && outer.source?.text !== source?.text) break;
  }
  const s = c?.source;
  if (!s || s.kind === "outlet" || s.span && s.span.start < x.key.end && x.key.start < s.span.end) return null;
  // "he", "we": led back to nobody.
  return s.entity || !/^\p{Ll}{1,4}$/u.test(s.text) ? shorten(s.entity && h.m.entity.get(s.entity)?.name || s.text, 60) : null;
}
