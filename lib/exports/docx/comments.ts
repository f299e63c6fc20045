import type { Copy, CopyRemark, CopyThread } from '../copy/index.ts';
import { eachOf } from '../pieces.ts';
import { runsOf, written } from './runs.ts';

/** Remarks by the numbers that a document names them by: a thread's first, then what was said to it. */
type Numbered = {
  readonly id: number;
  readonly remark: CopyRemark;
  readonly thread: CopyThread;
  readonly of: number | null;
};

function numbered(copy: Copy): Numbered[] {
  const all: Numbered[] = [];
  for (const thread of copy.threads) {
    const first = all.length;
    for (const [i, remark] of thread.remarks.entries())
      all.push({ id: all.length, remark, thread, of: i === 0 ? null : first });
  }
  return all;
}

/** The comments of a document: their words, who answers whom and what is settled, and the marks that put them on their words. */
export type Comments = {
  readonly xml: () => Iterable<string>;
  readonly extended: () => Iterable<string>;
  /** What stands where the words of a claim begin, and where they end. */
  readonly begin: (claim: number) => string;
  readonly end: (claim: number) => string;
};

const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const IGNORABLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"';
export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  W15,
  IGNORABLE,
].join(' ');

export function commentsOf(copy: Copy): Comments {
  const all = numbered(copy);
  const byClaim = Map.groupBy(all, ({ thread }) => thread.claim);
  const of = (claim: number) => byClaim.get(claim) ?? [];
  return {
    xml: () => around('w:comments', eachOf(all, commentXml)),
    extended: () => around('w15:commentsEx', eachOf(all, extendedXml)),
    begin: (claim) =>
      of(claim)
        .map(({ id }) => `<w:commentRangeStart w:id="${id}"/>`)
        .join(''),
    end: (claim) =>
      of(claim)
        .map(
          ({ id }) =>
            `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
        )
        .join(''),
  };
}

function* around(tag: string, inside: Iterable<string>): Generator<string> {
  yield `<${tag} ${NAMESPACES}>`;
  yield* inside;
  yield `</${tag}>`;
}

/** Of a comment's last paragraph, by which a thread is told: eight hexadecimal digits below 80000000. */
const paragraphId = (id: number): string => (0x10000000 + id).toString(16).toUpperCase();

/** ISO, to the second: more no office program keeps. */
export const secondOf = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 4)
    .toUpperCase();

function commentXml({ id, remark }: Numbered): string {
  const last = remark.lines.length - 1;
  const inside = remark.lines.map((line, i) => {
    const named = i === last ? ` w14:paraId="${paragraphId(id)}"` : '';
    const mark = i === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : '';
    return `<w:p${named}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${mark}${runsOf(line)}</w:p>`;
  });
  const about = `w:author="${written(remark.by)}" w:date="${secondOf(remark.at)}" w:initials="${written(initialsOf(remark.by))}"`;
  return `<w:comment w:id="${id}" ${about}>${inside.join('')}</w:comment>`;
}

const extendedXml = ({ id, of, thread }: Numbered): string =>
  `<w15:commentEx w15:paraId="${paragraphId(id)}"${of === null ? '' : ` w15:paraIdParent="${paragraphId(of)}"`} w15:done="${thread.isDone ? 1 : 0}"/>`;
