/** Drives one wasm instance, in a worker or on the page's own thread; knows neither. */
import type { Article, ArticleInput, Correction } from "./contract.js";
import type { Dossier, Glue, InputNote, Place, Plan, Progress, Result, StableCorrection } from "./protocol.js";

/** The engine broke while reading this input: the instance can't be used again. */
export class Trap extends Error {
  readonly key: string | undefined;
  constructor(message: string, key: string | undefined) {
    super(message);
    this.key = key;
  }
}

type Tell = (p: Progress) => void;

export class Core {
  #glue: Glue;
  #dossier: Dossier | null = null;
  #keys: string[] = [];
  #loaded: Plan | null = null;
  #notes: InputNote[] = [];
  /** What helpers said of inputs that are not read yet. */
  #labels = new Map<string, Uint8Array>();

  constructor(glue: Glue) {
    this.#glue = glue;
  }

  /**
   * Brings the dossier to the plan's state and tells all findings. What the dossier has already read is
   * not read again when the plan only grew. `careful` asks for the findings after every input, so that a
   * trap names the input that caused it. `pause` is awaited between inputs: the caller's chance to breathe.
   */
  async run(plan: Plan, careful: boolean, tell: Tell, pause: () => Promise<void>): Promise<Result> {
    if (!this.#loaded || !grew(this.#loaded, plan)) this.#reset(plan.sample);
    const from = this.#loaded ?? { sample: plan.sample, inputs: [], removed: [], corrections: [] };
    const fresh = plan.inputs.slice(from.inputs.length);
    const dossier = this.#dossier!;
    for (const [i, { key, input }] of fresh.entries()) {
      tell({ done: i, total: fresh.length, phase: "reading" });
      await pause();
      const labels = this.#labels.get(key);
      this.#labels.delete(key);
      try {
        guard(() => (labels ? dossier.addLabelled(input, labels) : dossier.add(input)), key);
        this.#keys.push(key);
        if (careful) this.#findings(key);
      } catch (e) {
        if (e instanceof Trap) throw e;
        this.#notes.push(noteOf(e, key));
      }
    }
    this.#labels.clear();
    tell({ done: fresh.length, total: fresh.length, phase: "comparing" });
    // A correction may hang on words of an article that was taken out later.
    for (const c of plan.corrections.slice(from.corrections.length)) this.#correct(c);
    for (const place of plan.removed.slice(from.removed.length)) this.#remove(place);
    this.#loaded = structuredClone(plan);
    return this.#findings(undefined);
  }

  know(key: string, labels: Uint8Array): null {
    if (!this.#keys.includes(key)) this.#labels.set(key, labels);
    return null;
  }

  sentences(article: string): [number, number][] {
    return guard(() => this.#dossier!.sentences(article)).map(s => [s.span.start, s.span.end]);
  }

  export(format: string): string {
    return guard(() => this.#dossier!.export(format));
  }

  dispose(): void {
    this.#dossier?.free();
    this.#dossier = this.#loaded = null;
  }

  #reset(sample: boolean): void {
    this.dispose();
    this.#notes = [];
    this.#dossier = guard(() => (sample ? this.#glue.Dossier.sample() : new this.#glue.Dossier()));
    this.#keys = sample ? inputsOf(this.#dossier.articles()).map(i => `sample:${i}`) : [];
  }

  #findings(key: string | undefined): Result {
    const d = this.#dossier!;
    return guard(() => ({
      version: versionOf(this.#glue),
      keys: [...this.#keys],
      texts: this.#keys.map((_, i) => d.text(i)),
      articles: d.articles(),
      entities: d.entities(),
      timeline: d.timeline(),
      claims: d.claims(),
      diff: d.claimDiff(),
      notes: [...d.notes(), ...this.#notes],
    }), key);
  }

  #remove(place: Place): void {
    const article = this.#article(place);
    if (article) guard(() => this.#dossier!.remove(article.id));
  }

  #correct(c: StableCorrection): void {
    const now = this.#resolve(c);
    if (!now) {
      this.#notes.push(note("correction-lost", "A correction no longer has what it was about, and is left out."));
      return;
    }
    try {
      guard(() => this.#dossier!.correct(now));
    } catch (e) {
      if (e instanceof Trap) throw e;
      this.#notes.push(noteOf(e, null));
    }
  }

  /** The correction with the ids of this moment; none if its place is gone. */
  #resolve(c: StableCorrection): Correction | null {
    if (c.kind === "date" || c.kind === "outlet") {
      const article = this.#article(c.at)?.id;
      if (!article) return null;
      return c.kind === "date" ? { kind: "date", article, published: c.published } : { kind: "outlet", article, outlet: c.outlet };
    }
    const entity = this.#entity(c.at);
    if (!entity) return null;
    switch (c.kind) {
      case "merge": {
        const other = this.#entity(c.with);
        return other && other !== entity ? { kind: "merge", entities: [entity, other] } : null;
      }
      case "split": {
        if ("form" in c) return { kind: "split", entity, form: c.form };
        const span = { input: this.#keys.indexOf(c.at.key), start: c.at.start, end: c.at.end };
        if (c.part === "mention") return { kind: "split", entity, mention: span };
        const around = (a: Article): boolean => a.span.input === span.input && a.span.start <= span.start && a.span.end >= span.end;
        const article = guard(() => this.#dossier!.articles()).find(around)?.id;
        return article ? { kind: "split", entity, article } : null;
      }
      case "not-a-name": return { kind: "not-a-name", entity };
      case "rename": return { kind: "rename", entity, name: c.name };
      case "retype": return { kind: "retype", entity, type: c.type as never };
    }
  }

  #article({ key, start }: Place): Article | undefined {
    const input = this.#keys.indexOf(key);
    return guard(() => this.#dossier!.articles()).find(a => a.input === input && a.span.start === start);
  }

  #entity({ key, start, end }: Place): string | undefined {
    const input = this.#keys.indexOf(key);
    const entities = guard(() => this.#dossier!.entities());
    return entities.find(e => e.mentions.some(m => m.span.input === input && m.span.start === start && m.span.end === end))?.id;
  }
}

/** What the learnt models say of an input; null of one that can't be read. */
export function labelled(glue: Glue, input: ArticleInput): Uint8Array | null {
  try {
    return guard(() => glue.label(input));
  } catch (e) {
    if (e instanceof Trap) throw e;
    return null;
  }
}

/** Is the new plan the old one with something added at the end of each list? */
function grew(old: Plan, now: Plan): boolean {
  const prefix = (a: unknown[], b: unknown[]): boolean =>
    a.length <= b.length && a.every((x, i) => JSON.stringify(x) === JSON.stringify(b[i]));
  // A new input after a correction would be read in another order on replay: same findings, but other ids.
  const read = (p: Plan): unknown[] => p.inputs.map(i => [i.key, i.input.whole]);
  return old.sample === now.sample && prefix(read(old), read(now))
    && prefix(old.removed, now.removed) && prefix(old.corrections, now.corrections);
}

/** A coded error is the engine's answer; anything else out of wasm is a trap. */
function guard<T>(call: () => T, key?: string): T {
  try {
    return call();
  } catch (e) {
    if (e instanceof Trap || (e as { code?: unknown }).code) throw e;
    throw new Trap(e instanceof Error ? e.message : String(e), key);
  }
}

function versionOf({ version }: Glue): string {
  return typeof version === "function" ? version() : version;
}

function inputsOf(articles: Article[]): number[] {
  return Array.from({ length: Math.max(-1, ...articles.map(a => a.input)) + 1 }, (_, i) => i);
}

function noteOf(e: unknown, key: string | null): InputNote {
  const { code, message } = e as { code?: string; message?: string };
  return note(code ?? "unreadable", message ?? String(e), key);
}

function note(code: string, message: string, key: string | null = null): InputNote {
  return { code, message, article: null, span: null, key };
}
