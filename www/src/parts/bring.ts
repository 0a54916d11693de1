/** The reader's own articles: pasted, dropped or chosen as files. */
import { html, type TemplateResult } from "lit";
import type { ArticleInput } from "../contract.js";
import type { SynopticView } from "../element.js";
import { GivenError, fromJson } from "../given.js";
import { oneLine, type Model } from "../model.js";
import { Session } from "../session.js";
import { shorten } from "./quote.js";

/** Clipboard HTML of the last paste, kept only until the form is sent. */
const pasted = new WeakMap<SynopticView, { text: string; html: string }>();

export function bring(e: SynopticView, m: Model | null): TemplateResult {
  const { t } = e;
  const send = (ev: SubmitEvent): void => {
    ev.preventDefault();
    const form = ev.target as HTMLFormElement;
    const data = new FormData(form);
    const field = (k: string): string => String(data.get(k) ?? "").trim();
    const text = field("text");
    if (!text) return e.announce(t("nothingPasted"));
    const rich = pasted.get(e);
    const outlet = field("outlet");
    const published = field("published");
    const body: ArticleInput = rich && oneLine(rich.text) === oneLine(text) ? { html: rich.html } : { text };
    add(e, [{ ...body, ...(outlet && { outlet }), ...(published && { published }) }]);
    form.reset();
    pasted.delete(e);
  };
  const paste = (ev: ClipboardEvent): void => {
    const rich = ev.clipboardData?.getData("text/html") ?? "";
    const text = ev.clipboardData?.getData("text/plain") ?? "";
    if (rich && text) pasted.set(e, { text, html: rich });
  };
  const drop = (ev: DragEvent): void => {
    ev.preventDefault();
    void files(e, ev.dataTransfer?.files);
  };
  return html`<section class="box bring" part="bring" aria-labelledby="bring-title" @dragover=${(ev: Event) => ev.preventDefault()} @drop=${drop}>
    <h2 id="bring-title">${t("bringTitle")}</h2>
    <p class="hint">${t("bringHint")}</p>
    <form @submit=${send}>
      <label class="wide">${t("articleText")}<textarea name="text" part="paste" rows="6" dir="auto" @paste=${paste}></textarea></label>
      <label>${t("outlet")}<input name="outlet" dir="auto" maxlength="200"></label>
      <label>${t("published")}<input name="published" type="date"></label>
      <button type="submit" class="primary" part="paste-send">${t("readIt")}</button>
      <label class="file"><span>${t("chooseFiles")}</span><input type="file" part="files" multiple accept=".txt,.md,.html,.htm,.json"
        @change=${(ev: Event) => { const i = ev.target as HTMLInputElement; void files(e, i.files).then(() => { i.value = ""; }); }}></label>
    </form>
    ${list(e, m)}
    <p class="buttons">
      ${e.session.plan.sample ? html`<button part="drop-sample" @click=${() => { e.session.dropSample(); void e.refresh(); }}>${t("dropSample")}</button>`
        : html`<button part="try-sample" @click=${() => { e.session.load(JSON.stringify({ ...e.session.plan, synopticSession: 1, sample: true })); void e.refresh(); }}>${t("trySample")}</button>`}
      ${e.sample ? html`<label class="check"><input type="checkbox" part="remember" .checked=${Session.remembered() !== null} @change=${(ev: Event) => {
        const on = (ev.target as HTMLInputElement).checked;
        e.announce(e.session.remember(on) ? t(on ? "remembered" : "forgotten") : t("cannotRemember"));
      }}>${t("remember")}</label>` : null}
      ${m ? html`<button @click=${() => e.set({ panel: "" })}>${t("close")}</button>` : null}
    </p>
  </section>`;
}

/** What was found in each of the reader's own inputs: says when one text held several articles. */
function list(e: SynopticView, m: Model | null): TemplateResult | null {
  const { t } = e;
  const { inputs } = e.session.plan;
  if (!m || !inputs.length) return null;
  const row = ({ key }: { key: string }, i: number): TemplateResult => {
    const input = m.result.keys.indexOf(key);
    const found = m.result.articles.filter(a => a.input === input);
    return html`<li><p>${found.length > 1 ? html`<b>${t("splitInto", { n: found.length })}</b>` : found.length ? null : html`<b>${t("notRead")}</b>`}</p>
      <ul>${found.map(a => html`<li><b>${a.siglum}</b> <span dir="auto">${shorten(m.headline(a) || m.words(a.span), 80)}</span>
        <button class="link" @click=${() => { e.session.remove(m, a.id); void e.refresh(); }}>${t("remove")}</button></li>`)}</ul>
      ${inputs.length === 1 && found.length === 1 ? null : html`<p class="tools"><button class="link" ?disabled=${i === 0} aria-label=${t("up")} @click=${() => { e.session.move(key, -1); void e.refresh(); }}>↑</button>
        <button class="link" ?disabled=${i === inputs.length - 1} aria-label=${t("down")} @click=${() => { e.session.move(key, 1); void e.refresh(); }}>↓</button>
        ${found.length !== 1 ? html`<button class="link" @click=${() => { e.session.drop(key); void e.refresh(); }}>${t("removeAll")}</button>` : null}</p>`}</li>`;
  };
  return html`<ol class="brought" part="brought">${inputs.map(row)}</ol>`;
}

function add(e: SynopticView, inputs: readonly ArticleInput[]): void {
  if (!inputs.length) return;
  e.session.add(inputs);
  void e.refresh();
}

/** More than the engine reads at once: told before the file is read. */
const MOST = 16 << 20;

async function files(e: SynopticView, list: FileList | null | undefined): Promise<void> {
  const inputs: ArticleInput[] = [];
  for (const f of list ?? []) {
    if (f.size > MOST) {
      e.announce(e.t("fileTooLarge", { name: f.name }));
      continue;
    }
    const text = await f.text();
    if (/\.json$/i.test(f.name)) {
      if (e.session.load(text)) {
        void e.refresh();
        return;
      }
      try {
        inputs.push(...fromJson(text));
      } catch (error) {
        e.announce(error instanceof GivenError ? error.message : String(error));
      }
    } else inputs.push(/\.html?$/i.test(f.name) ? { html: text } : { text });
  }
  add(e, inputs);
}
