/** Dates as a person reads them. No clock and no time zone of the reader's: days are days. */
import { dateLocale } from "./i18n.js";
import { dateShape, wholePeriod, type DateShape } from "./model.js";

export const GLYPH: Record<DateShape, string> = {
  on: "●", about: "◐", until: "◀", after: "▶", between: "▬", "one-of": "?", in: "▭", undated: "·",
};

type Dated = { edtf: string | null; earliest: string | null; latest: string | null };

type Shown = { shape: DateShape; words: string };

/** What was said of a date: the engine's own way of writing them out takes its time, and a page writes the same ones again and again. */
const known = new Map<string, Shown>();

export function dateShown(lang: string, d: Dated): Shown {
  const key = `${lang} ${d.edtf} ${d.earliest} ${d.latest}`;
  let shown = known.get(key);
  if (!shown) {
    if (known.size > 2000) known.clear();
    known.set(key, shown = written(lang, d));
  }
  return shown;
}

function written(lang: string, d: Dated): Shown {
  const shape = dateShape(d);
  const edtf = d.edtf ?? "";
  switch (shape) {
    case "undated": return { shape, words: "" };
    case "until": return { shape, words: day(lang, d.latest!) };
    case "after": return { shape, words: day(lang, d.earliest!) };
    case "one-of": return { shape, words: edtf.replace(/[[\]]/g, "").split(",").map(x => day(lang, x.trim())).join(" / ") };
    case "in": return { shape, words: day(lang, wholePeriod(d.earliest!, d.latest!)!) };
    case "on": return { shape, words: day(lang, d.earliest!) };
    default:
      if (d.earliest === d.latest) return { shape, words: day(lang, d.earliest!) };
      if (/^\d{4}(-\d\d)?[~%]$/.test(edtf)) return { shape, words: day(lang, edtf.slice(0, -1)) };
      return { shape, words: range(lang, d.earliest!, d.latest!) };
  }
}

/** `2024`, `2024-12` or `2024-12-09` (a time of day is left out). */
export function day(lang: string, iso: string): string {
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (!parts) return iso;
  const [, y, m, d] = parts;
  if (!m || +m < 1 || +m > 12) return m ? iso : y!;
  const form: Intl.DateTimeFormatOptions = d
    ? { day: "numeric", month: "short", year: "numeric" } : { month: "long", year: "numeric" };
  return format(lang, form).format(utc(iso)) || iso;
}

export function range(lang: string, from: string, to: string): string {
  if (from === to) return day(lang, from);
  const f = format(lang, { day: "numeric", month: "short", year: "numeric" });
  try {
    return f.formatRange(utc(from), utc(to));
  } catch {
    return `${from} – ${to}`;
  }
}

/** A sentence of the engine with its dates as a person reads them: `2024-11-02/2024-12-01` becomes `2 Nov – 1 Dec 2024`. */
export function inWords(sentence: string): string {
  return sentence.replace(/\b(\d{4}-\d\d(?:-\d\d|-XX)?)(?:\/(\d{4}-\d\d-\d\d))?(?![\w-])/g, (_, from: string, to?: string) =>
    (to && from.length === 10 ? range("en", from, to) : day("en", from.replace("-XX", "")) + (to ? `/${to}` : "")));
}

/** Days since 1970, for drawing. */
export function dayNumber(iso: string): number {
  return utc(iso).getTime() / 86_400_000;
}

function utc(iso: string): Date {
  const [, y, m, d] = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(y ?? 1970), Number(m ?? 1) - 1, Number(d ?? 1));
  return date;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(lang: string, o: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(o);
  let f = formats.get(key);
  if (!f) formats.set(key, f = new Intl.DateTimeFormat(dateLocale(lang), { ...o, timeZone: "UTC", calendar: "gregory" }));
  return f;
}
