/** The element as the frame around the views sees it: what stands open, what the reader brought, and what may be done. */
import type { T, Language } from "./i18n.js";
import type { Model } from "./model.js";
import type { Progress } from "./protocol.js";
import type { Session } from "./session.js";
import type { Ui } from "./ui.js";

export type Phase = "idle" | "working" | "ready" | "failed";

export interface Shell {
  readonly t: T;
  readonly lang: Language;
  readonly ui: Ui;
  readonly m: Model | null;
  readonly phase: Phase;
  readonly progress: Progress | null;
  readonly error: { code: string; message: string } | null;
  /** Said by the live region: counts and confirmations only. */
  readonly said: string;
  readonly session: Session;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<boolean>;
  readonly views: string | null;
  readonly readonly: boolean;
  readonly sample: boolean;
  noShortcuts: boolean;
  uiLang: string | null;
  /** Why files of the last choice were not taken. */
  refused: string[];
  set(change: Partial<Ui>): void;
  /** Opens a panel, or the corrections of an article, with the focus on its first field; closes what else is open. */
  unfold(what: { panel?: Ui["panel"]; editing?: string | null }): void;
  announce(words: string): void;
  /** Compares what the session holds; the last findings stay until the new ones are there. */
  refresh(): Promise<void>;
  /** Reads what the host page gives (again). */
  analyze(): Promise<void>;
  /** Takes the reader's last change back. */
  undo(): void;
  /** Stops long work. */
  cancel(): void;
  /** Puts the last failure out of sight. */
  forgive(): void;
  export(format: string): Promise<string>;
}
