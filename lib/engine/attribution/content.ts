import { isBracketed, lastOf, leadingEnd, nounEnd } from './end.ts';
import type { Cue } from './idioms.ts';
import { pastListener } from './listener.ts';
import { contentStart } from './start.ts';
import type { Item } from './units.ts';
import { ABOUT, BARE_CLAUSE, hasVerb, isClause, mayShow, OBJECT_FIRST, OF_OBJECT, PLAIN_CLAUSE } from './verbs.ts';
import { AUXILIARIES, isAdverb, isMade, isMark, isPerson, speakingNoun } from './words.ts';

/** What one cue is about: item indices, half-open, and how the cue stands to it. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  readonly cue: Cue;
  readonly place: 'leading' | 'trailing';
};

/** The pieces of a unit its cues answer for. A cue inside another's piece nests. */
export function findPieces(items: readonly Item[], cues: readonly Cue[]): Piece[] {
  return cues.flatMap((cue, i) => {
    const group = groupOf(items, cue);
    const before = cue.lemma === 'according' ? listStart(items, group.from) : segmentStart(items, cues, i, group.from);
    return isTrailing(items, cue, group, before)
      ? trailing(items, cue, group, before)
      : leading(items, cue, cues, i, group);
  });
}

/** Behind the last semicolon, unless it is that of a list: "A was paid 3; B was paid 4; and C was paid 5, according to…". */
function listStart(items: readonly Item[], end: number): number {
  const mark = lastMark(items, ';', end);
  return items[mark + 1]?.lower === 'and' ? 0 : mark + 1;
}

type Group = { from: number; to: number };

/** Cue and subject together, with what describes the subject after it: "said Deng Yuwen, a Beijing-based expert". */
function groupOf(items: readonly Item[], cue: Cue): Group {
  const from = cue.order === 'shared' ? cue.from : Math.min(cue.from, cue.subject.from);
  if (cue.order !== 'after') return { from, to: OBJECT_FIRST.has(cue.lemma) ? pastListener(items, cue.to) : cue.to };
  const to = Math.max(cue.to, cue.subject.to);
  return {
    from,
    to: pastDescription(items, cue.lemma === 'according' ? pastMaking(items, to) : to, opensClause(items, cue)),
  };
}

/** "that according to the bank, the pier is shut": behind the source comes what it says. */
const opensClause = (items: readonly Item[], { from, lemma }: Cue): boolean =>
  from === 0 ||
  // "But, according to a second source, …"
  (from <= 2 && /^(?:but|and|however|yet|still|meanwhile|also)$/.test(items[0]?.lower ?? '')) ||
  (lemma === 'according' && /^(?:that|because)$/.test(items[from - 1]?.lower ?? ''));

/** "according to a report *released by the bank on Monday*, …": behind what was done with the paper. */
function pastMaking(items: readonly Item[], to: number): number {
  if (!isMade(items[to])) return to;
  const comma = items.findIndex((item, i) => i > to && item.kind === 'mark');
  const end = comma < 0 ? items.length : comma;
  return hasVerb(items, to + 1, end) ? to : end;
}

const DESCRIBES =
  /^(?:an?|one|the|who|whose|of|from|at|for|which|his|her|its|\d{1,3}|chief|president|professor|director|senior|head|chairman|vice|deputy|former)$/;

/** Behind what describes the one who speaks; `opening` where the cue opens the sentence, and what it is about comes next. */
function pastDescription(items: readonly Item[], to: number, opening: boolean): number {
  let at = to;
  // "said Lena Hart, D-Ore., chairman of …": the party and its commas are not read
  if (isPerson(items[to - 1]) && speakingNoun(items[to]?.lower ?? '') === 'person') return descriptionEnd(items, to);
  while (isMark(items[at], '(')) {
    const close = items.findIndex((item, i) => i > at && isMark(item, ')'));
    if (close < 0) return at;
    at = close + 1;
  }
  const first = items[at + 1];
  if (!isMark(items[at], ',') || first === undefined) return at;
  const describes =
    (first.kind === 'word' || first.possessive) &&
    (DESCRIBES.test(first.lower) ||
      first.possessive ||
      speakingNoun(first.lower) !== null ||
      (speakingNoun(items[at + 2]?.lower ?? '') !== null && !AUXILIARIES.has(first.lower)));
  if (!describes) return at;
  if (!opening) return descriptionEnd(items, at);
  // "according to the indictment, the two men met": a clause of its own describes nobody
  const comma = items.findIndex((item, i) => i > at && isMark(item, ','));
  const tells = /^(?:who|whose)$/.test(first.lower);
  return comma < 0 || (!tells && hasVerb(items, at, comma)) ? at : comma;
}

function descriptionEnd(items: readonly Item[], at: number): number {
  for (let end = at + 1; end < items.length; end++) {
    if (items[end]?.kind === 'quote' || isMark(items[end], '.;:')) return end;
    const next = items[end + 1];
    if (
      isMark(items[end], ',') &&
      (next === undefined ||
        next.kind === 'quote' ||
        /^(?:and|but|in|on|at|during|after|adding|who|as|while|when|told|said)$/.test(next.lower))
    )
      return end;
  }
  return items.length;
}

/** Where the clause before a cue begins: behind the last cue that does not reach over it, or the unit's start. */
function segmentStart(items: readonly Item[], cues: readonly Cue[], index: number, end: number): number {
  const stop = lastMark(items, ';', end) + 1;
  const previous = cues[index - 1];
  if (previous === undefined) return stop;
  const group = groupOf(items, previous);
  if (group.to > end || group.to <= stop) return stop;
  const gap = items.slice(group.to, end);
  const comma = gap.findIndex((item) => isMark(item, ',;'));
  const aside = isMark(items[group.from - 1], ',—') || items[group.from - 1]?.kind === 'quote';
  const own = previous.order === 'after' || (aside && gap[0]?.kind === 'mark');
  return own && comma >= 0 ? group.to + comma + 1 : previous.order === 'after' ? group.to : 0;
}

function lastMark(items: readonly Item[], marks: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) if (isMark(items[at], marks) && !isBracketed(items, at)) return at;
  return -1;
}

const SETS_SCENE = /^(?:when|while|after|before|as|although|though|since|until|once|because|if)$/;

function isTrailing(items: readonly Item[], cue: Cue, group: Group, before: number): boolean {
  if (cue.lemma === 'put-at') return false;
  // "has learned that, according to a notice, the site …"
  if (
    cue.lemma === 'according' &&
    /^(?:that|because)$/.test(items[group.from - (isMark(items[group.from - 1], ',') ? 2 : 1)]?.lower ?? '') &&
    isMark(items[group.to], ',')
  )
    return false;
  if (cue.lemma === 'according') return group.from > before + 2 || !isMark(items[group.to], ',');
  if (cue.order === 'shared' || cue.form === 'participle') return false;
  // "accused of “sitting on” a report that shows queues will grow": what it shows comes behind
  if (/^(?:that|which)$/.test(items[cue.from - 1]?.lower ?? '')) return false;
  const previous = items[group.from - 1];
  if (previous === undefined) return false;
  if (previous.kind === 'quote') return true;
  const asClause = previous.lower === 'as' && (isMark(items[group.from - 2], ',') || group.from - 1 === 0);
  if (asClause && cue.lemma === 'put' && items.slice(group.to, group.to + 2).some((item) => item.kind === 'quote'))
    return false;
  // "has no wish to buy more, as the ministry wants": what is wanted is not what was said
  if (asClause && cue.cueClass === 'opinion' && !/^(?:think|believe)$/.test(cue.lemma)) return false;
  if (asClause) return group.from > 2 && (isEnd(items, group.to) || isMark(items[group.to], ',—'));
  if (!isMark(previous, ',—') || closesAside(items, group.from - 1)) return false;
  // "When a surge drowned 31, the government asked the firm | to build a wall": what it asked comes behind
  if (items[group.to]?.lower === 'to' && SETS_SCENE.test(items[before]?.lower ?? '')) return false;
  if (group.from - 1 - before < 3 && !items.slice(before, group.from).some((item) => item.kind === 'quote')) {
    return isMark(items[group.to], ',') || isEnd(items, group.to);
  }
  return restIsAdjunct(items, group.to);
}

/** "boats which, according to AFP, | both have criticised": the comma closes what stands between "which" and its verb. */
function closesAside(items: readonly Item[], comma: number): boolean {
  const open = lastMark(items, ',', comma);
  return open > 0 && /^(?:which|who|that)$/.test(items[open - 1]?.lower ?? '');
}

function isEnd(items: readonly Item[], at: number): boolean {
  const item = items[at];
  return item === undefined || isMark(item, '.!?;…');
}

/** After "experts said": nothing, a stop, or where and when, but no clause of its own. */
function restIsAdjunct(items: readonly Item[], from: number): boolean {
  const first = items[from];
  if (first === undefined || first.kind === 'mark') return !isMark(first, ':(');
  if (first.kind !== 'word' || first.lower === 'that') return false;
  const adjunct =
    /^(?:in|on|at|during|after|before|when|as|to|through|via|by|from|without|last|this|earlier|late|early|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|while|of|about|who|whose)$/.test(
      first.lower,
    ) || isAdverb(first);
  if (!adjunct) return false;
  for (let at = from; at < items.length && at < from + 30; at++) {
    const item = items[at];
    if (item?.lower === 'that' && item.kind === 'word') return false;
    if (item?.kind === 'quote' || isMark(item, ':')) return false;
    if (isMark(item, ',.')) break;
  }
  return true;
}

function trailing(items: readonly Item[], cue: Cue, group: Group, before: number): Piece[] {
  // "boats which, according to AFP, both have criticised": what the relative clause says
  const relative = items[group.from - 2];
  if (
    cue.lemma === 'according' &&
    isMark(items[group.from - 1], ',') &&
    /^(?:which|who|that)$/.test(relative?.lower ?? '')
  )
    return [{ from: group.from - 2, to: lastOf(items), cue, place: 'trailing' }];
  let to = group.from;
  while (to > before && (isMark(items[to - 1], ',—') || items[to - 1]?.lower === 'as')) to--;
  // "Hart was not, as the Courier reported, paid": nobody says half of it
  if (/^(?:is|are|was|were|been|has|had|have|not|never)$/.test(items[to - 1]?.lower ?? '')) return [];
  const pieces: Piece[] = to > before ? [{ from: before, to, cue, place: 'trailing' }] : [];
  const [first] = pieces;
  // "the rest, he added, would follow “within days”": no clause has begun before the speaker is named
  const broken =
    first !== undefined &&
    first.to - first.from < 5 &&
    !hasVerb(items, first.from, first.to) &&
    !items.slice(first.from, first.to).some(({ kind }) => kind === 'quote');
  const next = items[group.from - 1]?.lower === 'as' ? null : continuation(items, group.to, broken);
  // "“The pump is gone,” he told the crew, and they left": what is quoted ends with its mark
  const isTold = items[group.from - 1]?.kind === 'quote' && items[next ?? 0]?.lower === 'and';
  const rest = isTold && items[(next ?? 0) + 1]?.kind !== 'quote' ? null : next;
  // "Ida Moss, editor of Grid reports, expects": what stands before is nobody's words
  if (first !== undefined && rest === null && broken && !isEnd(items, group.to) && cue.lemma !== 'according') return [];
  if (first !== undefined && rest !== null && (broken || isAside(items, before, rest)))
    return [{ ...first, to: lastOf(items) }];
  if (rest !== null) pieces.push({ from: rest, to: lastOf(items), cue, place: 'trailing' });
  return pieces;
}

/** A speaker named in the middle of his own clause, with no quotation marks about: the clause is one. */
function isAside(items: readonly Item[], before: number, rest: number): boolean {
  return (
    !/^(?:and|up|down|compared|more|less|fewer)$/.test(items[rest]?.lower ?? '') &&
    !items.slice(before).some((item) => item.kind === 'quote')
  );
}

/** Where the clause goes on: "Survival, he says, | depends on giving readers…"; ", and officials are unlikely…" after an unquoted clause. */
function continuation(items: readonly Item[], from: number, broken: boolean): number | null {
  let comma = from;
  while (comma < items.length && comma < from + 14 && !isMark(items[comma], ',—:;') && items[comma]?.kind !== 'quote')
    comma++;
  const next = items[comma + 1];
  if (!isMark(items[comma], ',—:') || next === undefined) return null;
  if (next.kind === 'quote') return comma + 1;
  if (
    next.kind === 'word' &&
    /^(?:who|which|whose|where|when|while|as|though|although|but|after|before|a|an|in|on|at|during|referring|citing|noting|adding|speaking|even|because|since|if|with|without|despite|according|so|yet|nor|to|for|from|by)$/.test(
      next.lower,
    )
  )
    return null;
  // "the park, she added, closed on Monday": its verb has not come yet
  if (next.kind === 'word' && (broken ? /ing$/ : /(?:ing|ed)$/).test(next.lower)) return null;
  if (isMark(items[comma], '—')) return null;
  return next.lower === 'and' || comma === from ? comma + 1 : null;
}

function leading(items: readonly Item[], cue: Cue, cues: readonly Cue[], index: number, group: Group): Piece[] {
  const end = cue.lemma === 'noun' ? nounEnd(items, group.to) : leadingEnd(items, cue, cues, index, group.to);
  const { at, explicit: marked } = contentStart(items, cue, group.to, end);
  if (at >= end) return [];
  const first = items[at];
  // "As Ana Rey put it, the scheme costs …"
  if (cue.lemma === 'put' && group.from === 1 && items[0]?.lower === 'as' && isMark(items[group.to], ','))
    return group.to + 1 < end ? [{ from: group.to + 1, to: end, cue, place: 'leading' }] : [];
  if (cue.lemma === 'put') {
    const quote = items.findIndex((item, i) => i >= at && i < end && item.kind === 'quote');
    return quote < 0 ? [] : [{ from: quote, to: quote + 1, cue, place: 'leading' }];
  }
  const asked = items[group.from - 1]?.lower ?? '';
  if (asked === 'which' && first?.kind === 'word' && PLAIN_CLAUSE.has(cue.lemma) && AUXILIARIES.has(first.lower))
    return [{ from: at, to: untilComma(items, at, end), cue, place: 'leading' }];
  const whole = asked === 'which' && /^(?:in|of|at|on|under|by|to|for|from)$/.test(items[group.from - 2]?.lower ?? '');
  if (/^(?:what|which)$/.test(asked) && !whole && first?.kind !== 'quote') return [];
  if (cue.order === 'after' && /^(?:accuse|blame|criticise|criticize|condemn|denounce|fault)$/.test(cue.lemma)) {
    const link = /^(?:of|for)$/.test(items[cue.subject.to]?.lower ?? '') ? cue.subject.to : -1;
    if (link > 0 && link + 1 < end) return [{ from: link + 1, to: end, cue, place: 'leading' }];
  }
  // "asked whether the tax would pay for itself": nobody says that it would
  if (/^(?:ask|question)$/.test(cue.lemma) && /^(?:whether|if|how|why|what|when|where|who)$/.test(first?.lower ?? ''))
    return [];
  const passive = cue.order === 'after' && cue.subject.from > cue.to;
  // "the ban was opposed by firms that…": the clause describes the firms
  const explicit = marked && !(passive && (OF_OBJECT.has(cue.lemma) || cue.cueClass === 'opinion'));
  if (!passive && ABOUT.get(cue.lemma)?.includes(first?.lower ?? '-') === true && at + 1 < end)
    return [{ from: at + 1, to: end, cue, place: 'leading' }];
  const object =
    OF_OBJECT.has(cue.lemma) &&
    !STRIKES.test(cue.lemma) &&
    // "decried the calls for a ban": what is judged is nobody's words, where no reason is given
    !(JUDGES.test(cue.lemma) && !items.slice(at, end).some(({ lower }) => /^(?:for|as|over|because)$/.test(lower))) &&
    cue.order !== 'after' &&
    !/^(?:for|of|as|by|on|to|in)$/.test(first?.lower ?? '');
  const bare =
    (cue.lemma === 'put-at' ||
      PLAIN_CLAUSE.has(cue.lemma) ||
      (BARE_CLAUSE.has(cue.lemma) && mayShow(items, cue, at) && isClause(items, at, end))) &&
    !passive &&
    // "according to the bank, in 2020 …": behind its comma anything may begin
    (cue.lemma === 'according' ||
      // "told reporters about half the men had left": how many
      (first?.lower === 'about' &&
        /^(?:half|\d.*|one|two|three|four|five|ten|a|an)$/.test(items[at + 1]?.lower ?? '') &&
        hasVerb(items, at, end)) ||
      // "said in rural areas prices rose"
      (first?.lower === 'in' && cue.lemma !== 'write' && hasVerb(items, at, end)) ||
      !/^(?:for|of|as|by|on|about|to|with|against|in|at|from)$/.test(first?.lower ?? ''));
  const quoted = items.slice(at, end).some((item) => item.kind === 'quote');
  // "mentioned the senator, and the crowd shouted “shame”": another's words
  const quoteAt = items.findIndex((item, i) => i >= at && i < end && item.kind === 'quote');
  const isOther = items.some(
    ({ lower }, i) =>
      i > at &&
      i < quoteAt &&
      /^(?:and|but|while)$/.test(lower) &&
      isMark(items[i - 1], ',') &&
      hasVerb(items, i + 1, quoteAt),
  );
  if (quoted && !explicit && !object && !bare && isOther) return [];
  // "had expected the rise and had set aside £3m": a thing is expected, and nothing said
  const isThing = !explicit && !quoted && FORESEES.test(cue.lemma) && !foresees(items, at, end);
  if (isThing || (!explicit && !object && !bare && !quoted)) return [];
  return [{ from: at, to: end, cue, place: 'leading' }];
}

const FORESEES = /^(?:expect|fear|predict|forecast|estimate|project)$/;

/** Whether a clause stands before the next "and": "expected | prices to fall", "forecast | prices would fall and …". */
function foresees(items: readonly Item[], at: number, end: number): boolean {
  const and = items.findIndex(
    ({ kind, lower }, i) => i > at && i < end && kind === 'word' && /^(?:and|but)$/.test(lower),
  );
  const to = and < 0 ? end : and;
  return hasVerb(items, at, to) || items.slice(at, to).some(({ lower }) => lower === 'to') || and < 0;
}

/** Done to a thing as often as said of it: what is struck is nobody's words, where none are quoted. */
const JUDGES =
  /^(?:decry|denounce|condemn|lambast|rebuke|scold|ridicule|deride|chide|criticise|criticize|blame|berate)$/;
const STRIKES = /^(?:attack|blast|slam|fault|mock)$/;

function untilComma(items: readonly Item[], from: number, end: number): number {
  for (let at = from; at < end; at++) if (isMark(items[at], ',')) return at;
  return end;
}
