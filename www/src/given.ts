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

/**
 * JSON of articles: `{"articles": [...]}`, the bare list, or one article alone; each entry as an input of its own. Which
 * fields an article has is the engine's to know.
 */
export function fromJson(json: string): ArticleInput[] {
  let raw: unknown;
  try {
    raw = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (e) {
    throw new GivenError("bad-json", `The articles are not valid JSON: ${(e as Error).message}`);
  }
  const list = entries(raw) ?? [raw];
  if (!list.length) throw new GivenError("bad-json", 'This JSON holds no articles. It should be {"articles": [{"text": "…"}]}.');
  return list.map(alone);
}

/** The entries of a value that may be `{"articles": [...]}` or the bare list. */
export function entries(value: unknown): unknown[] | null {
  const list = Array.isArray(value) ? value : (value as { articles?: unknown } | null)?.articles;
  return Array.isArray(list) ? list : null;
}

/** An entry as JSON that says of itself that it holds articles. */
export function alone(entry: unknown): ArticleInput {
  return { text: JSON.stringify({ articles: [entry] }) };
}

/** What the property holds; a host may set it to anything. */
export function fromProperty(articles: unknown): ArticleInput[] {
  if (Array.isArray(articles)) return articles;
  throw new GivenError("bad-articles", 'The property `articles` should be a list: [{ text: "…" }, { html: "…" }].');
}

/** A copy with the fields of the contract only, whatever was given: what is no article has none of them. */
export function plain(given: unknown): ArticleInput {
  if (typeof given === "string") return { text: given };
  const o = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  const out: ArticleInput = {};
  try {
    for (const k of ["text", "html", "outlet", "title", "published", "url"] as const) {
      const value = o[k];
      if (typeof value === "string" && value !== "") out[k] = value;
    }
    if (o["whole"] === true) out.whole = true;
  } catch {
    // A getter may throw, a proxy be revoked: no article.
    return {};
  }
  if (out.text !== undefined) delete out.html;
  return out;
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
