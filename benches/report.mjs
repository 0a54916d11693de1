// `node report.mjs FOLDER`: what `cargo xtask bench` measured, as docs/benchmarks.md and docs/pictures/growth.svg.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

const folder = process.argv[2];
const read = name => (existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), "utf8")) : null);
const [stages, growth, peers] = ["stages.json", "growth.json", "peers.json"].map(read);
const middle = list => [...list].sort((a, b) => a - b)[list.length >> 1];
const thousands = n => Math.round(n / 1000).toLocaleString("en");
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map(r => `| ${r.join(" | ")} |`).join("\n");
const { tokens } = peers;

// The driver sorts names; here they stand in the order in which the work grows.
const ORDER = ["articles", "tokens", "tags", "times", "trees", "names", "alone", "together"].map(s => `synoptic: ${s}`);
const place = name => (ORDER.indexOf(name) + 1 || 99);
const rows = Object.entries(peers.found).sort(([a], [b]) => place(a) - place(b)).map(([name, { ms }]) => ({ name, ms: middle(ms), least: Math.min(...ms), most: Math.max(...ms) }));
const of = name => rows.find(r => r.name === name).ms;
const wink = of("wink-nlp: all pipes");
const inPage = rows.map(r => [r.name, `${(r.ms / 1000).toFixed(2)} (${(r.least / 1000).toFixed(2)} to ${(r.most / 1000).toFixed(2)})`,
  thousands(tokens / (r.ms / 1000)), (wink / r.ms).toFixed(2)]);
const natively = stages.map(s => [s.stage, s.median.toFixed(2), thousands(tokens / s.median)]);
const mb = g => g.bytes / 1e6;
const each = (g, s) => [s.toFixed(2), (1000 * s / g.articles).toFixed(1), (s / mb(g)).toFixed(1)];
const grown = (growth ?? []).map(g => [g.articles, mb(g).toFixed(2), ...each(g, g.read), ...each(g, g.join), g.one_more.toFixed(2), g.peak_mb?.toFixed(0) ?? ""]);
const staged = (growth ?? []).map(g => [g.articles, g.trees.toFixed(2), ...Object.values(g.stages).map(s => `${s.toFixed(2)} (${(1000 * s / g.articles).toFixed(1)})`)]);

const started = Object.entries(peers.cold).map(([name, c]) => [name, ...[c.ready, c.first, c.again].map(ms => ms.toFixed(0)),
  thousands(Object.entries(peers.bytes).find(([k]) => k.startsWith(name) && !k.endsWith("alone"))?.[1] ?? peers.wasm_brotli)]);

/** Who is quicker at what, in a sentence. */
function verdict() {
  const against = (ours, theirs) => {
    const ratio = of(theirs) / of(ours);
    const [name, other] = [ours.replace("synoptic: ", 'our "') + '"', theirs];
    return ratio >= 1 ? `${name} is ${ratio.toFixed(1)} times as quick as ${other}` : `${other} is ${(1 / ratio).toFixed(1)} times as quick as ${name}`;
  };
  return [["synoptic: tags", "wink-nlp: all pipes"], ["synoptic: times", "chrono-node: dates"], ["synoptic: times", "compromise-dates: dates"],
    ["synoptic: alone", "wink-nlp: all pipes"], ["synoptic: together", "wink-nlp: all pipes"]].map(p => against(...p)).join("; ").replace(/^our/, "Our") + ".";
}

/** Seconds against articles, both by tens. */
function plot(points) {
  const [w, h, pad] = [560, 300, 48];
  const x = n => pad + (Math.log10(n) - 1) / 2.7 * (w - 2 * pad);
  const y = s => h - pad - (Math.log10(Math.max(s, 0.01)) + 2) / 4.5 * (h - 2 * pad);
  const line = (key, colour) => `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(p => `${x(p.articles).toFixed(1)},${y(p[key]).toFixed(1)}`).join(" ")}"/>`;
  const last = points.at(-1);
  const label = (key, colour, words) => `<text x="${x(last.articles) + 4}" y="${y(last[key]) + 4}" fill="${colour}">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" font-family="sans-serif" font-size="11">
<rect width="${w}" height="${h}" fill="#fff"/>
${[10, 100, 1000].map(n => `<line x1="${x(n)}" x2="${x(n)}" y1="${pad}" y2="${h - pad}" stroke="#ddd"/><text x="${x(n)}" y="${h - pad + 16}" text-anchor="middle">${n}</text>`).join("\n")}
${[0.01, 0.1, 1, 10, 100].map(s => `<line x1="${pad}" x2="${w - pad}" y1="${y(s)}" y2="${y(s)}" stroke="#ddd"/><text x="${pad - 6}" y="${y(s) + 4}" text-anchor="end">${s} s</text>`).join("\n")}
${line("read", "#1d5f8f")}${label("read", "#1d5f8f", "read")}
${line("join", "#a8391f")}${label("join", "#a8391f", "join")}
<text x="${w / 2}" y="${h - 10}" text-anchor="middle">articles</text>
</svg>
`;
}
if (grown.length > 1) writeFileSync("docs/pictures/growth.svg", plot(growth));

writeFileSync("docs/benchmarks.md", `# Benchmarks

Made by \`cargo xtask bench\`, on ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, Chromium ${peers.chromium}.
Figures of another machine differ; the ratios tell more.

## In one page, beside other libraries

${(peers.characters / 1e6).toFixed(2)} million characters of openly licensed text (GUM and English Web Treebank), ${tokens.toLocaleString("en")} tokens as wink-nlp counts
them, on one thread of one headless page, the jobs by turns, ${peers.runs} times each: the middle (least to most), by the clock on the wall. A stage
of ours takes in all before it that it needs; "alone" is all that one article yields (mentions, events, claims too), "together" the whole
analysis, every article compared with every other. The others do less: wink-nlp tags, and finds numbers and dates but no names and no
trees; compromise tags by lists and rules; chrono-node finds dates. So wink-nlp stands beside our "tags", chrono-node and
compromise-dates beside our "times".

${table(["what", "seconds", "thousand tokens a second", "speed, wink-nlp = 1"], inPage)}

${verdict()}

From nothing to an answer in milliseconds, once each, no file waiting for the network: until the library stands, the first article (of ${peers.article.toLocaleString("en")}
characters; lazy tables are built then), the same article again. Ours does the whole analysis.

${table(["what", "stands", "first article", "again", "KB over the wire, brotli"], started)}

## Bytes

${Object.entries(peers.bytes).map(([k, v]) => `${k} ${thousands(v)} KB`).join(", ")}; what a page of ours loads in all, part by part, stands in [scores.md](scores.md).

## Natively, stage by stage

The same text, processor time, the middle of five runs (\`stages\`, built as the native tools are).

${table(["stage and all before it", "seconds", "thousand tokens a second"], natively)}

## Growth

${grown.length ? `Real articles and web texts (ECB+, PolNeAR, TimeBank, GUM, EWT), none twice, natively, processor time; there are ${growth.at(-1).articles.toLocaleString("en")} of them
where 3,000 were asked for. The first thousand are short, and many of each event. "Read" is what each article yields alone; "join" all
that takes them together: entities, timeline, differences. "One more" reads one further article and joins all again, since only what an
article yields alone is kept: so adding one to 500 costs the join of 501.

${table(["articles", "MB", "read, s", "ms an article", "s a MB", "join, s", "ms an article", "s a MB", "one more, s", "peak MB"], grown)}

Stage by stage, seconds (milliseconds an article); the trees, with all before them, are most of what reading costs.

${table(["articles", "trees", ...Object.keys(growth[0].stages)], staged)}

![seconds against articles](pictures/growth.svg)` : "Not measured: the corpora are not there."}
`);
console.error("docs/benchmarks.md is written");
