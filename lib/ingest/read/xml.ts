import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { refuse } from '#lib/platform/result.ts';

export type XmlElement = {
  /** With the prefix by which this project knows the namespace ("w:p"), whatever the document calls it. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

const DEEPEST = 200;
const MOST_NODES = 4_000_000;

const OOXML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OOXML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  [`${OOXML}/spreadsheetml/2006/main`, 'x'],
  [`${STRICT}/spreadsheetml/main`, 'x'],
  [`${OOXML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OOXML}/package/2006/relationships`, 'rel'],
  [`${OOXML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OOXML}/markup-compatibility/2006`, 'mc'],
  [`${OOXML}/package/2006/metadata/core-properties`, 'cp'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  [`${ODF}:office:1.0`, 'office'],
  [`${ODF}:text:1.0`, 'text'],
  [`${ODF}:table:1.0`, 'table'],
  [`${ODF}:style:1.0`, 'style'],
  [`${ODF}:meta:1.0`, 'meta'],
  [`${ODF}:manifest:1.0`, 'manifest'],
  [`${ODF}:drawing:1.0`, 'draw'],
]);

/**
 * The tree of an XML document, the root first. No entity is known but the five of XML itself and characters by number, nothing is fetched, and a
 * document type is passed over: what leans on one is refused as broken, as is what nests deeper than any office program writes.
 *
 * @throws AppError
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return readXmlText(new TextDecoder(label).decode(bytes));
}

/** The same of a document that has been decoded. */
export function readXmlText(text: string): XmlElement {
  try {
    return treeOf(text);
  } catch (error) {
    if (error instanceof Broken) refuse('invalid', 'file-broken', { field: 'text' });
    throw error;
  }
}

class Broken extends Error {}

type Open = { name: string; attributes: ReadonlyMap<string, string>; children: (XmlElement | string)[] };
const NONE: ReadonlyMap<string, string> = new Map();

function treeOf(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Open[] = [];
  let root: Open | null = null;
  let nodes = 0;
  const take = (words: string): void => {
    stack.at(-1)?.children.push(words);
    nodes += 1;
  };
  parser.on('error', (error) => {
    throw new Broken(error.message);
  });
  parser.on('opentag', ({ prefix, local, uri, attributes }) => {
    const element: Open = { name: named(prefix, local, uri), attributes: attributesOf(attributes), children: [] };
    if (stack.length >= DEEPEST) refuse('invalid', 'reading-too-deep', { field: 'text' });
    nodes += 1;
    if (nodes > MOST_NODES) refuse('too-large', 'reading-too-much', { field: 'text' });
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(text).close();
  if (root === null) throw new Broken('no element');
  return root;
}

function attributesOf(attributes: Record<string, SaxesAttributeNS>): ReadonlyMap<string, string> {
  const all = Object.values(attributes).filter(({ prefix }) => prefix !== 'xmlns');
  return all.length === 0
    ? NONE
    : new Map(all.map(({ prefix, local, uri, value }) => [named(prefix, local, uri), value]));
}

function named(prefix: string, local: string, uri: string): string {
  const known = PREFIXES.get(uri) ?? prefix;
  return known === '' ? local : `${known}:${local}`;
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

/** The element's own children of that name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter(isElement).filter((child) => child.name === name);

/** The first element on the way down the names, each a child of the one before. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of names) at = at === undefined ? undefined : childrenOf(at, name)[0];
  return at;
}

/** All elements of that name within, at any depth, in order. */
export function* within(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.name === name) yield child;
    yield* within(child, name);
  }
}

/** All words within. */
export const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? wordsOf(child) : child)).join('');
