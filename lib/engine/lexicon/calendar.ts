/** Names of the calendar. Closed classes of English, with the customary abbreviations of news style; holidays only where their date never moves. */

const numbered = (names: string): ReadonlyMap<string, number> =>
  new Map(names.split(' ').flatMap((group, i) => group.split('/').map((name) => [name, i + 1] as const)));

/** Full names and abbreviations, lower case, to 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = numbered(
  'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
);
/** Abbreviations and names that are other words too, and so need a figure or a preposition beside them. */
export const SHY_MONTHS: ReadonlySet<string> = new Set(
  'may march mar jan jun jul sep sept feb apr aug oct nov dec'.split(' '),
);

/** Monday is 1. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered(
  'monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun',
);
export const SHY_WEEKDAYS: ReadonlySet<string> = new Set('mon tue tues wed thu thur thurs fri sat sun'.split(' '));

/** The first month of each season of the northern half of the world, by meteorologists' reckoning. */
export const SEASONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }),
);

export const HOLIDAYS: readonly (readonly [string, { readonly month: number; readonly day: number }])[] = [
  ['christmas day', { month: 12, day: 25 }],
  ['christmas eve', { month: 12, day: 24 }],
  ['christmas', { month: 12, day: 25 }],
  ['boxing day', { month: 12, day: 26 }],
  ["new year 's eve", { month: 12, day: 31 }],
  ["new year 's day", { month: 1, day: 1 }],
  ["valentine 's day", { month: 2, day: 14 }],
  ['halloween', { month: 10, day: 31 }],
  ['bastille day', { month: 7, day: 14 }],
  ['fourth of july', { month: 7, day: 4 }],
];

/** "The nineties" and their kin. */
export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenties: 20,
    thirties: 30,
    forties: 40,
    fifties: 50,
    sixties: 60,
    seventies: 70,
    eighties: 80,
    nineties: 90,
  }),
);

/** Before a time: which stretch of it. */
export const PARTS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late'],
]);
/** "The start of", "the end of". */
export const EDGE_NOUNS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['start', 'early'],
  ['beginning', 'early'],
  ['outset', 'early'],
  ['middle', 'mid'],
  ['end', 'late'],
  ['close', 'late'],
]);

export type CalendarUnit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';
const UNIT_FORMS: Readonly<Record<CalendarUnit, string>> = {
  hour: 'hour hours',
  day: 'day days',
  week: 'week weeks',
  month: 'month months',
  quarter: 'quarter quarters',
  year: 'year years',
  decade: 'decade decades',
  century: 'century centuries',
};
export const CALENDAR_UNITS: ReadonlyMap<string, CalendarUnit> = new Map(
  (Object.keys(UNIT_FORMS) as CalendarUnit[]).flatMap((unit) =>
    UNIT_FORMS[unit].split(' ').map((form) => [form, unit] as const),
  ),
);

/** Prepositions that open or close a time towards one side. */
export const BOUNDS: ReadonlyMap<string, 'since' | 'until' | 'by' | 'before' | 'after'> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['through', 'until'],
  ['by', 'by'],
  ['before', 'before'],
  ['after', 'after'],
]);

/** Times too loose to be put on a calendar; reported, and left unresolved. */
export const VAGUE_TIMES: readonly string[] = [
  'recently',
  'in recent weeks',
  'in recent months',
  'in recent years',
  'in recent days',
  'in recent decades',
  'over the years',
  'in the coming weeks',
  'in the coming months',
  'in the coming years',
  'in the coming days',
  'in coming weeks',
  'in coming months',
  'in coming years',
  'in the near future',
  'years ago',
  'months ago',
  'decades ago',
  'weeks ago',
  'a few years ago',
  'a few months ago',
  'a few weeks ago',
  'a few days ago',
  'several years ago',
  'several months ago',
  'several weeks ago',
  'for decades',
  'for years',
  'for months',
  'for weeks',
  'so far',
  'thus far',
  'until now',
  'up to now',
];

/** Auxiliaries and phrases that place a clause after the day of writing. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(
  "will 'll shall won't wo scheduled due slated upcoming plans planning planned expects expected intends aims hopes hoping poised going gonna deadline projected forecast forecasts tomorrow looming".split(
    ' ',
  ),
);

/** Verbs that in the plain present speak of what is fixed to come: "the changes take effect on 1 July", "polls open on June 3". */
export const SCHEDULE_VERBS: ReadonlySet<string> = new Set(
  'take takes go goes come comes open opens begin begins start starts close closes end ends meet meets continues runs expires retire retires departs resumes'.split(
    ' ',
  ),
);

/** The same where the day stands right behind: "votes on Tuesday"; a caption may say "leaves the works in April" of a day gone by. */
export const ON_DAY_VERBS: ReadonlySet<string> = new Set(
  `votes rules decides resumes returns plays play faces face hosts host visits testifies appears launches arrives leaves debates retires resigns marries sails reports sits reconvenes convenes departs
   flies travels premieres airs debuts celebrates holds publishes unveils presents hears considers competes speaks addresses
   reopens joins contests tackles expires lapses concludes finishes completes`.split(/\s+/),
);

/** Right before or after a weekday these mean a day gone by, whatever the rest of the sentence says: "said Thursday it will". */
export const SAID_WORDS: ReadonlySet<string> = new Set(
  'said says told tweeted wrote announced warned added reported declared confirmed denied claimed argued stated posted published released unveiled ruled voted met agreed signed asked urged called accused insisted revealed acknowledged admitted testified vowed promised rejected approved ordered filed arrived died killed began started ended launched opened closed held took made gave went came was were had did'.split(
    ' ',
  ),
);
