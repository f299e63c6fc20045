/**
 * What a claim without a head needs around it to be a whole sentence: its subject, the clause it hangs on, or a verb. Only words of its own sentence are taken.
 */
import { findClauses } from '../clauses/clauses.ts';
import { bareSubject, nounPhraseStart } from '../clauses/phrases.ts';
import { BODY_NOUNS } from '../lexicon/titles.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import { holds, spanOf } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Span } from '../types.ts';
import { doesAsBody, firstToken, hasVerb, isSentence, isSureOfHead } from './clause.ts';
import { doingFrame } from './doing.ts';
import { BARE, type Edit, type Frame } from './edits.ts';
import { eventFrame, isEventAlone, isParticiple } from './events.ts';
import { isAllSaid, isLeftOpen, saidFrom } from './hosts.ts';
import { identityFrame } from './identity.ts';
import { muchFrame } from './much.ts';
import { objectFrame } from './object.ts';
import { meansSome, possessiveFrame } from './possessive.ts';

const PRONOUN = /^(?:who|which|that)$/;

/** ", which has affected", "who sold it" behind the words they hang on: the pronoun is the subject, and falls out with the comma before it. */
function withoutPronoun({ tokens }: ReadSentence, span: Span): Edit | null {
  const from = firstToken(tokens, span);
  const at = tokens.findIndex(({ lower }, i) => i > from && PRONOUN.test(lower));
  const verb = tokens.findIndex(({ tag }, i) => i > at && tag !== 'ADV');
  const [pronoun, next] = [tokens[at], tokens[verb]];
  if (from < 0 || pronoun === undefined || !holds(span, pronoun) || next === undefined) return null;
  // "which most watch", "of which"; "who studies sleep" has a verb, whatever the tagger takes it for
  const isVerb = next.tag === 'VERB' || (pronoun.lower === 'who' && next.tag === 'NOUN' && next.lower.endsWith('s'));
  const isSubject = next.tag === 'AUX' || (isVerb && !next.lower.endsWith('ing'));
  // "Brekke Bank, which has": the thing it has stands in marks behind it
  if (next.tag === 'AUX' && next.end >= span.end) return null;
  let cut = at;
  while (cut > from + 1 && /^(?:[,"–—-])$/.test(tokens[cut - 1]?.text ?? '')) cut -= 1;
  const before = tokens[cut - 1];
  if (!isSubject || before === undefined || before.tag === 'ADP') return null;
  if (tokens.slice(from, cut).some(({ text }) => /^[,;:]$/.test(text))) return null;
  return { start: before.end, end: pronoun.end, words: '' };
}

/** What may go around a claim: the claims of the sentence that hold it, the smallest first, what its speaker says in the sentence, the sentence. */
function hostsOf(sentence: ReadSentence, drafts: readonly Draft[], draft: Draft): Span[] {
  const around = drafts.filter(
    (other) =>
      other.layer === 'clause' &&
      other.start <= draft.start &&
      other.end >= draft.end &&
      other.end - other.start > draft.end - draft.start,
  );
  const said = draft.layer === 'saying' ? undefined : draft.attribution?.content;
  const own =
    said === undefined || !holds(said, draft)
      ? []
      : [{ start: Math.max(said.start, sentence.span.start), end: Math.min(said.end, sentence.span.end) }];
  return [...around.sort((a, b) => a.end - a.start - (b.end - b.start)), ...own, sentence.span];
}

/** Nothing but a word that joins the sentence to the one before. */
const JOINING = /^(?:and|but|or|so|yet|however|also|plus)?[\s,;:"[–—-]*$/i;

const between = (start: number, end: number): Span | null => (end > start ? { start, end } : null);

const DOING = /^(?:hearing|inquest|task|campaign|mission|service|alliance|movement)$/;
const PLACE =
  /^(?:town|village|city|suburb|district|region|province|island|nation|country|port|peninsula|valley|mountain|river|lake)$/;
const SUPERLATIVE = /^(?:most|least|first|second|third|last|only|one|[a-z]{3,}est)$/;

/** ", one of the signatories", ", a stateless minority": what the name right before the comma is; null where the comma may belong to more than the name. */
function appositionFrame({ text, tokens, mentions }: ReadSentence, span: Span): Frame | null {
  const at = firstToken(tokens, span);
  if (!/^(?:an?|the|one)$/.test(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower !== ',') return null;
  const named = mentions.find((mention) => mention.span.end === tokens[at - 2]?.end);
  if (named === undefined) return null;
  const before = tokens[firstToken(tokens, named.span) - 1];
  // "a bridge in Leeds, the longest in Europe", "the mayor of Leeds, a lawyer": not what the name right before it is
  const own = tokensIn(tokens, span);
  const of = own.findIndex(({ tag }) => tag === 'ADP');
  const head = own.slice(0, of < 0 ? own.length : of).findLast(({ tag }) => tag === 'NOUN');
  const mayBeOther =
    head === undefined ||
    !((BODY_NOUNS.has(head.lower) && !DOING.test(head.lower)) || PLACE.test(head.lower)) ||
    own.some(({ lower }) => SUPERLATIVE.test(lower));
  // "at Carn Point, the strongest since 2014": of what is measured there
  if (head === undefined && before !== undefined && /^(?:at|in|near|on|off)$/.test(before.lower)) return null;
  // "denied Ruiz, a nominee for the Court, a hearing": what is set off is set off from more
  const spot = firstToken(tokens, named.span);
  const opens = tokens.findLastIndex(({ tag }, i) => i < spot && (tag === 'VERB' || tag === 'AUX'));
  if (tokens.slice(Math.max(0, opens), spot).some(({ text: mark }) => mark === ',')) return null;
  // "the club lost its ground, a blow that …": what happened, and not what the name before it is
  if (mayBeOther && named.entity.type !== 'person' && of >= 0) return null;
  const link = before?.tag === 'DET' ? tokens[firstToken(tokens, named.span) - 2] : before;
  const hangs =
    named.entity.type === 'person'
      ? link?.lower === 'of'
      : (mayBeOther && link?.tag === 'ADP') || before?.lower === 'and';
  if (hangs || before?.lower === "'s" || own.some(({ lower }) => lower === ',')) return null;
  const the = before?.lower === 'the' ? 'the ' : '';
  const name =
    named.entity.type === 'person' ? named.entity.name : `${the}${text.slice(named.span.start, named.span.end)}`;
  return { ...BARE, added: { before: `${name} is`, after: '' } };
}

/** "The Astrid, built in 1987": what was done to it. */
function participleFrame({ tokens }: ReadSentence, span: Span): Frame | null {
  const own = tokensIn(tokens, span);
  const comma = own.findIndex(({ text }) => text === ',');
  const [noun, mark, verb] = own.slice(Math.max(0, comma - 1), comma + 2);
  if (comma < 1 || noun === undefined || mark === undefined || verb?.tag !== 'VERB' || !isParticiple(verb.lower))
    return null;
  if (own.slice(0, comma).some(({ tag }) => tag === 'VERB' || tag === 'AUX')) return null;
  const words = /[^s]s$|people|men$/.test(noun.lower) ? 'were' : 'was';
  return { ...BARE, edits: [{ start: mark.start, end: mark.end, words }] };
}

/** “The dam,” he said, “holds 40 million litres.”: what the speaker had begun before he was named. */
function brokenFrame(sentence: ReadSentence, draft: Draft): Frame | null {
  const { text, tokens, span } = sentence;
  if (draft.attribution?.quoted !== true || text[draft.start - 1] !== '"') return null;
  const closes = tokens.findIndex((token) => token.text === '"' && token.start > span.start);
  const last = tokens[closes - 1];
  if (last === undefined || last.end >= draft.start || last.text !== ',' || tokens[0]?.text !== '"') return null;
  const begun = { start: span.start + 1, end: last.start };
  return !isSentence(sentence, [begun]) && isSentence(sentence, [begun, draft]) ? { ...BARE, before: [begun] } : null;
}

/** "the condition, she said, “ran for three years”": what the author had begun before he named the speaker. */
function interruptedFrame(sentence: ReadSentence, draft: Draft): Frame | null {
  const { text, tokens, span } = sentence;
  const { cue, quoted } = draft.attribution ?? {};
  if (cue == null || quoted !== true || text[draft.start - 1] !== '"' || hasSubject(sentence, draft)) return null;
  const mark = tokens.findIndex((token) => token.end > cue.end);
  const open = tokens.findLastIndex(({ text: word }, i) => i < mark && tokens[i + 1] !== undefined && word === ',');
  if (tokens[mark]?.text !== ',' || tokens[mark + 1]?.text !== '"' || open < 1 || mark - open > ASIDE_WORDS)
    return null;
  const from = tokens.findLastIndex(({ text: word }, i) => i < open && /^[:;,"]$/.test(word)) + 1;
  const begun = { start: tokens[from]?.start ?? span.start, end: tokens[open]?.start ?? span.start };
  return isSentence(sentence, [begun]) || !isSentence(sentence, [begun, draft]) ? null : { ...BARE, before: [begun] };
}

const ASIDE_WORDS = 6;

const hasSubject = (sentence: ReadSentence, draft: Draft): boolean => isSentence(sentence, [draft]);

const CALLING = /^(?:call|describe|label|dub|term|brand|characteri[sz]e|denounce|decry|ridicule|dismiss|condemn)/i;

/** "called | the ruling “a disgrace”", "dismissed | it as “noise”": what somebody calls it is what it is to him. */
function callingFrame({ text, tokens }: ReadSentence, draft: Draft): Frame | null {
  const { attribution } = draft;
  const cue = attribution?.cue;
  if (!cue || !CALLING.test(text.slice(cue.start, cue.end)) || draft.layer !== 'clause') return null;
  const from = firstToken(tokens, draft);
  const mark = tokens.findIndex(({ text: word }, i) => i > from && word === '"');
  if (mark < 0 || (tokens[mark]?.start ?? draft.end) >= draft.end || draft.start < cue.end) return null;
  const as = tokens[mark - 1]?.lower === 'as' ? mark - 1 : mark;
  const named = tokens.slice(from, as);
  const noun = named.findLast(({ tag }) => /^(?:NOUN|PROPN|PRON)$/.test(tag));
  if (noun === undefined || named[0]?.tag === 'ADP' || named.some(({ tag }) => tag === 'AUX' || tag === 'PUNCT'))
    return null;
  const of = named.findIndex(({ tag }) => tag === 'ADP');
  const head =
    named.slice(0, of < 0 ? named.length : of).findLast(({ tag }) => /^(?:NOUN|PROPN|PRON)$/.test(tag)) ?? noun;
  if (/^(?:him|her|them|me|us|himself|herself)$/.test(head.lower)) return null;
  const many = (head.tag === 'NOUN' && /[^sui]s$/.test(head.lower)) || named.some(({ tag }) => tag === 'CCONJ');
  const last = named.at(-1) ?? noun;
  const end = as < mark ? (tokens[as]?.end ?? last.end) : last.end;
  return { ...BARE, edits: [{ start: last.end, end, words: many ? 'are' : 'is' }] };
}

/** "on the island of Fara, where | the film was shot": where it was, behind it; or with all that leads to the "where" before it. */
function placedFrame({ text, tokens }: ReadSentence, drafts: readonly Draft[], draft: Draft): Frame | null {
  const at = firstToken(tokens, draft);
  const where = tokens[at - 1];
  if (where?.lower !== 'where' || tokens[at - 2]?.lower !== ',') return null;
  const head = nounPhraseStart(tokens, at - 2, 0);
  const link = tokens[head - 1];
  const place = { start: link?.start ?? where.start, end: tokens[at - 3]?.end ?? where.start };
  // "in the town": a place of its own, and no part of a longer phrase
  const isPlace = /^(?:in|on|at)$/.test(link?.lower ?? '') && place.end - place.start < LONGEST_PLACE;
  const isThere = /\b(?:in|on|at|there)\b/.test(text.slice(draft.end - 20, draft.end));
  // "crossed from Spain, where | 330 bears live"
  const toOrFrom = /^(?:from|to|into|through|across|near)$/.test(link?.lower ?? '');
  const isNamed = tokens.slice(head, at - 2).every(({ tag, marks }) => tag === 'PROPN' && marks.has('place'));
  if (toOrFrom && isNamed && head < at - 2 && !isThere)
    return { ...BARE, added: { before: '', after: `in ${text.slice(tokens[head]?.start, place.end)}` } };
  if (isPlace && !isThere) return { ...BARE, after: place };
  const host = drafts.find((other) => other.layer === 'clause' && other.end === tokens[at - 3]?.end && other !== draft);
  return { ...BARE, before: [...(host?.lead ?? []), { start: host?.start ?? tokens[0]?.start ?? 0, end: where.end }] };
}

const LONGEST_PLACE = 60;

/** "Founded in 1974 as a maker of tools, Halden employs …": what was done to whom the sentence is about. */
function frontedFrame({ tokens }: ReadSentence, draft: Draft): Frame | null {
  const at = firstToken(tokens, draft);
  const first = tokens[at];
  if (first?.tag !== 'VERB' || !isParticiple(first.lower)) return null;
  const comma = tokens.findIndex(({ end }) => end > draft.end);
  // "Born in Whitby, the daughter of a miner, she …": behind what tells who she is
  const isShe = (at: number): boolean =>
    at > comma && /^(?:he|she)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.text === ',';
  const main = findClauses(tokens).find(
    ({ link, subject }) =>
      /^(?:main|coordinate)$/.test(link) && subject !== null && (subject[0] === comma + 1 || isShe(subject[0])),
  );
  if (tokens[comma]?.lower !== ',' || main === undefined) return null;
  const stop = tokens.findIndex(
    ({ text, lower }, i) => i > comma && i < main.verb.from && (text === ',' || lower === 'who'),
  );
  const opens = main.subject?.[0] ?? comma + 1;
  const subject = tokens.slice(opens, stop < opens ? main.verb.from : stop);
  const [from, last] = [subject[0], subject.findLast(({ tag }) => tag !== 'ADV')];
  if (from === undefined || last === undefined) return null;
  const of = subject.findIndex(({ tag }) => tag === 'ADP');
  const head =
    subject.slice(0, of < 0 ? subject.length : of).findLast(({ tag }) => /^(?:NOUN|PROPN)$/.test(tag)) ?? last;
  const many = (head.tag === 'NOUN' && /[^sui]s$/.test(head.lower)) || /^(?:they|we|you)$/.test(last.lower);
  const done = first.text.charAt(0).toLowerCase() + first.text.slice(1);
  return {
    ...BARE,
    before: [{ start: from.start, end: last.end }],
    edits: [{ start: first.start, end: first.end, words: `${many ? 'were' : 'was'} ${done}` }],
  };
}

/** Where what goes before a claim starts: the host, or only what opens the claim's own clause where that has "he", "she" or "they" for its subject. */
function opensOwn({ tokens }: ReadSentence, host: Span, draft: Draft): number {
  const at = firstToken(tokens, draft);
  if (!/^(?:he|she|they|we|i)$/.test(tokens[at]?.lower ?? '')) return host.start;
  const joint = tokens.findLastIndex(({ tag }, i) => i < at && (tag === 'PUNCT' || tag === 'CCONJ'));
  return Math.max(host.start, tokens[joint + 1]?.start ?? host.start);
}

const OWN_LINKS: ReadonlySet<string> = new Set(['main', 'coordinate', 'shared subject', 'adverbial']);

/** "Clubs came, and | fans wore | costumes, many of which …": of the clauses before a claim only the one that it stands in; null where that begins where the host does, or cannot be told alone. */
function clauseAhead(sentence: ReadSentence, host: Span, draft: Draft): readonly Span[] | null {
  const { tokens } = sentence;
  const at = firstToken(tokens, draft);
  const own = findClauses(tokens).findLast(
    ({ link, verb, to }) => OWN_LINKS.has(link) && verb.to <= at && at < to && verb.finite !== 'no',
  );
  const first = tokens[own?.link === 'shared subject' ? own.verb.from : (own?.from ?? -1)];
  if (own === undefined || first === undefined || first.start <= host.start || first.text === '"') return null;
  const dropped = tokens.filter(({ start }) => start >= host.start && start < first.start);
  // a condition, a denial, a quotation or a cue that was begun before holds for what comes after it
  if (dropped.some(({ lower, marks, text }) => BEGUN.test(lower) || text === '"' || marks.has('quoted'))) return null;
  // "waited after doctors had decided to admit them, which was": what is told may be all that was told before
  if (own.link === 'adverbial' && tokensIn(tokens, draft).some(({ lower }) => lower === 'which')) return null;
  if (own.link !== 'shared subject') return [{ start: first.start, end: draft.start }];
  const subject = own.subject === null ? null : spanOf(tokens, ...bareSubject(tokens, own.subject));
  if (subject === null || (own.verb.form === 'modal' && first.tag !== 'AUX')) return null;
  return [subject, { start: first.start, end: draft.start }];
}

const BEGUN = /^(?:if|unless|whether|provided|neither|not|n't|either|that|according)$/;

/** A claim with the clause it stands in around it; what follows it only where there is no verb before. */
function hostFrame(sentence: ReadSentence, drafts: readonly Draft[], draft: Draft): Frame {
  const hosts = hostsOf(sentence, drafts, draft);
  const aheadIn = (host: Span): Span[] => {
    const from = Math.max(opensOwn(sentence, host, draft), saidFrom(sentence.text, host, draft));
    const ahead = between(host.start, draft.start) === null ? null : between(from, draft.start);
    return ahead === null || JOINING.test(sentence.text.slice(ahead.start, ahead.end)) ? [] : [ahead];
  };
  const whole = hosts.find(
    (host) => isSentence(sentence, [...aheadIn(host), draft]) && !isLeftOpen(sentence, aheadIn(host), draft),
  );
  const own = whole === undefined ? null : clauseAhead(sentence, whole, draft);
  if (own !== null && isSentence(sentence, [...own, draft])) return { ...BARE, before: own };
  if (whole !== undefined) return { ...BARE, before: aheadIn(whole) };
  const host = hosts[0] ?? sentence.span;
  if (isAllSaid(sentence, draft)) return BARE;
  return { ...BARE, before: aheadIn(host), after: between(draft.end, host.end) };
}

/** "threatened to raise the tax", in nobody's mouth: whoever did it stands before. */
function lacksSubject({ tokens }: ReadSentence, draft: Draft): boolean {
  const first = tokens[firstToken(tokens, draft)];
  return draft.attribution?.quoted !== true && first?.tag === 'VERB' && !first.lower.endsWith('ing');
}

/** "with the support of the Rural Alliance, | which has 12 seats": the name right before it, where only a body does so. */
function whichFrame({ text, tokens, mentions }: ReadSentence, draft: Draft): Frame | null {
  const at = firstToken(tokens, draft);
  const which = tokens[at];
  if (which?.lower !== 'which' || tokens[at - 1]?.lower !== ',' || !doesAsBody(tokens, at)) return null;
  const name = mentions.find(({ span, entity }) => entity.type !== 'person' && span.end === tokens[at - 2]?.end);
  if (name === undefined) return null;
  const the = tokens[firstToken(tokens, name.span) - 1]?.lower === 'the' ? 'the ' : '';
  return {
    ...BARE,
    edits: [{ start: which.start, end: which.end, words: `${the}${text.slice(name.span.start, name.span.end)}` }],
  };
}

/** "his former wife *Ada Brand who* had ties to the gang": a full name right before the "who" tells who had. */
function isOfNamed({ tokens, mentions }: ReadSentence, draft: Draft): boolean {
  const from = firstToken(tokens, draft);
  const who = tokens.findIndex(({ lower, start }, i) => i > from && lower === 'who' && start < draft.end);
  const head = tokens.slice(from, who);
  const ends = tokens[who - 1]?.end;
  return (
    who > from &&
    head.every(
      ({ tag, text }) => tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADP' && tag !== 'CCONJ' && text !== ',',
    ) &&
    mentions.some(({ span, entity }) => entity.type === 'person' && span.end === ends && entity.name.includes(' '))
  );
}

/** "a study of 4,000 nurses published in May": that it was published, or that there is one. */
function sourceFrame({ tokens }: ReadSentence, span: Span): Frame {
  const own = tokensIn(tokens, span);
  const done = own.find(({ tag, lower }, i) => i > 0 && tag === 'VERB' && isParticiple(lower));
  const of = own.findIndex(({ tag }) => tag === 'ADP');
  const head = own.slice(0, of < 0 ? own.length : of).findLast(({ tag }) => tag === 'NOUN');
  const many = /[^s]s$|data$/.test(head?.lower ?? '');
  if (done === undefined) return { ...BARE, added: { before: many ? 'There are' : 'There is', after: '' } };
  return { ...BARE, edits: [{ start: done.start, end: done.start, words: many ? 'were' : 'was' }] };
}

/** What goes around a claim, and what falls out of it, so that it stands alone. */
export function frameOf(sentence: ReadSentence, drafts: readonly Draft[], draft: Draft): Frame {
  const { text } = sentence;
  if (draft.layer === 'identity') return identityFrame(sentence, draft);
  if (sentence.role === 'headline' || sentence.role === 'table') return { ...BARE, before: draft.lead };
  if (draft.layer === 'saying')
    return isSentence(sentence, [...draft.lead, draft])
      ? { ...BARE, before: draft.lead }
      : hostFrame(sentence, drafts, draft);
  if (isEventAlone(sentence, draft)) return eventFrame(sentence, draft);
  const placed = draft.layer === 'clause' ? placedFrame(sentence, drafts, draft) : null;
  if (placed !== null) return placed;
  const fronted = frontedFrame(sentence, draft);
  if (fronted !== null) return fronted;
  const called = callingFrame(sentence, draft);
  if (called !== null) return called;
  const owned = possessiveFrame(sentence, draft);
  if (owned !== null) return owned;
  const form = draft.form ?? 'headless';
  const isWhole = form === 'whole' && !lacksSubject(sentence, draft);
  if (isWhole && (sentence.role !== 'paragraph' || hasVerb(sentence, draft))) return BARE;
  if (form === 'frame') return BARE;
  if (form === 'source') return sourceFrame(sentence, draft);
  if (form === 'was so much' || form === 'is so much') return muchFrame(sentence, draft, form === 'was so much');
  if (form === 'counted') return { ...BARE, added: { before: 'There are', after: '' } };
  const broken = brokenFrame(sentence, draft) ?? interruptedFrame(sentence, draft);
  if (broken !== null) return broken;
  if (meansSome(sentence, draft)) return hostFrame(sentence, drafts, draft);
  const turned = form === 'headless' ? objectFrame(sentence, draft) : null;
  if (turned !== null) return turned;
  const told = form === 'headless' ? appositionFrame(sentence, draft) : null;
  if (told !== null) return told;
  const done = draft.form === 'whole' ? null : doingFrame(sentence, draft);
  if (done !== null) return done;
  const named = form === 'relative' ? whichFrame(sentence, draft) : null;
  if (named !== null) return named;
  const whose = isOfNamed(sentence, draft) ? withoutPronoun(sentence, draft) : null;
  if (whose !== null) return { ...BARE, edits: [whose] };
  if (isLeftOpen(sentence, draft.lead, draft)) return hostFrame(sentence, drafts, draft);
  if (draft.lead.length > 0)
    return { ...BARE, before: draft.lead, edits: [...relativeHead(sentence, draft), ...sufferedEdit(sentence, draft)] };
  const dropped = form === 'relative' && isSureOfHead(sentence, draft) ? withoutPronoun(sentence, draft) : null;
  if (dropped !== null) return { ...BARE, edits: [dropped] };
  if (draft.layer === 'event') return eventFrame(sentence, draft);
  const owned2 = form === 'headless' ? identityFrame(sentence, draft) : BARE;
  if (owned2 !== BARE && /^,\s+(?:an?|the|one|his|her|its|their)\s/i.test(text.slice(owned2.edits[0]?.start)))
    return owned2;
  const suffered = draft.form === undefined ? participleFrame(sentence, draft) : null;
  if (suffered !== null) return suffered;
  const isDoing = /^\p{L}+ing (?:it|them|him|her|the|a|an)\b/iu.test(text.slice(draft.start, draft.end));
  const isBehindComma = /,\s*$/.test(text.slice(Math.max(0, draft.start - 3), draft.start));
  // ", making it the best that he had seen": no sentence without what made it so
  if (draft.form === undefined && !(isDoing && isBehindComma) && isSentence(sentence, [draft])) return BARE;
  return hostFrame(sentence, drafts, draft);
}

/** "offered products, | joined by guests": what was done to whoever goes before it. */
function sufferedEdit(sentence: ReadSentence, draft: Draft): Edit[] {
  const { text, tokens } = sentence;
  const [first, next, doer] = tokensIn(tokens, draft);
  const [lead] = draft.lead;
  const led = tokens.findLast((token) => token.end <= (draft.lead.at(-1)?.end ?? 0));
  if (first === undefined || lead === undefined || next?.lower !== 'by' || !isParticiple(first.lower)) return [];
  // "responded by closing", "fell by two points"
  if (first.tag !== 'VERB' || led?.tag === 'AUX' || !/^(?:DET|PROPN|NOUN|ADJ)$/.test(doer?.tag ?? '')) return [];
  if (tokens[tokens.indexOf(first) - 1]?.text !== ',' || hasVerb(sentence, lead)) return [];
  const many = /(?:[^s]s|people|men)(?:\s|$)|\band\b/.test(text.slice(lead.start, lead.end).replace(/['’]s\b/g, ''));
  return [{ start: first.start, end: first.start, words: many ? 'were' : 'was' }];
}

/** "who" and "which" at the head give way to the subject that goes before them, and stay behind a whole clause. */
function relativeHead(sentence: ReadSentence, draft: Draft): Edit[] {
  const found = /^(?:who|which|that)\s+/i.exec(sentence.text.slice(draft.start, draft.start + 8));
  if (found === null || draft.lead.some((span) => hasVerb(sentence, span))) return [];
  return [{ start: draft.start, end: draft.start + found[0].length, words: '' }];
}
