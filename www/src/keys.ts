/** The keyboard. Letters act only while focus is inside the element, never in a field, and can be switched off. */
export interface KeyTarget {
  step(by: 1 | -1): void;
  close(): void;
  /** The n-th article (from 1) as the text to read. */
  pick(n: number): void;
  help(): void;
}

export function onKey(e: KeyboardEvent, target: KeyTarget, letters: boolean): void {
  if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
  const at = e.composedPath()[0];
  const writing = at instanceof HTMLElement && (at.matches("input:not([type=checkbox]), textarea, select") || at.isContentEditable);
  if (e.key === "Escape") {
    target.close();
    e.stopPropagation();
    return;
  }
  if (!letters || writing) return;
  const act = (): boolean => {
    switch (e.key) {
      case "n": target.step(1); return true;
      case "p": target.step(-1); return true;
      case "?": target.help(); return true;
      default:
        if (!/^[1-9]$/.test(e.key)) return false;
        target.pick(Number(e.key));
        return true;
    }
  };
  if (act()) e.preventDefault();
}
