/** What an article has told up to a sentence, as far as a statement can point back to it. */
import type { ReadSentence } from '../sentence/sentence.ts';
import type { NamedEntity } from '../types.ts';
import { actorOf } from './actors.ts';
import { noteTellings, type Tellings } from './again.ts';
import { type Bodies, bodiesOf } from './bodies.ts';
import { type Described, nobodyDescribed, noteAlone, noteDescribed } from './described.ts';
import { type Firms, noFirms, noteFirms } from './firms.ts';
import { type Introductions, introduce, type LastTold, lastTold } from './introduced.ts';
import type { Phrase } from './phrase.ts';
import { NOWHERE, type Whereabouts, whereaboutsOf } from './places.ts';
import { noteSpokenFor, type SpokenFor } from './speaks-for.ts';
import { type Thing, thingOf } from './things.ts';

export type Memory = {
  readonly people: ReadonlyMap<string, NamedEntity>;
  readonly bodies: Bodies;
  /** How the article has told of its things up to here. */
  readonly introduced: Introductions;
  /** The things and deeds that it has told of, by what they may be called again. */
  readonly tellings: Tellings;
  readonly described: Described;
  readonly spokenFor: SpokenFor;
  readonly firms: Firms;
  /** Whom the sentence before is about. */
  actor: NamedEntity | null;
  /** What the sentence before is about, where that is nobody. */
  thing: Thing | null;
  /** How the sentence before told of its things. */
  last: LastTold;
  /** The places that the sentence before names. */
  whereabouts: Whereabouts;
};

export const memoryOf = (names: readonly NamedEntity[]): Memory => ({
  people: new Map(names.flatMap((one) => (one.type === 'person' ? [[one.name, one]] : []))),
  bodies: bodiesOf(names),
  introduced: new Map(),
  tellings: new Map(),
  described: nobodyDescribed(),
  spokenFor: new Map(),
  firms: noFirms(),
  actor: null,
  thing: null,
  last: new Map(),
  whereabouts: NOWHERE,
});

/** What a sentence tells is known for its own claims, each word behind it. Changes `memory`. */
export function noteTold(sentence: ReadSentence, phrases: readonly Phrase[], memory: Memory): void {
  const { introduced, tellings, described, spokenFor } = memory;
  introduce(sentence, phrases, introduced);
  noteTellings(sentence, phrases, tellings);
  noteDescribed(sentence, described);
  noteSpokenFor(sentence, spokenFor);
}

/** Whom and what the next sentence may go on about; "the company" means one that has been named before. Changes `memory`. */
export function noteLast(sentence: ReadSentence, phrases: readonly Phrase[], memory: Memory): void {
  memory.actor = actorOf(sentence, memory.people, memory.actor, memory.described);
  memory.thing = thingOf(sentence, memory.thing);
  memory.last = lastTold(sentence, phrases);
  memory.whereabouts = whereaboutsOf(sentence);
  noteFirms(sentence, memory.firms);
  noteAlone(sentence, memory.actor, memory.described);
}
