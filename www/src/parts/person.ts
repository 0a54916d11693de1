/** One entity unfolded: its names by article, its roles, why they were joined, and the reader's corrections. */
import { html, type TemplateResult } from "lit";
import type { Entity } from "../contract.js";
import type { Key } from "../i18n.js";
import { shorten } from "./quote.js";
import { articleName, MOST, siglum } from "./siglum.js";
import { reader } from "./reader.js";
import type { Host, Spot } from "../ui.js";

export function person(h: Host, e: Entity): TemplateResult {
  const { t, m, ui } = h;
  const articles = m.result.articles.filter(a => !ui.hidden.has(a.id) && e.aliases.some(x => x.count[a.id]));
  const columns = ui.printing ? articles : articles.slice(0, MOST);
  const rest = articles.length - columns.length;
  const spots = (): Spot[] => {
    const by = new Map<string, Spot>();
    for (const x of e.mentions) {
      const a = m.articleAt(x.span);
      if (!a || ui.hidden.has(a.id)) continue;
      const spot = by.get(a.id);
      if (spot) spot.hedges!.push(x.span);
      else by.set(a.id, { article: a.id, keys: [x.span], hedges: [] });
    }
    return [...by.values()].map(s => ({ article: s.article, keys: s.keys, hedges: [] }));
  };
  const isOpen = ui.reader?.kind === "spots" && ui.reader.id === e.id;
  const metonyms = [...new Set(e.mentions.filter(x => x.metonymFor).map(x => `${m.words(x.span)} → ${x.metonymFor}`))].slice(0, 5);
  return html`<div class="person">
    ${e.roles.length ? html`<ul class="roles">${e.roles.slice(0, 8).map(r => html`<li dir="auto">${shorten(r.text, 160)}${
      m.articleAt(r.span) ? html` ${siglum(h, m.articleAt(r.span)!.id)}` : null}</li>`)}</ul>` : null}
    ${articles.length ? html`<div class="scroll" tabindex="0" role="region" aria-label=${shorten(e.name, 120)}><table class="grid">
      <thead><tr><td></td>${columns.map(a => html`<th scope="col" aria-label=${articleName(h, a.id)}>${siglum(h, a.id)}</th>`)}${rest ? html`<td>+${rest}</td>` : null}</tr></thead>
      <tbody>${e.aliases.slice(0, 30).map(x => html`<tr><th scope="row" dir="auto">${shorten(x.form, 80)}</th>${columns.map(a =>
        html`<td>${x.count[a.id] ?? html`<span class="no">–</span>`}</td>`)}</tr>`)}</tbody></table></div>` : null}
    ${metonyms.length ? html`<p class="hint" dir="auto">${shorten(metonyms.join("; "), 300)}</p>` : null}
    ${e.joined.length ? html`<p class="hint">${t("joined")}</p><ul class="why" lang="en">${e.joined.slice(0, 8).map(j =>
      html`<li dir="auto">${shorten(j.why, 300)} <i>(${shorten(j.forms.join(", "), 160)})</i></li>`)}</ul>` : null}
    <p class="tools"><button class="link" aria-expanded=${isOpen ? "true" : "false"} @click=${(ev: Event) => (isOpen ? h.close() : h.open({
      kind: "spots", id: e.id, title: e.name, why: [], spots: spots() }, ev.currentTarget as Element))}>${t("firstMentions")}</button></p>
    ${h.fixed || ui.printing ? null : corrections(h, e)}
    ${isOpen && h.narrow ? reader(h) : null}
  </div>`;
}

function corrections(h: Host, e: Entity): TemplateResult {
  const { t, m } = h;
  const others = m.result.entities.filter(x => x.id !== e.id).slice(0, 300);
  const types = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK", "PRODUCT", "MISC"] as const;
  const chosen = (ev: Event): string => {
    const select = ev.target as HTMLSelectElement;
    const value = select.value;
    select.selectedIndex = 0;
    return value;
  };
  const rename = (ev: SubmitEvent): void => {
    ev.preventDefault();
    const name = String(new FormData(ev.target as HTMLFormElement).get("name")).trim();
    if (name && name !== e.name) h.correct({ kind: "rename", entity: e.id, name });
  };
  return html`<div class="correct" part="correct" role="group" aria-label=${t("correctIt")}>
    <select part="merge" aria-label=${t("mergeWith")} @change=${(ev: Event) => {
      const other = chosen(ev);
      if (other) h.correct({ kind: "merge", entities: [e.id, other] });
    }}><option value="">${t("mergeWith")}</option>${others.map(x => html`<option value=${x.id}>${shorten(x.name, 60)}</option>`)}</select>
    ${e.aliases.length > 1 ? html`<select part="split" aria-label=${t("splitOff")} @change=${(ev: Event) => {
      const form = chosen(ev);
      if (form) h.correct({ kind: "split", entity: e.id, form });
    }}><option value="">${t("splitOff")}</option>${e.aliases.map(a => html`<option value=${a.form}>${shorten(a.form, 60)}</option>`)}</select>` : null}
    <select part="retype" aria-label=${t("itIsA")} @change=${(ev: Event) => {
      const type = chosen(ev);
      if (type) h.correct({ kind: "retype", entity: e.id, type: type as Entity["type"] });
    }}><option value="">${t("itIsA")}</option>${types.filter(x => x !== e.type).map(x => html`<option value=${x}>${t(`type.${x}` as Key)}</option>`)}</select>
    <form @submit=${rename}><input name="name" dir="auto" aria-label=${t("rename")} .value=${e.name} maxlength="200"><button type="submit">${t("rename")}</button></form>
    <button part="not-a-name" @click=${() => h.correct({ kind: "not-a-name", entity: e.id })}>${t("notAName")}</button>
  </div>`;
}
