/** Colours, type, marks, controls. Everything a host may want to change is a custom property. */
import { css } from "lit";

export const base = css`
  :host {
    --bg: var(--synoptic-bg, light-dark(#fbfaf6, #15161a));
    --surface: var(--synoptic-surface, light-dark(#ffffff, #1d1f24));
    --ink: var(--synoptic-ink, light-dark(#1c1b18, #ece9e2));
    --soft: var(--synoptic-soft, light-dark(#5b584f, #aeaaa0));
    --rule: var(--synoptic-rule, light-dark(#dcd7c9, #3a3c43));
    --edge: light-dark(#8a8577, #7f7d78);
    --accent: var(--synoptic-accent, light-dark(#a3162b, #ff9a96));
    --key: var(--synoptic-mark, light-dark(#ffe694, #66520f));
    --serif: var(--synoptic-serif, "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif);
    --sans: var(--synoptic-sans, "Inter", system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Helvetica Neue", Arial, sans-serif);
    display: block;
    container-type: inline-size;
    overflow-x: clip;
    color-scheme: light dark;
    color: var(--ink);
    background: var(--bg);
    font: 400 1rem/1.5 var(--sans);
    text-align: start;
  }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: border-box; }
  h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h3, h4 { font: inherit; }
  table { border-collapse: collapse; }
  .unseen, .live { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .hint, small { color: var(--soft); font-size: 0.875rem; }
  .empty { color: var(--soft); padding-block: 2rem; font-family: var(--serif); font-size: 1.125rem; }
  kbd { font: 0.75rem/1 var(--sans); border: 1px solid var(--edge); border-radius: 3px; padding: 0.125rem 0.3rem; }
  i { font-style: italic; }

  button, select, input, textarea, .file > span {
    font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 6px;
    min-block-size: 44px; padding: 0.25rem 0.875rem; max-inline-size: 100%;
  }
  button, select, summary, .file, label.check { cursor: pointer; }
  button:hover, .file > span:hover { border-color: var(--ink); }
  button[disabled] { opacity: 0.45; cursor: default; }
  button.primary { background: var(--ink); color: var(--bg); border-color: var(--ink); }
  button.link { border: 0; background: none; padding: 0 0.125rem; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; text-align: start; }
  button.link:hover { color: var(--accent); }
  button.danger { color: var(--accent); }
  /* What looks small is pressed over 44 px all the same. */
  .card-open, .entry-open, .entity-open, .dropped :is(summary, .link), .restored .link, .notes :is(summary, .link) { position: relative; }
  :is(.card-open, .entry-open, .entity-open, .dropped :is(summary, .link), .restored .link, .notes :is(summary, .link))::after {
    content: ""; position: absolute; inset-inline: 0; inset-block: -0.625rem;
  }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
  h3:focus, [tabindex="-1"]:focus { outline: none; }
  h3:focus-visible { outline: 3px solid var(--accent); outline-offset: 4px; }

  .siglum {
    --tone: light-dark(#1d5f8f, #8cc6f0);
    display: inline-block; text-align: center; min-inline-size: 1.5rem; block-size: 1.5rem; padding-inline: 0.25rem;
    font: 700 0.8125rem/calc(1.5rem - 3px) var(--sans); text-decoration: none; color: light-dark(#fff, #14151a);
    background: var(--pattern, none) bottom / 100% 4px no-repeat, var(--tone); border-radius: 3px; vertical-align: middle;
  }
  [data-tone="1"] { --tone: light-dark(#8a4b00, #f0b56b); }
  [data-tone="2"] { --tone: light-dark(#2b6b3a, #8bd29c); }
  [data-tone="3"] { --tone: light-dark(#7c2f78, #e2a5de); }
  [data-tone="4"] { --tone: light-dark(#a8391f, #f7a38d); }
  [data-tone="5"] { --tone: light-dark(#4a4f63, #bcc2d6); }
  .siglum { --veil: light-dark(rgb(255 255 255 / 0.75), rgb(0 0 0 / 0.6)); }
  .siglum[data-pattern="0"] { --pattern: linear-gradient(var(--veil), var(--veil)); }
  .siglum[data-pattern="1"] { --pattern: repeating-linear-gradient(90deg, var(--veil) 0 2px, transparent 2px 4px); }
  .siglum[data-pattern="2"] { --pattern: repeating-linear-gradient(135deg, var(--veil) 0 2px, transparent 2px 5px); }
  .siglum[data-pattern="3"] { --pattern: linear-gradient(transparent 50%, var(--veil) 50%); }
  .siglum[data-pattern="4"] { --pattern: repeating-linear-gradient(90deg, var(--veil) 0 5px, transparent 5px 8px); }
  .siglum[data-pattern="5"] { --pattern: repeating-linear-gradient(45deg, var(--veil) 0 3px, transparent 3px 6px); }
  .sigla { display: inline-flex; gap: 0.2rem; flex-wrap: wrap; vertical-align: middle; }

  mark { color: inherit; background: var(--key); border-radius: 2px; padding-inline: 1px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .m-key { font-weight: 600; text-decoration: underline solid var(--accent) 2px; text-underline-offset: 0.22em; }
  .m-source { text-decoration: underline solid light-dark(#1d5f8f, #8cc6f0) 2px; text-underline-offset: 0.22em; }
  .m-cue { text-decoration: underline dashed light-dark(#2b6b3a, #8bd29c) 2px; text-underline-offset: 0.22em; }
  .m-hedge { text-decoration: underline wavy light-dark(#7c2f78, #e2a5de) 1px; text-underline-offset: 0.22em; }
  .m-entity { text-decoration: underline dotted var(--soft) 2px; text-underline-offset: 0.22em; }
  .m-time { text-decoration: underline double light-dark(#8a4b00, #f0b56b) 1px; text-underline-offset: 0.22em; }
  .m-statement { text-decoration: underline solid light-dark(#1d5f8f, #8cc6f0) 2px; text-underline-offset: 0.22em; }
  .m-difference { background: var(--key); color: var(--ink); }
  .text mark { cursor: pointer; }

  /* Words of another direction than the page's: a block of their own, so that wrapped lines stay whole, begun at the page's edge. */
  .root[dir="rtl"] :is(.said q, .by, .caution [lang], .notes li > [lang]) { display: block; }
  .root[dir="rtl"] :is(.said q, .by, .caution [lang], .notes li > [lang], .card-open, .entry-open, .reason, .role, .roles li, .why li, .steps, .link,
    .reader h3, .claim .who, .claim .content, .choose .title, .choose .outlet, .source .outlet, .grid th[scope="row"]) { text-align: right; }

  @media (forced-colors: active) {
    .siglum { border: 1px solid CanvasText; color: CanvasText; background: Canvas; }
    mark { background: Mark; color: MarkText; forced-color-adjust: none; }
    [aria-pressed="true"], [aria-selected="true"] { outline: 2px solid Highlight; }
  }
  @media (prefers-reduced-motion: no-preference) {
    button, .card { transition: border-color 0.12s, background-color 0.12s; }
  }
`;
