/** What the reader is looking at, and what a view may ask of the element around it. */
import type { Correction, Span } from "./contract.js";
import type { T, Language } from "./i18n.js";
import type { Model } from "./model.js";

export const VIEWS = ["differences", "timeline", "people", "statements", "texts"] as const;
export type View = (typeof VIEWS)[number];
export type Strength = "weak" | "medium" | "strong";
export type MarkKind = "difference" | "entity" | "time" | "statement";

/** A place to read in an article, with what is marked in it. */
export interface Spot {
  article: string;
  keys: Span[];
  source?: Span | null;
  cue?: Span | null;
  hedges?: Span[];
}

export type Reader =
  | { kind: "group"; id: string }
  | { kind: "spots"; id: string; title: string; why: string[]; spots: Spot[] };

export interface Ui {
  view: View;
  reader: Reader | null;
  /** Columns of the reader that show their whole article: `side/article`. */
  whole: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
  minStrength: Strength;
  agreed: boolean;
  /** How many rows of a long list are shown, by the list's name. */
  shown: Readonly<Record<string, number>>;
  background: boolean;
  entity: string | null;
  entityType: string;
  speaker: string;
  inArticle: string;
  mode: string;
  hedged: boolean;
  search: string;
  text: string | null;
  marks: ReadonlySet<MarkKind>;
  /** Lines left out that the reader put back: `article/start`. */
  restored: ReadonlySet<string>;
  /** Inputs whose split into several articles the reader found right. */
  confirmed: ReadonlySet<string>;
  panel: "" | "bring" | "help" | "export";
  /** Article whose date and outlet are being corrected. */
  editing: string | null;
  printing: boolean;
}

export const START: Ui = {
  view: "differences", reader: null, whole: new Set(), hidden: new Set(), minStrength: "weak", agreed: true, shown: {},
  background: false, entity: null, entityType: "", speaker: "", inArticle: "", mode: "", hedged: false, search: "",
  text: null, marks: new Set(["difference"]), restored: new Set(), confirmed: new Set(), panel: "", editing: null, printing: false,
};

/** The element as its views see it. */
export interface Host {
  readonly m: Model;
  readonly ui: Ui;
  readonly t: T;
  readonly lang: Language;
  /** No corrections, no own articles. */
  readonly fixed: boolean;
  /** One column: the reader stands under its card. */
  readonly narrow: boolean;
  set(change: Partial<Ui>): void;
  /** Opens the reader; focus goes to it and comes back to `from` when it closes. */
  open(reader: Reader, from: Element | null): void;
  close(): void;
  step(by: 1 | -1): void;
  /** Sentence borders of an article once they are there; asks for them otherwise. */
  sentences(article: string): [number, number][] | null;
  correct(c: Correction): void;
  copy(words: string, said: string): void;
  link(group: string): string | null;
  /** Changes the set of articles. */
  remove(article: string): void;
  /** Opens the corrections of an article; null closes them. */
  edit(article: string | null): void;
}
