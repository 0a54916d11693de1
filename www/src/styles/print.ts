/** On paper: everything unfolded, in black, nothing to press. */
import { css } from "lit";

export const print = css`
  @media print {
    :host { color-scheme: light; --bg: #fff; --surface: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; --key: #ddd; font-size: 10pt; }
    .root { padding: 0; max-inline-size: none; }
    .top, .filters, .tools, .commands, .more, .edit, .eye, .correct, .bar, .box, .contents, .progress, .strip svg, .aside { display: none !important; }
    .printed { break-before: page; }
    .printed:first-of-type { break-before: auto; }
    .printed > h2 { font: 600 16pt/1.3 var(--serif); border-block-end: 2px solid #000; margin-block: 12pt 6pt; }
    .split, .text-split { display: block; }
    .sources ul { display: grid; grid-template-columns: 1fr 1fr 1fr; }
    .card, .entry, .entity, .claim { break-inside: avoid; }
    .siglum { border: 1px solid #000; color: #000; background: #fff; padding-block-end: 0; }
    .text { max-inline-size: none; break-before: page; }
  }
`;
