/** Summary, sources, tabs, panels, notes. */
import { css } from "lit";

export const frame = css`
  .root { max-inline-size: 82rem; margin-inline: auto; padding: 0.75rem clamp(0.875rem, 3cqi, 2rem) 3rem; position: relative; }
  .summary .headline { font: 400 clamp(1.375rem, 0.95rem + 1.35cqi, 1.9375rem)/1.22 var(--serif); letter-spacing: -0.012em; text-wrap: balance; }
  .summary b { font-weight: 700; }
  @container (min-width: 40rem) { .summary b { white-space: nowrap; } }
  .summary[data-conflicts]:not([data-conflicts="0"]) b:first-of-type { color: var(--accent); }
  .happenings { margin-block-start: 0.375rem; }
  .facts { color: var(--soft); font-size: 0.9375rem; margin-block-start: 0.375rem; }
  .private::before { content: "⌂ "; }
  .private { white-space: nowrap; }

  .sources { margin-block: 0.75rem 0; }
  .sources ul { display: grid; grid-template-columns: repeat(var(--columns, 3), minmax(0, 1fr)); gap: 0.5rem; }
  .sources [data-some="1"] { --columns: 1; }
  .sources [data-some="2"] { --columns: 2; }
  @container (min-width: 68rem) {
    .sources [data-many="4"] { --columns: 4; }
    .sources [data-many="5"] { --columns: 5; }
  }
  @container (max-width: 56rem) { .sources ul:not([data-some="1"]) { --columns: 2; } }
  .source { display: flex; position: relative; border: 1px solid var(--rule); border-radius: 6px; background: var(--surface); min-inline-size: 0; }
  .source .chip { flex: 1; min-inline-size: 0; display: flex; gap: 0.5rem; align-items: flex-start; text-align: start; border: 0; background: none; padding: 0.4rem 0.5rem; line-height: 1.3; }
  .source .who { flex: 1; min-inline-size: 0; font-size: 0.8125rem; color: var(--soft); overflow-wrap: anywhere; }
  .source .outlet { display: block; font-weight: 600; color: var(--ink); font-size: 0.9375rem; line-height: 1.2; }
  .source .when { display: block; }
  .source .when i { opacity: 0.95; }
  .source .when i::before { content: "· "; display: inline-block; white-space: pre; }
  .source [data-basis="inferred"] { text-decoration: underline dashed 1px; text-underline-offset: 0.2em; }
  .source .apart { display: block; }
  .source .sign { display: grid; justify-items: center; gap: 0.1875rem; }
  .source .eye { color: var(--soft); font-size: 0.8125rem; line-height: 1; }
  .source .edit { border: 0; background: none; padding: 0; min-inline-size: 44px; block-size: 44px; color: var(--soft); }
  .source[data-off] { border-style: dashed; background: none; }
  .source[data-off] .outlet { text-decoration: line-through; font-weight: 400; }
  .source[data-apart] { border-style: dashed; }
  .editor { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; padding: 0.75rem; margin-block-start: 0.5rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); }
  .editor > p { flex-basis: 100%; }
  label { font-size: 0.875rem; color: var(--soft); display: inline-flex; flex-direction: column; gap: 0.125rem; max-inline-size: 100%; }
  label > * { color: var(--ink); font-size: 1rem; }
  label.check { flex-direction: row; align-items: center; gap: 0.5rem; min-block-size: 44px; color: var(--ink); }
  label.check input { min-block-size: 1.25rem; inline-size: 1.25rem; accent-color: var(--accent); }

  .top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 0 1rem; margin-block: 0.5rem 0.875rem; border-block-end: 2px solid var(--ink); }
  .tabs { display: flex; overflow-x: auto; scrollbar-width: none; max-inline-size: 100%; }
  .tabs button { border: 0; border-radius: 0; background: none; white-space: nowrap; padding-inline: 0.875rem; font-weight: 600; color: var(--soft); border-block-end: 3px solid transparent; }
  .tabs button:first-child { padding-inline-start: 0.25rem; }
  .tabs button[aria-selected="true"] { color: var(--ink); border-block-end-color: var(--accent); }
  .tabs button:focus-visible { outline-offset: -3px; }
  .commands { display: flex; gap: 0.25rem; }
  .commands button { border: 0; background: none; font-size: 0.9375rem; padding-inline: 0.625rem; color: var(--soft); min-inline-size: 44px; }
  .commands .language { border: 0; background: none; font-size: 0.9375rem; color: var(--soft); padding-inline: 0.375rem; }
  .facts .language { margin-inline-start: 1rem; }
  .notice { border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem; }
  .commands button:hover, .tabs button:hover { color: var(--accent); }

  .box { border: 1px solid var(--rule); border-radius: 8px; background: var(--surface); padding: 1rem 1.125rem; margin-block-end: 1.25rem; display: grid; gap: 0.625rem; }
  .box h2, .help h2 { font: 600 1.25rem/1.3 var(--serif); }
  .bring form { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, max-content)); gap: 0.75rem; align-items: end; }
  .bring .wide { grid-column: 1 / -1; }
  .bring textarea { inline-size: 100%; resize: vertical; font-family: var(--serif); }
  .file { position: relative; }
  .file > span { display: grid; align-items: center; justify-items: center; color: var(--ink); font-size: 1rem; }
  .file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; inline-size: 100%; }
  .file:focus-within > span { outline: 3px solid var(--accent); outline-offset: 2px; }
  .brought > li { border-block-start: 1px solid var(--rule); padding-block: 0.375rem; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }

  .notes { font-size: 0.9375rem; }
  .notes summary { min-block-size: 2rem; display: list-item; align-content: center; color: var(--soft); }
  .notes li { padding-block: 0.125rem; overflow-wrap: anywhere; }
  .notes button.link { min-block-size: 24px; }
  .progress { display: flex; gap: 0.75rem; align-items: center; position: sticky; inset-block-start: 0; z-index: 2; background: var(--bg); padding-block: 0.375rem; font-size: 0.9375rem; }
  .progress progress { flex: 1; max-inline-size: 16rem; accent-color: var(--accent); }
  .failure { border: 2px solid var(--accent); border-radius: 6px; padding: 0.75rem 1rem; margin-block-end: 1rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; overflow-wrap: anywhere; }
  dialog { color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 10px; padding: 1.25rem 1.5rem; max-inline-size: min(30rem, 92vw); }
  dialog::backdrop { background: rgb(0 0 0 / 0.4); }
  .help { line-height: 1.5; }
  .help dl { margin-block: 0.75rem; }
  .help dl > div { display: flex; gap: 1rem; padding-block: 0.25rem; }
  .help dt { min-inline-size: 4rem; }
  .help p { margin-block-start: 0.5rem; }

  @container (max-width: 40rem) {
    .bring form { grid-template-columns: minmax(0, 1fr); }
    .root { padding-block-start: 0.75rem; }
    .sources ul { display: flex; overflow-x: auto; scroll-snap-type: x proximity; margin-inline: -0.875rem; padding-inline: 0.875rem; }
    .source { flex: 0 0 72%; scroll-snap-align: center; }
    .commands button { padding-inline: 0.375rem; }
    .facts { font-size: 0.875rem; }
    .filters { margin-block-end: 0.375rem; }
    .filters[role="group"] { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; margin-inline: -0.875rem; padding: 0.25rem 0.875rem; }
    .filters .pill { flex: none; }
    .filters > label:not(:only-child, .check) { flex: 1 1 40%; }
    .filters > label:not(:only-child, .check) > * { inline-size: 100%; max-inline-size: none; }
    .sources ul, .contents { scrollbar-width: thin; }
  }
`;
