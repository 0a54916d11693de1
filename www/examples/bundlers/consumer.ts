// How a typed project sees the package: the core, the class, the element's events.
import init, { Dossier, type Article, type ClaimDiff } from "synoptic-view";
import { SynopticView } from "synoptic-view/define";
import type { SynopticEvents, View } from "synoptic-view/view";

export async function compare(texts: string[]): Promise<ClaimDiff> {
  await init();
  const dossier = new Dossier();
  for (const text of texts) dossier.add({ text });
  const articles: Article[] = dossier.articles();
  return articles.length > 1 ? dossier.claimDiff() : { groups: [], onlyIn: {} };
}

export function mount(place: Element, view: View): SynopticView {
  const element = document.createElement("synoptic-view");
  element.view = view;
  element.articles = [{ text: "…", outlet: "Coast Courier", published: "2031-03-03" }];
  element.addEventListener("synoptic-result", e => console.log(e.detail.result.diff.groups.length));
  element.addEventListener("synoptic-error", (e: SynopticEvents["synoptic-error"]) => console.log(e.detail.code));
  place.append(element);
  return element;
}
