/** The frame around the views: summary, sources, notes, tabs, the open panel, the live region. */
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { isRtl, LANGUAGE_NAMES, type Key } from "../i18n.js";
import { VIEWS, type Host, type View } from "../ui.js";
import { differences } from "../views/differences.js";
import { people } from "../views/people.js";
import { statements } from "../views/statements.js";
import { texts } from "../views/texts.js";
import { timeline } from "../views/timeline.js";
import { bring, dropOn } from "./bring.js";
import { help } from "./help.js";
import { notes } from "./notes.js";
import { follow } from "./scroll.js";
import { sources } from "./sources.js";
import { exporter } from "./exporter.js";
import { summary } from "./summary.js";
import type { Shell } from "../shell.js";

const RENDER: Record<View, (h: Host) => TemplateResult> = { differences, timeline, people, statements, texts };

/** From so many articles on, rows out of sight are not laid out. */
const MANY = 50;

export function chrome(e: Shell, h: Host | null): TemplateResult {
  const { t } = e;
  const { over, drop } = dropOn(e);
  const many = (h?.m.result.articles.length ?? 0) > MANY;
  return html`<div class="root" dir=${isRtl(e.lang) ? "rtl" : "ltr"} lang=${e.lang} ?data-many=${many}
      @dragover=${over} @drop=${drop} @focusin=${many ? follow : null}>
    ${working(e)}${failure(e)}
    ${h ? whole(e, h) : html`${e.phase === "idle" && !e.readonly ? bring(e, null) : null}<slot></slot>`}
    <p class="live" part="live" role="status" aria-live="polite">${e.said}</p>
    ${e.ui.panel === "help" ? help(e) : nothing}
    ${h ? nothing : html`<p class="facts"><span class="private">${t("private")}</span> ${e.phase === "idle" ? language(e) : null}</p>`}
  </div>`;
}

function whole(e: Shell, h: Host): TemplateResult {
  const { t, ui } = e;
  const wanted = e.views?.split(/[\s,]+/).filter(v => VIEWS.includes(v as View)) as View[] | undefined;
  const views = wanted?.length ? wanted : [...VIEWS];
  const now = views.includes(ui.view) ? ui.view : views[0]!;
  return html`
    ${guard([h], () => html`${summary(h)}${sources(h)}${notes(e, h)}`)}
    <div class="top">
      ${tabs(e, views, now)}
      <div class="commands">
        ${!e.readonly && e.session.canUndo ? html`<button part="undo" @click=${() => e.undo()}>↶ ${t("undo")}</button>` : null}
        ${e.readonly ? null : html`<button part="bring-open" aria-expanded=${ui.panel === "bring" ? "true" : "false"}
          @click=${() => e.unfold({ panel: ui.panel === "bring" ? "" : "bring" })}>＋ ${t("addArticles")}</button>`}
        <button part="export-open" aria-expanded=${ui.panel === "export" ? "true" : "false"}
          @click=${() => e.unfold({ panel: ui.panel === "export" ? "" : "export" })}>${t("export")}</button>
        ${language(e)}
        <button part="help-open" aria-label=${t("keys")} title="${t("keys")} (?)" @click=${() => e.unfold({ panel: "help" })}>?</button>
      </div>
    </div>
    ${ui.panel === "bring" ? bring(e, h.m) : ui.panel === "export" ? exporter(e) : null}
    ${guard([h], () => (ui.printing ? views.map(v => html`<section class="printed"><h2>${t(`view.${v}` as Key)}</h2>${RENDER[v](h)}</section>`)
      : keyed(now, html`<section class="panel" part="panel" role="tabpanel" id="panel" aria-labelledby="tab-${now}" data-view=${now}>
        <h2 class="unseen">${t(`view.${now}` as Key)}</h2>${RENDER[now](h)}</section>`)))}`;
}

/** The language of the interface, by its own name. */
function language(e: Shell): TemplateResult {
  return html`<select class="language" part="language" aria-label=${e.t("uiLanguage")} title=${e.t("uiLanguage")}
    @change=${(ev: Event) => { e.uiLang = (ev.target as HTMLSelectElement).value; }}>${Object.entries(LANGUAGE_NAMES).map(([code, name]) =>
    html`<option value=${code} lang=${code} ?selected=${code === e.lang}>${name}</option>`)}</select>`;
}

function tabs(e: Shell, views: readonly View[], now: View): TemplateResult {
  const move = (ev: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[ev.key] ?? 0;
    const at = ev.key === "Home" ? 0 : ev.key === "End" ? views.length - 1
      : step ? (views.indexOf(now) + step * (isRtl(e.lang) ? -1 : 1) + views.length) % views.length : -1;
    if (at < 0) return;
    ev.preventDefault();
    e.set({ view: views[at]! });
    void e.updateComplete.then(() => e.renderRoot.querySelector<HTMLElement>(`#tab-${views[at]!}`)?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${e.t("views")} @keydown=${move}>${views.map(v => html`<button role="tab" part="tab"
    id="tab-${v}" data-view=${v} aria-selected=${v === now ? "true" : "false"} aria-controls="panel" tabindex=${v === now ? 0 : -1}
    @click=${() => e.set({ view: v })}>${e.t(`view.${v}` as Key)}</button>`)}</div>`;
}

function working(e: Shell): TemplateResult | null {
  if (e.phase !== "working") return null;
  const p = e.progress;
  const words = p?.phase === "comparing" ? e.t("comparing") : p?.phase === "reading" && p.total
    ? e.t("reading", { n: p.done, total: p.total }) : e.t("loading");
  return html`<div class="progress" part="progress"><span>${words}</span>
    <progress max="1" .value=${p?.total ? p.done / p.total : 0} aria-label=${words}></progress>
    <button part="cancel" @click=${() => e.cancel()}>${e.t("cancel")}</button></div>`;
}

function failure(e: Shell): TemplateResult | null {
  if (!e.error) return null;
  return html`<div class="failure" part="error" role="alert" data-code=${e.error.code}><p><b>${e.t(e.error.code === "link-lost" ? "linkLostTitle" : "failed")}</b> ${e.error.message}</p>
    ${e.m ? html`<button @click=${() => e.forgive()}>${e.t("close")}</button>`
      : html`<button @click=${() => { e.forgive(); void e.analyze(); }}>${e.t("again")}</button>`}</div>`;
}
