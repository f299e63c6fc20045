import { describe, expect, it } from 'vitest';
import { type MatchClaim, matchClaims, type Relation } from '#lib/match/index.ts';
import { claim } from './claim.ts';

type Case = readonly [string, MatchClaim, MatchClaim, Relation | null];

const ports = (percent: number, text: string) =>
  claim(`The port of Durban handles ${text} of South Africa's container traffic`, {
    kind: 'quantity',
    figures: [[text, percent, 'percent']],
    names: ['Durban', 'South Africa'],
  });

const SAME: readonly Case[] = [
  [
    'typography',
    claim('“We did it” – twice', { by: 'Ann Lee' }),
    claim('"We did it" — twice', { by: 'Ann Lee' }),
    'same',
  ],
  ['percent written two ways', ports(60, '60%'), ports(60, '60 percent'), 'same'],
  [
    'the same share seen from the other side',
    claim('Finland buys 70 percent of its gas from Russia', {
      kind: 'quantity',
      figures: [['70 percent', 70, 'percent']],
      names: ['Finland', 'Russia'],
    }),
    claim('Russia sold Finland 70 percent of the gas Finland buys', {
      kind: 'quantity',
      figures: [['70 percent', 70, 'percent']],
      names: ['Russia', 'Finland'],
    }),
    'same',
  ],
  [
    'synonyms with the same figure',
    claim('Unemployment in Spain fell to 11.2 percent in May', {
      kind: 'trend',
      figures: [['11.2 percent', 11.2, 'percent', { change: 'down' }]],
      names: ['Spain'],
      when: [['in May', '2024-05-01', '2024-05-31']],
    }),
    claim('The jobless rate in Spain dropped to 11.2% in May', {
      kind: 'trend',
      figures: [['11.2%', 11.2, 'percent', { change: 'down' }]],
      names: ['Spain'],
      when: [['in May', '2024-05-01', '2024-05-31']],
    }),
    'same',
  ],
  [
    'troops and soldiers, stationed and based',
    claim('5,000 French soldiers are stationed in Chad', {
      kind: 'quantity',
      figures: [['5,000', 5000, 'French soldiers']],
      names: ['French=France', 'Chad'],
    }),
    claim('France has 5,000 troops based in Chad', {
      kind: 'quantity',
      figures: [['5,000', 5000, 'troops']],
      names: ['France', 'Chad'],
    }),
    'same',
  ],
  [
    'a figure hardly met by chance, on the same day',
    claim('611 people waited on trolleys on Monday', {
      figures: [['611', 611, 'people']],
      when: [['on Monday', '2026-02-02']],
    }),
    claim('On Monday 611 patients were on trolleys', {
      figures: [['611', 611, 'patients']],
      when: [['On Monday', '2026-02-02']],
    }),
    'same',
  ],
  [
    'a nationality and its country',
    claim('The Kenyan parliament rejected the tax bill', { names: ['Kenyan=Kenya'] }),
    claim("Kenya's parliament has refused the tax bill", { names: ['Kenya'] }),
    'same',
  ],
  [
    'a short form of a name',
    claim('Ms. Okoye founded the clinic', { names: ['p:Ms. Okoye=Ngozi Okoye'] }),
    claim('Ngozi Okoye established the clinic', { names: ['p:Ngozi Okoye'] }),
    'same',
  ],
  [
    'a role in two forms',
    claim("Chile's president, Ana Ruiz", { kind: 'identity', names: ['Chile', 'p:Ana Ruiz'] }),
    claim('Chilean President Ana Ruiz', { kind: 'identity', names: ['Chilean=Chile', 'p:Ana Ruiz'] }),
    'same',
  ],
  [
    'the same content from two speakers',
    claim('the dam cost twice as much as planned', { by: 'Ann Lee' }),
    claim('the dam cost twice as much as planned', { by: 'Bo Park' }),
    'same',
  ],
];

const PRECISE: readonly Case[] = [
  [
    'an order of size beside a number',
    claim('thousands of American soldiers are stationed in South Korea', {
      kind: 'quantity',
      figures: [['thousands', 1000, 'American soldiers', { modifier: 'at least' }]],
      names: ['American=United States', 'South Korea'],
    }),
    claim('30,000 American troops are stationed in South Korea', {
      kind: 'quantity',
      figures: [['30,000', 30000, 'American troops']],
      names: ['American=United States', 'South Korea'],
    }),
    'less precise',
  ],
  [
    'a number beside "more than"',
    claim('43,120 people fled Goma', { figures: [['43,120', 43120, 'people']], names: ['Goma'] }),
    claim('more than 40,000 people fled Goma', {
      figures: [['more than 40,000', 40000, 'people', { modifier: 'more than' }]],
      names: ['Goma'],
    }),
    'more precise',
  ],
  [
    'a round number beside an exact one',
    claim('The bridge cost £2.3 million', { figures: [['£2.3 million', 2_300_000, 'GBP']] }),
    claim('The bridge cost £2,312,400', { figures: [['£2,312,400', 2_312_400, 'GBP']] }),
    'less precise',
  ],
  [
    'with and without "almost"',
    claim('Exports from Peru grew almost 40 percent', {
      figures: [['almost 40 percent', 40, 'percent', { modifier: 'approximately', change: 'up' }]],
      names: ['Peru'],
    }),
    claim('Exports from Peru grew 39.7 percent', {
      figures: [['39.7 percent', 39.7, 'percent', { change: 'up' }]],
      names: ['Peru'],
    }),
    'less precise',
  ],
  [
    'with and without a figure',
    claim('Rents in Lisbon rose', { kind: 'trend', names: ['Lisbon'] }),
    claim('Rents in Lisbon rose by 9 percent', {
      kind: 'trend',
      figures: [['9 percent', 9, 'percent', { change: 'up' }]],
      names: ['Lisbon'],
    }),
    'less precise',
  ],
];

const TENSION: readonly Case[] = [
  ['another figure for the same fact', ports(60, '60 percent'), ports(45, '45 percent'), 'tension'],
  [
    'another number of dead',
    claim('The flood killed 17 people in Accra', { figures: [['17', 17, 'people']], names: ['Accra'] }),
    claim('24 people died in the flood in Accra', { figures: [['24', 24, 'people']], names: ['Accra'] }),
    'tension',
  ],
  [
    'another founding year',
    claim('Nokia was founded in 1865', { names: ['o:Nokia'], when: [['in 1865', '1865-01-01', '1865-12-31']] }),
    claim('Nokia was founded in 1871', { names: ['o:Nokia'], when: [['in 1871', '1871-01-01', '1871-12-31']] }),
    'tension',
  ],
  [
    'so, and not so',
    claim('Canada ratified the fisheries treaty', { names: ['Canada'] }),
    claim('Canada never ratified the fisheries treaty', { names: ['Canada'], not: true }),
    'tension',
  ],
  [
    'the other way round',
    claim('Arsenal beat Chelsea in the final', { names: ['o:Arsenal', 'o:Chelsea'] }),
    claim('Chelsea beat Arsenal in the final', { names: ['o:Chelsea', 'o:Arsenal'] }),
    'tension',
  ],
  [
    'another origin',
    claim('the ceasefire plan proposed by Qatar', { names: ['Qatar'] }),
    claim('the ceasefire plan was proposed by Egypt', { names: ['Egypt'] }),
    'tension',
  ],
  [
    'another origin, in other words and with more around it',
    claim('the “double suspension” plan pitched by China and Russia in the wake of the missile test', {
      names: ['China', 'Russia'],
    }),
    {
      ...claim('That idea, which originated with North Korea', { names: ['North Korea'] }),
      statement: '[The "dual suspension" proposal], which originated with North Korea',
    },
    'tension',
  ],
  [
    'no longer in the role',
    claim('Ana Ruiz, president of Chile', { kind: 'identity', names: ['p:Ana Ruiz', 'Chile'] }),
    claim('Ana Ruiz, a former president of Chile', { kind: 'identity', names: ['p:Ana Ruiz', 'Chile'] }),
    'tension',
  ],
];

/** Whatever else is said of them, these must not be called the same, nor a contradiction. */
const APART: readonly (readonly [string, MatchClaim, MatchClaim])[] = [
  [
    'a change and a share of the same number of percent',
    claim('Trade between Chad and Niger grew 40 percent', {
      figures: [['40 percent', 40, 'percent', { change: 'up' }]],
      names: ['Chad', 'Niger'],
    }),
    claim('Trade with Niger is 40 percent of all trade of Chad', {
      figures: [['40 percent', 40, 'percent']],
      names: ['Niger', 'Chad'],
    }),
  ],
  [
    'another period',
    claim('Sales at Tesco rose 4 percent in 2019', {
      figures: [['4 percent', 4, 'percent', { change: 'up' }]],
      names: ['o:Tesco'],
      when: [['in 2019', '2019-01-01', '2019-12-31']],
    }),
    claim('Sales at Tesco rose 7 percent in 2021', {
      figures: [['7 percent', 7, 'percent', { change: 'up' }]],
      names: ['o:Tesco'],
      when: [['in 2021', '2021-01-01', '2021-12-31']],
    }),
  ],
  [
    'another country',
    claim('Inflation in Turkey rose to 60 percent', {
      figures: [['60 percent', 60, 'percent', { change: 'up' }]],
      names: ['Turkey'],
    }),
    claim('Inflation in Argentina rose to 60 percent', {
      figures: [['60 percent', 60, 'percent', { change: 'up' }]],
      names: ['Argentina'],
    }),
  ],
  [
    'killed and injured',
    claim('The blast killed 17 people in Lagos', { figures: [['17', 17, 'people']], names: ['Lagos'] }),
    claim('The blast injured 40 people in Lagos', { figures: [['40', 40, 'people']], names: ['Lagos'] }),
  ],
  [
    'the same figure of the same people, who did two things',
    claim('611 patients were on trolleys on Monday', {
      figures: [['611', 611, 'patients']],
      when: [['on Monday', '2026-02-02']],
    }),
    claim('611 patients were discharged on Monday', {
      figures: [['611', 611, 'patients']],
      when: [['on Monday', '2026-02-02']],
    }),
  ],
  [
    'jobs made and jobs lost',
    claim('1,200 jobs were created', { figures: [['1,200', 1200, 'jobs']] }),
    claim('1,200 jobs were lost', { figures: [['1,200', 1200, 'jobs']] }),
  ],
  [
    'first and second meeting',
    claim('his first meeting with Xi Jinping', {
      figures: [['first', 1, 'meeting', { rank: true }]],
      names: ['p:Xi Jinping'],
    }),
    claim('his second meeting with Xi Jinping', {
      figures: [['second', 2, 'meeting', { rank: true }]],
      names: ['p:Xi Jinping'],
    }),
  ],
  [
    'two people in the same office of two countries',
    claim('French President Paul Martin', { kind: 'identity', names: ['French=France', 'p:Paul Martin'] }),
    claim("Peru's president, Rosa Diaz", { kind: 'identity', names: ['Peru', 'p:Rosa Diaz'] }),
  ],
  [
    'two people who held the same office',
    claim('French President Paul Martin', { kind: 'identity', names: ['French=France', 'p:Paul Martin'] }),
    claim('French President Luc Blanc', { kind: 'identity', names: ['French=France', 'p:Luc Blanc'] }),
  ],
  [
    'saying it and its being so',
    claim('Ann Lee said that the dam is safe', { kind: 'attribution', names: ['p:Ann Lee'], by: 'Ann Lee' }),
    claim('the dam is safe', {}),
  ],
  [
    'two who said it',
    claim('said the dam is safe', { kind: 'attribution', by: 'Ann Lee' }),
    claim('said the dam is safe', { kind: 'attribution', by: 'Bo Park' }),
  ],
  [
    'words in common and nothing else',
    claim('The council closed the library', { names: ['o:Leeds City Council'] }),
    claim('The council opened the swimming pool', { names: ['o:Leeds City Council'] }),
  ],
  [
    'two launches that are called by different names',
    claim("North Korea's nuclear missile launch", { names: ['North Korea'] }),
    claim('the recent ballistic missile launch by North Korea', { names: ['North Korea'] }),
  ],
  [
    'one of many tests and one test',
    claim('North Korea continued to test missiles', { names: ['North Korea'] }),
    claim("North Korea's nuclear missile launch", { names: ['North Korea'] }),
  ],
  [
    'met somebody else',
    claim('Mr. Modi met Emmanuel Macron in Delhi', {
      names: ['p:Mr. Modi=Narendra Modi', 'p:Emmanuel Macron', 'Delhi'],
    }),
    claim('Mr. Modi met Olaf Scholz in Delhi', { names: ['p:Mr. Modi=Narendra Modi', 'p:Olaf Scholz', 'Delhi'] }),
  ],
  [
    'per head and in all',
    claim('Norway spends $90 a head on culture', { figures: [['$90', 90, 'USD', { per: 'head' }]], names: ['Norway'] }),
    claim('Norway spends $480 million on culture', {
      figures: [['$480 million', 480_000_000, 'USD']],
      names: ['Norway'],
    }),
  ],
];

const MIRROR: Readonly<Record<Relation, Relation>> = {
  same: 'same',
  'more precise': 'less precise',
  'less precise': 'more precise',
  tension: 'tension',
  related: 'related',
};

describe('matchClaims', () => {
  describe.each([
    ['the same', SAME],
    ['more and less precise', PRECISE],
    ['at odds', TENSION],
  ] as const)('%s', (_, cases) => {
    it.each(cases)('%s', (_name, a, b, relation) => {
      const found = matchClaims(a, b);
      expect(found).toMatchObject({ relation });
      expect(found.because.length).toBeGreaterThan(0);
      expect(matchClaims(b, a).relation).toBe(relation === null ? null : MIRROR[relation]);
    });
  });

  it.each(APART)('keeps apart: %s', (_name, a, b) => {
    for (const found of [matchClaims(a, b), matchClaims(b, a)]) expect([null, 'related']).toContain(found.relation);
  });

  it('finds every claim the same as itself', () => {
    for (const [, a] of [...SAME, ...PRECISE, ...TENSION])
      expect(matchClaims(a, a)).toMatchObject({ relation: 'same' });
  });
});
