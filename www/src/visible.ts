/** What is left of the comparison when the reader hides articles or weak findings. */
import type { Group } from "./contract.js";
import { ranked, type Model } from "./model.js";
import type { Strength, Ui } from "./ui.js";

const WEIGHT: Record<Strength, number> = { weak: 0, medium: 1, strong: 2 };

type Asked = Pick<Ui, "hidden" | "minStrength">;

/** The last answer for each findings: several parts of one page ask the same. */
const last = new WeakMap<Model, { ui: Asked; groups: readonly Group[] }>();

export function visibleGroups(m: Model, ui: Asked): readonly Group[] {
  const known = last.get(m);
  if (known && known.ui.hidden === ui.hidden && known.ui.minStrength === ui.minStrength) return known.groups;
  const groups = sought(m, ui);
  last.set(m, { ui: { hidden: ui.hidden, minStrength: ui.minStrength }, groups });
  return groups;
}

function sought(m: Model, ui: Asked): Group[] {
  const least = WEIGHT[ui.minStrength];
  const groups: Group[] = [];
  for (const g of m.result.diff.groups) {
    if (WEIGHT[g.strength] < least) continue;
    if (ui.hidden.size === 0) {
      groups.push(g);
      continue;
    }
    const sides = g.sides
      .map(s => ({ ...s, members: s.members.filter(x => !ui.hidden.has(x.article)) }))
      .filter(s => s.members.length);
    const articles = new Set(sides.flatMap(s => s.members.map(x => x.article)));
    const stands = g.relation === "agree" ? articles.size > 1 : sides.length > 1;
    if (stands) groups.push({ ...g, sides });
  }
  return ranked(groups);
}
