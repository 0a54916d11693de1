/** Brings into view, in their own boxes, the open tab and the marked words of a whole article; the page does not move. */
const done = new WeakSet<Element>();

export function scrollColumns(root: ParentNode): void {
  const tab = root.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const row = tab?.parentElement;
  if (tab && row && row.scrollWidth > row.clientWidth && !done.has(tab)) {
    for (const other of row.children) done.delete(other);
    done.add(tab);
    row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - 48;
  }
  for (const box of root.querySelectorAll<HTMLElement>(".words[data-scroll]")) {
    if (done.has(box)) continue;
    done.add(box);
    const mark = box.querySelector<HTMLElement>("mark");
    if (mark) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  for (const box of root.querySelectorAll(".words:not([data-scroll])")) done.delete(box);
}
