import type { Copy, CopyBlock, CopyPiece } from '../copy/index.ts';
import { type Comments, secondOf } from './comments.ts';
import { paragraph, run, written } from './runs.ts';

/** The style of each kind of block. */
const STYLES: Readonly<Record<CopyBlock['role'], string>> = {
  headline: 'Title',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  paragraph: 'ArticleText',
  quote: 'ArticleQuote',
  'list-item': 'ArticleItem',
  table: 'ArticleTable',
  caption: 'ArticleCaption',
  figure: 'ArticleCaption',
  advice: 'ArticleNote',
  note: 'ArticleNote',
  boilerplate: 'ArticleNote',
};

/** The article: a paragraph for each block, claims marked by their comments, fixes as changes to be taken or refused. */
export function* articleOf(copy: Copy, comments: Comments, isRightToLeft: boolean): Generator<string> {
  let changes = 0;
  const isHead = copy.blocks.findIndex(({ role }) => role === 'headline');
  const piece = (one: CopyPiece): string => {
    if ('claim' in one) return one.kind === 'begin' ? comments.begin(one.claim) : comments.end(one.claim);
    const fix = one.fix === null ? undefined : copy.fixes[one.fix];
    if (one.kind === 'same' || !fix) return run(one.text);
    const tag = one.kind === 'deleted' ? 'w:del' : 'w:ins';
    changes += 1;
    const about = `w:id="${FIRST_CHANGE + changes}" w:author="${written(fix.by)}" w:date="${secondOf(fix.at)}"`;
    return `<${tag} ${about}>${run(one.text, { isDeleted: one.kind === 'deleted' })}</${tag}>`;
  };
  for (const [i, { role, pieces }] of copy.blocks.entries())
    yield paragraph(
      role === 'headline' && i !== isHead ? 'Heading2' : STYLES[role],
      pieces.map(piece).join(''),
      isRightToLeft ? '<w:bidi/>' : '',
    );
}

/** Changes, comments and bookmarks are numbered apart, and some programs want one row of numbers for all. */
const FIRST_CHANGE = 1_000_000;
