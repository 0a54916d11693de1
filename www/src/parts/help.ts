/** The keys, as a dialog that closes with Esc. */
import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Shell } from "../shell.js";

export function help(e: Shell): TemplateResult {
  const { t } = e;
  const shut = (): void => e.set({ panel: "" });
  // Closed by itself, the dialog gives the focus back to where it was.
  const close = (ev: Event): void => (ev.currentTarget as Element).closest("dialog")?.close();
  const show = (d: Element | undefined): void => {
    const dialog = d as HTMLDialogElement | undefined;
    // The reference comes before the dialog stands in the page.
    if (dialog) queueMicrotask(() => { if (dialog.isConnected && !dialog.open) dialog.showModal(); });
  };
  const keys: [string, string][] = [
    ["n", t("next")], ["p", t("previous")], ["Enter", t("key.open")], ["Esc", t("key.back")], ["1 – 9", t("key.article")], ["?", t("keys")],
  ];
  return html`<dialog class="help" part="help" ${ref(show)} @close=${shut} aria-labelledby="keys-title"><h2 id="keys-title">${t("keys")}</h2>
    <dl>${keys.map(([k, words]) => html`<div><dt><kbd>${k}</kbd></dt><dd>${words}</dd></div>`)}</dl>
    ${e.noShortcuts ? html`<p>${t("keysOff")}</p>` : html`<p><button @click=${() => { e.noShortcuts = true; }}>${t("turnKeysOff")}</button></p>`}
    <p><button part="help-close" @click=${close}>${t("close")}</button></p></dialog>`;
}
