/** A relation as a word with a glyph; colour comes last. */
import { html, type TemplateResult } from "lit";
import type { Group } from "../contract.js";
import type { Key } from "../i18n.js";
import type { Host } from "../ui.js";
import { shorten } from "./quote.js";

const GLYPHS = { conflict: "≠", differ: "≈", agree: "=" } as const;

export function relation(h: Host, g: Group): TemplateResult {
  const slots = [...new Set(g.differsIn.map(d => h.t(`slot.${d.slot}` as Key)))].slice(0, 3);
  return html`<p class="relation" part="badge" data-relation=${g.relation}>
    <span class="glyph" aria-hidden="true">${GLYPHS[g.relation]}</span>
    <span class="word">${h.t(`relation.${g.relation}` as Key)}</span>
    ${slots.length && g.relation !== "agree" ? html`<span class="slots">${slots.join(", ")}</span>` : null}
    <span class="strength" data-strength=${g.strength}>${h.t(`strength.${g.strength}` as Key)}</span>
  </p>`;
}

/** Marks that change how much a finding weighs. */
export function cautions(h: Host, g: Group): TemplateResult | null {
  if (!g.sameSource && !g.within) return null;
  return html`<p class="cautions">
    ${g.sameSource ? html`<span class="caution" part="same-source">① ${h.t("sameSource")}</span>` : null}
    ${g.within ? html`<span class="caution" part="within">↺ ${h.t("within", { siglum: h.m.siglum(g.within) })}</span>` : null}
  </p>`;
}

export function question(g: Group): string {
  return shorten(g.question || g.topic || "…", 300);
}
