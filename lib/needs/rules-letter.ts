import { instantOf, localOf } from '#lib/articles/rules.ts';
import { letterLine } from '#lib/i18n/letters.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import type { Letter } from '#lib/platform/mail.ts';
import { keyOf, kindInWords, type NeedRow, needsOf, standOf } from './rules.ts';
import type { NeedDTO, NeedPart } from './types.ts';

/** What was told already: the state by key. */
export type Told = ReadonlyMap<string, string>;

/** Things that one letter names. */
const MOST_NAMED = 20;
const MORNING = 8;

/** Records that somebody has not seen, and was not told of in the state that they are in. */
export const untold = (rows: readonly NeedRow[], told: Told, now: Date): NeedRow[] =>
  rows.filter((row) => standOf(row, now) === 'new' && told.get(keyOf(row)) !== row.state);

/**
 * A letter about what needs somebody: of each thing its kind, its article's headline and a link, and nothing of what was said, found or
 * judged, nor of a restricted article its headline. The same things make the same letter, with the same id.
 */
export function letterOf(
  person: { readonly id: string; readonly name: string; readonly email: string },
  rows: readonly NeedRow[],
  address: string,
  now: Date,
): Letter & { readonly parts: readonly NeedPart[] } {
  const { items, counts } = needsOf(rows, 'now', now, false);
  const named = items.slice(0, MOST_NAMED);
  const left = counts.now - named.length;
  const url = (path: string) => new URL(path, address).href;
  const parts = rows.map((row) => ({ key: keyOf(row), state: row.state }));
  const [only] = items;
  return {
    to: person.email,
    subject:
      counts.now === 1 && only
        ? `Stet: ${letterLine('subjectOne', { kind: kindInWords(only) })}`
        : letterLine('subject', { count: counts.now }),
    text: [
      letterLine('greeting', { name: person.name }),
      ...named.map((item) => `${lineOf(item)}\n${url(pathOf(item))}`),
      ...(left > 0 ? [letterLine('more', { count: left, address: url('/needs') })] : []),
      `-- \n${letterLine('end', { address: url('/account') })}`,
    ].join('\n\n'),
    messageId: `<${sha256(canonicalJson({ to: person.id, parts: parts.map(({ key, state }) => `${key} ${state}`).sort() }))}@${new URL(address).hostname}>`,
    parts,
  };
}

const lineOf = (item: NeedDTO): string =>
  letterLine('item', {
    kind: kindInWords(item),
    count: item.parts.length,
    // What is kept to few inside goes by servers that are not the desk's.
    headline: item.article.access === 'named' ? letterLine('restricted') : item.article.headline,
  });

const pathOf = ({ article, claims }: NeedDTO): string =>
  `/articles/${article.id}${claims[0] === undefined ? '' : `?claim=${claims[0].number}`}`;

/** This morning by the clocks of the desk, once it has come: whoever was last looked at before it has the morning's letter due. */
export function morningOf(now: Date, timeZone: string): Date | null {
  const today = localOf(now.toISOString(), timeZone).slice(0, 10);
  const instant = instantOf(`${today}T0${MORNING}:00`, timeZone);
  const morning = instant === null ? null : new Date(instant);
  return morning !== null && now >= morning ? morning : null;
}
