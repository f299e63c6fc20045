import { strFromU8, unzipSync } from 'fflate';
import { childAt, isElement, readXml, within, wordsOf, type XmlElement } from '#lib/ingest/read/xml.ts';

/** A Word document's parts by a reader of the tests' own: what stands on which words, who answers whom, what is a change. */
export type ReadComment = {
  readonly author: string;
  readonly at: string;
  readonly text: string;
  /** The words it stands on: those that are there, and those that are taken out. */
  readonly on: string;
  readonly parent: string | null;
  readonly isDone: boolean;
};
export type ReadChange = {
  readonly kind: 'ins' | 'del';
  readonly author: string;
  readonly at: string;
  readonly text: string;
};

export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export const partOf = (bytes: Uint8Array, path: string): XmlElement =>
  readXml(unzipSync(bytes)[path] ?? new Uint8Array());

const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';

/** The words of a paragraph or a run, line ends and tabs among them. */
export function textIn(element: XmlElement): string {
  return element.children
    .filter(isElement)
    .map((child) => {
      if (child.name === 'w:t' || child.name === 'w:delText') return wordsOf(child);
      if (child.name === 'w:br') return '\n';
      if (child.name === 'w:tab') return '\t';
      return /Pr$/.test(child.name) ? '' : textIn(child);
    })
    .join('');
}

const linesIn = (element: XmlElement): string => [...within(element, 'w:p')].map(textIn).join('\n');

export function readComments(bytes: Uint8Array): ReadComment[] {
  const on = rangesIn(partOf(bytes, 'word/document.xml'));
  const comments = [...within(partOf(bytes, 'word/comments.xml'), 'w:comment')];
  const lastId = (comment: XmlElement) => attribute([...within(comment, 'w:p')].at(-1) ?? comment, 'w14:paraId');
  const texts = new Map(comments.map((comment) => [lastId(comment), linesIn(comment)]));
  const extended = new Map(
    [...within(partOf(bytes, 'word/commentsExtended.xml'), 'w15:commentEx')].map((one) => [
      attribute(one, 'w15:paraId'),
      one,
    ]),
  );
  return comments.map((comment) => {
    const more = extended.get(lastId(comment));
    const parent = more?.attributes.get('w15:paraIdParent');
    return {
      author: attribute(comment, 'w:author'),
      at: attribute(comment, 'w:date'),
      text: linesIn(comment),
      on: on.get(attribute(comment, 'w:id')) ?? '',
      parent: parent === undefined ? null : (texts.get(parent) ?? 'nothing'),
      isDone: more?.attributes.get('w15:done') === '1',
    };
  });
}

/** The words between a comment's two marks, without what is put in. */
function rangesIn(document: XmlElement): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const walk = (element: XmlElement): void => {
    for (const child of element.children.filter(isElement)) {
      const id = attribute(child, 'w:id');
      if (child.name === 'w:commentRangeStart') open.set(id, '');
      else if (child.name === 'w:commentRangeEnd') closed.set(id, open.get(id) ?? 'never begun');
      else if (child.name === 'w:r') {
        const words = textIn(child);
        for (const [key, before] of open) if (!closed.has(key)) open.set(key, before + words);
      } else if (child.name !== 'w:ins') walk(child);
    }
  };
  walk(childAt(document, 'w:body') ?? document);
  return closed;
}

export const readChanges = (bytes: Uint8Array): ReadChange[] =>
  (['ins', 'del'] as const).flatMap((kind) =>
    [...within(partOf(bytes, 'word/document.xml'), `w:${kind}`)].map((element) => ({
      kind,
      author: attribute(element, 'w:author'),
      at: attribute(element, 'w:date'),
      text: textIn(element),
    })),
  );
