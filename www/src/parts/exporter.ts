/** The findings as files; they are made here and go nowhere but to the reader's disk. */
import { html, type TemplateResult } from "lit";
import type { Shell } from "../shell.js";

/** What the contract calls it, what a reader calls it, the file's ending and its type. */
const FORMATS = [
  ["json", "JSON", "json", "application/json"], ["csv", "CSV", "csv", "text/csv"],
  ["markdown", "Markdown", "md", "text/markdown"], ["timeml", "TimeML", "tml", "application/xml"],
  ["webannotation", "Web Annotation", "jsonld", "application/ld+json"], ["tei", "TEI", "xml", "application/tei+xml"],
  ["claimreview", "ClaimReview", "claimreview.json", "application/ld+json"],
] as const;

export function exporter(e: Shell): TemplateResult {
  const { t } = e;
  const save = async (format: string, ending: string, type: string): Promise<void> => {
    try {
      download(`synoptic.${ending}`, await e.export(format), type);
    } catch (error) {
      e.announce((error as Error).message);
    }
  };
  return html`<section class="box" part="export" aria-label=${t("export")}><h2>${t("export")}</h2>
    <p class="buttons">${FORMATS.map(([format, label, ending, type]) => html`<button data-format=${format}
      @click=${() => void save(format, ending, type)}>${label}</button>`)}</p>
    <p class="buttons"><button @click=${() => print()}>${t("print")}</button>
      <button part="session-save" @click=${() => download("synoptic-session.json", e.session.save(), "application/json")}>${t("saveSession")}</button></p>
    <p class="hint">${t("exportHint")} ${t("sessionHint")} ${t("noVerdict")}</p></section>`;
}

export function download(name: string, text: string, type: string): void {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 10_000);
}
