/** The words of the interface, apart from the language of the articles. */
import en from "../messages/en.json";

export type Key = keyof typeof en;
type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;
type Messages = Partial<Record<Key, string | Forms>>;

/** `{name}` is replaced; a message with plural forms goes by the variable `n`. */
export type T = (key: Key, vars?: Record<string, string | number>) => string;

export const LANGUAGES = ["en", "ar", "tr", "ru", "de", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each by its own name, which its readers know in any interface. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: "English", ar: "العربية", tr: "Türkçe", ru: "Русский", de: "Deutsch", fr: "Français",
};

const loaders: Record<Exclude<Language, "en">, () => Promise<{ default: unknown }>> = {
  ar: () => import("../messages/ar.json"),
  tr: () => import("../messages/tr.json"),
  ru: () => import("../messages/ru.json"),
  de: () => import("../messages/de.json"),
  fr: () => import("../messages/fr.json"),
};

/** The nearest language there is: `de-AT` is served by `de`, anything unknown by English. */
export function pickLanguage(wanted: string): Language {
  const base = wanted.toLowerCase().split("-")[0] as Language;
  return LANGUAGES.includes(base) ? base : "en";
}

/** The language's way with dates: days before months. */
export const dateLocale = (lang: string): string => (lang === "en" ? "en-GB" : lang);

export const isRtl = (lang: Language): boolean => lang === "ar";

export async function loadWords(lang: Language): Promise<T> {
  if (lang === "en") return english;
  try {
    return words(lang, (await loaders[lang]()).default as Messages);
  } catch {
    return english;
  }
}

function words(lang: Language, own: Messages): T {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  return (key, vars = {}) => {
    const found: string | Forms = own[key] ?? en[key] ?? key;
    const form = typeof found === "string" ? found : found[plural.select(Number(vars["n"] ?? 0))] ?? found.other ?? "";
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const v = vars[name];
      return typeof v === "number" ? number.format(v) : v ?? "";
    });
  };
}

export const english: T = words("en", en);

/** The language that the page around gives, through shadow roots too. */
export function langAround(e: Element): string | null {
  for (let at: Element | null = e; at; ) {
    const near: Element | null = at.closest("[lang]");
    if (near) return near.getAttribute("lang");
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
