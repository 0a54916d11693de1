/** Brings into view, in their own boxes, the open tab and the marked words of a column; the page does not move. */
const shown = new WeakMap<Element, string>();

export function scrollColumns(root: ParentNode): void {
  const tab = root.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const row = tab?.parentElement;
  if (tab && row && row.scrollWidth > row.clientWidth && shown.get(row) !== tab.id) {
    shown.set(row, tab.id);
    row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - 48;
  }
  for (const box of root.querySelectorAll<HTMLElement>("[data-scroll]")) {
    const what = box.dataset["scroll"]!;
    if (shown.get(box) === what) continue;
    shown.set(box, what);
    box.scrollTop = 0;
    const mark = box.querySelector<HTMLElement>("mark");
    if (!mark) continue;
    // Under the heading that stays, with the line before the words whole if there is one in their paragraph.
    const { top, height } = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const down = top - box.getBoundingClientRect().top;
    const line = parseFloat(getComputedStyle(mark).lineHeight) || height;
    const heading = box.querySelector("h4")?.offsetHeight ?? 0;
    const above = top - (mark.closest("p") ?? box).getBoundingClientRect().top;
    if (down > box.clientHeight / 2) box.scrollTop = down - heading - Math.min(above, line + (line - height) / 2) - 2;
  }
  for (const box of root.querySelectorAll(".words:not([data-scroll])")) shown.delete(box);
}

/** Keeps what the keyboard came to in sight: rows above it may take their real height only once they come near. */
export function follow(e: Event): void {
  const at = e.target as Element;
  if (!at.matches(":focus-visible") || !at.closest(".card, .entity, .entry, .claim, .phrase, .contents")) return;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (at.matches(":focus")) at.scrollIntoView({ block: "nearest", inline: "nearest" });
  }));
}
