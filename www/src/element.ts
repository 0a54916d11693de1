/**
 * `<synoptic-view>`: several reports of one event, compared in the page. Importing this file registers nothing
 * (`define.ts` does) and touches no page, so it may be imported on a server.
 *
 * What scripts, styles and tests may hold on to:
 *   host attributes  data-phase="idle | working | ready | failed", view, theme
 *   parts            see www/pkg/custom-elements.json, which a test compares with what is there
 *   data             data-view on tabs, data-group on cards, data-article on anything of an article, data-relation,
 *                    data-entity, data-claim, data-entry, data-articles / -conflicts / -differs / -agreed on the summary
 *   events           synoptic-ready, synoptic-result, synoptic-select, synoptic-correct, synoptic-error (composed, bubbling)
 */
import { LitElement, type PropertyValues, type TemplateResult } from "lit";
import { Address } from "./address.js";
import { Borders } from "./borders.js";
import type { ArticleInput, Correction, Group } from "./contract.js";
import { Engine, EngineError } from "./engine.js";
import { focused, instead } from "./focus.js";
import { fromAddress, fromChildren, fromProperty } from "./given.js";
import { english, isRtl, langAround, loadWords, pickLanguage, type Language, type T } from "./i18n.js";
import { onKey } from "./keys.js";
import * as links from "./links.js";
import { Model } from "./model.js";
import { chrome } from "./parts/chrome.js";
import { scrollColumns } from "./parts/scroll.js";
import { Presence } from "./presence.js";
import type { Plan, Progress } from "./protocol.js";
import { Session } from "./session.js";
import type { Phase, Shell } from "./shell.js";
import { styles } from "./styles/index.js";
import { START, VIEWS, type Host, type Reader, type Strength, type Ui, type View } from "./ui.js";
import { visibleGroups } from "./visible.js";

/** As much of `Engine` as the element needs; a test or a host may bring its own. */
export type EngineLike = Pick<Engine, "open" | "analyze" | "sentences" | "export" | "cancel">;

const NARROW = 900;

/** What may change without the findings being drawn anew. */
const FRAME = new Set<PropertyKey>(["phase", "progress"]);

/** Ends this task, so that a press is heard before the next. */
const breath = (): Promise<void> => (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.()
  ?? new Promise(done => setTimeout(done));

export class SynopticView extends LitElement implements Shell {
  static override styles = styles;
  static override properties = {
    articles: { attribute: false },
    engine: { attribute: false },
    src: {},
    wasm: {},
    view: { reflect: true },
    views: {},
    uiLang: { attribute: "ui-lang", reflect: true },
    minStrength: { attribute: "min-strength", reflect: true },
    readonly: { type: Boolean },
    theme: { reflect: true },
    noShortcuts: { type: Boolean, attribute: "no-shortcuts" },
    hash: {},
    sample: { type: Boolean },
    lazy: { type: Boolean },
    phase: { state: true },
    ui: { state: true },
    progress: { state: true },
    t: { state: true },
    narrow: { state: true },
  };

  declare articles: ArticleInput[] | null;
  declare engine: EngineLike | null;
  declare src: string | null;
  declare wasm: string | null;
  declare view: View;
  declare views: string | null;
  declare uiLang: string | null;
  declare minStrength: Strength | null;
  declare readonly: boolean;
  declare theme: "auto" | "light" | "dark" | null;
  declare noShortcuts: boolean;
  declare hash: string | null;
  declare sample: boolean;
  declare lazy: boolean;
  /** @internal */ declare phase: Phase;
  /** @internal */ declare ui: Ui;
  /** @internal */ declare progress: Progress | null;
  /** @internal */ declare t: T;
  /** @internal */ declare narrow: boolean;

  /** @internal */ m: Model | null = null;
  /** @internal */ error: { code: string; message: string } | null = null;
  /** @internal */ readonly session = new Session();
  /** @internal */ lang: Language = "en";
  /** @internal Said by the live region: counts and confirmations only. */ said = "";
  /** @internal Why files of the last choice were not taken. */ refused: string[] = [];
  #owned: Engine | null = null;
  #run = 0;
  /** What the findings on show were made from. */
  #shown: Plan | null = null;
  #begun = false;
  #analysed = false;
  /** It was taken out of its page amid work. */
  #broken = false;
  #from: Element | null = null;
  /** What had the focus before a panel was opened. */
  #before: Element | null = null;
  /** What had the focus before the last rendering. */
  #held: Element | null = null;
  readonly #address = new Address({
    hash: () => (this.hash === null || !this.m ? null : links.write(this.hash || "cmp", this.m, this.ui.view, this.#open())),
    prefix: () => this.hash || "cmp",
    card: () => this.#open() !== null,
    follow: wanted => this.#follow(wanted),
    // Who went on to other differences stays at the last.
    back: () => {
      const at = focused(this.renderRoot);
      (at?.closest(".card") ?? at)?.scrollIntoView({ block: "nearest" });
    },
  });
  /** The face that the views have of this, for as long as nothing that they show changes. */
  #face: Host | null = null;
  #scroll = 0;
  readonly #borders = new Borders(a => this.#engine().sentences(a), () => {
    this.#face = null;
    this.requestUpdate();
  });
  readonly #presence = new Presence();
  #loading: AbortController | null = null;

  constructor() {
    super();
    this.articles = this.engine = null;
    this.src = this.wasm = this.views = this.uiLang = this.hash = null;
    this.view = "differences";
    this.minStrength = this.theme = null;
    this.readonly = this.noShortcuts = this.sample = this.lazy = this.narrow = false;
    this.phase = "idle";
    this.ui = START;
    this.progress = null;
    this.t = english;
  }

  /** The findings, once they are there. */
  get result(): Model["result"] | null {
    return this.m?.result ?? null;
  }

  /** Reads what the host page gives (again) and compares it. Resolves when the findings are shown. */
  async analyze(): Promise<void> {
    this.#analysed = true;
    this.#loading?.abort();
    const loading = this.#loading = new AbortController();
    try {
      const given = this.articles != null ? fromProperty(this.articles) : (this.src ? await fromAddress(this.src, loading.signal) : fromChildren(this));
      if (loading.signal.aborted) return;
      const kept = this.sample && !given && !this.readonly ? Session.remembered() : null;
      this.session.start(this.sample && !given, given ?? []);
      if (kept !== null) this.session.load(kept);
    } catch (e) {
      if (!loading.signal.aborted) this.#fail(e);
      return;
    }
    await this.refresh();
  }

  /** Opens a view, and in it a group, a claim, an entity, a timeline entry or an article of the last result. */
  show(what: { view?: View; group?: string; claim?: string; entity?: string; entry?: string; article?: string }): void {
    const claim = what.claim === undefined ? undefined : this.m?.claim.get(what.claim);
    if (what.view) this.set({ view: what.view });
    if (what.group !== undefined && this.m?.group.has(what.group)) {
      this.set({ view: "differences" });
      this.open({ kind: "group", id: what.group }, null);
    } else if (claim) {
      this.set({ view: "statements" });
      const keys = claim.content.length ? claim.content : [claim.span];
      this.open({ kind: "spots", id: claim.id, title: claim.source?.text ?? "", why: [], spots: [{ article: claim.article, keys }] }, null);
    } else if (what.entity !== undefined) {
      this.set({ view: "people", entity: what.entity });
    } else if (what.article !== undefined) {
      this.set({ view: "texts", text: what.article });
    } else if (what.entry !== undefined) {
      const { entry } = what;
      this.set({ view: "timeline" });
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry)}"] .entry-open`)?.click());
    }
  }

  /** The findings as a file's text: `json`, `csv`, `markdown` and what else the engine offers. */
  async export(format: string): Promise<string> {
    return this.#engine().export(format);
  }

  // ——— Life ———

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#keydown);
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#print);
    this.#address.connect();
    void this.#speak();
    if (this.#broken) void this.refresh();
    this.#broken = false;
    this.#presence.watch(this, this.lazy, (px) => { this.narrow = px < NARROW; }, () => this.#begin());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("keydown", this.#keydown);
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#print);
    this.#address.disconnect();
    this.#presence.end();
    // What was under way begins anew should the element come back: it may only be moving.
    this.#broken = this.phase === "working";
    if (this.#loading && !this.m && this.phase === "idle") this.#begun = false;
    this.#loading?.abort();
    this.#owned?.dispose();
    this.#owned = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("uiLang")) void this.#speak();
    if (changed.has("minStrength") && this.minStrength) this.ui = { ...this.ui, minStrength: this.minStrength };
    if (changed.has("view")) {
      if (!VIEWS.includes(this.view)) this.view = "differences";
      if (this.ui.view !== this.view) this.ui = { ...this.ui, view: this.view, reader: null, whole: new Set() };
    }
    if (changed.has("phase")) this.dataset["phase"] = this.phase;
    if ([...changed.keys()].some(k => !FRAME.has(k))) this.#face = null;
    this.#held = focused(this.renderRoot);
  }

  protected override updated(changed: PropertyValues): void {
    // A host may set the articles, or their address, at any time after the start.
    if ((changed.has("articles") || changed.has("src")) && this.#analysed) void this.analyze();
    // What is read stands at its words at once. Else where things lie is worked out with the frame: asked here, it would be a part of this task.
    if (this.ui.reader) scrollColumns(this.renderRoot);
    else this.#scroll ||= requestAnimationFrame(() => {
      this.#scroll = 0;
      scrollColumns(this.renderRoot);
    });
    if (this.#held && !this.#held.isConnected) instead(this.renderRoot, this.#held)?.focus();
    this.#held = null;
  }

  protected override render(): TemplateResult {
    if (this.#face?.m !== this.m) this.#face = null;
    return chrome(this, this.m ? this.#face ??= this.#host(this.m) : null);
  }

  // ——— What parts ask of the element ———

  /** @internal Compares what the session holds; the last findings stay until the new ones are there. */
  async refresh(): Promise<void> {
    const run = ++this.#run;
    const plan = this.session.plan;
    if (this.sample && Session.remembered() !== null) this.session.remember(true);
    this.phase = "working";
    this.error = null;
    if (!plan.sample && !plan.inputs.length) {
      this.m = this.#shown = null;
      this.phase = "idle";
      return;
    }
    try {
      const result = await this.#engine().analyze(plan, (p) => { if (run === this.#run) this.progress = p; });
      await breath();
      if (run !== this.#run) return;
      const first = this.m === null;
      this.m = new Model(result);
      this.#shown = plan;
      this.#borders.forget();
      this.ui = { ...this.ui, reader: null, whole: new Set(), entity: null };
      this.phase = "ready";
      const groups = visibleGroups(this.m, this.ui);
      this.announce(`${this.t("nPlain", { n: result.articles.length })}. ${this.t("nConflicts", { n: groups.filter(g => g.relation === "conflict").length })}, ${this.t("nDiffers", { n: groups.filter(g => g.relation === "differ").length })}.`);
      if (first) {
        this.#tell("synoptic-ready", { version: result.version });
        this.#address.follow();
      }
      this.#tell("synoptic-result", { result });
      // What could not be read stands among the notes; the host page is told too.
      for (const { key, code, message } of result.notes) if (key) this.#tell("synoptic-error", { code, message });
    } catch (e) {
      if (run === this.#run) this.#fail(e);
    } finally {
      if (run === this.#run) this.progress = null;
    }
  }

  /** @internal Takes the reader's last change back. */
  undo(): void {
    if (this.session.undo()) void this.refresh();
  }

  /** @internal */
  forgive(): void {
    this.error = null;
    this.requestUpdate();
  }

  /** @internal */
  cancel(): void {
    this.#engine().cancel();
  }

  /** @internal */
  set(change: Partial<Ui>): void {
    const turned = change.view && change.view !== this.ui.view ? { reader: null, whole: new Set<string>() } : {};
    this.ui = { ...this.ui, ...turned, ...change };
    if (change.minStrength) this.minStrength = change.minStrength;
    if (!change.view) return;
    this.view = change.view;
    this.#address.write();
  }

  /** @internal Opens a panel, or the corrections of an article, with the focus on its first field; closes what is open. */
  unfold(what: { panel?: Ui["panel"]; editing?: string | null }): void {
    if (!this.ui.panel && !this.ui.editing) this.#before = focused(this.renderRoot);
    this.set({ panel: "", editing: null, ...what });
    const field = what.editing ? ".editor input" : { bring: ".bring textarea", export: '[part="export"] button', help: null, "": null }[what.panel ?? ""];
    if (field) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(field)?.focus());
  }

  /** @internal */
  announce(words: string): void {
    this.said = words;
    this.requestUpdate();
  }

  /** @internal */
  open(reader: Reader, from: Element | null): void {
    this.#from = from;
    this.set({ reader, whole: new Set() });
    this.#tell("synoptic-select", { kind: reader.kind, id: reader.id });
    this.#address.write(reader.kind === "group" ? "open" : null);
    void this.updateComplete.then(() => {
      const title = this.renderRoot.querySelector<HTMLElement>("#reader-title");
      title?.focus({ preventScroll: true });
      // Beside the list it stays in view by itself; under a card it may begin below the fold.
      if (this.narrow || title && title.getBoundingClientRect().top > innerHeight) title?.closest(".reader")?.scrollIntoView({ block: "start" });
    });
  }

  /** @internal Closes what is open, innermost first, and gives the focus back. */
  close(): void {
    const { ui } = this;
    if (ui.panel || ui.editing) {
      const before = this.#before;
      this.set({ panel: "", editing: null });
      if (before) void this.updateComplete.then(() => { if (before.isConnected) (before as HTMLElement).focus(); });
      return;
    }
    if (!ui.reader) return;
    const id = ui.reader.kind === "group" ? ui.reader.id : null;
    const from = this.#from;
    this.set({ reader: null, whole: new Set() });
    this.#address.write(id === null ? null : "close");
    void this.updateComplete.then(() => {
      const back = from?.isConnected ? from : id ? this.renderRoot.querySelector(`.card-open[data-group="${CSS.escape(id)}"]`) : null;
      (back as HTMLElement | null)?.focus();
    });
  }

  /** @internal The next or previous difference in the order of the list. */
  step(by: 1 | -1): void {
    if (!this.m || this.ui.view !== "differences") return;
    const groups = visibleGroups(this.m, this.ui);
    const now = this.ui.reader?.kind === "group" ? this.ui.reader.id : null;
    const at = groups.findIndex(g => g.id === now);
    const next = groups[at < 0 ? (by > 0 ? 0 : groups.length - 1) : (at + by + groups.length) % groups.length];
    if (!next) return;
    const card = this.renderRoot.querySelector(`.card-open[data-group="${CSS.escape(next.id)}"]`);
    card?.closest(".card")?.scrollIntoView({ block: "nearest" });
    this.open({ kind: "group", id: next.id }, card);
  }

  /** @internal */
  correct(c: Correction): void {
    if (!this.m || !this.session.correct(this.m, c)) return;
    this.#tell("synoptic-correct", { correction: c });
    void this.refresh();
  }

  /** @internal */
  async copy(words: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      this.announce(said);
    } catch {
      this.announce(this.t("copyFailed"));
    }
  }

  #host(m: Model): Host {
    return {
      m, ui: this.ui, t: this.t, lang: this.lang, fixed: this.readonly, narrow: this.narrow,
      set: c => this.set(c),
      open: (r, from) => this.open(r, from),
      close: () => this.close(),
      step: by => this.step(by),
      sentences: a => this.#borders.of(a),
      correct: c => this.correct(c),
      copy: (words, said) => void this.copy(words, said),
      link: (id) => {
        const g = m.group.get(id);
        return this.hash === null || !g ? null : new URL(links.write(this.hash || "cmp", m, this.ui.view, g), location.href).href;
      },
      remove: (article) => { this.session.remove(m, article); void this.refresh(); },
      edit: article => this.unfold({ editing: article }),
    };
  }

  /** The difference that is open. */
  #open(): Group | null {
    return this.ui.reader?.kind === "group" ? this.m?.group.get(this.ui.reader.id) ?? null : null;
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // While the page is still being parsed, the children may be missing.
    const parsed = document.readyState !== "loading" ? Promise.resolve()
      : new Promise(done => document.addEventListener("DOMContentLoaded", done, { once: true }));
    void Promise.all([parsed, this.updateComplete]).then(() => this.analyze());
  }

  #engine(): EngineLike {
    return this.engine ?? (this.#owned ??= new Engine({ ...(this.wasm ? { wasm: this.wasm } : {}) }));
  }

  async #speak(): Promise<void> {
    const wanted = this.uiLang ?? langAround(this) ?? "en";
    const lang = this.lang = pickLanguage(wanted);
    const t = await loadWords(lang);
    // Another may have been chosen meanwhile.
    if (lang !== this.lang) return;
    this.t = t;
    this.renderRoot?.firstElementChild?.setAttribute("dir", isRtl(this.lang) ? "rtl" : "ltr");
  }

  #fail(e: unknown): void {
    const { code = "failed", message = String(e) } = e as { code?: string; message?: string };
    if (e instanceof EngineError && code === "cancelled") {
      // Taken out of its page, it may come back and go on.
      if (!this.isConnected) return;
      this.phase = this.m ? "ready" : "idle";
      // What was not read to its end is not there.
      if (this.m && this.#shown) this.session.keep(this.#shown);
      this.announce(this.t("cancelled"));
      return;
    }
    this.error = { code, message };
    this.phase = this.m ? "ready" : "failed";
    this.#tell("synoptic-error", { code, message });
    this.requestUpdate();
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #keydown = (e: KeyboardEvent): void => {
    onKey(e, {
      step: by => this.step(by),
      close: () => this.close(),
      pick: (n) => {
        const a = this.m?.result.articles[n - 1];
        if (!a) return;
        this.set({ view: "texts", text: a.id });
        void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`.choose[data-article="${CSS.escape(a.id)}"]`)?.focus());
      },
      help: () => this.unfold({ panel: this.ui.panel === "help" ? "" : "help" }),
    }, !this.noShortcuts);
  };

  #print = (e: Event): void => {
    this.set({ printing: e.type === "beforeprint" });
    this.performUpdate();
  };

  #follow(wanted: links.Wanted | null): void {
    if (!this.m) return;
    if (wanted?.view) this.set({ view: wanted.view });
    if (!wanted?.quote) {
      if (this.#open()) this.close();
      return;
    }
    const g = links.find(this.m, wanted);
    if (g) {
      if (g.id !== this.#open()?.id) this.show({ group: g.id });
    } else {
      this.error = { code: "link-lost", message: this.t("linkLost", { quote: wanted.quote }) };
      this.requestUpdate();
    }
  }
}
