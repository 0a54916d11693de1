/** Timeline, people, statements. */
import { css } from "lit";

export const lists = css`
  .lanes { margin-block-end: 1.25rem; }
  .lanes svg { direction: ltr; }
  .lane { stroke: var(--rule); stroke-width: 1; }
  .lanes .gap { fill: var(--bg); stroke: none; cursor: default; }
  .lanes .left-out { stroke: var(--soft); stroke-width: 2; stroke-linecap: round; stroke-dasharray: 0 6; }
  .lanes .grid { stroke: var(--rule); stroke-dasharray: 2 4; }
  .lane-label { fill: var(--tone, light-dark(#1d5f8f, #8cc6f0)); font: 700 0.8125rem var(--sans); paint-order: stroke; stroke: var(--bg); stroke-width: 6px; }
  .tick-label { fill: var(--soft); font: 0.75rem var(--sans); }
  .lanes g { --tone: light-dark(#1d5f8f, #8cc6f0); }
  .lanes g[data-tone="1"] { --tone: light-dark(#8a4b00, #f0b56b); }
  .lanes g[data-tone="2"] { --tone: light-dark(#2b6b3a, #8bd29c); }
  .lanes g[data-tone="3"] { --tone: light-dark(#7c2f78, #e2a5de); }
  .lanes g[data-tone="4"] { --tone: light-dark(#a8391f, #f7a38d); }
  .lanes g[data-tone="5"] { --tone: light-dark(#4a4f63, #bcc2d6); }
  .lanes g :is(circle, rect) { fill: var(--tone); stroke: var(--bg); stroke-width: 1.5; cursor: pointer; }
  .lanes g rect { fill-opacity: 0.45; }
  .lanes [data-conflict="yes"] { stroke: var(--accent); stroke-width: 2.5; }
  .lanes .when-about { fill-opacity: 0.5; }
  @container (max-width: 40rem) { .tick-label[data-spare="yes"] { display: none; } }

  .hint + .entries { margin-block-start: 0.75rem; }
  .entries { border-inline-start: 2px solid var(--rule); margin-inline-start: 0.4375rem; }
  .entry { display: grid; grid-template-columns: minmax(9.5rem, 12rem) minmax(0, 1fr); gap: 0.125rem 1rem; padding: 0.4375rem 0 0.625rem; }
  .entry > .reader { grid-column: 1 / -1; }
  .entry .date { font-size: 0.9375rem; line-height: 1.35; padding-inline-start: 1.25rem; position: relative; padding-block-start: 0.3rem; }
  .entry .date .glyph { position: absolute; inset-inline-start: -0.5625rem; background: var(--bg); inline-size: 1rem; text-align: center; line-height: 1.3; color: var(--ink); }
  .entry[data-conflict] .glyph { color: var(--accent) !important; }
  .entry .shape { color: var(--soft); }
  .entry time { font-weight: 600; }
  .entry .date .sigla { display: flex; margin-block-start: 0.25rem; }
  .entry-open { border: 0; background: none; padding: 0; min-block-size: 28px; font: 600 1.0625rem/1.35 var(--serif); text-align: start; overflow-wrap: anywhere; }
  .entry-open:hover { color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
  .working { font-size: 0.875rem; color: var(--soft); margin-block-start: 0.125rem; display: grid; gap: 0.1875rem; }
  .working li { overflow-wrap: anywhere; }
  .working q { font-family: var(--serif); color: var(--ink); }
  .working [data-basis] i::before { content: "· "; }
  .working [data-basis="assumed"] i { text-decoration: underline dashed 1px; text-underline-offset: 0.2em; }
  .root[dir="rtl"] .working .steps { display: block; }
  .phrase { display: flex; flex-wrap: wrap; gap: 0 0.625rem; align-items: center; border-block-start: 1px solid var(--rule); }
  .phrase .link { font-family: var(--serif); font-size: 1.0625rem; }
  .phrase .date, .phrase i { font-size: 0.875rem; color: var(--soft); }
  .signs { display: grid; grid-template-columns: auto 1fr; gap: 0.125rem 0.75rem; margin-block-end: 0.75rem; }
  .signs dt { inline-size: 1.25rem; text-align: center; }
  .signs .dots { align-self: center; block-size: 2px; background: radial-gradient(circle, var(--soft) 1px, transparent 1px) 0 0 / 6px 2px; }
  @container (max-width: 40rem) { .entry { grid-template-columns: minmax(0, 1fr); } .entry .date .sigla { display: inline-flex; margin-block: 0; margin-inline-start: 0.25rem; } .entry .what { padding-inline-start: 1.25rem; } }

  .entity { border-block-start: 1px solid var(--rule); padding-block: 0.375rem 0.625rem; }
  .entity:first-child { border-block-start: 0; }
  .entity-open { border: 0; background: none; padding: 0; min-block-size: 34px; text-align: start; overflow-wrap: anywhere; }
  .entity-open .name { font: 600 1.1875rem/1.3 var(--serif); }
  .entity-open .type { color: var(--soft); font-size: 0.875rem; margin-inline-start: 0.375rem; }
  .entity-open:hover .name { color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
  .also { font-size: 0.875rem; color: var(--soft); overflow-wrap: anywhere; }
  .role { font-family: var(--serif); font-style: italic; font-size: 0.9375rem; overflow-wrap: anywhere; }
  .person { display: grid; gap: 0.5rem; padding-block: 0.5rem; padding-inline-start: 0.875rem; border-inline-start: 3px solid var(--rule); margin-block-start: 0.375rem; }
  .roles li { font-family: var(--serif); font-style: italic; }
  .correct, .correct form { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .correct select, .correct input { max-inline-size: 12rem; font-size: 0.9375rem; }
  .vocabulary > div { padding-block: 0.5rem; border-block-start: 1px solid var(--rule); }
  .vocabulary dt { font: 600 1.0625rem/1.3 var(--serif); }
  .vocabulary dd { padding-block: 0.125rem; overflow-wrap: anywhere; }

  .count { color: var(--soft); font-size: 0.875rem; margin-block-end: 0.25rem; }
  .claim { border-block-start: 1px solid var(--rule); }
  .claim-open { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; inline-size: 100%; text-align: start; border: 0; background: none; border-radius: 0; padding: 0.5rem 0; align-items: baseline; }
  .claim-open:hover .content { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  .claim .who { display: block; font-weight: 600; font-size: 0.9375rem; overflow-wrap: anywhere; }
  .claim .who i { font-weight: 400; color: var(--soft); }
  .claim[data-source="none"] .who, .claim[data-source="outlet"] .who { color: var(--soft); font-weight: 400; font-style: italic; }
  .claim .content { display: block; font-family: var(--serif); font-size: 1.0625rem; line-height: 1.42; overflow-wrap: anywhere; }
  .claim .tags { font-size: 0.8125rem; color: var(--soft); }
  .claim:has([aria-expanded="true"]) { background: var(--surface); box-shadow: inset 4px 0 0 var(--accent); padding-inline-start: 0.75rem; }

  /* Rows of a large dossier that are out of sight are not laid out: its page is drawn in the time of a screen of it. What has the focus may
     draw its outline past its edge. Not in WebKit, the one engine that knows the other property: it tells wrong places of such rows, and of loops. */
  @media screen {
    @supports not (hanging-punctuation: first) {
      .root[data-many] :is(.card, .entity, .entry, .claim, .phrase, .contents > li):not(:focus-within) { content-visibility: auto; contain-intrinsic-block-size: auto 8rem; }
    }
    .root[data-many] .entry { margin-inline-start: -0.625rem; padding-inline-start: 0.625rem; }
  }
`;
