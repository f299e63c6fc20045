/**
 * The small words that open, join and close clauses. Written for Stet.
 */

/** Subordinators whose clause is a claim of its own: "…, although it did not say when". */
export const SPLITTING: ReadonlySet<string> = new Set(
  `although though while whereas as after before since when once where until whilst`.split(/\s+/),
);

/** Subordinators whose clause belongs to the claim it limits: without it the claim would say something else. */
export const BINDING: ReadonlySet<string> = new Set(
  `if unless because whether than lest provided how why what whoever whatever wherever whenever whereby`.split(/\s+/),
);

export const RELATIVE_PRONOUNS: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose']);

export const COORDINATORS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'nor', 'yet']);

/** Words at the head of a clause that join it to the one before and are no part of the claim. */
export const CONNECTIVES: ReadonlySet<string> = new Set(
  `and but or so yet however meanwhile indeed still also moreover furthermore nevertheless nonetheless lastly finally plus besides
  instead then thus therefore hence overall similarly likewise separately additionally accordingly conversely specifically notably
  that's well now rather otherwise`.split(/\s+/),
);

/** Connectives of more than one word, as they stand before a comma. */
export const LONG_CONNECTIVES: readonly string[] = [
  'on the other hand',
  'in addition',
  'as a result',
  'as such',
  'for example',
  'for instance',
  'in fact',
  'in other words',
  'of course',
  'in turn',
  'at the same time',
  'after all',
  'in short',
  'by contrast',
  'in contrast',
  'to be sure',
  'that said',
  'even so',
  'even then',
];

/** Verbs that take a clause without "that": "officials said prices rose". */
export const CLAUSE_TAKERS: ReadonlySet<string> = new Set(
  `say says said tell tells told think thinks thought believe believes believed know knows knew claim claims claimed argue argues argued find finds found
  hope hopes hoped feel feels felt fear fears feared show shows showed suggest suggests suggested expect expects expected warn warns warned report reports
  reported announce announces announced add adds added insist insists insisted admit admits admitted estimate estimates estimated predict predicts
  predicted understand understood mean means meant see sees saw assume assumes assumed guess suppose conclude concludes concluded note notes noted confirm
  confirms confirmed deny denies denied acknowledge acknowledges acknowledged hear heard learn learned learnt realise realised realize realized wish wished
  ensure ensures ensured decide decided agree agreed stress stressed worry worried wonder wondered`.split(/\s+/),
);

/** Nouns whose "that" clause is stated as true: "the fact that …". */
export const FACTIVE_NOUNS: ReadonlySet<string> = new Set([
  'fact',
  'finding',
  'discovery',
  'revelation',
  'realisation',
  'realization',
  'reality',
]);
