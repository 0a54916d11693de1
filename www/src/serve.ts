/** Answers requests over any pair of send and hear: one request, one answer with its id. */
import { Core, Trap, labelled } from "./core.js";
import { openGlue } from "./glue.js";
import type { Glue, Progress, Reply, Request } from "./protocol.js";

export function serve(send: (r: Reply) => void, hear: (listen: (r: Request) => void) => void): void {
  let glue: Glue | null = null;
  const cores = new Map<number, Core>();
  const answer = async (r: Request): Promise<unknown> => {
    if (r.op === "open") {
      glue = await openGlue(r.wasm);
      return null;
    }
    if (!glue) throw Object.assign(new Error("The engine is not open yet."), { code: "not-open" });
    if (r.op === "close") {
      cores.get(r.space)?.dispose();
      cores.delete(r.space);
      return null;
    }
    if (r.op === "label") return labelled(glue, r.input);
    let core = cores.get(r.space);
    if (!core) cores.set(r.space, core = new Core(glue));
    switch (r.op) {
      case "run": {
        // Not more than one message per frame.
        let last = 0;
        const tell = (progress: Progress): void => {
          const now = performance.now();
          if (now - last > 16) send({ id: r.id, progress });
          last = now;
        };
        return core.run(r.plan, r.careful, tell, breathe());
      }
      case "labels": return core.know(r.key, r.labels);
      case "sentences": return core.sentences(r.article);
      case "export": return core.export(r.format);
    }
  };
  // One at a time, in the order they came: `run` waits between inputs. But what helps it can't wait for its end.
  let last: Promise<unknown> = Promise.resolve();
  hear((r) => {
    const before = r.op === "labels" ? Promise.resolve() : last;
    const done = before.then(() => answer(r)).then(
      result => send({ id: r.id, result }),
      (e: unknown) => send({ id: r.id, error: failure(e) }),
    );
    if (r.op !== "labels") last = done;
  });
}

function failure(e: unknown): { code: string; message: string; key?: string } {
  if (e instanceof Trap) return { code: "trap", message: e.message, ...(e.key === undefined ? {} : { key: e.key }) };
  const { code, message } = e as { code?: string; message?: string };
  return { code: code ?? (e instanceof WebAssembly.CompileError ? "no-wasm" : "failed"), message: message ?? String(e) };
}

/** Lets the thread take a breath when it has worked for long, so that a page stays alive. */
function breathe(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 30) return;
    await new Promise(done => setTimeout(done));
    since = performance.now();
  };
}
