/** Registers `<synoptic-view>`; on a server it does nothing. */
export { SynopticView } from "./synoptic-view.js";
