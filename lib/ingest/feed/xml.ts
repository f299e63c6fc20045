import { childAt, childrenOf, isElement, within, wordsOf, type XmlElement } from '../read/xml.ts';
import type { RawFeed, RawItem } from './types.ts';

/** The feed in an XML document: RSS 2.0 (and its elders), RSS 1.0, Atom; null where it is none. */
export function xmlFeed(root: XmlElement): RawFeed | null {
  if (root.name === 'rss') return rss(childAt(root, 'channel') ?? root, [...within(root, 'item')]);
  if (root.name === 'rdf:RDF') return rss(childAt(root, 'channel') ?? root, childrenOf(root, 'item'));
  if (root.name === 'atom:feed') {
    return { title: said(root, 'atom:title') ?? '', items: childrenOf(root, 'atom:entry').map(entry) };
  }
  return null;
}

const rss = (channel: XmlElement, items: readonly XmlElement[]): RawFeed => ({
  title: said(channel, 'title') ?? '',
  items: items.map(item),
});

/** The words of the first child of those names that has any. */
function said(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const words = wordsOf(child).trim();
      if (words !== '') return words;
    }
  }
  return null;
}

function item(element: XmlElement): RawItem {
  const guid = childAt(element, 'guid');
  const id = guid === undefined ? null : wordsOf(guid).trim() || null;
  const isLink = guid?.attributes.get('isPermaLink') !== 'false' && /^https?:\/\//i.test(id ?? '');
  return {
    key: id ?? element.attributes.get('rdf:about') ?? null,
    link: said(element, 'link') ?? linkOf(element) ?? (isLink ? id : null),
    title: said(element, 'title', 'dc:title') ?? '',
    byline: said(element, 'dc:creator') ?? nameIn(said(element, 'author')),
    date: said(element, 'pubDate', 'dc:date', 'atom:published', 'atom:updated'),
    words: said(element, 'description', 'content:encoded', 'atom:summary') ?? '',
  };
}

function entry(element: XmlElement): RawItem {
  const authors = childrenOf(element, 'atom:author').flatMap((author) => said(author, 'atom:name') ?? []);
  return {
    key: said(element, 'atom:id'),
    link: linkOf(element),
    title: said(element, 'atom:title') ?? '',
    byline: authors.join(', ') || null,
    date: said(element, 'atom:published', 'atom:updated'),
    words: said(element, 'atom:summary', 'atom:content') ?? '',
  };
}

/** The page that an Atom link leads to. */
function linkOf(element: XmlElement): string | null {
  const links = element.children.filter(isElement).filter(({ name }) => name === 'atom:link');
  const page = links.find(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate');
  return page?.attributes.get('href') ?? null;
}

/** RSS has "desk@post.example (Ines Marek)"; an address alone is nobody's name. */
function nameIn(author: string | null): string | null {
  if (author === null) return null;
  const name = /^\S+@\S+\s*\(([^()]+)\)$/.exec(author)?.[1] ?? author;
  return /^\S+@\S+$/.test(name) ? null : name;
}
