/** Where the element stands in its page: how wide it is, and whether it is near. */
export class Presence {
  #resize: ResizeObserver | null = null;
  #seen: IntersectionObserver | null = null;

  /** `near` is called at once, or, for an element that waits, when it is about to come into sight. */
  watch(e: Element, lazy: boolean, width: (px: number) => void, near: () => void): void {
    this.#resize = new ResizeObserver(([x]) => { if (x) width(x.contentRect.width); });
    this.#resize.observe(e);
    if (!lazy || typeof IntersectionObserver !== "function") return near();
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some(x => x.isIntersecting)) return;
      this.#seen?.disconnect();
      near();
    }, { rootMargin: "300px" });
    this.#seen.observe(e);
  }

  end(): void {
    this.#resize?.disconnect();
    this.#seen?.disconnect();
  }
}
