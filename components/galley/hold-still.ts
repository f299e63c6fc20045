/** For how long what came is being drawn, in frames. */
const FRAMES = 60;

type Held = {
  readonly element: Element;
  readonly scroller: HTMLElement;
  /** Where it is to stand in the window, and how far it was scrolled then; CSS pixels. */
  top: number;
  scrolled: number;
  left: number;
};

let held: Held | null = null;

/**
 * Keeps what has the focus where it stands while something is drawn above it. Browsers do so themselves in the middle of what
 * scrolls, and not at its beginning. Whoever scrolls meanwhile takes it along.
 */
export function holdStill(): void {
  const element = document.activeElement;
  if (held !== null && held.element === element) {
    held.left = FRAMES;
    return;
  }
  const scroller = scrollerOf(element);
  if (!element || !scroller) return;
  const isRunning = held !== null;
  held = {
    element,
    scroller,
    top: element.getBoundingClientRect().top,
    scrolled: scroller.scrollTop,
    left: FRAMES,
  };
  if (!isRunning) requestAnimationFrame(look);
}

/** What the element is scrolled with: the nearest that scrolls, or the window. */
function scrollerOf(element: Element | null): HTMLElement | null {
  if (element === null || element === document.body) return null;
  const named = element.closest<HTMLElement>('.overflow-y-auto');
  if (named) return named;
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (/^(?:auto|scroll)$/.test(getComputedStyle(at).overflowY)) return at;
  return document.documentElement;
}

function look(): void {
  if (held === null) return;
  const { element, scroller } = held;
  if (document.activeElement !== element || held.left-- === 0) {
    held = null;
    return;
  }
  const moved = element.getBoundingClientRect().top - held.top;
  const scrolled = scroller.scrollTop - held.scrolled;
  if (Math.abs(scrolled) >= 1 && Math.abs(moved + scrolled) < 1) held.top += moved;
  else if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
  held.scrolled = scroller.scrollTop;
  requestAnimationFrame(look);
}
