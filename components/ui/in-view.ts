/** Whether somebody sees an element now: drawn, within the window and whatever scrolls around it, and under nothing else. */
export function isInView(element: Element): boolean {
  // Of words over several lines, the first.
  const box = element.getClientRects()[0];
  if (box === undefined || box.width === 0) return false;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return top !== null && element.contains(top);
}

/** Scrolls an element into view, and unfolds what it is folded in. */
export function bringIntoView(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  // At once: a key that waits for a gliding page would be pressed again meanwhile.
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}
