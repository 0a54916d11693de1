// The page's own thinking, without a page: marks, dates, links, sessions, articles as given, messages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { build } from "esbuild";
import { harbour } from "./fixtures/harbour.js";

const PARTS = ["parts/blocks", "model", "date-words", "links", "session", "given", "visible", "i18n", "keys", "core", "engine", "portions"];
const result = await build({
  stdin: {
    contents: PARTS.map(p => `export * as ${p.split("/").at(-1).replace("-", "_")} from "./${p}.ts";`).join("\n"),
    resolveDir: new URL("../src", import.meta.url).pathname, loader: "ts",
  },
  bundle: true, write: false, format: "esm", platform: "node", external: ["./synoptic.js"], logLevel: "error",
});
const { blocks, model, date_words, links, session, given, visible, i18n, keys, core, engine, portions } =
  await import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString("base64")}`);
const m = new model.Model(harbour);

test("marks cut the text at every border and lose none of it", () => {
  const cases = [
    ["abcdef", [], ["abcdef"]],
    ["abcdef", [[1, 3, "x"]], ["a", "bc|x", "def"]],
    ["abcdef", [[1, 4, "x"], [2, 6, "y"]], ["a", "b|x", "cd|x,y", "ef|y"]],
    ["abcdef", [[0, 6, "x"], [2, 3, "y"], [2, 2, "z"]], ["ab|x", "c|x,y", "def|x"]],
    ["abcdef", [[-5, 99, "x"]], ["abcdef|x"]],
  ];
  for (const [text, marks, wanted] of cases) {
    const runs = model.segment(text, 0, text.length, marks.map(([start, end, kind]) => ({ start, end, kind })));
    assert.deepEqual(runs.map(r => [r.text, r.kinds.join()].filter(Boolean).join("|")), wanted);
    assert.equal(runs.map(r => r.text).join(""), text);
  }
});

test("an article falls into blocks that hold all of its words once", () => {
  const text = "Head\n\nCap one\nShare\n\nShare again\n\nBody starts. Read more here. Body ends.\nTail of no paragraph\n";
  const at = (words, from = 0) => ({ input: 0, start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length });
  const a = {
    ...harbour.articles[0], span: { input: 0, start: 0, end: text.length }, headline: at("Head"), byline: null,
    paragraphs: [{ span: at("Cap one"), kind: "caption" }, { span: at("Body starts. Read more here. Body ends."), kind: "body" }],
    dropped: [{ span: at("Share"), why: "a" }, { span: at("Share again"), why: "b" }, { span: at("Read more here."), why: "c" }],
  };
  const say = (from, to) => blocks.blocks(a, text, from, to).map(b => `${b.kind}: ${b.lines.map(l => text.slice(l.start, l.end)).join(" | ")}${b.why.length ? ` (${b.why})` : ""}`);
  assert.deepEqual(say(0, text.length), ["headline: Head", "caption: Cap one", "dropped: Share | Share again (a,b)", "body: Body starts.",
    "dropped: Read more here. (c)", "body: Body ends.", "rest: Tail of no paragraph"]);
  assert.deepEqual(say(at("one").start, at("starts").end), ["caption: one", "dropped: Share | Share again (a,b)", "body: Body starts"]);
  assert.deepEqual(blocks.blocks(undefined, text, 0, 4).map(b => b.kind), ["rest"]);
  assert.deepEqual(say(4, 6), []);
});

test("a date's shape says how sure it is", () => {
  const cases = [
    ["2024-12-08", "2024-12-08", "2024-12-08", "on", "8 Dec 2024"],
    ["2024-12-08~", "2024-12-08", "2024-12-08", "about", "8 Dec 2024"],
    ["../2024-12-08", null, "2024-12-08", "until", "8 Dec 2024"],
    ["2024-12-08/..", "2024-12-08", null, "after", "8 Dec 2024"],
    ["2024-12", "2024-12-01", "2024-12-31", "in", "December 2024"],
    ["2018", "2018-01-01", "2018-12-31", "in", "2018"],
    ["[2024-11-27,2024-11-30]", "2024-11-27", "2024-11-30", "one-of", "27 Nov 2024 / 30 Nov 2024"],
    ["", null, null, "undated", ""],
    [null, null, null, "undated", ""],
  ];
  for (const [edtf, earliest, latest, shape, words] of cases) {
    assert.deepEqual(date_words.dateShown("en", { edtf, earliest, latest }), { shape, words }, String(edtf));
  }
  assert.match(date_words.dateShown("en", { edtf: "2024-12-09/2024-12-31", earliest: "2024-12-09", latest: "2024-12-31" }).words, /9.+31 Dec 2024/);
  for (const [said, wanted] of [
    ["The words say it: 2024-07-24.", "The words say it: 24 Jul 2024."], ["counted: 2024-11.", "counted: November 2024."],
    ["on 2024-12-XX", "on December 2024"], ["ISBN 2024-07-245", "ISBN 2024-07-245"], ["2024-99-01", "2024-99-01"],
  ]) assert.equal(date_words.inWords(said), wanted);
  assert.match(date_words.inWords("Published 2024-12-02/2024-12-30; so"), /^Published 2.+30 Dec 2024; so$/);
  assert.equal(date_words.dateShown("en", { edtf: "2024-11-01/2024-11-30", earliest: "2024-11-01", latest: "2024-11-30" }).words, "November 2024");
  for (const odd of ["", "x", "2024-99-99", "-0044-03-15", "99999"]) assert.equal(typeof date_words.day("en", odd), "string");
});

test("the axis of days leaves out what is empty", () => {
  const scale = model.scaleOf([100, 101, 230, 232, 240, 250]);
  assert.equal(scale.gaps.length, 1);
  const places = [100, 101, 230, 232, 240, 250].map(scale.at);
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.ok(places[0] === 4 && places.at(-1) === 97 && places[2] - places[1] < 8, places.join(" "));
  assert.ok(scale.at(150) > places[1] && scale.at(150) < places[2], "a day in the gap lies in the gap");
  assert.deepEqual(model.scaleOf([1, 2, 3, 4, 5]).gaps, []);
  assert.deepEqual([model.scaleOf([]), model.scaleOf([7, 7]), model.scaleOf([NaN])], [null, null, null]);
  const far = model.scaleOf([-100000, 0, 5, 200000]);
  for (const n of [-1e9, -100000, 3, 1e9]) assert.ok(far.at(n) >= 0 && far.at(n) <= 100);
});

test("a link finds its difference again, and says so when it can't", () => {
  for (const g of harbour.diff.groups) {
    const wanted = links.read("cmp", links.write("cmp", m, "differences", g));
    assert.equal(wanted.view, "differences");
    assert.equal(links.find(m, wanted)?.sides[0].members[0].key.start, g.sides[0].members[0].key.start, g.id);
  }
  assert.equal(links.find(m, { view: null, quote: "words of another text", before: "" }), null);
  assert.equal(links.read("cmp", "#other=1"), null);
  assert.equal(links.read("cmp", "#cmp=nonsense").view, null);
});

test("hiding an article leaves no one-sided difference", () => {
  const all = visible.visibleGroups(m, { hidden: new Set(), minStrength: "weak" });
  assert.deepEqual(all.map(g => g.relation), [...all.map(g => g.relation)].sort((a, b) => ["conflict", "differ", "agree"].indexOf(a) - ["conflict", "differ", "agree"].indexOf(b)));
  const without = visible.visibleGroups(m, { hidden: new Set(["a2"]), minStrength: "weak" });
  for (const g of without) {
    assert.ok(g.sides.every(s => s.members.every(x => x.article !== "a2")));
    assert.ok(g.relation === "agree" || g.sides.length > 1, g.id);
  }
  assert.ok(visible.visibleGroups(m, { hidden: new Set(), minStrength: "strong" }).every(g => g.strength === "strong"));
});

test("a card shows of each side the words that its reason quotes, else the shortest", () => {
  const texts = ["The planned attack led to urgent action. It had precise news. no"];
  const at = (words) => ({ input: 0, start: texts[0].indexOf(words), end: texts[0].indexOf(words) + words.length });
  const side = { says: "", members: ["The planned attack led to urgent action", "It had precise news", "no"].map((w, i) => ({ claim: `c${i}`, article: "a1", key: at(w) })) };
  const own = new model.Model({ ...harbour, texts });
  const chosen = why => own.words(model.decisive(own, { differsIn: why.map(w => ({ slot: "polarity", why: w })) }, side).key);
  assert.equal(chosen(["“The planned attack led to urgent action” says yes; “it is not so” says no."]), "The planned attack led to urgent action");
  assert.equal(chosen(["“precise news” differs"]), "It had precise news");
  assert.equal(chosen(["The counts differ: 2 and 3."]), "It had precise news", "two letters are a crumb");
  assert.equal(chosen([]), "It had precise news");
});

test("reports are of one story where something leads from each to each; a country is not enough", () => {
  const ids = harbour.articles.map(a => a.id);
  const bare = { ...harbour, diff: { groups: [], onlyIn: {} }, timeline: { expressions: [], entries: [] }, entities: [],
    articles: harbour.articles.map(a => ({ ...a, dependsOn: [] })) };
  const one = more => new model.Model({ ...bare, ...more }).oneStory(ids);
  const entity = (type, articles) => ({ id: "e", type, name: "X", aliases: [], roles: [], joined: [],
    mentions: harbour.articles.filter(a => articles.includes(a.id)).map(a => ({ kind: "name", span: { input: a.input, start: a.span.start, end: a.span.start + 1 } })) });
  assert.equal(one({}), false);
  assert.equal(one({ entities: [entity("GPE", ids)] }), false);
  assert.equal(one({ entities: [entity("PERSON", ids)] }), true);
  assert.equal(one({ entities: [entity("PERSON", ids.slice(0, 2)), { ...entity("ORG", ids.slice(1)), id: "f" }] }), true);
  assert.equal(one({ entities: [entity("PERSON", ids.slice(1))] }), false);
  assert.equal(one({ diff: { onlyIn: {}, groups: [{ sides: [{ members: ids.map(article => ({ article })) }] }] } }), true);
  assert.equal(new model.Model(bare).oneStory(ids.slice(0, 1)), true);
});

test("the first article of one's own takes the sample's place, the second joins the first, and undo brings the sample back", () => {
  const s = new session.Session();
  s.start(true, []);
  assert.equal(s.replacedSample, false);
  s.add([{ text: "one" }]);
  assert.deepEqual([s.plan.sample, s.plan.inputs.length, s.replacedSample], [false, 1, true]);
  s.add([{ text: "two" }]);
  assert.deepEqual([s.plan.sample, s.plan.inputs.length, s.replacedSample], [false, 2, false]);
  s.undo();
  s.undo();
  assert.deepEqual([s.plan.sample, s.plan.inputs.length], [true, 0]);
});

test("corrections are kept by place, and a session survives its file", () => {
  const s = new session.Session();
  s.start(false, [{ text: "one" }, { text: "two" }]);
  const named = new model.Model({ ...harbour, keys: ["i1", "i2", "i3", "i4"] });
  assert.ok(s.correct(named, { kind: "merge", entities: ["e1", "e5"] }));
  assert.ok(s.correct(named, { kind: "date", article: "a2", published: "2031-03-05" }));
  assert.equal(s.correct(named, { kind: "rename", entity: "e99", name: "x" }), false);
  const again = new session.Session();
  assert.ok(again.load(s.save()));
  assert.deepEqual(again.plan, s.plan);
  assert.ok(s.undo());
  assert.equal(s.plan.corrections.length, 1);
  s.drop("i1");
  assert.deepEqual(s.plan.corrections, [], "nothing is left of what was said about a dropped text");
  for (const odd of ["", "{", "null", "[]", '{"synopticSession":2}', "7"]) assert.equal(again.load(odd), false, odd);
  const at = { key: "i1", start: 0, end: 1 };
  const other = JSON.stringify({ synopticSession: 1, inputs: [{ key: "i1", input: { text: "three" } }, { key: "i1", input: { text: "four" } }],
    corrections: [{ kind: "merge", at }, { kind: "date", at }, { kind: "rename", at, name: "x" }] });
  const keys = new Set(again.plan.inputs.map(i => i.key));
  assert.ok(again.load(other));
  assert.equal(new Set([...keys, ...again.plan.inputs.map(i => i.key)]).size, keys.size + 2, "keys of a file are no keys here");
  assert.deepEqual(again.plan.corrections.map(c => [c.kind, c.at.key]), [["rename", again.plan.inputs[0].key]], "half a correction is none");
  again.start(false, [{ text: ' {"articles":[{"text":"a"},"b"]}' }, { text: "[1] it says" }]);
  assert.deepEqual(again.plan.inputs.map(i => i.input.text), ['{"articles":[{"text":"a"}]}', '{"articles":["b"]}', "[1] it says"]);
  assert.ok(again.load('{"synopticSession":1,"inputs":[7,{"key":1}],"corrections":[{}],"removed":"x"}'));
  assert.deepEqual(again.plan, { sample: false, inputs: [], removed: [], corrections: [] });
});

test("what is stopped is as if it had not been asked for, an undo too", () => {
  const s = new session.Session();
  s.start(false, [{ text: "one" }]);
  const shown = s.plan;
  s.add([{ text: "two" }]);
  s.keep(shown);
  assert.deepEqual([s.plan === shown, s.canUndo], [true, false]);
  s.add([{ text: "two" }]);
  const two = s.plan;
  s.undo();
  s.keep(two);
  assert.deepEqual([s.plan === two, s.undo(), s.plan === shown], [true, true, true]);
});

test("articles as JSON, in the shapes that people write", () => {
  const entries = json => given.fromJson(json).map(i => JSON.parse(i.text).articles);
  assert.deepEqual(entries('["a", {"articleBody":"b"}, null]'), [["a"], [{ articleBody: "b" }], [null]]);
  assert.deepEqual(entries('\ufeff{"articles":[{"html":"<p>c"}]}'), [[{ html: "<p>c" }]]);
  assert.deepEqual(entries('{"headline":"One","body":"alone"}'), [[{ headline: "One", body: "alone" }]]);
  for (const odd of ["", "{", "[]", '{"articles":[]}']) assert.throws(() => given.fromJson(odd), { code: "bad-json" });
});

test("a property may hold anything: copies of what is there, and a word for the rest", () => {
  const proxy = new Proxy([new Proxy({ text: "a", outlet: 7, onclick: "x" }, {})], {});
  const s = new session.Session();
  s.start(false, given.fromProperty([...proxy, "b", null, 3, { html: "c", text: "d" }, { get text() { throw new TypeError("no"); } }]));
  assert.deepEqual(s.plan.inputs.map(i => i.input), [{ text: "a" }, { text: "b" }, {}, {}, { text: "d" }, {}]);
  assert.doesNotThrow(() => structuredClone(s.plan), "a framework's proxies do not go to the worker");
  for (const odd of [{}, "x", 7, { length: 1 }]) assert.throws(() => given.fromProperty(odd), { code: "bad-articles" });
});

test("sessions and articles that come together all stay", () => {
  const saved = (text) => {
    const s = new session.Session();
    s.start(false, [{ text }]);
    return s.save();
  };
  const s = new session.Session();
  s.start(false, [{ text: "mine" }]);
  assert.ok(session.isSession(saved("x")) && !session.isSession("[]"));
  assert.ok(s.load(saved("one"), [{ text: "three" }]));
  s.join(saved("two"));
  assert.deepEqual(s.plan.inputs.map(i => i.input.text), ["one", "three", "two"]);
  assert.equal(new Set(s.plan.inputs.map(i => i.key)).size, 3);
  s.undo();
  s.undo();
  assert.deepEqual(s.plan.inputs.map(i => i.input.text), ["mine"]);
});

test("every language has every message, with the same blanks", () => {
  const read = lang => JSON.parse(readFileSync(new URL(`../messages/${lang}.json`, import.meta.url), "utf8"));
  const blanks = v => [...new Set(Object.values(typeof v === "string" ? { v } : v).flatMap(x => x.match(/\{\w+\}/g) ?? []))].sort();
  const en = read("en");
  for (const lang of i18n.LANGUAGES) {
    const own = read(lang);
    assert.deepEqual(Object.keys(own), Object.keys(en), lang);
    for (const [key, words] of Object.entries(own)) {
      assert.deepEqual(blanks(words), blanks(en[key]), `${lang} ${key}`);
      if (typeof words !== "string") assert.ok(words.other, `${lang} ${key} lacks the form "other"`);
    }
  }
  assert.equal(i18n.pickLanguage("de-AT"), "de");
  assert.equal(i18n.pickLanguage("xx"), "en");
  assert.equal(i18n.english("nConflicts", { n: 1 }), "1 contradiction");
});

test("letters act only outside of fields, and only when they are on", () => {
  globalThis.HTMLElement ??= class {};
  const press = (key, letters = true) => {
    const did = [];
    const target = { step: n => did.push(n), close: () => did.push("close"), pick: n => did.push(`a${n}`), help: () => did.push("?") };
    keys.onKey({ key, composedPath: () => [{}], preventDefault() {}, stopPropagation() {} }, target, letters);
    return did;
  };
  assert.deepEqual(["n", "p", "3", "?", "Escape", "x", "0"].map(k => press(k)), [[1], [-1], ["a3"], ["?"], ["close"], [], []]);
  assert.deepEqual(["n", "3", "Escape"].map(k => press(k, false)), [[], [], ["close"]]);
});

/** An engine of paper: articles are paragraphs; the word BREAK traps, the word NO is refused. */
class Paper {
  #texts = [];
  add({ text = "" }) {
    if (text.includes("BREAK")) throw new WebAssembly.RuntimeError("unreachable");
    if (text.includes("NO")) throw Object.assign(new Error("No words."), { code: "empty-input" });
    this.#texts.push(text);
    Paper.read += 1;
    return [`a${this.#texts.length}`];
  }
  text(i) { return this.#texts[i]; }
  articles() { return this.#texts.map((t, input) => ({ id: `a${input + 1}`, input, span: { input, start: 0, end: t.length } })); }
  entities() { return []; }
  timeline() { return { expressions: [], entries: [] }; }
  claims() { return []; }
  claimDiff() { return { groups: [], onlyIn: {} }; }
  notes() { return []; }
  free() {}
  static read = 0;
}

test("a large answer comes in portions that make the same answer, a small one as it is", () => {
  const small = { id: 3, result: harbour };
  assert.deepEqual([...portions.portions(small)], [small]);
  const bytes = { id: 3, result: new Uint8Array(100_000) }, borders = { id: 3, result: Array.from({ length: 30_000 }, (_, i) => [i, i + 1]) };
  for (const other of [bytes, borders, { id: 3, result: "x".repeat(2e7) }, { id: 3, result: null }, { id: 3, error: { code: "trap", message: "broken" } }, { id: 3, progress: { done: 1, total: 2, phase: "reading" } }]) {
    assert.deepEqual([...portions.portions(other)], [other]);
  }
  const many = (list, n) => Array.from({ length: n }, () => list).flat();
  const large = {
    ...harbour, texts: many(["x".repeat(900)], 120), claims: many(harbour.claims, 200),
    timeline: { ...harbour.timeline, entries: many(harbour.timeline.entries, 200) }, notes: [],
  };
  const kept = structuredClone(large);
  const sent = [...portions.portions({ id: 3, result: large })].map(r => structuredClone(r));
  const last = sent.pop();
  assert.ok(sent.length > 4 && sent.every(r => r.id === 3 && r.portion.items.length), `${sent.length} portions`);
  const size = x => JSON.stringify(x).length;
  assert.ok(Math.max(...sent.map(size), size(last)) < size(kept) / 4, "none is the most of it");
  assert.deepEqual(portions.whole(last.result, sent.map(r => r.portion)), kept);
  assert.deepEqual(large, kept, "what is sent is not changed");
});

test("the core reads only what is new, and names what broke it", async () => {
  const c = new core.Core({ Dossier: Paper, version: "1" });
  const plan = (...texts) => ({ sample: false, inputs: texts.map((text, i) => ({ key: `k${i}`, input: { text } })), removed: [], corrections: [] });
  const run = p => c.run(p, false, () => {}, async () => {});
  assert.deepEqual((await run(plan("one", "two"))).texts, ["one", "two"]);
  assert.equal(Paper.read, 2);
  assert.deepEqual((await run(plan("one", "two", "three"))).keys, ["k0", "k1", "k2"]);
  assert.equal(Paper.read, 3, "what was read is not read again");
  const refused = await run(plan("one", "two", "three", "NO"));
  assert.deepEqual([refused.keys, refused.notes[0].code, refused.notes[0].key], [["k0", "k1", "k2"], "empty-input", "k3"]);
  await assert.rejects(run(plan("one", "two", "three", "NO", "BREAK")), { key: "k4" });
});

/** The paper engine behind the door of the inlined build; counts how often it was opened. */
function paperGlue() {
  paperGlue.opened += 1;
  let broken = false;
  class Fragile extends Paper {
    add(input) {
      if (broken) throw new Error("recursive use of an object");
      try {
        return super.add(input);
      } catch (e) {
        broken ||= !e.code;
        throw e;
      }
    }
  }
  return Object.assign(async () => {}, { Dossier: Fragile, version: "1" });
}
paperGlue.opened = 0;

test("after a trap a fresh engine goes on without the text that caused it, and says so", async () => {
  globalThis.synopticGlue = paperGlue;
  const input = (key, text) => ({ key, input: { text } });
  const plan = { sample: false, inputs: [input("a", "one"), input("b", "BREAK"), input("c", "three")], removed: [], corrections: [] };
  const e = new engine.Engine({ worker: false });
  const r = await e.analyze(plan);
  assert.deepEqual(r.texts, ["one", "three"]);
  assert.deepEqual(r.notes.map(n => [n.code, n.key]), [["input-left-out", "b"]]);
  assert.equal(paperGlue.opened, 2);
  const again = await e.analyze({ ...plan, inputs: [...plan.inputs, input("d", "four")] });
  assert.deepEqual(again.texts, ["one", "three", "four"]);
  assert.equal(paperGlue.opened, 2, "what is known to break is not tried again");

  const other = new engine.Engine({ worker: false });
  assert.deepEqual((await other.analyze({ ...plan, inputs: [input("x", "hers")] })).texts, ["hers"]);
  assert.equal(paperGlue.opened, 2, "elements share one engine");
  await other.analyze({ ...plan, inputs: [input("y", "BREAK")] });
  assert.deepEqual((await e.analyze(plan)).texts, ["one", "three"], "a trap in one leaves the other whole");

  const stopped = assert.rejects(other.analyze({ ...plan, inputs: [input("z", "late")] }), { code: "cancelled" });
  other.cancel();
  await stopped;
  e.dispose();
  other.dispose();
  delete globalThis.synopticGlue;
});
