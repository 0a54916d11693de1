// The texts that the benchmarks read: `node texts.mjs SHARED OUT` writes OUT/news.jsonl, 1 MB of openly licensed text, and
// OUT/many.jsonl, some thousand real articles of any licence, for growth alone; both stay in the ignored cache. SHARED is the
// folder of the corpora, `../shared/data` beside the project; without it the embedded articles stand in for the first, and
// there is no second.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [shared, out] = process.argv.slice(2);
const MB = 1_000_000;

const files = (folder, end) => (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []).filter(f => f.endsWith(end)).sort()
  .map(f => readFileSync(join(folder, f), "utf8"));

/** The documents of a CoNLL-U file: its sentences, a blank line between paragraphs. */
function conllu(text) {
  return text.split(/^# newdoc.*$/m).slice(1).map((doc) => {
    let words = "";
    let paragraph = true;
    for (const line of doc.split("\n")) {
      if (line.startsWith("# newpar")) paragraph = true;
      if (line.startsWith("# text = ")) {
        words += (words && (paragraph ? "\n\n" : " ")) + line.slice(9);
        paragraph = false;
      }
    }
    return words;
  });
}

/** The text of an XML file, line by line. */
const bare = xml => xml.replace(/<[^>]*>/g, "").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, "<").replace(/&amp;/g, "&")
  .replace(/\n{3,}/g, "\n\n").trim();

/** A document of ECB+: tokens by sentence. */
function tokens(xml) {
  const lines = [];
  for (const [, n, word] of xml.matchAll(/<token [^>]*\bsentence="(\d+)"[^>]*>([^<]*)<\/token>/g)) (lines[n] ??= []).push(bare(word));
  return lines.filter(Boolean).map(l => l.join(" ").replace(/ ([.,;:!?%)])/g, "$1")).join("\n\n");
}

function upTo(size, texts) {
  const found = [];
  let sum = 0;
  for (let i = 0; sum < size && texts.length; i++) {
    found.push(texts[i % texts.length]);
    sum += Buffer.byteLength(found.at(-1));
  }
  return found;
}

const write = (name, texts) => writeFileSync(join(out, name), texts.map(text => `${JSON.stringify({ text })}\n`).join(""));

mkdirSync(out, { recursive: true });
const gum = files(join(shared, "treebanks/gum"), ".conllu").flatMap(conllu);
const ewt = files(join(shared, "treebanks/ewt"), ".conllu").flatMap(conllu);
const open = [...gum, ...ewt.filter(t => t.length > 600)];
if (!open.length) console.error(`There are no corpora in ${shared}: the embedded articles are read over and over instead.`);
write("news.jsonl", upTo(MB, open.length ? open : files("seeds", ".txt")));
const many = [
  ...files(join(shared, "crossdoc/ecbplus"), ".xml").map(tokens),
  ...files(join(shared, "attribution/polnear"), ".txt"),
  ...files(join(shared, "time"), ".tml").map(bare),
  ...gum, ...ewt,
].filter(t => t.length > 200);
write("many.jsonl", many);
console.error(`news: ${open.length ? "openly licensed text" : "the embedded articles"}; many: ${many.length} texts`);
