/** An element of HTML, to be written as text or drawn by whatever draws. Its words are words: whoever sets them escapes them. */
export type Element = {
  readonly tag: string;
  /** By their names in HTML: `class`, `href`, `aria-label`. */
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
};
export type Node = string | Element;
type Child = Node | null | false | undefined | readonly Child[];

type Attrs = Readonly<Record<string, string | null | undefined>>;

/** An element; attributes and children that are not there are left out. */
export function el(tag: string, attrs: Attrs, ...children: readonly Child[]): Element {
  const there = Object.entries(attrs).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { tag, attrs: Object.fromEntries(there), children: flat(children) };
}

const flat = (children: readonly Child[]): Node[] =>
  children.flatMap((child): Node[] => {
    if (child === null || child === undefined || child === false || child === '') return [];
    return isList(child) ? flat(child) : [child];
  });
const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** Elements without an end, of those that are used. */
const VOID: ReadonlySet<string> = new Set(['meta', 'input', 'link']);

/** The tree as HTML. */
export function written(node: Node): string {
  if (typeof node === 'string') return escaped(node);
  const head = headOf(node);
  return VOID.has(node.tag) ? head : `${head}${node.children.map(written).join('')}</${node.tag}>`;
}

/** The same in pieces: what stands so many steps down is a piece by itself. */
export function* piecesOf(node: Node, steps: number): Generator<string> {
  if (typeof node === 'string' || steps === 0 || VOID.has(node.tag)) {
    yield written(node);
    return;
  }
  yield headOf(node);
  for (const child of node.children) yield* piecesOf(child, steps - 1);
  yield `</${node.tag}>`;
}

const headOf = ({ tag, attrs }: Element): string => {
  const set = Object.entries(attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${set.join('')}>`;
};
