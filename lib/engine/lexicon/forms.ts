/**
 * The forms of English verbs: base, third person, past, participle, -ing. Written for Stet; the irregular verbs are those that its rules and lists name.
 */

/** third person, past, participles, -ing; what is spelt regularly is left to the rules below. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'was', 'were', 'been', 'being', 'am', 'are'],
  become: ['becomes', 'became', 'become', 'becoming'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  bring: ['brings', 'brought', 'bringing'],
  build: ['builds', 'built', 'building'],
  come: ['comes', 'came', 'come', 'coming'],
  cry: ['cries', 'cried', 'crying'],
  do: ['does', 'did', 'done', 'doing'],
  feel: ['feels', 'felt', 'feeling'],
  find: ['finds', 'found', 'finding'],
  forbid: ['forbids', 'forbade', 'forbidden', 'forbidding'],
  forecast: ['forecasts', 'forecast', 'forecasted', 'forecasting'],
  foresee: ['foresees', 'foresaw', 'foreseen', 'foreseeing'],
  forget: ['forgets', 'forgot', 'forgotten', 'forgetting'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  go: ['goes', 'went', 'gone', 'going'],
  have: ['has', 'had', 'having'],
  hear: ['hears', 'heard', 'hearing'],
  hold: ['holds', 'held', 'holding'],
  keep: ['keeps', 'kept', 'keeping'],
  know: ['knows', 'knew', 'known', 'knowing'],
  lead: ['leads', 'led', 'leading'],
  leave: ['leaves', 'left', 'leaving'],
  lose: ['loses', 'lost', 'losing'],
  make: ['makes', 'made', 'making'],
  mean: ['means', 'meant', 'meaning'],
  meet: ['meets', 'met', 'meeting'],
  pay: ['pays', 'paid', 'paying'],
  put: ['puts', 'put', 'putting'],
  read: ['reads', 'read', 'reading'],
  say: ['says', 'said', 'saying'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  seek: ['seeks', 'sought', 'seeking'],
  send: ['sends', 'sent', 'sending'],
  set: ['sets', 'set', 'setting'],
  shoot: ['shoots', 'shot', 'shooting'],
  show: ['shows', 'showed', 'shown', 'showing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  spend: ['spends', 'spent', 'spending'],
  stand: ['stands', 'stood', 'standing'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  take: ['takes', 'took', 'taken', 'taking'],
  tell: ['tells', 'told', 'telling'],
  think: ['thinks', 'thought', 'thinking'],
  win: ['wins', 'won', 'winning'],
  write: ['writes', 'wrote', 'written', 'writing'],
};

/** Verbs whose last consonant is doubled. */
const DOUBLING: ReadonlySet<string> = new Set(
  'admit sum dub quip slam brag snap chat rebut plan refer recap stop drop ban bar plot permit commit omit scrap opt'.split(
    ' ',
  ),
);

export type VerbForm = 'base' | 's' | 'past' | 'ing';

/** Each form of a verb with what it is: third person, past or participle, -ing. */
export function verbForms(lemma: string): readonly (readonly [string, VerbForm])[] {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined)
    return [
      [lemma, 'base'],
      ...irregular.map((form, i) => [form, form.endsWith('ing') ? 'ing' : i === 0 ? 's' : 'past'] as const),
    ];
  const stem = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : lemma;
  const silent = lemma.endsWith('e');
  const low = /[^aeiou]y$/.test(lemma);
  const third = low ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = silent ? `${lemma}d` : low ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const ing = silent && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${stem}ing`;
  return [
    [lemma, 'base'],
    [third, 's'],
    [past, 'past'],
    [ing, 'ing'],
  ];
}

/** "written", "spoken": participles that are no past tense, so that nobody does it who has no "has" before them. */
export const ONLY_PARTICIPLES: ReadonlySet<string> = new Set(
  Object.entries(IRREGULAR).flatMap(([lemma, forms]) => {
    const participle = forms[2];
    return forms.length > 3 && participle !== undefined && participle !== lemma && !participle.endsWith('ed')
      ? [participle]
      : [];
  }),
);

/** All forms of a verb, each once. */
export const formsOf = (lemma: string): string[] => [...new Set(verbForms(lemma).map(([form]) => form))];
