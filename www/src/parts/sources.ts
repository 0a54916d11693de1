/** The sources bar: one chip per article; pressing shows or hides it everywhere. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Article } from "../contract.js";
import { dateShown, GLYPH } from "../date-words.js";
import type { Key } from "../i18n.js";
import { portion } from "./more.js";
import { shorten } from "./quote.js";
import { articleName, siglum } from "./siglum.js";
import type { Host } from "../ui.js";

export function publishedWords(h: Host, a: Article): string {
  const { shape, words } = dateShown(h.lang, a.published);
  if (!words) return h.t("noDate");
  return shape === "on" ? words : h.t(`shape.${shape}` as Key, { date: words });
}

export function sources(h: Host): TemplateResult {
  const { t, m, ui } = h;
  const chip = (a: Article): TemplateResult => {
    const off = ui.hidden.has(a.id);
    const toggle = (): void => {
      const hidden = new Set(ui.hidden);
      if (!hidden.delete(a.id)) hidden.add(a.id);
      h.set({ hidden });
    };
    const { shape } = dateShown(h.lang, a.published);
    return html`<li class="source" part="source" data-article=${a.id} ?data-off=${off} ?data-apart=${!!a.otherStory}>
      <button class="chip" part="source-toggle" aria-pressed=${off ? "false" : "true"} @click=${toggle}
          title=${shorten(m.headline(a), 200)}>
        <span class="sign">${siglum(h, a.id)}<span class="eye" aria-hidden="true">${off ? "○" : "◉"}</span></span>
        <span class="who"><span class="outlet" dir="auto">${articleName(h, a.id)}</span>
          <span class="when">${shape === "undated" ? null : html`<span aria-hidden="true">${GLYPH[shape]}</span> `}${publishedWords(h, a)}
            ${a.published.basis === "unknown" ? null : html`<i data-basis=${a.published.basis}>${t(`basis.${a.published.basis}` as Key)}</i>`}</span>
          ${a.otherStory ? html`<span class="apart">⤫ ${t("otherStory")}</span>` : null}
          ${restsOn(h, a).map(words => html`<span class="apart">${words}</span>`)}</span>
      </button>
      ${h.fixed ? null : html`<button class="edit" part="source-edit" aria-label=${t("editSource", { siglum: a.siglum })}
          title=${t("editSource", { siglum: a.siglum })} @click=${() => h.edit(ui.editing === a.id ? null : a.id)}
          aria-expanded=${ui.editing === a.id ? "true" : "false"}>✎</button>`}
    </li>`;
  };
  const { rows, more } = portion(h, "sources", m.result.articles, 18);
  return html`<section class="sources" part="sources" role="group" aria-label=${t("sources")}>
    <ul data-some=${evenly(rows.length, 3)} data-many=${evenly(rows.length, 5)}>${repeat(rows, a => a.id, chip)}</ul>${more}
    ${ui.editing ? editor(h, ui.editing) : null}
  </section>`;
}

/** On which articles one rests, and with which it shares its words though none knows who had them first. */
function restsOn({ m, t }: Host, a: Article): string[] {
  const those = (mutual: boolean): string => a.dependsOn.filter(d => d.mutual === mutual).map(d => m.siglum(d.article)).join(", ");
  const [on, like] = [those(false), those(true)];
  return [on && `↳ ${t("restsOn", { sigla: on })}`, like && `⇄ ${t("sharesText", { sigla: like })}`].filter(Boolean);
}

/** Columns, at most so many, that leave the rows as even as they can be. */
function evenly(n: number, most: number): number {
  return Math.ceil(n / Math.max(1, Math.ceil(n / most)));
}

/** Corrects what the reader knows better: who published, and when. */
function editor(h: Host, id: string): TemplateResult | null {
  const { t, m } = h;
  const a = m.article.get(id);
  if (!a) return null;
  const save = (e: SubmitEvent): void => {
    e.preventDefault();
    const data = new FormData(e.target as HTMLFormElement);
    const [outlet, date] = [String(data.get("outlet")).trim(), String(data.get("date")).trim()];
    h.set({ editing: null });
    if (outlet && outlet !== (a.outlet?.name ?? "")) h.correct({ kind: "outlet", article: id, outlet });
    if (date && date !== a.published.edtf) h.correct({ kind: "date", article: id, published: date });
  };
  return html`<form class="editor" part="source-editor" data-article=${id} @submit=${save}>
    <p>${siglum(h, id)} <span dir="auto">${shorten(m.headline(a), 120)}</span></p>
    <label>${t("outlet")}<input name="outlet" dir="auto" .value=${a.outlet?.name ?? ""} maxlength="200"></label>
    <label>${t("published")}<input name="date" placeholder="2024-12-09" pattern="[0-9]{4}(-[0-9]{2}){0,2}.*"
      .value=${/^\d{4}(-\d\d){0,2}$/.test(a.published.edtf) ? a.published.edtf : ""}></label>
    <button type="submit">${t("save")}</button>
    <button type="button" @click=${() => h.set({ editing: null })}>${t("cancel")}</button>
    <button type="button" class="danger" @click=${() => { h.set({ editing: null }); h.remove(id); }}>${t("remove")}</button>
    ${a.published.evidence.length ? html`<button type="button" class="link" @click=${(e: Event) => h.open({
      kind: "spots", id: `published/${id}`, title: t("howDated", { siglum: a.siglum }), why: [],
      spots: [{ article: id, keys: a.published.evidence }],
    }, e.currentTarget as Element)}>${t("howDated", { siglum: a.siglum })}</button>` : null}
  </form>`;
}
