// Runs in the page: each job reads the same texts; the answer is its milliseconds, a run a number. Every library is a
// module of its own, so that what it costs from nothing to its first answer is its own too.

const PEERS = {
  "wink-nlp": { file: "wink.js", jobs: { "wink-nlp: all pipes": "tokens" } },
  compromise: { file: "compromise.js", jobs: { "compromise: tags": "tags", "compromise-dates: dates": "dates" } },
  "chrono-node": { file: "chrono.js", jobs: { "chrono-node: dates": "dates" } },
};

globalThis.bench = async (base, stages, texts, runs) => {
  const cold = {};
  const since = (begin) => performance.now() - begin;
  // Brought once over the wire, so that no library waits for a disk.
  for (const file of ["bench.js", "bench_bg.wasm", ...Object.values(PEERS).map(p => p.file)]) await (await fetch(base + file)).arrayBuffer();

  /** Milliseconds until the library stands, for the first article, and for the same again. */
  const start = async (name, make, read) => {
    let begin = performance.now();
    const made = await make();
    const ready = since(begin);
    begin = performance.now();
    read(made);
    const first = since(begin);
    begin = performance.now();
    read(made);
    cold[name] = { ready, first, again: since(begin) };
    return made;
  };
  const article = texts.find(t => t.length > 3000) ?? texts[0];
  const ours = await start("synoptic", async () => {
    const module = await import(`${base}bench.js`);
    await module.default({ module_or_path: `${base}bench_bg.wasm` });
    return module;
  }, module => module.stage("together", [article]));
  const all = stages.map(stage => [`synoptic: ${stage}`, () => ours.stage(stage, texts)]);
  let wink;
  for (const [name, { file, jobs }] of Object.entries(PEERS)) {
    const [first] = Object.values(jobs);
    const peer = await start(name, async () => (await import(base + file)).default(), made => made[first](article));
    wink ??= peer;
    for (const [job, how] of Object.entries(jobs)) all.push([job, () => texts.reduce((n, text) => n + peer[how](text), 0)]);
  }
  const found = {};
  // By turns, so that a slow minute of the machine falls on all alike.
  for (let run = 0; run < runs; run++) {
    for (const [name, job] of all) {
      const begin = performance.now();
      const count = job();
      ((found[name] ??= { ms: [] }).ms).push(since(begin));
      found[name].count = count;
      await new Promise(done => setTimeout(done));
    }
  }
  return { found, cold, article: article.length, tokens: texts.reduce((n, text) => n + wink.tokens(text), 0), memory: performance.memory?.usedJSHeapSize };
};
