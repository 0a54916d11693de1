/** `<synoptic-view>`: the class. Importing it registers nothing and touches no page; `synoptic-view/define` registers it. */
import type {
  Article, ArticleInput, Claim, ClaimDiff, Correction, Entity, Note, Timeline,
} from "./synoptic.js";

export type View = "differences" | "timeline" | "people" | "statements" | "texts";
export type Strength = "weak" | "medium" | "strong";

/** All findings at once, as `synoptic-result` and the property `result` have them. */
export interface Result {
  version: string;
  keys: string[];
  texts: string[];
  articles: Article[];
  entities: Entity[];
  timeline: Timeline;
  claims: Claim[];
  diff: ClaimDiff;
  notes: (Note & { key?: string | null })[];
}

export declare class SynopticView extends HTMLElement {
  /** The articles to compare; goes before `src` and the children. */
  articles: ArticleInput[] | null;
  /** Address of `{"articles": [...]}`. */
  src: string | null;
  /** Address of the wasm, if it does not lie beside the module. */
  wasm: string | null;
  view: View;
  /** The views to offer, in order, separated by spaces. */
  views: string | null;
  /** Language of the interface (`ui-lang`): en, ar, tr, ru, de, fr. */
  uiLang: string | null;
  /** Weakest finding to show (`min-strength`). */
  minStrength: Strength | null;
  /** No corrections and no articles of the reader's own. */
  readonly: boolean;
  theme: "auto" | "light" | "dark" | null;
  /** Letter keys off (`no-shortcuts`). */
  noShortcuts: boolean;
  /** Prefix of this element's part of the address; null leaves the address alone. */
  hash: string | null;
  /** Start with the embedded articles. */
  sample: boolean;
  /** Start when the element comes into view. */
  lazy: boolean;
  /** The findings, once they are there. */
  readonly result: Result | null;
  /** Reads what is given (again) and compares it; resolves when the findings are shown. */
  analyze(): Promise<void>;
  /** Opens a view, and in it a difference, a statement, a name, an event or an article of `result`. */
  show(what: { view?: View; group?: string; claim?: string; entity?: string; entry?: string; article?: string }): void;
  /** The findings as a file's text: json, csv, markdown, ... */
  export(format: string): Promise<string>;
}

export interface SynopticEvents {
  "synoptic-ready": CustomEvent<{ version: string }>;
  "synoptic-result": CustomEvent<{ result: Result }>;
  "synoptic-select": CustomEvent<{ kind: "group" | "spots"; id: string }>;
  "synoptic-correct": CustomEvent<{ correction: Correction }>;
  "synoptic-error": CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap { "synoptic-view": SynopticView }
  interface HTMLElementEventMap extends SynopticEvents {}
}
