/** The reader's own articles: pasted, dropped or chosen as files. */
import { html, type TemplateResult } from "lit";
import type { ArticleInput } from "../contract.js";
import { GivenError, fromJson } from "../given.js";
import { oneLine, type Model } from "../model.js";
import type { Plan } from "../protocol.js";
import { isSession, Session } from "../session.js";
import { shorten } from "./quote.js";
import type { Shell } from "../shell.js";

/** Clipboard HTML of the last paste, kept only until the form is sent. */
const pasted = new WeakMap<Shell, { text: string; html: string }>();

/** Plans that a saved session brought in the place of another. */
const opened = new WeakSet<Plan>();

export function bring(e: Shell, m: Model | null): TemplateResult {
  const { t } = e;
  const send = (ev: SubmitEvent): void => {
    ev.preventDefault();
    const form = ev.target as HTMLFormElement;
    const data = new FormData(form);
    const field = (k: string): string => String(data.get(k) ?? "").trim();
    const text = field("text");
    e.refused = [];
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
  return html`<section class="box bring" part="bring" aria-labelledby="bring-title">
    <h2 id="bring-title">${t("bringTitle")}</h2>
    <p class="hint">${t("bringHint")}</p>
    ${e.refused.length ? html`<ul class="refused" part="refused">${e.refused.map(r => html`<li dir="auto">${shorten(r, 300)}</li>`)}</ul>` : null}
    <form @submit=${send}>
      <label class="wide">${t("articleText")}<textarea name="text" part="paste" rows="6" dir="auto" @paste=${paste}></textarea></label>
      <label>${t("outlet")}<input name="outlet" dir="auto" maxlength="200"></label>
      <label>${t("published")}<input name="published" type="date"></label>
      <button type="submit" class="primary" part="paste-send">${t("readIt")}</button>
      <label class="file"><span>${t("chooseFiles")}</span><input type="file" part="files" multiple accept=".txt,.md,.html,.htm,.json"
        @change=${(ev: Event) => { const i = ev.target as HTMLInputElement; void files(e, i.files).then(() => { i.value = ""; }); }}></label>
    </form>
    ${opened.has(e.session.plan) ? html`<p class="notice" part="session-opened">${t("sessionOpened")}</p>`
      : e.session.replacedSample ? html`<p class="notice" part="sample-replaced">${t("sampleReplaced")}</p>` : null}
    ${list(e, m)}
    <p class="buttons">
      ${e.session.plan.sample ? html`<button part="drop-sample" @click=${() => { e.session.dropSample(); void e.refresh(); }}>${t("dropSample")}</button>`
        : html`<button part="try-sample" @click=${() => { e.session.addSample(); void e.refresh(); }}>${t("trySample")}</button>`}
      ${e.sample ? html`<label class="check"><input type="checkbox" part="remember" .checked=${Session.remembered() !== null} @change=${(ev: Event) => {
        const on = (ev.target as HTMLInputElement).checked;
        e.announce(e.session.remember(on) ? t(on ? "remembered" : "forgotten") : t("cannotRemember"));
      }}>${t("remember")}</label>` : null}
      ${e.session.canUndo ? html`<button part="undo" @click=${() => e.undo()}>↶ ${t("undo")}</button>` : null}
      ${m ? html`<button part="bring-close" @click=${() => e.set({ panel: "" })}>${t("close")}</button>` : null}
    </p>
  </section>`;
}

/** What was found in each of the reader's own inputs: says when one text held several articles. */
function list(e: Shell, m: Model | null): TemplateResult | null {
  const { t } = e;
  const { inputs } = e.session.plan;
  if (!m || !inputs.length) return null;
  const row = ({ key }: { key: string }, i: number): TemplateResult => {
    const input = m.result.keys.indexOf(key);
    const found = m.result.articles.filter(a => a.input === input);
    const sure = e.ui.confirmed.has(key);
    const confirm = (): void => e.set({ confirmed: new Set([...e.ui.confirmed, key]) });
    return html`<li>${found.length > 1 ? html`<p part="split-found"><b>${t(sure ? "splitSure" : "splitInto", { n: found.length })}</b>
        ${sure ? null : html`<button part="split-confirm" @click=${confirm}>${t("splitRight")}</button>
          <button part="split-whole" @click=${() => { e.session.whole(key); void e.refresh(); }}>${t("splitWrong")}</button>`}</p>`
      : found.length ? null : html`<p><b>${t("notRead")}</b></p>`}
      <ul>${found.map(a => html`<li><b>${a.siglum}</b> <span dir="auto">${shorten(m.headline(a) || m.words(a.span), 80)}</span>
        <button class="link" @click=${() => { e.session.remove(m, a.id); void e.refresh(); }}>${t("remove")}</button></li>`)}</ul>
      ${inputs.length === 1 && found.length === 1 ? null : html`<p class="tools"><button class="link" ?disabled=${i === 0} aria-label=${t("up")} @click=${() => { e.session.move(key, -1); void e.refresh(); }}>↑</button>
        <button class="link" ?disabled=${i === inputs.length - 1} aria-label=${t("down")} @click=${() => { e.session.move(key, 1); void e.refresh(); }}>↓</button>
        ${found.length !== 1 ? html`<button class="link" @click=${() => { e.session.drop(key); void e.refresh(); }}>${t("removeAll")}</button>` : null}</p>`}</li>`;
  };
  return html`<ol class="brought" part="brought">${inputs.map(row)}</ol>`;
}

/** What may be dropped anywhere on the element: files, or what is dragged out of another page. */
export function dropOn(e: Shell): { over(ev: DragEvent): void; drop(ev: DragEvent): void } {
  return {
    over: (ev) => { if (!e.readonly) ev.preventDefault(); },
    drop: (ev) => {
      const given = ev.dataTransfer;
      // Words dropped into a field are the field's.
      if (e.readonly || !given || ev.composedPath()[0] instanceof HTMLTextAreaElement) return;
      ev.preventDefault();
      const [rich, plain] = [given.getData("text/html"), given.getData("text/plain")];
      if (given.files.length) void files(e, given.files);
      else if (plain.trim()) add(e, [rich ? { html: rich } : { text: plain }]);
    },
  };
}

function add(e: Shell, inputs: readonly ArticleInput[]): void {
  if (!inputs.length) return;
  e.session.add(inputs);
  show(e);
}

/** A saved session goes on, with what came together with it. */
function resume(e: Shell, [first, ...others]: readonly string[], inputs: readonly ArticleInput[]): void {
  e.session.load(first!, inputs);
  others.forEach(s => e.session.join(s));
  opened.add(e.session.plan);
  e.announce([e.t("sessionOpened"), ...e.refused].join(" "));
  show(e);
}

function show(e: Shell): void {
  e.set({ panel: "bring" });
  void e.refresh();
}

/** More than the engine reads at once: told before the file is read. */
const MOST = 16 << 20;

async function files(e: Shell, list: FileList | null | undefined): Promise<void> {
  const inputs: ArticleInput[] = [];
  const refused: string[] = [];
  const saved: string[] = [];
  for (const f of list ?? []) {
    if (!/\.(txt|text|md|markdown|html?|xhtml|json)$/i.test(f.name)) {
      refused.push(e.t("fileNotText", { name: f.name }));
      continue;
    }
    if (f.size > MOST) {
      refused.push(e.t("fileTooLarge", { name: f.name }));
      continue;
    }
    const text = await f.text();
    if (/\.json$/i.test(f.name)) {
      if (isSession(text)) saved.push(text);
      else try {
        inputs.push(...fromJson(text));
      } catch (error) {
        refused.push(`${f.name}: ${error instanceof GivenError ? error.message : String(error)}`);
      }
    } else inputs.push(/html?$/i.test(f.name) ? { html: text } : { text });
  }
  if (refused.length) e.announce(refused.join(" "));
  e.refused = refused;
  if (saved.length) resume(e, saved, inputs);
  else add(e, inputs);
}
