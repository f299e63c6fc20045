/**
 * Words that say a figure went up or down. Hand-made from the verbs of movement that business and statistics reporting uses (the classes of Levin's
 * "verbs of calibratable changes of state"), with the nouns and adverbs made from them. To add one: put its base form into the line; -s, -ed and -ing are understood.
 */
const UP =
  'rise grow increase climb jump surge soar gain advance rally rebound expand leap spike swell accelerate inflate appreciate strengthen boost raise lift hike improve widen skyrocket rocket balloon mount recover add edge-up shoot';
const DOWN =
  'fall slow drop decline decrease plunge slump slip slide sink tumble shrink dip ease plummet contract cut reduce lower slash trim lose weaken depreciate dwindle shed crash narrow retreat tank recede shave deflate dive diminish nosedive cede';

/** Forms the rules of spelling do not give. */
const IRREGULAR_UP =
  'rose risen rising grew grown raised raising increased up higher upward upwards widened growth uptick upturn upswing upsurge faster more shot shooting increment hikes';
const IRREGULAR_DOWN =
  'fell fallen falling dropped dropping slipped slipping slid sliding sank sunk sinking shrank shrunk shrinking dipped dipping cut cutting cuts slashed trimmed trimming lost losing down lower downward downwards loss reduction downturn plunged plunging less fewer cheaper weaker shed shedding dove nosedived discount';

function forms(base: string): string[] {
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (base.endsWith('y')) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const ends = base.endsWith('sh') || base.endsWith('ch') ? 'es' : 's';
  return [base, `${base}${ends}`, `${base}ed`, `${base}ing`];
}

/** Every form, lower case, to its direction. */
export const CHANGE_WORDS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...UP.split(' ').flatMap((w) => forms(w).map((f) => [f, 'up'] as const)),
  ...DOWN.split(' ').flatMap((w) => forms(w).map((f) => [f, 'down'] as const)),
  ...IRREGULAR_UP.split(' ').map((w) => [w, 'up'] as const),
  ...IRREGULAR_DOWN.split(' ').map((w) => [w, 'down'] as const),
]);

/** Those that name a direction only right behind the figure ("40 higher", "20 fewer") or right before it ("up 2.8%"). */
export const NEAR_ONLY: ReadonlySet<string> = new Set(
  'more less fewer cheaper weaker faster up down higher lower upward upwards downward downwards'.split(' '),
);

/** Verbs that lead from what is measured to its figure without moving it: "the rate stood at 5%". */
export const MEASURE_VERBS: ReadonlySet<string> = new Set(
  'is was are were have be been stands stood measured weighed totals totalled totaled reached reaches reach hit hits averaged averages cost costs remains remained amounts amounted measures measured weighs weighed comprises numbers numbered accounts accounted makes made has had earned earns pays paid'.split(
    ' ',
  ),
);
