/** How long what came is being drawn. */
const FRAMES = 60;

/**
 * Keeps what has the focus where it stands while something is drawn above it, for as long as nobody scrolls. Browsers do so
 * themselves in the middle of what scrolls, and not at its beginning.
 */
export function holdStill(): void {
  const held = document.activeElement;
  const scroller = held?.closest<HTMLElement>('.overflow-y-auto');
  if (!held || !scroller) return;
  const top = held.getBoundingClientRect().top;
  let scrolled = scroller.scrollTop;
  let left = FRAMES;
  const look = () => {
    // Whoever scrolls, types a line more or goes elsewhere knows where they are.
    if (scroller.scrollTop !== scrolled || document.activeElement !== held || left-- === 0) return;
    const moved = held.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    scrolled = scroller.scrollTop;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
