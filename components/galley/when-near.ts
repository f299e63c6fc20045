type Watch = { isNear: boolean; size: string; readonly works: Set<() => void> };

const watches = new WeakMap<Element, Watch>();
// A page's height around the window, and around what scrolls inside it (browsers that do not know the second use the window alone).
const MARGINS: IntersectionObserverInit & { scrollMargin: string } = {
  rootMargin: '100% 0px',
  scrollMargin: '100% 0px',
};
let near: IntersectionObserver | null = null;
let sizes: ResizeObserver | null = null;

/**
 * Runs `work` at once where an element is in or near the window, or else when it comes there; and again when its size
 * changes while it is near. Returns how to end it. Two observers serve all elements.
 */
export function whenNear(element: Element, work: () => void): () => void {
  near ??= new IntersectionObserver(onNear, MARGINS);
  sizes ??= new ResizeObserver(onSize);
  const watch = watches.get(element) ?? { isNear: false, size: '', works: new Set() };
  watches.set(element, watch);
  if (watch.works.size === 0) {
    near.observe(element);
    sizes.observe(element);
  }
  watch.works.add(work);
  if (watch.isNear) work();
  return () => {
    watch.works.delete(work);
    if (watch.works.size > 0) return;
    near?.unobserve(element);
    sizes?.unobserve(element);
  };
}

function onNear(entries: readonly IntersectionObserverEntry[]): void {
  for (const entry of entries) {
    const watch = watches.get(entry.target);
    if (!watch) continue;
    const came = entry.isIntersecting && !watch.isNear;
    watch.isNear = entry.isIntersecting;
    if (came) for (const work of watch.works) work();
  }
}

function onSize(entries: readonly ResizeObserverEntry[]): void {
  for (const entry of entries) {
    const watch = watches.get(entry.target);
    const size = `${Math.round(entry.contentRect.width)} ${Math.round(entry.contentRect.height)}`;
    if (!watch || watch.size === size) continue;
    watch.size = size;
    if (watch.isNear) for (const work of watch.works) work();
  }
}
