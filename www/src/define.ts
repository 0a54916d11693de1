/** Registers `<synoptic-view>`. */
import { SynopticView } from "./element.js";

export { SynopticView };

if (typeof customElements !== "undefined" && !customElements.get("synoptic-view")) {
  customElements.define("synoptic-view", SynopticView);
}

declare global {
  interface HTMLElementTagNameMap {
    "synoptic-view": SynopticView;
  }
}
