/**
 * The page: nothing but the element, which reads the sample unless this device remembers a session, and what stands around
 * it, in the reader's language: that of the browser until she chooses another.
 */
import "./define.js";
import { isRtl, LANGUAGES, loadWords, pickLanguage } from "./i18n.js";

const view = document.querySelector("synoptic-view");
const tagline = document.querySelector("#tagline");

async function speak(): Promise<void> {
  const lang = pickLanguage(view?.uiLang ?? "en");
  const t = await loadWords(lang);
  if (lang !== pickLanguage(view?.uiLang ?? "en")) return;
  document.documentElement.lang = lang;
  document.documentElement.dir = isRtl(lang) ? "rtl" : "ltr";
  if (tagline) tagline.textContent = t("tagline");
}

if (view) {
  new MutationObserver(() => void speak()).observe(view, { attributeFilter: ["ui-lang"] });
  const own = navigator.languages.map(tag => tag.toLowerCase().split("-")[0]!).find(l => LANGUAGES.some(x => x === l));
  if (own && own !== "en") view.uiLang ??= own;
}
