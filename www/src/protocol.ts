/** What the page and the engine's thread say to each other. */
import type {
  Article, ArticleInput, Claim, ClaimDiff, Correction, Entity, Note, Span, Timeline,
} from "./contract.js";

/** What the wasm wrapper offers (`dist/pkg/synoptic.js`, or the factory of the inlined build). */
export interface Glue {
  Dossier: { new (): Dossier; sample(): Dossier };
  label(input: ArticleInput): Uint8Array;
  version: string | (() => string);
}

/** The contract's `Dossier`, as far as the engine uses it. */
export interface Dossier {
  add(input: ArticleInput): string[];
  addLabelled(input: ArticleInput, labels: Uint8Array): string[];
  remove(article: string): void;
  text(input: number): string;
  articles(): Article[];
  sentences(article: string): { span: Span }[];
  entities(): Entity[];
  timeline(): Timeline;
  claims(): Claim[];
  claimDiff(left?: string, right?: string): ClaimDiff;
  notes(): Note[];
  correct(c: Correction): void;
  export(format: string): string;
  free(): void;
}

/** A place in an input that keeps its meaning when other inputs come and go. */
export interface Place { key: string; start: number; end: number }

/** A correction whose ids are replaced by places, so that it can be replayed on a fresh engine. */
export type StableCorrection =
  | { kind: "date"; at: Place; published: string }
  | { kind: "outlet"; at: Place; outlet: string }
  | { kind: "merge"; at: Place; with: Place }
  | { kind: "split"; at: Place; form: string }
  | { kind: "split"; at: Place; part: "article" | "mention" }
  | { kind: "not-a-name"; at: Place }
  | { kind: "rename"; at: Place; name: string }
  | { kind: "retype"; at: Place; type: string };

export interface KeyedInput { key: string; input: ArticleInput }

/** All that is needed to make the whole result again. */
export interface Plan {
  /** Start from the embedded articles; their keys are `sample:0`, `sample:1`, ... */
  sample: boolean;
  inputs: KeyedInput[];
  /** Articles taken out, by their first character. */
  removed: Place[];
  corrections: StableCorrection[];
}

/** One whole answer of the engine. */
export interface Result {
  version: string;
  /** Key of each input, in the engine's order. */
  keys: string[];
  texts: string[];
  articles: Article[];
  entities: Entity[];
  timeline: Timeline;
  claims: Claim[];
  diff: ClaimDiff;
  notes: InputNote[];
}

/** A note, perhaps about an input that yielded no article. */
export interface InputNote extends Note { key?: string | null }

export interface Progress { done: number; total: number; phase: "loading" | "reading" | "comparing" }

/** Compiled module, bytes, or an address to fetch the wasm from. */
export type WasmSource = WebAssembly.Module | ArrayBuffer | Uint8Array | string | undefined;

/** `space` tells the dossiers of several elements apart that share one engine. */
export type Request =
  | { id: number; op: "open"; wasm: WasmSource }
  | { id: number; op: "run"; space: number; plan: Plan; careful: boolean }
  | /** A helper's: most of the work of reading an input, or null where it can't be read. */ { id: number; op: "label"; input: ArticleInput }
  | /** What a helper said of an input that is to be read; heard while `run` is at work. */
    { id: number; op: "labels"; space: number; key: string; labels: Uint8Array }
  | { id: number; op: "sentences"; space: number; article: string }
  | { id: number; op: "export"; space: number; format: string }
  | { id: number; op: "close"; space: number };

export interface Failure { code: string; message: string; /** Key of the input that broke the engine. */ key?: string | undefined }
/** Items of the list at that path of an answer to come. */
export interface Portion { path: string[]; items: unknown[] }

export type Reply =
  | { id: number; progress: Progress }
  | { id: number; portion: Portion }
  | { id: number; result: unknown }
  | { id: number; error: Failure };
