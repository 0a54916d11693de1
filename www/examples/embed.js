// Inside the frame: embed.html?src=articles.json&view=timeline&ui-lang=de. The height goes to the page around it.
import "../../dist/pkg/define.js";

const view = document.querySelector("synoptic-view");
const asked = new URLSearchParams(location.search);
for (const name of ["view", "views", "ui-lang", "min-strength", "theme"]) {
  if (asked.has(name)) view.setAttribute(name, asked.get(name));
}
const src = asked.get("src");
// Only a file of this site: the frame fetches nothing for others.
if (src && new URL(src, location.href).origin === location.origin) view.setAttribute("src", src);
else view.toggleAttribute("sample", true);

new ResizeObserver(() => {
  parent.postMessage({ type: "synoptic-height", height: document.documentElement.scrollHeight }, "*");
}).observe(view);
