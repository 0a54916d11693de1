/** UTF-16 units into `dossier.text(input)`; half-open. */
export interface Span { input: number; start: number; end: number }

export interface ArticleInput {
  /**
   * Plain text, never altered. JSON of articles, `{"articles": [ArticleInput, ...]}` or the bare list, is taken apart:
   * each becomes an input of its own, its title put before its text if the text has it not.
   */
  text?: string; html?: string; outlet?: string;
  /** Names the line of the text that is the headline; of a page it is the headline. */
  title?: string;
  /** ISO 8601 date or date-time. */
  published?: string; url?: string;
  /** It is one article, however much it looks like several. Otherwise it is split where articles begin, and at lines of `=====`. */
  whole?: boolean;
}

/** The reader's own word; ids are those of the last answer. */
export type Correction =
  | { kind: "date"; article: string; published: string }
  | { kind: "outlet"; article: string; outlet: string }
  | { kind: "merge"; entities: [string, string] }
  | /** All of that form; all that one article says of it; one mention. */
    { kind: "split"; entity: string; form: string }
  | { kind: "split"; entity: string; article: string }
  | { kind: "split"; entity: string; mention: Span }
  | { kind: "not-a-name"; entity: string }
  | { kind: "rename"; entity: string; name: string }
  | { kind: "retype"; entity: string; type: EntityType };

export type ErrorCode = "empty-input" | "too-large" | "unknown-article" | "unknown-input" | "unknown-entity"
  | "unknown-option" | "bad-date" | "no-effect" | "name-taken"
  | /** Before `init`. */ "not-ready" | /** After `free`. */ "freed";
export type Basis = "given" | "stated" | "inferred" | "unknown";

export interface Article {
  id: string; siglum: string; input: number; span: Span; headline: Span | null; byline: Span | null;
  outlet: { name: string; span: Span | null; basis: Basis } | null;
  /** `edtf` is "" where nothing is known: EDTF (ISO 8601-2) has no expression for a wholly unknown date. */
  published: { edtf: string; earliest: string | null; latest: string | null; basis: Basis; evidence: Span[] };
  paragraphs: { span: Span; kind: "body" | "subhead" | "caption" }[];
  dropped: { span: Span; why: string }[];
  dependsOn: { article: string;
    /** They share their words, but nothing tells which came first: each lists the other. */ mutual: boolean;
    why: string; evidence: Span[] }[];
  /** Why the article is about something else than the rest, if it is. */
  otherStory: string | null;
  /** Accounts of one happening are compared with each other. All are 0 unless the articles tell of several, as of two robberies. */
  happening: number;
  /** BCP 47. */
  language: string;
}

export interface Sentence {
  span: Span;
  tokens: { span: Span; form: string; lemma: string; upos: string; /** -1 = root */ head: number; deprel: string;
            /** IOB2: "O", "B-PERSON", ... */ entity: string }[];
}

export type EntityType = "PERSON" | "ORG" | "GPE" | "LOC" | "FAC" | "NORP" | "EVENT" | "LAW" | "WORK" | "PRODUCT" | "MISC";
export interface Mention { span: Span; kind: "name" | "nominal" | "pronoun"; metonymFor?: string }
export interface Entity {
  id: string; name: string; type: EntityType;
  aliases: { form: string; count: Record<string, number> }[];
  mentions: Mention[]; roles: { text: string; span: Span }[]; joined: { why: string; forms: string[] }[];
}

export interface Timeline { expressions: Timex[]; entries: Entry[] }
export interface Timex {
  id: string; article: string; span: Span; type: "DATE" | "TIME" | "DURATION" | "SET";
  /** TIMEX3 value. */ value: string; mod?: string;
  edtf: string | null; earliest: string | null; latest: string | null;
  anchor: { kind: "none" | "publication" | "timex" | "event"; ref: string | null; article: string | null };
  basis: "stated" | "computed" | "assumed";
  /** The working, in words. */ steps: string[]; rule: string;
}
export interface Entry {
  id: string; edtf: string; earliest: string | null; latest: string | null; label: string;
  background: boolean; otherStory: boolean;
  /** Nobody tells it as a fact, but somebody is charged with it. */ alleged: boolean;
  /** Nobody tells it as a fact, but somebody has set out to do it. */ planned: boolean;
  mentions: { article: string; span: Span; trigger: Span; timex: string | null;
              /** How it is told there: as a fact, a charge, or as planned, feared, denied. */ told: "fact" | "alleged" | "unreal" }[];
  /** Entity ids. */ participants: string[]; dateConflict: string | null;
}

export interface Claim {
  id: string; article: string; span: Span; content: Span[];
  source: { kind: "named" | "anonymous" | "document" | "outlet"; text: string; span: Span | null; entity: string | null } | null;
  cue: { span: Span; lemma: string } | null;
  mode: "direct" | "indirect" | "mixed" | "free-indirect" | "unattributed" | "headline" | "caption";
  polarity: "+" | "-"; modality: "certain" | "probable" | "possible" | "planned" | "asked"; hedges: Span[];
  quantities: { span: Span; value: number; unit: string; bound: "exact" | "about" | "at-least" | "at-most" }[];
  /** Timex ids. */ times: string[];
  participants: { entity: string; role: string; span: Span }[];
  /** A claim reported inside this one. */ inner: string | null;
}

export interface ClaimDiff { groups: Group[]; onlyIn: Record<string, string[]> }
export interface Group {
  id: string; topic: string; question: string;
  relation: "agree" | "differ" | "conflict"; strength: "strong" | "medium" | "weak";
  differsIn: { slot: "quantity" | "time" | "polarity" | "agent" | "patient" | "place" | "purpose" | "means" |
               "cause" | "modality" | "source" | "quotation" | "outcome"; why: string }[];
  sides: { says: string; members: { claim: string; article: string; /** The decisive words. */ key: Span }[] }[];
  sameSource: boolean;
  /** Set when one article contradicts itself. */ within: string | null;
}
export interface Note { code: string; message: string; article: string | null; span: Span | null }
export interface SameName { same: boolean; score: number; why: string }
