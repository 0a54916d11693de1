/** Sentence borders by article, asked for when they are first wanted. */
export class Borders {
  #known = new Map<string, [number, number][] | null>();
  readonly #ask: (article: string) => Promise<[number, number][]>;
  readonly #came: () => void;

  /** `came` is called when borders that were missing are there. */
  constructor(ask: (article: string) => Promise<[number, number][]>, came: () => void) {
    this.#ask = ask;
    this.#came = came;
  }

  /** Null until they are there; the paragraph is shown in their place. */
  of(article: string): [number, number][] | null {
    const known = this.#known;
    if (!known.has(article)) {
      known.set(article, null);
      this.#ask(article).then((s) => {
        // Those of other findings are of no use.
        if (known !== this.#known) return;
        known.set(article, s);
        this.#came();
      }, () => {});
    }
    return known.get(article) ?? null;
  }

  forget(): void {
    this.#known = new Map();
  }
}
