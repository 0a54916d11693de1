/** What the reader brought and corrected: the plan that the engine replays, with undo, and as a file. */
import type { ArticleInput, Correction, Span } from "./contract.js";
import { alone, entries, plain } from "./given.js";
import type { Model } from "./model.js";
import type { KeyedInput, Place, Plan, StableCorrection } from "./protocol.js";

const EMPTY: Plan = { sample: false, inputs: [], removed: [], corrections: [] };
const STORE = "synoptic-session";

/** True for the text of a saved session. */
export function isSession(json: string): boolean {
  return parse(json) !== null;
}

export class Session {
  plan: Plan = EMPTY;
  #past: Plan[] = [];
  #next = 1;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Starts over from what the host page gives; nothing to undo. */
  start(sample: boolean, inputs: readonly ArticleInput[]): void {
    this.#past = [];
    this.plan = { ...EMPTY, sample, inputs: inputs.flatMap(apart).map(i => this.#keyed(i)) };
  }

  /** The first articles of the reader's own take the place of the sample, which is about another event. */
  add(inputs: readonly ArticleInput[]): string[] {
    const keyed = inputs.flatMap(apart).map(i => this.#keyed(i));
    const from = this.plan.inputs.length ? this.plan : withoutSample(this.plan);
    this.#change({ ...from, inputs: [...from.inputs, ...keyed] });
    return keyed.map(k => k.key);
  }

  /** Did the last change put articles in the place of the sample? */
  get replacedSample(): boolean {
    const before = this.#past[this.#past.length - 1];
    return before !== undefined && before.sample && !this.plan.sample && this.plan.inputs.length > before.inputs.length;
  }

  /** Takes an article out; an input whose last article goes is forgotten as a whole. */
  remove(m: Model, article: string): void {
    const a = m.article.get(article);
    if (!a) return;
    const key = m.result.keys[a.input] ?? "";
    const alone = m.result.articles.filter(x => x.input === a.input).length === 1;
    if (alone && this.plan.inputs.some(i => i.key === key)) this.drop(key);
    else this.#change({ ...this.plan, removed: [...this.plan.removed, place(m, a.span)] });
  }

  /** Forgets whole inputs with all that was said about them. */
  drop(...keys: readonly string[]): void {
    const gone = new Set(keys);
    const about = (p: Place): boolean => gone.has(p.key);
    this.#change({
      ...this.plan,
      inputs: this.plan.inputs.filter(i => !gone.has(i.key)),
      removed: this.plan.removed.filter(p => !about(p)),
      corrections: this.plan.corrections.filter(c => !about(c.at) && !(c.kind === "merge" && about(c.with))),
    });
  }

  /** Says that an input is one article, though several were found in it. */
  whole(key: string): void {
    this.#change({
      ...this.plan,
      inputs: this.plan.inputs.map(i => (i.key === key ? { key, input: { ...i.input, whole: true } } : i)),
      removed: this.plan.removed.filter(p => p.key !== key),
    });
  }

  addSample(): void {
    this.#change({ ...this.plan, sample: true });
  }

  dropSample(): void {
    this.#change(withoutSample(this.plan));
  }

  move(key: string, by: -1 | 1): void {
    const inputs = [...this.plan.inputs];
    const from = inputs.findIndex(i => i.key === key);
    const to = from + by;
    if (from < 0 || to < 0 || to >= inputs.length) return;
    [inputs[from], inputs[to]] = [inputs[to]!, inputs[from]!];
    this.#change({ ...this.plan, inputs });
  }

  /** Says which place each id of a correction stands for, so that it outlives the ids; false if it names none. */
  correct(m: Model, c: Correction): boolean {
    const stable = anchored(m, c);
    if (!stable) return false;
    this.#change({ ...this.plan, corrections: [...this.plan.corrections, stable] });
    return true;
  }

  /** Goes back to a plan that was not left behind after all; what was said in between can be had by undo. */
  keep(plan: Plan): void {
    if (plan === this.plan) return;
    const at = this.#past.lastIndexOf(plan);
    if (at >= 0) this.#past.length = at;
    else this.#past.push(this.plan);
    this.plan = plan;
  }

  undo(): boolean {
    const before = this.#past.pop();
    if (before) this.plan = before;
    return before !== undefined;
  }

  /** As a file to keep. */
  save(): string {
    return JSON.stringify({ synopticSession: 1, ...this.plan }, null, 1);
  }

  /** Goes on where a saved session was left, with these articles added to it; false if it is no session. */
  load(json: string, more: readonly ArticleInput[] = []): boolean {
    const plan = parse(json);
    if (!plan) return false;
    const own = this.#own(plan);
    this.#change({ ...own, inputs: [...own.inputs, ...more.flatMap(apart).map(i => this.#keyed(i))] });
    return true;
  }

  /** Puts a saved session to what is here, without the sample. */
  join(json: string): void {
    const plan = parse(json);
    if (!plan) return;
    const [here, own] = [this.plan, this.#own(withoutSample(plan))];
    this.#change({
      sample: here.sample, inputs: [...here.inputs, ...own.inputs], removed: [...here.removed, ...own.removed],
      corrections: [...here.corrections, ...own.corrections],
    });
  }

  /** Keeps the session on this device, or forgets it. Returns whether it worked. */
  remember(on: boolean): boolean {
    try {
      if (on) localStorage.setItem(STORE, this.save());
      else localStorage.removeItem(STORE);
      return true;
    } catch {
      return false;
    }
  }

  static remembered(): string | null {
    try {
      return localStorage.getItem(STORE);
    } catch {
      return null;
    }
  }

  #keyed(input: ArticleInput): KeyedInput {
    return { key: `i${this.#next++}`, input };
  }

  /** A file's plan under keys of this session's own: some may be taken here, or stand twice there. */
  #own(plan: Plan): Plan {
    const keys = new Map<string, string>();
    const inputs = plan.inputs.map(({ key, input }) => {
      const own = this.#keyed(plain(input));
      if (!keys.has(key)) keys.set(key, own.key);
      return own;
    });
    const moved = <P extends Place>(p: P): P => ({ ...p, key: keys.get(p.key) ?? p.key });
    return {
      ...plan, inputs, removed: plan.removed.map(moved),
      corrections: plan.corrections.map(c => (c.kind === "merge" ? { ...c, at: moved(c.at), with: moved(c.with) } : { ...c, at: moved(c.at) })),
    };
  }

  #change(plan: Plan): void {
    this.#past.push(this.plan);
    if (this.#past.length > 50) this.#past.shift();
    this.plan = plan;
  }
}

function withoutSample(plan: Plan): Plan {
  const about = (p: Place): boolean => p.key.startsWith("sample:");
  return {
    sample: false, inputs: plan.inputs, removed: plan.removed.filter(p => !about(p)),
    corrections: plan.corrections.filter(c => !about(c.at) && !(c.kind === "merge" && about(c.with))),
  };
}

/** JSON of several articles, each as JSON of its own: an input is what one key stands for. */
function apart(given: unknown): ArticleInput[] {
  const input = plain(given);
  const text = input.text?.trimStart() ?? "";
  if (!/^[[{]/.test(text)) return [input];
  try {
    const list = entries(JSON.parse(text));
    if (!list || list.length < 2 || !list.some(x => typeof x === "string" || (typeof x === "object" && x !== null))) return [input];
    return list.map(x => ({ ...input, ...alone(x) }));
  } catch {
    return [input];
  }
}

function place(m: Model, span: Span): Place {
  return { key: m.result.keys[span.input] ?? "", start: span.start, end: span.end };
}

function anchored(m: Model, c: Correction): StableCorrection | null {
  if (c.kind === "date" || c.kind === "outlet") {
    const a = m.article.get(c.article);
    if (!a) return null;
    const at = place(m, a.span);
    return c.kind === "date" ? { kind: "date", at, published: c.published } : { kind: "outlet", at, outlet: c.outlet };
  }
  const mention = (id: string): Place | null => {
    const e = m.entity.get(id);
    const first = e?.mentions.find(x => x.kind === "name") ?? e?.mentions[0];
    return first ? place(m, first.span) : null;
  };
  if (c.kind === "merge") {
    const [at, other] = c.entities.map(mention);
    return at && other ? { kind: "merge", at, with: other } : null;
  }
  const at = mention(c.entity);
  if (!at) return null;
  switch (c.kind) {
    case "split": {
      if ("form" in c) return { kind: "split", at, form: c.form };
      const within = "mention" in c ? c.mention : m.article.get(c.article)?.span;
      const found = within && m.entity.get(c.entity)?.mentions.find(({ span }) =>
        span.input === within.input && span.start >= within.start && span.end <= within.end);
      return found ? { kind: "split", at: place(m, found.span), part: "mention" in c ? "mention" : "article" } : null;
    }
    case "rename": return { kind: "rename", at, name: c.name };
    case "retype": return { kind: "retype", at, type: c.type };
    case "not-a-name": return { kind: "not-a-name", at };
  }
}

/** Reads a session file with suspicion: anyone can write one. */
function parse(json: string): Plan | null {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return null;
  }
  const o = raw as Record<string, unknown> | null;
  if (typeof o !== "object" || o === null || o["synopticSession"] !== 1) return null;
  const list = (x: unknown): Record<string, unknown>[] =>
    Array.isArray(x) ? x.filter(y => typeof y === "object" && y !== null) : [];
  const isPlace = (x: unknown): x is Place => {
    const p = x as Partial<Place> | null;
    return typeof p?.key === "string" && Number.isInteger(p.start) && Number.isInteger(p.end);
  };
  const names: Record<string, string> = { date: "published", outlet: "outlet", split: "form", rename: "name", retype: "type" };
  const isCorrection = (c: Record<string, unknown>): boolean => {
    const kind = String(c["kind"]);
    const needed = names[kind];
    const part = kind === "split" && ["article", "mention"].includes(String(c["part"]));
    const whole = part || (needed ? typeof c[needed] === "string" : kind === "not-a-name" || (kind === "merge" && isPlace(c["with"])));
    return isPlace(c["at"]) && whole;
  };
  const inputs = list(o["inputs"]).filter(i => typeof i["key"] === "string" && typeof i["input"] === "object" && i["input"] !== null);
  return {
    sample: o["sample"] === true,
    inputs: inputs as unknown as KeyedInput[],
    removed: list(o["removed"]).filter(x => isPlace(x)) as unknown as Place[],
    corrections: list(o["corrections"]).filter(isCorrection) as unknown as StableCorrection[],
  };
}
