/** ", putting Bergen ahead" behind "Lund scored": what whoever the clause is about did besides: "[Lund put] Bergen ahead". */
import { type Clause, findClauses } from '../clauses/clauses.ts';
import { verbForms } from '../lexicon/forms.ts';
import { BROUGHT_ABOUT, DEEDS, type Deed } from '../lexicon/participles.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { spanOf } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Span, Token } from '../types.ts';
import { firstToken, hasVerb } from './clause.ts';
import { BARE, type Edit, type Frame } from './edits.ts';

const LONGEST_SUBJECT = 60;

/** The words a sentence's speaker says, or those of the author: what stands in one mouth is read as one. */
function inOneMouth({ tokens }: ReadSentence, { attribution }: Draft): readonly Token[] {
  return attribution === null ? tokens : tokensIn(tokens, attribution.content);
}

/** Who the clause is about, without what is set off from the name; null where that is a pronoun for a thing, or too long. */
function subjectOf(tokens: readonly Token[], { subject }: Clause): Span | null {
  if (subject === null) return null;
  const own = tokens.slice(...subject);
  const stop = own.findIndex(({ text, lower }) => text === ',' || text === '(' || lower === 'who' || lower === 'which');
  const kept = stop < 0 ? own : own.slice(0, stop);
  const first = kept[0]?.lower ?? '';
  if (
    kept.length === 0 ||
    first.endsWith('ing') ||
    /^(?:i|we|you|it|this|that|there|which|who|these|those|what|most|many|some)$/.test(first)
  )
    return null;
  const span = spanOf(kept, 0, kept.length);
  return span !== null && span.end - span.start <= LONGEST_SUBJECT ? span : null;
}

const isMany = (words: readonly Token[]): boolean => {
  const of = words.findIndex(({ tag }) => tag === 'ADP');
  const head = words.slice(0, of < 0 ? words.length : of).findLast(({ tag }) => /^(?:NOUN|PROPN|PRON)$/.test(tag));
  return (
    words.some(({ lower }) => lower === 'and') ||
    /[^sui]s$|^(?:they|we|people)$/.test(head?.tag === 'PROPN' ? '' : (head?.lower ?? ''))
  );
};

/** The deed in the tense of the clause it hangs on. */
function toldIn({ verb }: Clause, { past, base }: Deed, many: boolean): string | null {
  if (verb.form === 'past' || verb.form === 'perfect') return past;
  if (verb.form === 'modal') return verb.modal === 'will' || verb.modal === 'would' ? `${verb.modal} ${base}` : null;
  if (verb.form !== 'present') return null;
  return many ? base : (verbForms(base)[1]?.[0] ?? null);
}

/** "killing 12 *and hurting* 30": the doings of the tail; null where one of them is none whose past is known. */
function deedsOf(tokens: readonly Token[], at: number, end: number): { token: Token; deed: Deed }[] | null {
  const found: { token: Token; deed: Deed }[] = [];
  for (let i = at; i < tokens.length && (tokens[i]?.end ?? end + 1) <= end; i += 1) {
    const token = tokens[i];
    const isJoined = i > at && tokens[i - 1]?.tag === 'CCONJ';
    if (token === undefined || !token.lower.endsWith('ing') || (i > at && !isJoined)) continue;
    // ", adding to the debt": what was told before does
    const deed = token.lower === 'adding' && tokens[i + 1]?.lower === 'to' ? undefined : DEEDS.get(token.lower);
    if (deed !== undefined) found.push({ token, deed });
    else if (token.tag === 'VERB') return null;
  }
  return found.length === 0 ? null : found;
}

/** What goes before a doing, and its tense. Null where it is not sure who did it, or where all that was told before may have brought it about. */
export function doingFrame(sentence: ReadSentence, draft: Draft): Frame | null {
  const tokens = inOneMouth(sentence, draft);
  const at = firstToken(tokens, draft);
  const first = tokens[at];
  if (first === undefined || first.start !== draft.start || tokens[at - 1]?.text !== ',') return null;
  if (!first.lower.endsWith('ing') || BROUGHT_ABOUT.has(first.lower)) return null;
  const deeds = deedsOf(tokens, at, draft.end);
  const host = findClauses(tokens).findLast(({ verb }) => verb.to <= at && verb.finite !== 'no');
  // "the plan, which they had opposed, paving the way": who did it nobody can say, and all that was told before stands before it
  if (host?.link === 'relative' && !draft.lead.some((span) => hasVerb(sentence, span)))
    return { ...BARE, before: [{ start: tokens[0]?.start ?? draft.start, end: tokens[at - 1]?.start ?? draft.start }] };
  // "won two contracts, granted by the state, covering ports": what has been set off before it may be what does it
  const setOff = tokens.slice(host?.verb.to ?? at, at - 1);
  if (
    setOff.some(({ text }, i) => text === ',' && setOff[i + 1]?.tag === 'VERB' && !setOff[i + 1]?.lower.endsWith('ing'))
  )
    return null;
  if (deeds === null || host === undefined || !/^(?:main|coordinate)$/.test(host.link)) return null;
  if (host.verb.passive || host.verb.negated) return null;
  const subject = subjectOf(tokens, host);
  if (subject === null) return null;
  const many = isMany(tokensIn(tokens, subject));
  const edits = deeds.map(({ token, deed }): Edit | null => {
    const words = toldIn(host, deed, many);
    return words === null ? null : { start: token.start, end: token.end, words };
  });
  const known = edits.filter((edit): edit is Edit => edit !== null);
  return known.length === edits.length ? { ...BARE, before: [subject], edits: known } : null;
}
