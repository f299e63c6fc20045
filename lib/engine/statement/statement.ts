/**
 * Stage 10: the claim in words that stand alone. Whatever is added to the quote stands in [brackets] and comes from the article;
 * where it is not sure what a word points to, the word stays as it is.
 */
import { withoutTail } from '../text/text.ts';
import type { EngineClaimant, NamedEntity, Span, Time } from '../types.ts';

export type StatementFacts = {
  /** The raw text. */
  readonly text: string;
  readonly span: Span;
  /** What goes before the quote: the subject a claim shares with the one before it, or what a list item belongs to. */
  readonly lead: readonly Span[];
  readonly claimant: EngineClaimant;
  /** Everywhere somebody is named in the sentence. */
  readonly mentions: readonly { readonly entity: NamedEntity; readonly span: Span }[];
  readonly times: readonly Time[];
  /** The one person a "he" or "she" at this place can mean, by name; null where there is none or more than one. */
  readonly referent: (pronoun: 'male' | 'female', at: number) => string | null;
};

/** Words to put in brackets, in place of `start` to `end`, which may be empty. */
type Edit = Span & { readonly words: string };

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "2017-07-05" → "5 July 2017". */
export function readableDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** "2017-01-01" to "2017-03-31" → "January to March 2017". */
function readablePeriod(from: string, to: string): string {
  const [fromYear = 0, fromMonth = 1, fromDay] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay] = to.split('-').map(Number);
  if (fromDay !== 1 || toDay !== lastDayOf(toYear, toMonth)) return `${readableDay(from)} to ${readableDay(to)}`;
  const first = MONTHS[fromMonth - 1];
  const last = MONTHS[toMonth - 1];
  if (fromYear !== toYear)
    return fromMonth === 1 && toMonth === 12 ? `${fromYear} to ${toYear}` : `${first} ${fromYear} to ${last} ${toYear}`;
  if (fromMonth === 1 && toMonth === 12) return String(fromYear);
  return fromMonth === toMonth ? `${first} ${fromYear}` : `${first} to ${last} ${fromYear}`;
}

function timeEdit(time: Time): Edit | null {
  // a word that says no more than "now" needs no date
  if (/^currently$/i.test(time.text)) return null;
  if (time.from === null || time.to === null || time.basis === 'stated' || time.basis === 'unresolved') return null;
  const full = time.from === time.to ? readableDay(time.from) : readablePeriod(time.from, time.to);
  // "April" needs its year only.
  const words = full.startsWith(`${time.text} `) ? full.slice(time.text.length + 1) : full;
  return { start: time.end, end: time.end, words };
}

/** The rest of a name the article has given in full: "Haley" → "[Nikki] Haley", "Xi" → "Xi [Jinping]". Once for each person. */
function nameEdits({ text, span, mentions }: StatementFacts): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  for (const { entity: name, span: spot } of mentions) {
    if (spot.start < span.start || spot.end > span.end || seen.has(name.name)) continue;
    seen.add(name.name);
    if (name.type !== 'person' || /[\p{L}\p{N}-]/u.test(text[spot.start - 1] ?? ' ')) continue;
    // "the Cruz campaign": the name is part of another.
    if (/\bthe\s+$/i.test(text.slice(Math.max(span.start, spot.start - 5), spot.start))) continue;
    const words = text.slice(spot.start, spot.end);
    const last = words.split(/\s+/).at(-1) ?? words;
    if (name.name.length <= last.length || words.includes(name.name) || !name.name.includes(' ')) continue;
    if (name.name.endsWith(` ${last}`)) {
      const start = spot.end - last.length;
      edits.push({ start, end: start, words: name.name.slice(0, -last.length).trim() });
    } else if (name.name.startsWith(`${last} `))
      edits.push({ start: spot.end, end: spot.end, words: name.name.slice(last.length).trim() });
  }
  return edits;
}

/** "I" in somebody's own words is that person. */
function speakerEdit({ text, span, claimant }: StatementFacts): Edit | null {
  const words = text.slice(span.start, span.end);
  if (claimant.type !== 'person' || claimant.name === '' || !/^I(?= |[’']\p{L})/u.test(words)) return null;
  return { start: span.start + 1, end: span.start + 1, words: claimant.name };
}

/** "He", "she", "his" at the head of a claim, where only one person can be meant. */
function pronounEdit({ text, span, referent }: StatementFacts): Edit | null {
  const found = /^(he|she|his|her)(?=[\s’'])/i.exec(text.slice(span.start, span.start + 5));
  const pronoun = found?.[1]?.toLowerCase();
  if (pronoun === undefined) return null;
  const name = referent(
    pronoun.startsWith('he') && pronoun !== 'her' ? 'male' : pronoun === 'his' ? 'male' : 'female',
    span.start,
  );
  if (name === null) return null;
  const possessive = pronoun === 'his' || pronoun === 'her';
  return { start: span.start, end: span.start + pronoun.length, words: possessive ? `${name}’s` : name };
}

/** "who" and "which" give way to what they stand for. */
const RELATIVE = /^(?:who|which|that)\s+/i;

function apply(text: string, span: Span, edits: readonly Edit[]): string {
  let words = '';
  let cursor = span.start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < cursor || edit.end > span.end) continue;
    words += text.slice(cursor, edit.start);
    const open = words === '' || /[\s(“"‘]$/.test(words);
    const after = text.slice(edit.end, span.end);
    words += `${open ? '' : ' '}[${edit.words}]${after === '' || /^[\s,.;:!?’'”")]/.test(after) ? '' : ' '}`;
    cursor = edit.end;
  }
  return words + text.slice(cursor, span.end);
}

const ODD_SPACE = /[^\S ]| {2}/;
const oneLine = (text: string): string => (ODD_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text);

/**
 * Words a claim so that it can be read without the article.
 *
 * @returns one line; every added word is in brackets
 */
export function statementOf(facts: StatementFacts): string {
  const { text, span, lead, times } = facts;
  const own = times.filter((time) => time.start >= span.start && time.end <= span.end);
  const edits = [...own.map(timeEdit), ...nameEdits(facts), speakerEdit(facts), pronounEdit(facts)];
  const body = oneLine(
    apply(
      text,
      span,
      edits.filter((edit): edit is Edit => edit !== null),
    ),
  ).trim();
  const before = lead.map(({ start, end }) => withoutTail(oneLine(text.slice(start, end)), ' ,')).join(' ');
  return before === '' ? body : `[${before}] ${body.replace(RELATIVE, '')}`;
}
