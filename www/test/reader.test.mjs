// What a reader does with articles of her own: brings, drops, orders, corrects and keeps them, all in a real page with the
// real engine; what the page says when it can't; and all of it from the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { consoleOf, engine, open } from "./lib/browser.mjs";
import { inPage } from "./lib/page.mjs";
import { STRICT, serve } from "./lib/site.mjs";

let session, site;
const { driver, run, until, ready, click, silent, press } = inPage(() => session);

const page = (attributes = "", inside = "") => `<!doctype html><html lang="en"><head><title>Own articles</title><link rel="icon" href="/pkg/icon.svg"></head>
  <body><main><synoptic-view ${attributes}>${inside}</synoptic-view></main><script type="module" src="/pkg/define.js"></script></body></html>`;
const json = articles => `<script type="application/json">${JSON.stringify({ articles }).replaceAll("<", "\\u003c")}</script>`;

const COAST = { outlet: "Coast Courier", published: "2031-03-03", text: `Ferry runs aground off Port Maren

A ferry carrying 214 people ran aground off Port Maren on Sunday evening, the coastguard said. No one is missing, coastguard chief Lena Ostrow told reporters.

The operator, Blue Line, had ordered the vessel to sail despite a storm warning issued 48 hours earlier. The harbour will stay closed until Wednesday, mayor Tomas Reyl said.

Lifeboats from three harbours took passengers off the listing ferry through the night while the wind reached 90 kilometres an hour. Divers will inspect the hull as soon as the sea is calm, the company added. Passengers waited in a school gymnasium for buses to the capital.` };
const HARBOUR = { outlet: "Harbour Times", published: "2031-03-04", text: `Storm drives ferry onto rocks off Port Maren

A ferry carrying 190 people ran aground off Port Maren on Saturday night, the coastguard said. Two crew members are missing, Lena Ostrow said.

Blue Line denied that it had ordered the ship to sail. The harbour will stay closed until Friday, mayor Tomas Reyl said.

Passengers spoke of a loud crash and of lifeboats that reached the listing ferry within an hour. The wind was strong and the sea rough that night. Divers searched the hull on Sunday for the missing crew, the company said, and buses took passengers to the capital.` };
const COURT = { outlet: "Vell Gazette", published: "2029-06-11", text: `Court in Vell upholds bridge tax

Judges in the inland city of Vell ruled on Monday that the bridge tax of 2027 is lawful. The three judges were unanimous. Lawyers for the hauliers said they would not appeal.

The tax brings the city 4 million crowns a year, the treasurer, Ingrid Falk, said. It was brought in after the old bridge collapsed.

Hauliers had argued that the levy breaks a treaty on road transport between the provinces. The ruling leaves open whether cyclists and farmers may claim exemptions, which parliament must settle in autumn. A second complaint, about toll booths on the southern motorway, is pending before an appeals tribunal.` };
const TWO_IN_ONE = `${COAST.text}\n\n${"-".repeat(20)}\n\n${HARBOUR.text}`;
const GERMAN = { outlet: "Küstenblatt", published: "2031-03-03", text: `Fähre läuft vor Port Maren auf Grund

Eine Fähre mit 214 Menschen an Bord ist am Sonntagabend vor Port Maren auf Grund gelaufen, wie die Küstenwache mitteilte. Es werde niemand vermisst, sagte die Leiterin der Küstenwache, Lena Ostrow, vor der Presse. Der Hafen bleibt nach den Worten des Bürgermeisters bis zum Mittwoch geschlossen.` };

const show = name => driver().get(`${site.url}${name}.html`);

/** Loads a page anew and waits for its element. */
async function fresh(name) {
  await show(name);
  await until("the element", `return root && view.updateComplete.then(() => true);`);
}

/** Two events, each told by three, in turn. */
const ROBBERIES = [
  ["Lomo Post", "Bank robbed in Lomo\n\nArmed men robbed the Sousa Bank in Lomo on Monday and took 300,000 crowns, police said. Ana Sousa, the director, said two guards were hurt."],
  ["Oslo Bulletin", "Jeweller robbed in Oslo\n\nTwo women robbed the jeweller Berg in Oslo on Monday and took watches worth two million kroner. Nils Berg, the owner, said nobody was hurt."],
  ["Harbour News", "Guards hurt in Lomo robbery\n\nThree guards were hurt when armed men robbed the Sousa Bank in Lomo on Monday. Ana Sousa, director of the bank, thanked the guards."],
  ["Norse Times", "Berg jewellery raid: women sought\n\nOslo police are looking for two women who robbed the jeweller Berg on Monday. Nils Berg said that one shop assistant was hurt."],
  ["Daily Lomo", "Lomo police seek bank robbers\n\nPolice in Lomo are looking for four men who robbed the Sousa Bank on Monday. Ana Sousa said two guards were hurt."],
  ["Fjord Daily", "Driver saw Berg robbers\n\nA tram driver saw the two women who robbed the jeweller Berg in Oslo on Monday. They had the watches of Nils Berg in a bag."],
].map(([outlet, text]) => ({ outlet, published: "2031-03-04", text }));

/** Files dropped on the element, as the browser would hand them over. */
const dropFiles = files => run(`
  const transfer = new DataTransfer();
  for (const [name, text] of arguments[0]) transfer.items.add(new File([text], name));
  const target = root.querySelector(".root");
  for (const type of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));`, files);

/** Findings newer than those of the last call. */
const again = () => until("new findings", `
  const now = view.dataset.phase === "ready" && view.result;
  if (!now || now === window.before) return false;
  return view.updateComplete.then(() => { window.before = now; return true; });`);

before(async () => {
  session = await open();
  const many = Array.from({ length: 300 }, (_, i) => ({ outlet: `Paper ${i}`, published: "2031-03-03", text: COAST.text.replace("214", String(100 + i)) }));
  site = await serve({
    policy: STRICT,
    extra: {
      "/idle.html": page(), "/remember.html": page("sample"),
      "/two.html": page("hash='cmp'", json([COAST, HARBOUR])), "/one.html": page("", json([COAST])),
      "/same.html": page("", json([COAST, { ...COAST, outlet: "Copy Post" }, HARBOUR])),
      "/apart.html": page("", json([COAST, HARBOUR, COURT])), "/german.html": page("", json([COAST, GERMAN])),
      "/large.html": page("", json([COAST, HARBOUR])), "/many.html": page("", json(many)),
      "/robberies.html": page("", json(ROBBERIES)), "/unlike.html": page("", json([COAST, COURT])), "/sample.html": page("sample hash='cmp'"),
      "/seven.html": page("", json(Array.from({ length: 13 }, (_, i) => ({ ...HARBOUR, outlet: `Paper ${i}` })))),
      "/nowasm.html": page("wasm='/not/there.wasm'", `<article data-outlet="Coast Courier"><h2>Ferry runs aground</h2><p>No one is missing.</p></article>`),
    },
  });
}, { timeout: 240_000 });
after(async () => {
  await site?.close();
  await session?.end();
});

describe(`articles of one's own (${engine})`, () => {
  test("begin with a place to bring them to", async () => {
    await fresh("idle");
    assert.equal(await run(`return all("bring").length;`), 1);
    assert.match(await run(`return root.textContent;`), /Nothing is sent anywhere/);
  });

  test("pasted: a text that holds two is split, and the reader says whether rightly", async () => {
    const area = await run(`return all("paste")[0];`);
    await driver().executeScript("arguments[0].value = arguments[1];", area, TWO_IN_ONE);
    await click(`all("paste-send")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), 2);
    assert.match(await run(`return words("split-found")[0];`), /^2 articles found/);
    await click(`all("split-confirm")[0]`);
    await until("the answer taken", `return !all("split-confirm").length && /^2 articles in/.test(words("split-found")[0]);`);
  });

  test("said to be one article, it is read as one; undone, as two", async () => {
    await driver().executeScript("arguments[0].value = arguments[1];", await run(`return all("paste")[0];`), TWO_IN_ONE.replace("storm", "gale") + "\n");
    await click(`all("paste-send")[0]`);
    await again();
    const before = await run(`return view.result.articles.length;`);
    await click(`all("split-whole")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), before - 1);
    await click(`all("undo")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), before);
    await click(`all("undo")[0]`);
    await again();
  });

  test("dropped: .txt, .md, .html and .json are read, anything else is named", async () => {
    await dropFiles([["third.txt", COURT.text], ["fourth.md", `# ${HARBOUR.text}`],
      ["fifth.html", `<!doctype html><title>x</title><article><h1>Harbour closed</h1><p>The harbour of Port Maren is closed, the mayor said on Monday.</p><script>window.ran = 1</script></article>`],
      ["sixth.json", JSON.stringify([{ text: "Ferry operator under scrutiny\n\nProsecutors opened an inquiry on Tuesday, they said.", outlet: "Vell Gazette" }])],
      ["picture.png", "\u0089PNG"]]);
    await again();
    assert.equal(await run(`return view.result.keys.length;`), 5);
    assert.match(await run(`return words("refused")[0];`), /^picture\.png is no text/);
    assert.equal(await run(`return window.ran;`), null);
  });

  test("taken out, and back with undo", async () => {
    const before = await run(`return view.result.articles.length;`);
    await click(`all("brought")[0].querySelectorAll("ul button")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), before - 1);
    await click(`all("undo")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), before);
  });

  test("put in another order", async () => {
    const heads = `return view.result.articles.map(a => view.result.keys[a.input]);`;
    const before = await run(heads);
    await click(`root.querySelectorAll('.brought > li')[1].querySelector('.tools button')`);
    await again();
    const now = await run(heads);
    assert.notDeepEqual(now, before);
    assert.deepEqual([...now].sort(), [...before].sort());
  });

  test("dated and named by the reader", async () => {
    await click(`all("source-edit")[0]`);
    await until("the form", `return all("source-editor").length === 1;`);
    await run(`
      const f = all("source-editor")[0];
      f.querySelector("[name=outlet]").value = "The Reader's Own"; f.querySelector("[name=date]").value = "2031-03-07";
      f.requestSubmit();`);
    await until("the corrections", `return view.dataset.phase === "ready" && view.result.articles[0].outlet?.name === "The Reader's Own"
      && view.result.articles[0].published.edtf === "2031-03-07";`);
    assert.equal(await run(`return view.result.articles[0].published.basis;`), "given");
    await run("window.before = view.result;");
  });

  test("a name joined with another by the reader, and parted again by undo", async () => {
    await click(`root.querySelector("#tab-people")`);
    const first = await until("names", `return all("entity").length > 2 && all("entity")[0].dataset.entity;`);
    await click(`all("entity-open")[0]`);
    await until("the corrections", `return all("merge").length === 1;`);
    const count = await run(`return view.result.entities.length;`);
    await run(`const s = all("merge")[0]; s.selectedIndex = 2; s.dispatchEvent(new Event("change", { bubbles: true }));`);
    await again();
    assert.equal(await run(`return view.result.entities.length;`), count - 1, first);
    await click(`all("undo")[0]`);
    await again();
    assert.equal(await run(`return view.result.entities.length;`), count);
  });

  test("kept as a file, and read from it again", async () => {
    const file = await run(`return view.session.save();`);
    const wanted = await run(`return view.result.articles.map(a => a.outlet?.name ?? "");`);
    await fresh("idle");
    await dropFiles([["synoptic-session.json", file]]);
    await again();
    assert.deepEqual(await run(`return view.result.articles.map(a => a.outlet?.name ?? "");`), wanted);
    assert.equal(await run(`return view.result.articles[0].published.edtf;`), "2031-03-07");
    assert.match(await run(`return words("session-opened")[0];`), /saved session is open.+Undo/);
    // Together with others nothing is lost, whichever comes first.
    await fresh("idle");
    await dropFiles([["third.txt", COURT.text], ["synoptic-session.json", file], ["fourth.json", JSON.stringify({ headline: "Harbour shut", articleBody: HARBOUR.text })]]);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), wanted.length + 2);
    assert.ok(await run(`return view.result.texts.some(x => x.startsWith("Harbour shut"));`), "fields as the engine names them");
  });

  test("the clipboard's HTML is read as a page, its script is not run", async () => {
    await fresh("idle");
    await run(`
      const plain = "Ferry aground\\nNo one is missing, the coastguard said.";
      const transfer = new DataTransfer();
      transfer.setData("text/plain", plain);
      transfer.setData("text/html", "<article><h1>Ferry aground</h1><time datetime='2031-03-03'>3 March</time><p>No one is missing, the coastguard said.</p><img src=x onerror='window.ran = 1'></article>");
      const area = all("paste")[0];
      const event = new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, "clipboardData", { value: transfer });
      area.dispatchEvent(event);
      area.value = plain;
      area.form.requestSubmit();`);
    await again();
    assert.ok(await run(`return "html" in view.session.plan.inputs[0].input;`));
    assert.match(await run(`return view.result.texts[0];`), /No one is missing/);
    assert.equal(await run(`return window.ran;`), null);
  });

  test("stay in memory unless the reader wants them remembered", async () => {
    await fresh("remember");
    await ready();
    await run("window.before = view.result;");
    assert.equal(await run(`return localStorage.length;`), 0);
    await click(`all("bring-open")[0]`);
    await until("the panel", `return all("remember").length === 1;`);
    await click(`all("remember")[0]`);
    await dropFiles([["own.txt", COAST.text]]);
    await again();
    const count = await run(`return view.result.articles.length;`);
    await fresh("remember");
    await ready();
    assert.equal(await run(`return view.result.articles.length;`), count, "remembered");
    await click(`all("bring-open")[0]`);
    await until("the panel", `return all("remember").length === 1;`);
    await click(`all("remember")[0]`);
    assert.equal(await run(`return localStorage.length;`), 0, "forgotten");
  });
});

describe(`the sample (${engine})`, () => {
  test("gives way to the first article of one's own, in a word, and comes back", async () => {
    await fresh("sample");
    await ready();
    const before = await run(`return (window.before = view.result).articles.length;`);
    await dropFiles([["own.txt", COAST.text]]);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), 1);
    assert.match(await run(`return words("sample-replaced")[0];`), /place of the sample. Undo/);
    await click(`all("undo")[0]`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), before);
    assert.equal(await run(`return all("sample-replaced").length;`), 0);
  });

  test("taken out, leaves a page that says nothing of reading, and its promise once", async () => {
    await run(`view.unfold({ panel: "bring" });`);
    await until("the panel", `return all("drop-sample").length === 1;`);
    await click(`all("drop-sample")[0]`);
    await until("the empty page", `return view.dataset.phase === "idle" && all("bring").length === 1;`);
    assert.equal(await run(`return root.textContent.split("Nothing is sent anywhere").length;`), 2);
  });
});

describe(`states, in words (${engine})`, () => {
  test("two texts that nothing joins are not called reports of one event", async () => {
    await fresh("unlike");
    await ready();
    assert.match(await run(`return words("summary")[0];`), /^(2 texts|1 text)\b/);
    await show("two");
    await ready();
    assert.match(await run(`return words("summary")[0];`), /^2 reports of one event/);
    await click(`all("source-toggle")[0]`);
    await until("the count without the hidden one", `return /^1 report of the event/.test(words("summary")[0]);`);
  });

  test("two events in one dossier are told apart in a line", async () => {
    await show("robberies");
    await ready();
    assert.match(await run(`return words("summary")[0];`), /^6 texts/);
    assert.match(await run(`return words("happenings")[0];`), /tell of 2 events; only accounts of the same one are compared: A ?C ?E ?\| ?B ?D ?F$/);
    await click(`all("source-toggle")[0]`);
    await click(`all("source-toggle")[2]`);
    await click(`all("source-toggle")[4]`);
    await until("the line gone", `return !all("happenings").length;`);
  });

  test("copies without an order are said to share their words, not to rest on each other", async () => {
    await show("same");
    await ready();
    assert.deepEqual((await run(`return words("source");`)).map(w => /shares its words with ([A-C])/.exec(w)?.[1] ?? ""), ["B", "A", ""]);
  });

  test("thirteen articles have thirteen signs, with colour and pattern", async () => {
    await fresh("seven");
    await ready();
    const looks = await run(`return all("source").map(s => s.querySelector(".siglum")).map(s => s.dataset.tone + s.dataset.pattern);`);
    assert.equal(new Set(looks).size, 13);
  });

  const notes = `return words("notes").join(" ");`;

  test("one article: all but the comparison is there", async () => {
    await fresh("one");
    await ready();
    assert.match(await run(notes), /One article: add another to compare/);
    await click(`root.querySelector("#tab-timeline")`);
    await until("its timeline", `return all("entry").length + all("phrase").length > 0;`);
  });

  test("the same text twice is one voice", async () => {
    await fresh("same");
    await ready();
    assert.match(await run(notes), /same text: one voice/);
  });

  test("an article about something else is set apart", async () => {
    await fresh("apart");
    await ready();
    const apart = await run(`return view.result.articles.map(a => Boolean(a.otherStory));`);
    assert.deepEqual(apart, [false, false, true]);
    assert.match(await run(`return words("summary")[0];`), /1 seems to be about something else/);
    assert.match(await run(notes), /another event/);
  });

  test("another language is named, and the text is shown", async () => {
    await fresh("german");
    await ready();
    assert.match(await run(notes), /B.*in German/);
    await click(`root.querySelector("#tab-texts")`);
    await click(`all("text-choose")[1]`);
    await until("the text", `return /Fähre läuft/.test(words("text")[0]) && all("text")[0].lang === "de";`);
  });

  test("too large a text is refused by name, the rest is read", async () => {
    await fresh("large");
    await ready();
    await run(`window.before = view.result; view.articles = [...JSON.parse(view.querySelector("script").textContent).articles, { text: "word ".repeat(4_000_000) }];`);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), 2);
    assert.deepEqual(await run(`return view.result.notes.map(n => n.code).filter(c => c === "too-large");`), ["too-large"]);
  });

  test("without the engine the articles stay readable, and the cause is named", async () => {
    await fresh("nowasm");
    await until("the failure", `return view.dataset.phase === "failed";`);
    assert.equal(await run(`return all("error")[0].dataset.code;`), "wrong-path");
    const seen = await run(`const p = view.querySelector("p"); const r = p.getBoundingClientRect(); return r.width > 0 && r.height > 0 && p.assignedSlot === null && Boolean(view.querySelector("article").assignedSlot);`);
    assert.ok(seen, "the article can be read");
  });

  test("long work tells how far it is and can be stopped", async () => {
    await fresh("many");
    await until("progress", `return all("progress").length === 1 && /\\d+ of 300/.test(words("progress")[0]);`);
    await click(`all("cancel")[0]`);
    await until("the stop", `return view.dataset.phase === "idle" && /Stopped/.test(words("live")[0]);`);
    assert.equal(await run(`return all("bring").length;`), 1);
  });

  test("a link into another set of articles says that it leads nowhere", async () => {
    await driver().get(`${site.url}two.html#cmp=differences&cmp-q=words+of+another+text&cmp-b=`);
    await ready();
    await until("the failure", `return all("error").length === 1 && all("error")[0].dataset.code === "link-lost";`);
    assert.match(await run(`return words("error")[0];`), /words of another text/);
  });
});

describe(`from the keyboard alone (${engine})`, () => {
  const focused = `let e = document.activeElement; while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement; `;
  /** Tabs on until the element in focus fits, and tells how many steps it took. */
  async function tabTo(what, fits, back = false) {
    for (let i = 0; i < 60; i++) {
      if (await run(`${focused} return ${fits};`)) return i;
      await (back ? driver().actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform() : press(Key.TAB));
    }
    assert.fail(`${what} was not reached by tabbing`);
  }

  before(async () => {
    await show("two");
    await ready();
    // What an earlier page complained of.
    await consoleOf(driver());
  }, { timeout: 120_000 });

  test("everything in focus can be seen", async () => {
    for (let i = 0; i < 12; i++) {
      await press(Key.TAB);
      const bare = await run(`${focused}
        if (!e || e === document.body) return "";
        const s = getComputedStyle(e), at = e.closest("label") ?? e;
        return s.outlineStyle !== "none" || at !== e ? "" : e.outerHTML.slice(0, 80);`);
      assert.equal(bare, "");
    }
  });

  test("from the tabs to a card, to its words, and back to the card", async () => {
    await tabTo("the tabs", `e.id === "tab-differences"`, true);
    await tabTo("a card", `e.matches(".card-open")`);
    const card = await run(`${focused} return e.dataset.group;`);
    await press(Key.ENTER);
    await until("the words", `${focused} return all("reader").length === 1 && e.id === "reader-title";`);
    await tabTo("the whole article", `e.matches('[part="whole"]')`);
    await press(Key.SPACE);
    await until("the whole article", `return root.querySelectorAll(".excerpt[data-whole]").length === 1;`);
    await press(Key.ESCAPE);
    await until("the way back", `${focused} return all("reader").length === 0 && e.matches(".card-open") && e.dataset.group === ${JSON.stringify(card)};`);
  });

  test("letters lead from difference to difference, and to an article", async () => {
    const open = `return view.ui.reader?.id ?? "";`;
    await press("n");
    const first = await until("the first", open);
    await press("n");
    await until("the next", `const id = view.ui.reader?.id; return id && id !== ${JSON.stringify(first)} && id;`).catch(() => {});
    await press("p");
    await until("the first again", `return view.ui.reader?.id === ${JSON.stringify(first)};`);
    await press("2");
    await until("the second article", `return view.view === "texts" && all("text")[0].dataset.article === view.result.articles[1].id;`);
  });

  test("the tabs go by arrows, with one stop of the tabulator", async () => {
    await run(`root.querySelector("#tab-texts").focus();`);
    await press(Key.ARROW_LEFT);
    await until("statements", `${focused} return view.view === "statements" && e.id === "tab-statements";`);
    await press(Key.HOME);
    await until("differences", `${focused} return view.view === "differences" && e.id === "tab-differences";`);
    assert.equal(await run(`return all("tab").filter(t => t.tabIndex === 0).length;`), 1);
  });

  test("the keys are listed by ?, Esc closes, and they can be switched off", async () => {
    await run(`window.had = root.activeElement;`);
    await press("?");
    await until("the list", `return all("help").length === 1 && all("help")[0].open;`);
    await press(Key.ESCAPE);
    await until("the focus where it was", `return all("help").length === 0 && root.activeElement === window.had;`);
    await run(`root.querySelector("#tab-differences").focus(); view.noShortcuts = true;`);
    await press("n");
    await new Promise(done => setTimeout(done, 300));
    assert.equal(await run(`return view.ui.reader;`), null);
    await run(`view.noShortcuts = false;`);
  });

  test("where the focus was is gone: it goes to what is near, and letters still act", async () => {
    const inside = `${focused} return root.contains(e) && e.isConnected ? (e.getAttribute("part") ?? e.id ?? e.tagName) : "";`;
    await run(`view.view = "differences"; root.querySelector("#tab-differences").focus();`);
    await press("1");
    await until("the first article's button in focus", `${focused} return e.matches('.choose[aria-pressed="true"]');`);
    await press("2");
    await until("the second", `${focused} return e.matches('.choose[aria-pressed="true"]') && e.dataset.article === view.result.articles[1].id;`);
    await tabTo("the pencil", `e.matches('[part="source-edit"]')`, true);
    const article = await run(`${focused} return e.closest("li").dataset.article;`);
    await press(Key.ENTER);
    await until("the first field", `${focused} return e.name === "outlet";`);
    await run("window.before = view.result;");
    await press("x", Key.ENTER);
    await again();
    await until("the pencil again", `${focused} return e.matches('[part="source-edit"]') && e.closest("li").dataset.article === ${JSON.stringify(article)};`);
    await press(Key.ENTER);
    await until("the field", `${focused} return e.name === "outlet";`);
    await press(Key.ESCAPE);
    await until("the pencil after Esc", `${focused} return e.matches('[part="source-edit"]');`);
    await tabTo("undo", `e.matches('[part="undo"]')`);
    await press(Key.ENTER);
    await again();
    assert.notEqual(await run(inside), "", "after undo");
    await press("?");
    await until("the list", `return all("help").length === 1 && all("help")[0].open;`);
    await tabTo("its end", `e.matches('[part="help-close"]')`);
    await press(Key.ENTER);
    await until("the end of it", `return all("help").length === 0;`);
    assert.notEqual(await run(inside), "", "after the list of keys");
    await press("2");
    await until("letters act", `return view.view === "texts";`);
  });

  test("Back closes the difference that was opened, and does not leave", async () => {
    await run(`view.view = "differences"; root.querySelector("#tab-differences").focus();`);
    const length = await run("return history.length;");
    await press("n");
    await until("the words", `return view.ui.reader !== null && /cmp-q=/.test(location.hash);`);
    await press("n");
    assert.ok(await run("return history.length;") <= length + 1, "going on to the next is no step");
    await driver().navigate().back();
    await until("the list", `return view && view.dataset.phase === "ready" && view.ui.reader === null && !/cmp-q=/.test(location.hash);`);
    await driver().navigate().forward();
    await until("the words again", `return view.ui.reader !== null;`);
    await press(Key.ESCAPE);
    await until("closed", `return view.ui.reader === null && !/cmp-q=/.test(location.hash);`);
    await press("n");
    await until("open", `return view.ui.reader !== null && /cmp-q=/.test(location.hash);`);
    await press(Key.ESCAPE);
    await until("closed again", `return view.ui.reader === null && !/cmp-q=/.test(location.hash);`);
  });

  test("letters outside of the element do nothing", async () => {
    await run(`const b = document.createElement("button"); b.textContent = "outside"; document.body.append(b); b.focus();`);
    await press("n");
    await new Promise(done => setTimeout(done, 300));
    assert.equal(await run(`return view.ui.reader;`), null);
  });

  test("an article is brought, corrected and taken back", async () => {
    await run(`window.before = view.result; root.querySelector("#tab-differences").focus();`);
    await tabTo("the button", `e.matches('[part="bring-open"]')`);
    await press(Key.ENTER);
    await until("the field", `${focused} return e.matches("textarea");`);
    await press("Pilot blames tide", Key.ENTER, Key.ENTER, "The pilot of the ferry said on Monday that the tide was too low.");
    await tabTo("the sending", `e.matches('[part="paste-send"]')`);
    await press(Key.ENTER);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), 3);
    await tabTo("the way back", `e.matches('[part="undo"]')`);
    await press(Key.SPACE);
    await again();
    assert.equal(await run(`return view.result.articles.length;`), 2);
  });

  test("leaves the console empty", silent);
});
