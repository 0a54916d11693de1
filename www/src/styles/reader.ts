/** The reader beside the list, and the texts. */
import { css } from "lit";

export const readerStyles = css`
  .reader { background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; padding: 0.5rem 1.125rem 1rem; }
  .reader .bar { display: flex; gap: 0.25rem; align-items: center; position: sticky; inset-block-start: -0.5rem; background: var(--surface); z-index: 1; margin-inline: -0.5rem; }
  .reader .bar button { border: 0; background: none; padding-inline: 0.625rem; min-inline-size: 44px; color: var(--soft); font-size: 0.9375rem; }
  .reader .bar button:hover { color: var(--accent); }
  .reader .bar [part="previous"], .reader .bar [part="next"] { font-size: 1.5rem; line-height: 1; }
  .root[dir="rtl"] .bar :is([part="previous"], [part="next"]) { transform: scaleX(-1); }
  .fill { flex: 1; }
  .reader h3 { margin-block-end: 0.375rem; }
  .why { margin-block: 0.375rem; font-size: 0.9375rem; color: var(--soft); }
  .why li { padding-inline-start: 1rem; text-indent: -1rem; overflow-wrap: anywhere; }
  .why li::before { content: "→ "; }
  .columns { display: grid; gap: 0 1.25rem; grid-template-columns: minmax(0, 1fr); margin-block-start: 0.75rem; }
  .column { border-block-start: 3px solid var(--ink); padding-block: 0.5rem 0.75rem; min-inline-size: 0; }
  .aside .reader { container-type: inline-size; }
  @container (min-width: 520px) {
    .aside .columns:is([data-n="2"], [data-n="3"]) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  .column[data-scroll] { overflow: auto; overscroll-behavior: auto; max-block-size: min(22rem, 52vh); padding-block-start: 0; scrollbar-width: thin; }
  .reader .legend + :is(.relation, .why) { margin-block-start: 0.75rem; }
  /* Under each other they are lower, so that more than the first is in sight. */
  @container (max-width: 519px) { .column[data-scroll]:not([data-whole]) { max-block-size: min(13rem, 36vh); } }
  .columns[data-n="3"] .column[data-scroll]:not([data-whole]) { max-block-size: min(15rem, 40vh); }
  .column[data-scroll] h4 { position: sticky; inset-block-start: 0; background: var(--surface); padding-block: 0.375rem 0.25rem; z-index: 1; }
  .column[data-scroll] .excerpt { margin-block-start: 0; }
  .column[data-scroll] .words { max-block-size: none !important; border: 0 !important; }
  .column[data-scroll]:focus-visible { outline-offset: -3px; }
  .reader[data-group] > h3 { font: 600 1rem/1.35 var(--sans); margin-block-end: 0; }
  .reader[data-group] > .columns { margin-block-start: 0.5rem; }
  .excerpt { margin-block: 0.375rem 0.75rem; }
  .excerpt h4 { font-weight: 600; font-size: 0.9375rem; overflow-wrap: anywhere; }
  .excerpt h4 small { font-weight: 400; white-space: nowrap; }
  .words { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.55; overflow-wrap: anywhere; margin-block: 0.25rem; display: grid; gap: 0.5rem; }
  .words p { white-space: pre-line; }
  .words [data-kind="headline"] { font-weight: 600; line-height: 1.35; }
  .words :is([data-kind="byline"], [data-kind="rest"], [data-kind="caption"]) { font: 0.875rem/1.5 var(--sans); color: var(--soft); }
  .words [data-kind="subhead"] { font-weight: 700; }
  .excerpt[data-whole] .words { max-block-size: min(60vh, 34rem); overflow: auto; border-block: 1px solid var(--rule); padding-block: 0.5rem; }
  .tools { display: flex; flex-wrap: wrap; gap: 0 0.875rem; font-size: 0.875rem; color: var(--soft); }
  .legend { margin-block-start: 0.375rem; font-size: 0.8125rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; }
  .legend > * { color: var(--ink); }

  .text-split { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: minmax(0, 1fr); }
  @container (min-width: 900px) { .text-split { grid-template-columns: 17rem minmax(0, 1fr); } }
  .contents { display: grid; align-content: start; gap: 0.25rem; }
  .choose { display: flex; gap: 0.625rem; inline-size: 100%; text-align: start; border-color: transparent; background: none; padding: 0.5rem 0.625rem; line-height: 1.35; }
  .choose[aria-pressed="true"] { background: var(--surface); border-color: var(--edge); box-shadow: inset 4px 0 0 var(--accent); }
  .choose > span { min-inline-size: 0; overflow-wrap: anywhere; }
  .choose .outlet { display: block; font-weight: 600; }
  .choose .title { font-size: 0.875rem; color: var(--soft); }
  @container (max-width: 899px) {
    .contents { display: flex; overflow-x: auto; scroll-snap-type: x proximity; margin-inline: -0.875rem; padding-inline: 0.875rem; scroll-padding-inline: 0.875rem; }
    .contents li { flex: 0 0 78%; scroll-snap-align: start; }
    .choose { block-size: 100%; align-items: flex-start; border-color: var(--rule); }
  }
  .text { max-inline-size: 42rem; font: 1.125rem/1.62 var(--serif); overflow-wrap: anywhere; }
  .text .kicker { font: 0.875rem/1.5 var(--sans); color: var(--soft); }
  .text .title { font: 600 clamp(1.5rem, 1.1rem + 1.6cqi, 2.125rem)/1.18 var(--serif); margin-block: 0.375rem 0.75rem; text-wrap: balance; letter-spacing: -0.01em; }
  .text p { margin-block-end: 0.875rem; }
  .text h4 { font-weight: 700; margin-block: 1.25rem 0.5rem; }
  .text .caption { font: 0.9375rem/1.5 var(--sans); color: var(--soft); border-inline-start: 3px solid var(--rule); padding-inline-start: 0.75rem; }
  .text .byline { font: 0.9375rem/1.5 var(--sans); color: var(--soft); }
  .tag { font-size: 0.75rem; text-transform: uppercase; letter-spacing: 0.05em; }
  .dropped { font: 0.875rem/1.5 var(--sans); color: var(--soft); margin-block-end: 0.75rem; border-inline-start: 3px dotted var(--edge); padding-inline-start: 0.75rem; }
  .words .dropped { margin-block: 0; font-size: 0.8125rem; }
  .dropped summary { min-block-size: 24px; }
  .dropped p { text-decoration: line-through; text-decoration-thickness: 1px; white-space: pre-line; }
  .dropped .link, .restored .link { font: 0.8125rem/1.5 var(--sans); min-block-size: 24px; color: var(--soft); }
  .restored { border-inline-start: 3px dotted var(--edge); padding-inline-start: 0.75rem; margin-block-end: 0.75rem; }
  .restored p { white-space: pre-line; }
`;
