/** The findings with the look-ups that every view needs. Pure: no page, no language. */
import type { Article, Claim, Entity, Group, Span, Timex } from "./contract.js";
import type { Result } from "./protocol.js";

export class Model {
  readonly result: Result;
  readonly article: ReadonlyMap<string, Article>;
  readonly claim: ReadonlyMap<string, Claim>;
  /** By the id of a claim: the one in which it is reported. */
  readonly reporting: ReadonlyMap<string, Claim>;
  readonly entity: ReadonlyMap<string, Entity>;
  readonly timex: ReadonlyMap<string, Timex>;
  readonly group: ReadonlyMap<string, Group>;
  #order: Map<string, number>;
  #inInput = new Map<number, Article[]>();
  #stories = new Map<string, boolean>();
  #twins: [string, string][] | null = null;

  constructor(result: Result) {
    this.result = result;
    this.article = byId(result.articles);
    this.claim = byId(result.claims);
    this.reporting = new Map(result.claims.flatMap(c => c.inner ? [[c.inner, c] as const] : []).reverse());
    this.entity = byId(result.entities);
    this.timex = byId(result.timeline.expressions);
    this.group = byId(result.diff.groups);
    this.#order = new Map(result.articles.map((a, i) => [a.id, i]));
    for (const a of result.articles) {
      const there = this.#inInput.get(a.input);
      if (there) there.push(a);
      else this.#inInput.set(a.input, [a]);
    }
  }

  words(span: Span): string {
    return (this.result.texts[span.input] ?? "").slice(span.start, span.end);
  }

  siglum(article: string): string {
    return this.article.get(article)?.siglum ?? "?";
  }

  /** Place of an article among all: decides its colour and pattern. */
  place(article: string): number {
    return this.#order.get(article) ?? 0;
  }

  headline(a: Article): string {
    return a.headline ? oneLine(this.words(a.headline)) : "";
  }

  /** The article that a span stands in. */
  articleAt(span: Span): Article | undefined {
    return this.#inInput.get(span.input)?.find(a => a.span.start <= span.start && span.end <= a.span.end);
  }

  /** Articles that take part in a group, in the dossier's order. */
  articlesOf(g: Group): string[] {
    const ids = new Set(g.sides.flatMap(s => s.members.map(m => m.article)));
    return [...ids].sort((a, b) => this.place(a) - this.place(b));
  }

  /** Do findings, events or names (places do not count) lead from each of these articles to each other? Near O(n). */
  oneStory(articles: readonly string[]): boolean {
    const key = articles.join();
    const known = this.#stories.get(key) ?? this.#joined(articles);
    this.#stories.set(key, known);
    return known;
  }

  /** Articles whose body is the same text, letter for letter but for spaces: each with the first that has it. */
  twins(): readonly [string, string][] {
    return this.#twins ??= this.#alike();
  }

  #alike(): [string, string][] {
    // Whole bodies are held against each other only where they begin alike.
    const begun = new Map<string, Article[]>();
    for (const a of this.result.articles) {
      const begin = this.#body(a, 80);
      if (!begin) continue;
      const others = begun.get(begin);
      if (others) others.push(a);
      else begun.set(begin, [a]);
    }
    const pairs: [string, string][] = [];
    for (const those of begun.values()) {
      if (those.length < 2) continue;
      const first = new Map<string, string>();
      for (const a of those) {
        const body = this.#body(a, Infinity);
        const other = first.get(body);
        if (other) pairs.push([other, a.id]);
        else first.set(body, a.id);
      }
    }
    return pairs.sort((x, y) => this.place(x[1]) - this.place(y[1]));
  }

  /** The first letters of an article's body, on one line. */
  #body(a: Article, letters: number): string {
    const lines: string[] = [];
    let length = 0;
    for (const { kind, span } of a.paragraphs) {
      const line = kind === "body" ? oneLine(this.words(span)) : "";
      if (!line) continue;
      lines.push(line);
      if ((length += line.length) >= letters) break;
    }
    return lines.join(" ").slice(0, letters);
  }

  #joined(articles: readonly string[]): boolean {
    const parent = new Map(articles.map(a => [a, a]));
    const top = (a: string): string => {
      let at = a;
      for (let up = parent.get(at)!; up !== at; up = parent.get(at)!) {
        parent.set(at, parent.get(up)!);
        at = up;
      }
      return at;
    };
    let apart = articles.length;
    const join = (together: Iterable<string | undefined>): void => {
      let first: string | null = null;
      for (const a of together) {
        if (a === undefined || !parent.has(a)) continue;
        const own = top(a);
        if (first === null) first = own;
        else if (own !== first) {
          parent.set(own, first);
          apart -= 1;
        }
      }
    };
    const { diff, timeline, entities } = this.result;
    for (const g of diff.groups) join(g.sides.flatMap(s => s.members.map(x => x.article)));
    for (const e of timeline.entries) if (!e.background && !e.otherStory) join(e.mentions.map(x => x.article));
    for (const a of this.result.articles) join([a.id, ...a.dependsOn.map(d => d.article)]);
    for (const e of entities) {
      if (apart < 2) break;
      if (!PLACES.has(e.type)) join(e.mentions.map(x => this.articleAt(x.span)?.id));
    }
    return apart < 2;
  }

  /** Earliest and latest day that any event in the story (not background) has, as far as articles that are not hidden tell it. */
  dates(hidden: ReadonlySet<string> = new Set()): { from: string; to: string } | null {
    const days: string[] = [];
    for (const e of this.result.timeline.entries) {
      if (e.background || e.otherStory || e.mentions.every(x => hidden.has(x.article))) continue;
      if (e.earliest && e.latest) days.push(e.earliest, e.latest);
    }
    if (!days.length) return null;
    days.sort();
    return { from: days[0]!, to: days[days.length - 1]! };
  }
}

/** Two reports that share no more than a country may be about anything. */
const PLACES = new Set(["GPE", "LOC", "NORP"]);

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map(x => [x.id, x]));
}

export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Groups in the order of the page: conflicts, differences, agreements; the stronger first, else as they came. */
export function ranked(groups: readonly Group[]): Group[] {
  const kind = { conflict: 0, differ: 1, agree: 2 };
  const strength = { strong: 0, medium: 1, weak: 2 };
  return groups.map((g, i) => ({ g, i })).sort((a, b) =>
    kind[a.g.relation] - kind[b.g.relation] || strength[a.g.strength] - strength[b.g.strength] || a.i - b.i,
  ).map(x => x.g);
}

/** The member of a side whose words the reason quotes, else the shortest whose words are more than a crumb. */
export function decisive(m: Model, g: Group, side: Group["sides"][number]): Group["sides"][number]["members"][number] | undefined {
  const quoted = g.differsIn.flatMap(d => [...d.why.matchAll(/“([^”]{3,})”/g)].map(x => oneLine(x[1]!)));
  const told = side.members.find((x) => {
    const words = oneLine(m.words(x.key));
    return words.length >= 3 && quoted.some(q => words.includes(q) || q.includes(words));
  });
  if (told) return told;
  const long = side.members.filter(x => m.words(x.key).trim().length >= 3);
  return [...(long.length ? long : side.members)].sort((a, b) => a.key.end - a.key.start - (b.key.end - b.key.start))[0];
}

/** Shape of a date, for the glyph and the word beside it. */
export type DateShape = "on" | "about" | "until" | "after" | "between" | "one-of" | "in" | "undated";

export function dateShape(d: { edtf: string | null; earliest: string | null; latest: string | null }): DateShape {
  const edtf = d.edtf ?? "";
  if (!edtf && !d.earliest && !d.latest) return "undated";
  if (edtf.startsWith("[") && !edtf.includes("..")) return "one-of";
  if (!d.earliest && d.latest) return "until";
  if (d.earliest && !d.latest) return "after";
  if (/[~%]/.test(edtf)) return "about";
  if (d.earliest === d.latest) return "on";
  return wholePeriod(d.earliest!, d.latest!) ? "in" : "between";
}

/** The month (`2024-11`) or year (`2024`) that two days span, if they span one exactly. */
export function wholePeriod(earliest: string, latest: string): string | null {
  const [from, to] = [earliest.slice(0, 10), latest.slice(0, 10)];
  const [year, month] = [from.slice(0, -6), from.slice(0, -3)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const last = new Date(0);
  last.setUTCFullYear(Number(year), Number(month.slice(-2)), 0);
  return from === `${month}-01` && to === `${month}-${String(last.getUTCDate()).padStart(2, "0")}` ? month : null;
}

/** Runs of text that carry the same marks. */
export interface Run { text: string; kinds: string[]; ids: string[] }
export interface MarkSpan { start: number; end: number; kind: string; id?: string }

/** Cuts `text[start..end]` at every border of a mark; marks may overlap. O((n + m) log m). */
export function segment(text: string, start: number, end: number, marks: readonly MarkSpan[]): Run[] {
  const inside = marks.filter(k => k.end > start && k.start < end && k.end > k.start);
  const edges = new Set([start, end]);
  for (const k of inside) {
    edges.add(Math.max(start, k.start));
    edges.add(Math.min(end, k.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const opening = [...inside].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let next = 0;
  let open: MarkSpan[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    open = open.filter(k => k.end > from);
    while (next < opening.length && opening[next]!.start <= from) {
      const k = opening[next++]!;
      if (k.end > from) open.push(k);
    }
    runs.push({
      text: text.slice(from, to),
      kinds: [...new Set(open.map(k => k.kind))],
      ids: open.flatMap(k => (k.id === undefined ? [] : [k.id])),
    });
  }
  return runs;
}

export interface Tick { n: number; anchor: "start" | "middle" | "end"; spare: "yes" | "no" }

/** A drawn axis of days: places are shares of the width, 0 to 100. */
export interface Scale {
  at(day: number): number;
  /** Where days were left out because nothing happened. */
  gaps: [number, number][];
  /** `spare` ticks may go where there is little room. */
  ticks: Tick[];
}

/** Edges of the axis, and the width of a gap. */
const [LEFT, RIGHT, GAP] = [4, 97, 5];
/** A stretch of nothing longer than this part of the rest, and than this many days, is left out; so many at most. */
const [EMPTY, DAYS, GAPS] = [0.3, 10, 3];

/** An axis for these days (any order); none if they are all one. */
export function scaleOf(numbers: readonly number[]): Scale | null {
  const days = [...new Set(numbers)].filter(Number.isFinite).sort((a, b) => a - b);
  if (days.length < 2) return null;
  let range = days[days.length - 1]! - days[0]!;
  const holes = days.slice(1).map((d, i) => ({ i, size: d - days[i]! })).sort((a, b) => b.size - a.size || a.i - b.i);
  const cut = new Set<number>();
  for (const { i, size } of holes.slice(0, GAPS)) {
    if (size <= DAYS || size <= EMPTY * range) break;
    cut.add(i);
    range -= size;
  }
  const parts: { from: number; to: number; start: number; width: number }[] = [];
  let from = days[0]!;
  days.forEach((d, i) => {
    if (!cut.has(i) && i < days.length - 1) return;
    parts.push({ from, to: d, start: 0, width: 0 });
    from = days[i + 1] ?? d;
  });
  // A day on its own needs some room too.
  const least = Math.max(1, range * 0.08);
  const weight = (p: { from: number; to: number }): number => Math.max(least, p.to - p.from);
  const share = (RIGHT - LEFT - GAP * cut.size) / parts.reduce((sum, p) => sum + weight(p), 0);
  let at = LEFT;
  for (const p of parts) {
    p.start = at;
    p.width = weight(p) * share;
    at += p.width + GAP;
  }
  const place = (n: number): number => {
    const p = parts.find(x => n <= x.to) ?? parts[parts.length - 1]!;
    if (n < p.from) return p.start - (p.start > LEFT ? GAP / 2 : 0);
    return p.to === p.from ? p.start + p.width / 2 : p.start + (p.width * Math.min(1, (n - p.from) / (p.to - p.from)));
  };
  const wanted = parts.flatMap((p, k): Tick[] => {
    const many = Math.max(1, Math.min(5, Math.floor(p.width / 18), p.to - p.from + 1));
    return Array.from({ length: many }, (_, i) => {
      const n = many === 1 ? p.from : Math.round(p.from + ((p.to - p.from) * i) / (many - 1));
      const [first, last] = [k === 0 && i === 0, k === parts.length - 1 && i === many - 1];
      return { n, anchor: first ? "start" : last ? "end" : "middle", spare: i > 0 && i < many - 1 ? "yes" : "no" };
    });
  });
  return { at: place, gaps: parts.slice(1).map(p => [p.start - GAP, p.start]), ticks: apart(wanted, place) };
}

/** Width of a date under the axis, with some air. */
const LABEL = 13;

/** The ticks whose labels do not touch: the first, the last, and what fits between. */
function apart(wanted: readonly Tick[], place: (n: number) => number): Tick[] {
  const left = (t: Tick): number => place(t.n) - (t.anchor === "start" ? 0 : t.anchor === "end" ? LABEL : LABEL / 2);
  const last = wanted[wanted.length - 1]!;
  const kept: Tick[] = [];
  for (const t of wanted) {
    const before = kept[kept.length - 1];
    if (t !== last && before && left(t) < left(before) + LABEL) continue;
    if (t === last || !kept.length || left(t) + LABEL <= left(last)) kept.push(t);
  }
  return kept;
}
