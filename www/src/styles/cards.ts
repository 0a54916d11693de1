/** Differences: cards, the strip, the grid of who tells what. */
import { css } from "lit";

export const cards = css`
  .split { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 2.25rem; }
  @container (min-width: 900px) {
    .split { grid-template-columns: minmax(0, 7fr) minmax(17rem, 4fr); }
    .split[data-open] { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
    .aside > * { position: sticky; inset-block-start: 0.75rem; max-block-size: calc(100vh - 1.5rem); overflow: auto; }
  }
  .beside { display: grid; gap: 1.25rem; }
  .filters { display: flex; flex-wrap: wrap; gap: 0.375rem 0.875rem; align-items: center; margin-block-end: 0.875rem; color: var(--soft); font-size: 0.9375rem; }
  .filters > label:not(.check) { flex-direction: row; align-items: center; gap: 0.5rem; }
  .filters select { max-inline-size: 12rem; }
  .filters [type="search"] { inline-size: 9rem; }
  .pill { border-radius: 99px; font-size: 0.9375rem; padding-inline: 0.875rem; color: var(--ink); }
  .pill[aria-pressed="true"] { background: var(--ink); color: var(--bg); border-color: var(--ink); }
  .pill[aria-pressed="true"]::before { content: "✓ "; }
  @media (forced-colors: active) {
    .pill[aria-pressed="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }

  .cards > .item { border-block-start: 1px solid var(--rule); }
  .cards > .item:first-child { border-block-start: 0; }
  .card { padding: 0.875rem 0.75rem 1rem; margin-inline: -0.75rem; cursor: pointer; border-radius: 8px; border: 1px solid transparent; }
  .card:hover { background: var(--surface); }
  .card[data-open] { background: var(--surface); border-color: var(--edge); box-shadow: inset 4px 0 0 var(--accent); }
  .root[dir="rtl"] .card[data-open] { box-shadow: inset -4px 0 0 var(--accent); }
  .relation { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; font-size: 0.8125rem; color: var(--soft); line-height: 1.4; }
  .relation .glyph { font: 700 1rem/1 var(--sans); }
  .relation .word { font-weight: 700; text-transform: uppercase; letter-spacing: 0.06em; font-size: 0.75rem; }
  .relation[data-relation="conflict"] :is(.glyph, .word) { color: var(--accent); }
  .relation[data-relation="differ"] :is(.glyph, .word) { color: var(--ink); }
  .relation .slots::before { content: "· "; }
  .relation .strength::before { content: "· "; }
  .card h3, .reader h3 { font: 600 1.3125rem/1.25 var(--serif); letter-spacing: -0.008em; text-wrap: pretty; overflow-wrap: anywhere; }
  .card-open { all: unset; position: relative; cursor: pointer; display: block; inline-size: 100%; min-block-size: 24px; padding-block: 0.25rem; unicode-bidi: isolate; }
  .card-open:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
  .card:hover .card-open { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
  .sides { margin-block-start: 0.375rem; display: grid; gap: 0.4375rem; }
  .side { display: grid; grid-template-columns: minmax(1.75rem, max-content) minmax(0, 1fr); gap: 0.625rem; align-items: start; }
  .sides > .hint { grid-column: 1 / -1; }
  .side .sigla { max-inline-size: 5.5rem; }
  @supports (grid-template-columns: subgrid) {
    .sides { grid-template-columns: minmax(1.75rem, max-content) minmax(0, 1fr); column-gap: 0.625rem; }
    .side { grid-template-columns: subgrid; grid-column: 1 / -1; }
  }
  .said { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.42; overflow-wrap: anywhere; }
  q { quotes: "“" "”"; }
  .by { font: 0.8125rem/1.3 var(--sans); color: var(--soft); display: inline-block; max-inline-size: 100%; }
  .by::before { content: "— "; }
  .reason { margin-block-start: 0.5rem; font-size: 0.9375rem; color: var(--soft); }
  .cautions { display: grid; gap: 0.125rem; margin-block-start: 0.375rem; }
  .caution { font-size: 0.875rem; border-inline-start: 3px double var(--edge); padding-inline-start: 0.5rem; overflow-wrap: anywhere; }
  .compact .card { padding-block: 0.5rem 0.625rem; }
  .compact .card h3 { font-size: 1.0625rem; }
  .compact .said { font-size: 0.9375rem; }
  .more { padding-block: 0.75rem; }

  .fold { border-block-start: 2px solid var(--rule); margin-block-start: 1.5rem; }
  .fold > summary { padding-block: 0.625rem; min-block-size: 44px; }
  .fold > summary h3 { display: inline; font: 600 1.125rem/1.3 var(--serif); }
  .scroll { overflow-x: auto; max-inline-size: 100%; }
  .grid th, .grid td { padding: 0.25rem 0.5rem; border-block-end: 1px solid var(--rule); text-align: center; }
  .grid th[scope="row"] { text-align: start; font-weight: 400; max-inline-size: 24rem; overflow-wrap: anywhere; }
  .no { color: var(--soft); }
  .only li { display: inline-flex; align-items: center; gap: 0.375rem; margin-inline-end: 1rem; }

  .note-box, .strip { border-block-start: 3px solid var(--ink); padding-block-start: 0.625rem; }
  .note-box h3, .strip h3 { font: 700 0.75rem/1.4 var(--sans); letter-spacing: 0.06em; text-transform: uppercase; margin-block-end: 0.5rem; }
  .strip li { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0.5rem; padding-block: 0.125rem; }
  .strip svg, .lanes svg { display: block; overflow: visible; }
  .strip .axis { stroke: var(--rule); stroke-width: 10; }
  .tick { fill: var(--soft); cursor: pointer; }
  .tick[data-relation="conflict"] { fill: var(--accent); }
  .tick[data-relation="differ"] { fill: var(--ink); }
  .tick[data-open=""] { stroke: var(--ink); stroke-width: 3; }
  .strip .legend { margin-block-start: 0.5rem; font-size: 0.8125rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 0.875rem; }
  .strip .key[data-relation="conflict"] { color: var(--accent); }
`;
