/** The small languages of the notes beneath a sentence: quantities, times, claims. */
import type { Speaker } from './source.ts';
import type { GoldClaim, GoldQuantity, GoldSpan, GoldSpeaker, GoldTime } from './types.ts';

type Locate = (words: string) => GoldSpan;

/** `TEXT = VALUE unit ~modifier per BASE | measure`; a range's value is `LOW..HIGH`, an unsaid number `null`. */
export function readQuantity(body: string, locate: Locate): GoldQuantity & GoldSpan {
  const [left = '', right] = body.split(' = ');
  if (right === undefined) throw new Error('a quantity wants "text = value"');
  const [said = '', measure = null] = right.split(' | ');
  const parts = /^(\S+)(?: (.*?))??(?: ~(.*?))?(?: per (.*))?$/.exec(said);
  if (!parts) throw new Error(`not a value: ${said}`);
  const [, value = '', unit, modifier, per] = parts;
  const [low, high] = value.includes('..') ? value.split('..') : [];
  const number = value === 'null' ? null : Number(low || value);
  if (number !== null && !Number.isFinite(number)) throw new Error(`not a number: ${value}`);
  const span = locate(left);
  return {
    ...span,
    text: span.quote,
    value: number,
    unit: unit || null,
    modifier: modifier ?? null,
    measure,
    ...(per === undefined ? {} : { per }),
    ...(low === undefined ? {} : { low: Number(low), high: high ? Number(high) : null }),
  };
}

/** `TEXT = RESOLVED KIND`; "-" is unresolved. */
export function readTime(body: string, locate: Locate): GoldTime & GoldSpan {
  const time = /^(.+) = (\S+) (\S+)$/.exec(body);
  if (!time) throw new Error('a time wants "text = resolved kind"');
  const span = locate(time[1] ?? '');
  return { ...span, text: span.quote, resolved: time[2] === '-' ? null : (time[2] ?? null), kind: time[3] ?? '' };
}

const TYPES: Record<string, string> = {
  q: 'quantity',
  e: 'event',
  a: 'attribution/quote',
  c: 'comparison',
  t: 'trend',
  k: 'causal',
  h: 'historical',
  p: 'position',
  i: 'identity/title',
  y: 'policy',
};

const MODALITIES: Record<string, string> = {
  hedged: 'hedged',
  plan: 'plan',
  proj: 'projection',
  cf: 'counterfactual',
  op: 'opinion',
  pred: 'prediction',
  norm: 'normative',
  fig: 'figurative',
};
const UNCHECKABLE = new Set(['opinion', 'prediction', 'normative', 'figurative']);

const MODES: Record<string, GoldSpeaker['mode']> = { dq: 'direct-quote', in: 'indirect', nq: 'nested-quote' };

type ClaimNote = {
  words: string;
  label: string | null;
  /** True where the sentence's times hold for the claim though they stand outside its span. */
  allTimes: boolean;
  rewording: string | null;
  claim: Omit<
    GoldClaim,
    'id' | 'start' | 'end' | 'quote' | 'sentences' | 'zone' | 'rewording' | 'quantities' | 'times' | 'entities'
  >;
};

/** `WORDS | type[+type] [A|X] 1..5 [modality] [neg] [opt] [@WHO:mode[<VIA]] [cue=…] [+t] [#label] | rewording`. */
export function readClaim(body: string, speakers: ReadonlyMap<string, Speaker>): ClaimNote {
  const [words = '', codes, rewording = null] = body.split(' | ');
  if (codes === undefined) throw new Error('a claim wants its codes');
  const [types = '', ...rest] = codes.trim().split(/\s+/);
  const [type, ...alsoTypes] = types.split('+').map((code) => {
    const name = TYPES[code];
    if (!name) throw new Error(`no type is called ${code}`);
    return name;
  });
  const note: ClaimNote = {
    words,
    label: null,
    allTimes: false,
    rewording,
    claim: {
      type: type ?? '',
      alsoTypes,
      layer: 'content',
      speaker: speakerOf('author', 'narration', speakers),
      checkWorthiness: 0,
      tier: 'minor',
      modality: 'asserted',
      opinionOrPrediction: false,
      checkable: true,
      negated: false,
      optional: false,
    },
  };
  for (const code of rest) {
    const who = /^@([^:<]+):(\w+)(?:<(\S+))?$/.exec(code);
    if (code === 'A') note.claim.layer = 'attribution';
    else if (code === 'X') note.claim.layer = 'context';
    else if (/^[1-5]$/.test(code)) note.claim.checkWorthiness = Number(code);
    else if (MODALITIES[code]) note.claim.modality = MODALITIES[code];
    else if (code === 'neg') note.claim.negated = true;
    else if (code === 'opt') note.claim.optional = true;
    else if (code === '+t') note.allTimes = true;
    else if (code.startsWith('#')) note.label = code.slice(1);
    else if (code.startsWith('cue=')) note.claim.attributionCue = code.slice(4).replaceAll('_', ' ');
    else if (who) {
      const mode = MODES[who[2] ?? ''];
      if (!mode) throw new Error(`no mode is called ${who[2]}`);
      note.claim.speaker = speakerOf(who[1] ?? '', mode, speakers);
      if (who[3]) note.claim.speaker.via = speakerOf(who[3], mode, speakers).name;
    } else throw new Error(`unknown code ${code}`);
  }
  const { checkWorthiness, modality } = note.claim;
  if (checkWorthiness === 0) throw new Error('a claim wants its check-worthiness');
  note.claim.tier = checkWorthiness >= 4 ? 'core' : checkWorthiness === 3 ? 'standard' : 'minor';
  note.claim.checkable = !UNCHECKABLE.has(modality);
  note.claim.opinionOrPrediction = !note.claim.checkable;
  return note;
}

function speakerOf(code: string, mode: GoldSpeaker['mode'], speakers: ReadonlyMap<string, Speaker>): GoldSpeaker {
  const speaker = speakers.get(code);
  if (!speaker) throw new Error(`nobody is called ${code}`);
  return { name: speaker.name, role: speaker.role, kind: speaker.kind as GoldSpeaker['kind'], mode };
}
