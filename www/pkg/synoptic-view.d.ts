import type { ArticleInput, Article, Claim, ClaimDiff, Correction, Entity, Note, Timeline } from "./synoptic.js";

export type View = "differences" | "timeline" | "people" | "statements" | "texts";

/** All findings over the articles shown; spans index `texts`. */
export interface Result {
  version: string; texts: string[]; articles: Article[]; entities: Entity[]; timeline: Timeline; claims: Claim[];
  diff: ClaimDiff; notes: Note[];
}

/** `<synoptic-view>`: several reports of one event, compared in the page. `define.js` registers it. */
export class SynopticView extends HTMLElement {
  /** The articles to compare, in place of the element's children. */
  articles: ArticleInput[] | null;
  /** Address of a JSON file with articles. */
  src: string | null;
  /** Address of the wasm, where it does not lie beside the module. */
  wasm: string | null;
  view: View;
  readonly: boolean;
  theme: "auto" | "light" | "dark" | null;
  /** Show the articles that the package brings along. */
  sample: boolean;
  /** Start only when scrolled into sight. */
  lazy: boolean;
  /** The findings, once they are there. */
  get result(): Result | null;
  /** Reads what the host page gives (again) and compares it. Resolves when the findings are shown. */
  analyze(): Promise<void>;
  show(what: { view?: View; group?: string; claim?: string; entity?: string }): void;
  export(format: "json" | "csv" | "markdown" | string): Promise<string>;
}

export interface SynopticEvents {
  "synoptic-ready": CustomEvent<{ version: string }>;
  "synoptic-result": CustomEvent<{ result: Result }>;
  "synoptic-select": CustomEvent<{ kind: string; id: string }>;
  "synoptic-correct": CustomEvent<{ correction: Correction }>;
  "synoptic-error": CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap { "synoptic-view": SynopticView }
  interface HTMLElementEventMap extends SynopticEvents {}
}
