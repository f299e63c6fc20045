import { lexer, type Token, type Tokens } from 'marked';
import type { CanonicalText } from '#lib/platform/canonical.ts';

/**
 * Markdown as the plain text a reader sees: blocks apart by a blank line, list items and table rows on lines of their own. Marks nested deeper than
 * anybody writes them are left out, and where they still cannot be read the text is taken as it stands.
 */
export function markdownToText(markdown: CanonicalText): CanonicalText {
  const bounded = withBoundedMarks(markdown);
  try {
    // Nothing that is not canonical can come of what is.
    return lexer(bounded).map(blockText).filter(Boolean).join('\n\n') as CanonicalText;
  } catch (error) {
    if (error instanceof RangeError) return bounded;
    throw error;
  }
}

const DEEPEST = 12;
const INDENT = 4 * DEEPEST;
/** Marks of emphasis and links in one paragraph, beyond which they are no marks: the parser's time grows with their square. */
const MOST_MARKS = 400;
const MARKS = /[*_[\]`~<!]/g;
/** A line of nothing but dashes or their like; of several in a row one is enough. */
const RULE = /^[ \t]*[-=_*][-=_* \t]*$/;
const BLOCK_MARK = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|)/y;

/** Each line with so many quotation and list marks and so much indent at most, each paragraph with so many marks of emphasis. Linear. */
function withBoundedMarks(markdown: CanonicalText): CanonicalText {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const close = (): void => {
    const marks = paragraph.reduce((sum, line) => sum + (line.match(MARKS)?.length ?? 0), 0);
    for (const line of marks > MOST_MARKS ? paragraph.map((words) => words.replace(MARKS, '')) : paragraph)
      if (!(RULE.test(line) && RULE.test(lines.at(-1) ?? ''))) lines.push(line);
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const { text, opens } = withBoundedHead(line);
    if (opens || text.trim() === '') close();
    paragraph.push(text);
  }
  close();
  return lines.join('\n') as CanonicalText;
}

function withBoundedHead(line: string): { readonly text: string; readonly opens: boolean } {
  let depth = 0;
  let kept = 0;
  let at = 0;
  for (BLOCK_MARK.lastIndex = 0; BLOCK_MARK.test(line); BLOCK_MARK.lastIndex = at) {
    at = BLOCK_MARK.lastIndex;
    if (++depth <= DEEPEST) kept = at;
  }
  const text = line.slice(0, kept) + line.slice(at);
  return { text: text.replace(/^[ \t]+/, (space) => space.slice(0, INDENT)), opens: at > 0 };
}

function blockText(token: Token): string {
  switch (token.type) {
    case 'list':
      return (token as Tokens.List).items.map((item, i) => listItem(token as Tokens.List, item, i)).join('\n');
    case 'table': {
      const table = token as Tokens.Table;
      return [table.header, ...table.rows].map((row) => row.map((cell) => inline(cell.tokens)).join('\t')).join('\n');
    }
    case 'blockquote':
      return (token.tokens ?? []).map(blockText).filter(Boolean).join('\n\n');
    case 'code':
      return (token as Tokens.Code).text;
    case 'space':
    case 'hr':
    case 'html':
    case 'def':
      return '';
    default:
      return token.type === 'heading' || token.type === 'paragraph' || token.type === 'text'
        ? inline((token as Tokens.Paragraph).tokens ?? [token])
        : '';
  }
}

const listItem = (list: Tokens.List, item: Tokens.ListItem, i: number): string => {
  const mark = list.ordered ? `${Number(list.start || 1) + i}. ` : '• ';
  return mark + item.tokens.map(blockText).filter(Boolean).join(' ');
};

function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if (token.type === 'br') return '\n';
      if (token.type === 'image') return (token as Tokens.Image).text;
      if (token.type === 'html') return '';
      if ('tokens' in token && token.tokens) return inline(token.tokens);
      return 'text' in token ? plainEntities(String(token.text)) : '';
    })
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const plainEntities = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
