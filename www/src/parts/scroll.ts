/** Brings the marked words of a whole article into its own scrolling box, once; the page itself does not move. */
const done = new WeakSet<Element>();

export function scrollColumns(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>(".words[data-scroll]")) {
    if (done.has(box)) continue;
    done.add(box);
    const mark = box.querySelector<HTMLElement>("mark");
    if (mark) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  for (const box of root.querySelectorAll(".words:not([data-scroll])")) done.delete(box);
}
