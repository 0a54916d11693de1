/** Who says what, in which words, how sure. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Claim } from "../contract.js";
import type { Key } from "../i18n.js";
import { portion } from "../parts/more.js";
import { shorten } from "../parts/quote.js";
import { reader } from "../parts/reader.js";
import { siglum } from "../parts/siglum.js";
import type { Host } from "../ui.js";

const MODES = ["direct", "indirect", "mixed", "free-indirect", "unattributed", "headline", "caption"] as const;

/** Statements of one speaker go by the entity, else by the words that name the source. */
function speakerKey(c: Claim): string {
  if (!c.source) return "own";
  if (c.source.kind === "anonymous") return "anonymous";
  if (c.source.kind === "outlet") return "own";
  return c.source.entity ?? `"${c.source.text.toLowerCase()}`;
}

export function statements(h: Host): TemplateResult {
  const { t, m, ui } = h;
  const heard = m.result.claims.filter(c => !ui.hidden.has(c.article));
  const find = ui.search.toLowerCase();
  const shown = heard.filter(c =>
    (!ui.speaker || speakerKey(c) === ui.speaker) && (!ui.inArticle || c.article === ui.inArticle)
    && (!ui.mode || c.mode === ui.mode) && (!ui.hedged || c.hedges.length > 0 || c.modality !== "certain")
    && (!find || m.words(c.span).toLowerCase().includes(find)));
  const { rows, more } = portion(h, "claims", shown, 30);
  const open = ui.reader !== null;
  return html`<div class="split" ?data-open=${open}>
    <div class="list">
      ${filters(h, heard)}
      <p class="count">${t("nStatements", { n: shown.length })}</p>
      ${shown.length ? html`<ul class="claims" part="statements">${repeat(rows, c => c.id, c => row(h, c))}</ul>${more}`
        : html`<p class="empty">${t("noStatements")}</p>`}
    </div>
    <div class="aside">${open && !h.narrow ? reader(h) : html`<section class="note-box"><h3>${t("statements")}</h3><p class="hint">${t("statementsHint")}</p></section>`}</div>
  </div>`;
}

function filters(h: Host, heard: readonly Claim[]): TemplateResult {
  const { t, m, ui } = h;
  const speakers = new Map<string, { name: string; n: number }>();
  for (const c of heard) {
    const key = speakerKey(c);
    if (key === "own" || key === "anonymous") continue;
    const s = speakers.get(key) ?? { name: (c.source?.entity && m.entity.get(c.source.entity)?.name) || c.source!.text, n: 0 };
    s.n += 1;
    speakers.set(key, s);
  }
  const named = [...speakers].sort((a, b) => b[1].n - a[1].n).slice(0, 60);
  const pick = (k: "speaker" | "inArticle" | "mode") => (e: Event): void => h.set({ [k]: (e.target as HTMLSelectElement).value });
  const modes = MODES.filter(x => heard.some(c => c.mode === x));
  const option = (value: string, now: string, words: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === now}>${words}</option>`;
  return html`<div class="filters">
    <label>${t("speaker")}<select part="filter-speaker" @change=${pick("speaker")}>
      ${option("", ui.speaker, t("all"))}${option("own", ui.speaker, t("ownVoice"))}${option("anonymous", ui.speaker, t("anonymous"))}
      ${named.map(([k, s]) => option(k, ui.speaker, `${shorten(s.name, 40)} (${s.n})`))}</select></label>
    <label>${t("article")}<select part="filter-article" @change=${pick("inArticle")}>${option("", ui.inArticle, t("all"))}
      ${m.result.articles.map(a => option(a.id, ui.inArticle, `${a.siglum} ${a.outlet?.name ?? ""}`))}</select></label>
    <label>${t("mode")}<select part="filter-mode" @change=${pick("mode")}>${option("", ui.mode, t("all"))}
      ${modes.map(x => option(x, ui.mode, t(`mode.${x}` as Key)))}</select></label>
    <label class="check"><input type="checkbox" part="filter-hedged" .checked=${ui.hedged}
      @change=${(e: Event) => h.set({ hedged: (e.target as HTMLInputElement).checked })}>${t("hedgedOnly")}</label>
    <label>${t("search")}<input type="search" dir="auto" .value=${ui.search}
      @input=${(e: Event) => h.set({ search: (e.target as HTMLInputElement).value })}></label>
  </div>`;
}

function row(h: Host, c: Claim): TemplateResult {
  const { t, m, ui } = h;
  const isOpen = ui.reader?.kind === "spots" && ui.reader.id === c.id;
  const spans = c.content.length ? c.content : [c.span];
  const words = shorten(spans.map(s => m.words(s)).join(" … "), 260);
  const who = !c.source || c.source.kind === "outlet" ? t("ownVoice")
    : (c.source.entity && m.entity.get(c.source.entity)?.name) || shorten(c.source.text, 120);
  const open = (e: Event): void => (isOpen ? h.close() : h.open({
    kind: "spots", id: c.id, title: who, why: [],
    spots: [{ article: c.article, keys: spans, source: c.source?.span ?? null, cue: c.cue?.span ?? null, hedges: c.hedges }],
  }, e.currentTarget as Element));
  const tags = [
    // That no source is named stands above already.
    c.mode === "unattributed" && !c.source ? "" : t(`mode.${c.mode}` as Key),
    c.source?.kind === "anonymous" ? t("anonymous") : c.source?.kind === "document" ? t("document") : "",
    c.polarity === "-" ? t("negated") : "",
    c.modality !== "certain" ? t(`modality.${c.modality}` as Key) : "",
  ].filter(Boolean);
  return html`<li class="claim" part="statement" data-claim=${c.id} data-source=${c.source?.kind ?? "none"} data-mode=${c.mode}>
    <button class="claim-open" part="statement-open" aria-expanded=${isOpen ? "true" : "false"} @click=${open}>
      ${siglum(h, c.article)}
      <span class="body"><span class="who" dir="auto">${who}${c.cue ? html` <i lang="en">${shorten(m.words(c.cue.span), 40)}</i>` : null}</span>
        <span class="content" dir="auto" data-quoted=${c.mode === "direct" ? "yes" : "no"}>${words}</span>
        ${tags.length ? html`<span class="tags">${tags.join(" · ")}</span>` : null}</span>
    </button>
    ${isOpen && h.narrow ? reader(h) : null}
  </li>`;
}
