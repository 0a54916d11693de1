/** Where the focus goes when what had it is gone: to what stands in its place, never out of the element. */

/** The nearest thing to what had the focus; `held` has left the page with all that was around it. */
export function instead(root: ParentNode, held: Element): HTMLElement | null {
  const find = (what: string): HTMLElement | null => root.querySelector<HTMLElement>(what);
  const within = held.closest<HTMLElement>("[data-article]")?.dataset["article"];
  const of = within === undefined ? "" : `[data-article="${CSS.escape(within)}"]`;
  const around: [string, string][] = [
    [".editor", `.source${of} .edit`], [".help", '[part="help-open"]'], [".bring", '[part="bring-open"]'],
    ['[part="export"]', '[part="export-open"]'], [".progress", '[part="bring-open"]'], ['[part="undo"]', '[part="undo"]'],
    ['[part="undo"]', '[part="bring-open"]'], [".person", `.entity-open[aria-expanded="true"]`],
  ];
  for (const [was, now] of around) {
    const there = held.closest(was) && find(now);
    if (there) return there;
  }
  return find('[role="tab"][aria-selected="true"]') ?? find("textarea") ?? find("button");
}

/** What has the focus inside of a shadow root, down through those inside of it. */
export function focused(root: Node | undefined): Element | null {
  return root instanceof ShadowRoot ? root.activeElement : null;
}
