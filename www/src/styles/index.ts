/** All styles of the element, as constructable sheets: they pass `style-src 'self'`. */
import { base } from "./base.js";
import { cards } from "./cards.js";
import { frame } from "./frame.js";
import { lists } from "./lists.js";
import { print } from "./print.js";
import { readerStyles } from "./reader.js";

export const styles = [base, frame, cards, readerStyles, lists, print];
