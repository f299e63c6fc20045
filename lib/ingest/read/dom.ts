import { parseHTML } from 'linkedom';

/** The tree of a page. Nothing of it runs, and nothing it names is fetched. */
export function parsePage(html: string): Document {
  const hasRoot = /<html[\s>]/i.test(html.slice(0, 20_000));
  return parseHTML(hasRoot ? html : `<!doctype html><html><body>${html}</body></html>`).document;
}

export const ELEMENT = 1;
export const TEXT = 3;
export const isTag = (node: Node): node is Element => node.nodeType === ELEMENT;
/** In small letters, whatever the parser makes of them. */
export const tagOf = (element: Element): string => element.localName.toLowerCase();

/**
 * Goes through what is under `root`, without a stack of its own: pages nest as deep as they like. `enter` says whether to go into a node; `leave` is
 * called for each element that was gone into.
 */
export function walk(root: Node, enter: (node: Node) => boolean, leave: (element: Element) => void): void {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const isIn = enter(node);
    if (isIn && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (isIn && isTag(node)) leave(node);
    node = afterAll(node, root, leave);
  }
}

/** The next node that is not under this one; each element that ends on the way is left. */
function afterAll(from: Node, root: Node, leave: (element: Element) => void): Node | null {
  let node = from;
  while (node.nextSibling === null) {
    const parent: Node | null = node.parentNode;
    if (parent === null || parent === root) return null;
    if (isTag(parent)) leave(parent);
    node = parent;
  }
  return node.nextSibling;
}

/** The elements of those names under a node, in order, no more than `most`. */
export function elementsOf(root: Node, names: ReadonlySet<string>, most: number): Element[] {
  const found: Element[] = [];
  walk(
    root,
    (node) => {
      if (isTag(node) && names.has(tagOf(node)) && found.length < most) found.push(node);
      return true;
    },
    () => {},
  );
  return found;
}

/** Whether a tree has no more elements than so many, nested no deeper than so deep. */
export function isSmall(root: Node, most: { readonly elements: number; readonly depth: number }): boolean {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  walk(
    root,
    (node) => {
      if (!isTag(node)) return false;
      elements += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
      return elements <= most.elements;
    },
    () => {
      depth -= 1;
    },
  );
  return elements <= most.elements && deepest <= most.depth;
}
