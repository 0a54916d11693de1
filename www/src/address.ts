/**
 * The page's address in step with what is open, where the host gave the element the hash. Opening a difference is a step
 * that the browser's own Back takes back; going on to the next difference, or to another view, is none.
 */
import * as links from "./links.js";

/** What stands open, and what to do when the address asks for something else. */
export interface Shown {
  /** The hash of what is open; null where the address is not the element's. */
  hash(): string | null;
  prefix(): string;
  card(): boolean;
  follow(wanted: links.Wanted | null): void;
  /** A step back is done, and the browser has put the page where it was scrolled to before it. */
  back(): void;
}

/** Marks entries of the history that this file made for an open difference. */
const MARK = "synopticOpen";

export class Address {
  /** A step back was asked for and has not come yet. */
  #leaving = false;
  #following = false;
  readonly #shown: Shown;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  connect(): void {
    addEventListener("popstate", this.#pop);
  }

  disconnect(): void {
    removeEventListener("popstate", this.#pop);
  }

  /** Goes where the address says. */
  follow(): void {
    if (this.#shown.hash() === null) return;
    this.#following = true;
    try {
      this.#shown.follow(links.read(this.#shown.prefix(), location.hash));
    } finally {
      this.#following = false;
    }
  }

  /** Writes what is open now. `step`: a difference was opened, or closed again. */
  write(step: "open" | "close" | null = null): void {
    const hash = this.#shown.hash();
    if (hash === null || this.#following || this.#leaving) return;
    try {
      const ours = Boolean((history.state as Record<string, unknown> | null)?.[MARK]);
      if (step === "close" && ours) {
        this.#leaving = true;
        history.back();
      } else if (step === "open" && !ours) history.pushState({ ...history.state, [MARK]: true }, "", hash);
      else history.replaceState({ ...history.state, [MARK]: ours && this.#shown.card() }, "", hash);
    } catch { /* A sandboxed frame has no history. */ }
  }

  #pop = (): void => {
    if (!this.#leaving) return this.follow();
    this.#leaving = false;
    // What was opened or turned to while the step back was under way.
    this.write(this.#shown.card() ? "open" : null);
    requestAnimationFrame(() => requestAnimationFrame(() => this.#shown.back()));
  };
}
