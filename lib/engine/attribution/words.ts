/** What single words and marks are to attribution: pronouns, auxiliaries, adverbs, and the nouns that can speak. */

import { BODY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, HONORIFICS, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Item } from './units.ts';

/** Quotation marks say that these are somebody's words; the article does not say whose. */
export const NOBODY_NAMED = 'unnamed speaker';

export const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'they',
  'it',
  'i',
  'we',
  'who',
  'which',
  'that',
  'one',
  'both',
  'many',
  'some',
  'others',
  'most',
  'few',
  'several',
  'another',
  'everyone',
  'nobody',
  'someone',
  'you',
  'neither',
  'none',
  'this',
  'those',
]);
export const AUXILIARIES: ReadonlySet<string> = new Set(
  `is are was were be been being am has have had do does did will would can could may might must shall should 's 've 'd 'll isn't aren't wasn't
   weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot`.split(/\s+/),
);
const ADVERBS = new Set(
  `also then later now often once again still even just already recently first earlier previously soon always never ever not n't further
   meanwhile today yesterday tonight monday tuesday wednesday thursday friday saturday sunday himself herself themselves itself all both
   simply only long since long-ago reportedly both each either too`.split(/\s+/),
);

export function isAdverb(item: Item | undefined): boolean {
  return (
    item !== undefined &&
    item.kind === 'word' &&
    (ADVERBS.has(item.lower) ||
      (/ly$/.test(item.lower) &&
        item.lower.length > 4 &&
        !/^(?:family|ally|bully|assembly|supply|reply|july|italy|rally|weekly|daily|monthly|yearly|quarterly|early|elderly|friendly|likely|unlikely|only|lonely|deadly|costly|fly|jelly|holy|emily|lily|sally|molly|billy|kelly)$/.test(
          item.lower,
        )))
  );
}

export function isMark(item: Item | undefined, marks: string): boolean {
  if (item === undefined || item.kind !== 'mark') return false;
  return marks.includes(item.text.startsWith('--') ? '—' : (item.text[0] ?? '\0'));
}

const NOT_AGENTS = new Set(
  'orders powers waters chapters borders quarters letters numbers matters members shoulders daughters errors doors floors sectors factors colors mirrors terrors horrors corners towers flowers hours tigers fingers summers winters centers computers rulers boulders guilders tankers freighters bombers trailers containers chambers timbers cancers centres choppers counters covers dinners fibers filters flyers gutters heaters helicopters ladders lasers lockers markers offers papers posters powders printers rivers rollers scooters servers shelters showers slippers tenders timers transfers transformers vouchers wonders errors motors monitors majors reactors tractors indicators generators processors semiconductors conductors boosters clusters disasters'.split(
    ' ',
  ),
);

type Speaking = 'person' | 'group' | 'document' | 'body';

/** What the nouns that are listed are; of one that is in two lists the later counts. */
const LISTED: ReadonlyMap<string, Speaking> = new Map(
  (
    [
      ['body', BODY_NOUNS],
      ['group', GROUP_NOUNS],
      ['document', DOCUMENT_NOUNS],
      ['person', HONORIFICS],
      ['person', PERSON_NOUNS],
    ] as const
  ).flatMap(([kind, nouns]) => [...nouns.keys()].map((noun): [string, Speaking] => [noun, kind])),
);

/** Nouns that can speak, in the singular or plural. */
export function speakingNoun(lower: string): Speaking | null {
  const last = lower.includes('-') && !PERSON_NOUNS.has(lower) ? (lower.split('-').at(-1) ?? lower) : lower;
  const listed = LISTED.get(last);
  if (listed !== undefined) return listed;
  if (last.endsWith('men') && PERSON_NOUNS.has(last.replace(/men$/, 'man'))) return 'group';
  if (last.endsWith('women') && PERSON_NOUNS.has(last.replace(/women$/, 'woman'))) return 'group';
  // all that follows goes by how the word ends: "-maker", "-ist", or the plural
  if (!/[rst]$/.test(last)) return null;
  if (/[a-z]{3}makers?$/.test(last)) return 'body';
  if (/(?:ists?|ians|crats|eers|ologers|ogues)$/.test(last)) return last.endsWith('s') ? 'group' : 'person';
  if (/(?:[^aeiou]ers|ors)$/.test(last) && !NOT_AGENTS.has(last)) return 'group';
  const singular = last.endsWith('ies') ? `${last.slice(0, -3)}y` : last.replace(/s$/, '');
  if (singular !== last && PERSON_NOUNS.has(singular)) return 'group';
  if (singular === last) return null;
  return BODY_NOUNS.has(singular) ? 'body' : DOCUMENT_NOUNS.has(singular) ? 'document' : null;
}

/** "published", "obtained": what was done with a paper. */
export const isMade = (item: Item | undefined): boolean => item?.kind === 'word' && MADE.test(item.lower);

const MADE =
  /^(?:published|released|issued|commissioned|conducted|obtained|seen|reviewed|compiled|led|produced|presented|posted|made|carried|leaked|filed|written|unveiled|prepared|drafted|drawn|taken|undertaken|funded|titled|entitled|dated|circulated|collected|submitted|sponsored|run)$/;

export const isPerson = (item: Item | undefined): boolean => item?.kind === 'name' && item.entity?.type === 'person';

/** What one says something in, at or on, and no clause begins with. */
export const OCCASIONS: ReadonlySet<string> = new Set(
  `statement interview email e-mail letter report tweet post speech ruling filing memo note release blog message briefing call meeting hearing
   rally conference video article court testimony address monday tuesday wednesday thursday friday saturday sunday january february march april may
   june july august september october november december week month year night morning afternoon evening`.split(/\s+/),
);

/** Forms of reporting verbs that are nouns as often. */
export const NOUN_CUES = new Set(
  `claim claims talk talks state states comment comments answer answers post posts note notes demand demands request requests promise promises
   charge charges attack attacks fear fears hope hopes doubt doubts record records list lists show shows support credit reply replies project
   projects venture ventures rule rules forecast forecasts estimate estimates report reports threat threats advice praise concern finding findings warning warnings offer offers order orders reading speaking vent question questions`.split(
    /\s+/,
  ),
);

/** Before whom things are said that no name goes with. */
export const COURTS = new Set(
  'court jury jurors inquest tribunal inquiry hearing committee magistrates mps councillors senators panel'.split(' '),
);

export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
