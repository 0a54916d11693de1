// Runs in the page: each job reads the same texts; the answer is its milliseconds, a run a number.
import * as chrono from "chrono-node";
import compromise from "compromise";
import dates from "compromise-dates";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

compromise.plugin(dates);
const REFERENCE = new Date(2024, 11, 9);
const cold = {};
const timed = (name, start) => {
  const begin = performance.now();
  const made = start();
  cold[name] = performance.now() - begin;
  return made;
};
const wink = timed("wink-nlp", () => winkNLP(model));

const jobs = {
  "wink-nlp: all pipes": text => wink.readDoc(text).tokens().length(),
  "compromise: tags": text => compromise(text).json({ terms: { normal: true } }).length,
  "compromise-dates: dates": text => compromise(text).dates().json().length,
  "chrono-node: dates": text => chrono.parse(text, REFERENCE).length,
};

globalThis.bench = async (base, stages, texts, runs) => {
  const ours = await import(`${base}bench.js`);
  const begin = performance.now();
  await ours.default({ module_or_path: `${base}bench_bg.wasm` });
  ours.stage("names", ["The first words read lay out the weights, Ana Sousa said in Lomo on Monday."]);
  cold.synoptic = performance.now() - begin;
  const all = [
    ...stages.map(stage => [`synoptic: ${stage}`, () => ours.stage(stage, texts)]),
    ...Object.entries(jobs).map(([name, one]) => [name, () => texts.reduce((n, text) => n + one(text), 0)]),
  ];
  const found = {};
  // By turns, so that a slow minute of the machine falls on all alike.
  for (let run = 0; run < runs; run++) {
    for (const [name, job] of all) {
      const begin = performance.now();
      const count = job();
      ((found[name] ??= { ms: [] }).ms).push(performance.now() - begin);
      found[name].count = count;
      await new Promise(done => setTimeout(done));
    }
  }
  const tokens = texts.reduce((n, text) => n + wink.readDoc(text).tokens().length(), 0);
  return { found, cold, tokens, memory: performance.memory?.usedJSHeapSize };
};
