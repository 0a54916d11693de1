/** Who and what is in the articles, under which names. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Entity } from "../contract.js";
import type { Key } from "../i18n.js";
import { oneLine } from "../model.js";
import { shorten } from "../parts/quote.js";
import { portion } from "../parts/more.js";
import { person } from "../parts/person.js";
import { reader } from "../parts/reader.js";
import { sigla } from "../parts/siglum.js";
import { vocabulary } from "../parts/vocabulary.js";
import type { Host } from "../ui.js";

/** People before places before the rest: what readers look for first. */
const TYPES = ["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK", "PRODUCT", "MISC"] as const;

export function people(h: Host): TemplateResult {
  const { t, m, ui } = h;
  const visible = (e: Entity): boolean => e.mentions.some((x) => {
    const a = m.articleAt(x.span);
    return a !== undefined && !ui.hidden.has(a.id);
  });
  const heard = m.result.entities.filter(visible);
  const types = TYPES.filter(k => heard.some(e => e.type === k));
  const shown = ui.entityType ? heard.filter(e => e.type === ui.entityType) : heard;
  const { rows, more } = portion(h, "entities", shown, 40);
  const open = ui.reader !== null;
  const chip = (k: string, label: string): TemplateResult => html`<button class="pill" aria-pressed=${ui.entityType === k ? "true" : "false"}
    @click=${() => h.set({ entityType: k })}>${label}</button>`;
  return html`<div class="split" ?data-open=${open}>
    <div class="list">
      <div class="filters" role="group" aria-label=${t("type")}>${chip("", t("all"))}${types.map(k => chip(k, t(`type.${k}` as Key)))}</div>
      ${shown.length ? html`<ul class="entities" part="entities">${repeat(rows, e => e.id, e => row(h, e))}</ul>${more}`
        : html`<p class="empty">${t("noEntities")}</p>`}
      ${vocabulary(h, heard)}
    </div>
    <div class="aside">${open && !h.narrow ? reader(h) : html`<section class="note-box"><h3>${t("people")}</h3><p class="hint">${t("peopleHint")}</p></section>`}</div>
  </div>`;
}

export function articlesOf(h: Host, e: Entity): string[] {
  return [...new Set(e.mentions.map(x => h.m.articleAt(x.span)?.id).filter(x => x !== undefined))];
}

function row(h: Host, e: Entity): TemplateResult {
  const { t, ui } = h;
  // What has no name is called by its role.
  const role = e.roles.find(r => oneLine(r.text).toLowerCase() !== oneLine(e.name).toLowerCase());
  // On paper everything is unfolded, but for what has nothing to unfold.
  const told = e.aliases.length > 1 || e.roles.length > 0 || e.joined.length > 0;
  const isOpen = ui.entity === e.id || (ui.printing && told);
  const others = e.aliases.map(a => a.form).filter(f => f !== e.name);
  return html`<li class="entity" part="entity" data-entity=${e.id} data-type=${e.type} ?data-open=${isOpen}>
    <h3><button class="entity-open" part="entity-open" aria-expanded=${isOpen ? "true" : "false"}
      @click=${() => h.set({ entity: ui.entity === e.id ? null : e.id })}>
      <span class="name" dir="auto">${shorten(e.name, 120)}</span> <span class="type">${t(`type.${e.type}` as Key)}</span></button></h3>
    <p class="also">${sigla(h, articlesOf(h, e))} <span>${t("nMentions", { n: e.mentions.length })}</span>
      ${others.length ? html`<span dir="auto">· ${t("also")} ${others.slice(0, 4).map(f => shorten(f, 60)).join(" · ")}</span>` : null}</p>
    ${role && !isOpen ? html`<p class="role" dir="auto">${shorten(role.text, 160)}</p>` : null}
    ${isOpen ? person(h, e) : null}
  </li>`;
}
