/** The page: nothing but the element, which reads the sample unless this device remembers a session, in the reader's language. */
import "./define.js";
import { LANGUAGES } from "./i18n.js";

const base = (tag: string): string => tag.toLowerCase().split("-")[0]!;
const own = navigator.languages.map(base).find(l => LANGUAGES.some(x => x === l));
for (const view of document.querySelectorAll("synoptic-view")) if (own && own !== "en") view.uiLang ??= own;
