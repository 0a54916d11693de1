/** A long list in portions, so that a press never builds thousands of rows. */
import { html, type TemplateResult } from "lit";
import type { Host } from "../ui.js";

export function portion<X>(h: Host, name: string, all: readonly X[], first: number): { rows: readonly X[]; more: TemplateResult | null } {
  const shown = h.ui.printing ? all.length : h.ui.shown[name] ?? first;
  if (all.length <= shown) return { rows: all, more: null };
  const grow = (e: Event): void => {
    const button = e.currentTarget as HTMLElement;
    const list = button.parentElement?.previousElementSibling;
    h.set({ shown: { ...h.ui.shown, [name]: shown + first * 2 } });
    // The button goes with the last row; who reads on does so at the first new one.
    setTimeout(() => {
      if (!button.isConnected) list?.querySelectorAll<HTMLElement>(":scope > li, tbody > tr")[shown]?.querySelector<HTMLElement>("button")?.focus();
    });
  };
  return {
    rows: all.slice(0, shown),
    more: html`<p class="more"><button part="more" @click=${grow}>${h.t("more", { n: all.length - shown })}</button></p>`,
  };
}
