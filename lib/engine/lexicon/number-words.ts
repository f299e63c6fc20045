/** Numbers in words. Closed classes of English, written out by hand. */

export const CARDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

export const MAGNITUDES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    lakh: 1e5,
    crore: 1e7,
    // as news agencies have written them: "two mln tonnes", "one bln dlrs"
    mln: 1e6,
    bln: 1e9,
    trln: 1e12,
  }),
);

/** Short forms, after a figure only. "m" and "b" are magnitudes only behind a currency, or before a counted noun. */
export const MAGNITUDE_SIGNS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    K: 1e3,
    bn: 1e9,
    Bn: 1e9,
    BN: 1e9,
    mn: 1e6,
    mil: 1e6,
    tn: 1e12,
    trn: 1e12,
    tr: 1e12,
  }),
);
export const MONEY_MAGNITUDE_SIGNS: ReadonlyMap<string, number> = new Map(
  Object.entries({ m: 1e6, M: 1e6, b: 1e9, B: 1e9, t: 1e12, T: 1e12, MM: 1e6, cr: 1e7 }),
);

/** Plural magnitudes say no more than their order: "thousands" are two thousand or more, and fewer than tens of thousands. */
export const VAGUE_PLURALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozens: 12,
    scores: 20,
    tens: 10,
    hundreds: 1e2,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
    lakhs: 1e5,
    crores: 1e7,
  }),
);

export const GROUPS: ReadonlyMap<string, number> = new Map(
  Object.entries({ dozen: 12, score: 20, couple: 2, pair: 2, trio: 3, quartet: 4, gross: 144 }),
);

/** Parts of one, singular; the plural has an -s. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 1 / 2,
    halves: 1 / 2,
    third: 1 / 3,
    quarter: 1 / 4,
    fourth: 1 / 4,
    fifth: 1 / 5,
    sixth: 1 / 6,
    seventh: 1 / 7,
    eighth: 1 / 8,
    ninth: 1 / 9,
    tenth: 1 / 10,
    twelfth: 1 / 12,
    twentieth: 1 / 20,
    hundredth: 1 / 100,
    thousandth: 1 / 1000,
  }),
);

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
    thirteenth: 13,
    fourteenth: 14,
    fifteenth: 15,
    sixteenth: 16,
    seventeenth: 17,
    eighteenth: 18,
    nineteenth: 19,
    twentieth: 20,
    thirtieth: 30,
    fortieth: 40,
    fiftieth: 50,
    sixtieth: 60,
    seventieth: 70,
    eightieth: 80,
    ninetieth: 90,
    hundredth: 100,
  }),
);

export const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** Times as many. "Halved" and its kin also say which way. */
export const FACTORS: ReadonlyMap<string, { readonly value: number; readonly change: 'up' | 'down' | null }> = new Map(
  Object.entries({
    twice: { value: 2, change: null },
    thrice: { value: 3, change: null },
    double: { value: 2, change: null },
    doubled: { value: 2, change: 'up' },
    doubles: { value: 2, change: 'up' },
    doubling: { value: 2, change: 'up' },
    triple: { value: 3, change: null },
    tripled: { value: 3, change: 'up' },
    tripling: { value: 3, change: 'up' },
    trebled: { value: 3, change: 'up' },
    quadrupled: { value: 4, change: 'up' },
    quadruple: { value: 4, change: null },
    quintupled: { value: 5, change: 'up' },
    halve: { value: 0.5, change: 'down' },
    halved: { value: 0.5, change: 'down' },
    halving: { value: 0.5, change: 'down' },
    twofold: { value: 2, change: null },
    threefold: { value: 3, change: null },
    fourfold: { value: 4, change: null },
    fivefold: { value: 5, change: null },
    tenfold: { value: 10, change: null },
    hundredfold: { value: 100, change: null },
  } as const),
);

/** "No deaths" counts; "no sign" does not. Only nouns that are counted in news. */
export const COUNTED_AFTER_NO: ReadonlySet<string> = new Set(
  'deaths casualties injuries fatalities arrests cases survivors victims votes infections jobs wickets goals points abstentions convictions prosecutions complaints applications inspections patients voters'.split(
    ' ',
  ),
);
