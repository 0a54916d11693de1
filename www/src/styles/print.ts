/** On paper: everything unfolded, in black, nothing to press. */
import { css } from "lit";

export const print = css`
  @media print {
    :host { color-scheme: light; --bg: #fff; --surface: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --key: #ddd; font-size: 9pt; }
    .root { padding: 0; max-inline-size: none; line-height: 1.35; }
    .top, .filters, .tools, .commands, .more, .edit, .eye, .correct, .bar, .box, .contents, .progress, .strip svg, .aside { display: none !important; }
    .printed + .printed { break-before: page; }
    .printed > h2 { font: 600 16pt/1.3 var(--serif); border-block-end: 2px solid #000; margin-block: 12pt 6pt; }
    h2, h3 { break-after: avoid; }
    .split, .text-split { display: block; }
    .sources ul { display: grid; grid-template-columns: 1fr 1fr 1fr; }
    .card, .entry, .entity, .claim, .side, tr { break-inside: avoid; }
    .card, .entity, .claim { padding-block: 4pt; }
    .card, .cards .item { margin: 0; }
    .card h3, .entity-open .name { font-size: 11pt; }
    .said, .claim .content, .text p { font-size: 9.5pt; line-height: 1.35; }
    .claim .who, .working, .also, .role, .reason, .by, .hint, .why, .entry .date, .type { font-size: 8.5pt; line-height: 1.35; }
    .claim-open { padding: 0; gap: 6pt; }
    .entry { padding-block: 2pt; }
    .entity-open, .entry-open, .claim-open { min-block-size: 0; }
    .entities, .claims { columns: 2; column-gap: 16pt; }
    .person { padding-block: 2pt; margin-block-start: 0; gap: 2pt; }
    .grid :is(td, th) { padding: 0 5pt; }
    .siglum { border: 1px solid #000; color: #000; background: #fff; padding-block-end: 0; }
    .text { max-inline-size: none; break-before: page; }
    .text:first-of-type { break-before: auto; }
  }
`;
