/** The articles that the host page gives: the property, a JSON child, `<article>` children, or an address. */
import type { ArticleInput } from "./contract.js";

export class GivenError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What stands inside the element; null if there is nothing to read. */
export function fromChildren(host: Element): ArticleInput[] | null {
  const script = host.querySelector(':scope > script[type="application/json"]');
  if (script) return fromJson(script.textContent ?? "");
  const articles = [...host.querySelectorAll(":scope > article")];
  return articles.length ? articles.map(fromElement) : null;
}

/** `<article data-outlet datetime data-url>`; the date may stand on its `<time>`. */
export function fromElement(e: Element): ArticleInput {
  const input: ArticleInput = { html: e.outerHTML };
  const put = (k: "outlet" | "title" | "published" | "url", ...names: string[]): void => {
    for (const n of names) {
      const v = e.getAttribute(n)?.trim();
      if (v) {
        input[k] = v;
        return;
      }
    }
  };
  put("outlet", "data-outlet");
  put("title", "data-title");
  put("published", "datetime", "data-published");
  put("url", "data-url");
  return input;
}

/** `{"articles": [...]}` or the bare list. */
export function fromJson(json: string): ArticleInput[] {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (e) {
    throw new GivenError("bad-json", `The articles are not valid JSON: ${(e as Error).message}`);
  }
  const list = entries(raw);
  if (!list) throw new GivenError("bad-json", 'The JSON should be {"articles": [{"text": "…"}]}.');
  return list.map((x) => {
    if (typeof x === "string") return { text: x };
    const o = (typeof x === "object" && x !== null ? x : {}) as Record<string, unknown>;
    const input: ArticleInput = {};
    for (const k of ["text", "html", "outlet", "title", "published", "url"] as const) {
      if (typeof o[k] === "string") input[k] = o[k];
    }
    if (o["whole"] === true) input.whole = true;
    if (!input.published && typeof o["date"] === "string") input.published = o["date"];
    return input;
  });
}

/** The entries of a value that may be `{"articles": [...]}` or the bare list. */
export function entries(value: unknown): unknown[] | null {
  const list = Array.isArray(value) ? value : (value as { articles?: unknown } | null)?.articles;
  return Array.isArray(list) ? list : null;
}

export async function fromAddress(src: string, signal: AbortSignal): Promise<ArticleInput[]> {
  let answer: Response;
  try {
    answer = await fetch(src, { signal });
  } catch (e) {
    throw new GivenError("src-failed", `The articles at ${src} could not be fetched: ${(e as Error).message}`);
  }
  if (!answer.ok) throw new GivenError("src-failed", `The articles at ${src} could not be fetched: ${answer.status}.`);
  return fromJson(await answer.text());
}
