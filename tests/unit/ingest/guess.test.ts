import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Guess, guessDetails } from '#lib/ingest/guess.ts';

const BODY =
  'The council approved a €48.6 million budget on Wednesday, after a debate of nine hours. It will pay for 14 new trams.\n\nTravel costs rise by 4.5 per cent from June, the council said.';
const HEADLINE = 'Council doubles the budget for trams';

const guess = (...head: string[]): Guess => guessDetails([...head, BODY].join('\n\n'));
const nothing = { byline: null, outlet: null, publishedOn: null };

describe('the head of an article', () => {
  test.each<[string, string[], Partial<Guess>]>([
    ['a headline alone', [HEADLINE], { headline: HEADLINE, ...nothing }],
    [
      'everything on lines of its own',
      [HEADLINE, 'By Ines Marek', 'The Estuary Post', '12 March 2026'],
      { headline: HEADLINE, byline: 'Ines Marek', outlet: 'The Estuary Post', publishedOn: '2026-03-12' },
    ],
    [
      'everything on one line',
      [HEADLINE, 'By Ines Marek | The Estuary Post | March 12, 2026'],
      { headline: HEADLINE, byline: 'Ines Marek', outlet: 'The Estuary Post', publishedOn: '2026-03-12' },
    ],
    [
      'the outlet over the headline',
      ['The Estuary Post', HEADLINE, 'by Ines Marek'],
      { outlet: 'The Estuary Post', byline: 'Ines Marek' },
    ],
    ['two authors', [HEADLINE, 'By Ines Marek and Tom Hale'], { byline: 'Ines Marek and Tom Hale' }],
    ['a date in digits', [HEADLINE, '2026-03-12'], { publishedOn: '2026-03-12' }],
    ['a date without a year, which could be any', [HEADLINE, '12 March'], { publishedOn: null }],
    [
      'a dateline with its year',
      [
        HEADLINE,
        'LEEDS, 12 March 2026 (Reuters) — The council voted on Monday to close two pools after a long meeting.',
      ],
      { publishedOn: '2026-03-12' },
    ],
    ['a line that begins with “by” and names nobody', [HEADLINE, 'by 2030'], { byline: null }],
  ])('%s', (_, head, wanted) => expect(guess(...head)).toMatchObject(wanted));

  test.each<[string, string, Guess]>([
    [
      'a daily, from its page: section, headline, standfirst, byline, stamps, credit',
      `UK news

Coastal path to reopen after two-year fight over landslips

Engineers say the new route is safe, but walkers' groups want more of it fenced before the summer crowds arrive on the cliffs

Priya Nandakumar South-west correspondent
Thu 12 Mar 2026 06.04 GMT
Last modified on Fri 13 Mar 2026 11.30 GMT

Share`,
      {
        headline: 'Coastal path to reopen after two-year fight over landslips',
        byline: 'Priya Nandakumar',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a byline first and the headline nowhere',
      'By Carla Mendez,\n\nLISBON — Two weeks after the storm took the roof off the market hall, traders are back under tarpaulins.',
      { headline: '', byline: 'Carla Mendez', outlet: null, publishedOn: null },
    ],
    [
      'a picture credit that names an agency is no outlet',
      `Harbour talks stall as dockers walk out

Tom Aldous/Reuters
Dockers gather at the gates of the east harbour on March 9, 2026, after talks broke down.`,
      { headline: 'Harbour talks stall as dockers walk out', byline: null, outlet: null, publishedOn: null },
    ],
    [
      'an agency report',
      `UPDATE 2-Northway shares fall after forecast cut

(Updates with analyst comment, shares in paragraphs 3-5)

By Omar Diaz

MADRID, March 12 (Reuters) - Northway Energy cut its forecast for the year on Thursday, blaming a mild winter and the price of gas.`,
      {
        headline: 'UPDATE 2-Northway shares fall after forecast cut',
        byline: 'Omar Diaz',
        outlet: 'Reuters',
        publishedOn: null,
      },
    ],
    [
      'an agency report whose author is named with the agency',
      `Flood waters recede in Valdoria, leaving mud and questions

By ANA KOVACS, Associated Press
Updated March 13, 2026 9:31 a.m. ET
Published March 12, 2026 6:04 p.m. ET`,
      {
        headline: 'Flood waters recede in Valdoria, leaving mud and questions',
        byline: 'Ana Kovacs',
        outlet: 'Associated Press',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'the title of a browser window',
      'School meals cost families more than ever - BBC News\n\nBy Ruth Okafor\nEducation reporter\n\n12 March 2026',
      {
        headline: 'School meals cost families more than ever',
        byline: 'Ruth Okafor',
        outlet: 'BBC News',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a local paper',
      `THE HARWICK ECHO

Council splits over bus budget

By Mia Cole, Local Democracy Reporter • 12th March 2026`,
      {
        headline: 'Council splits over bus budget',
        byline: 'Mia Cole',
        outlet: 'THE HARWICK ECHO',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'Markdown',
      '# Council splits over bus budget\n\n*By Mia Cole* | **12 March 2026** | [The Harwick Echo](https://echo.example/)',
      {
        headline: 'Council splits over bus budget',
        byline: 'Mia Cole',
        outlet: 'The Harwick Echo',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'lines with labels',
      'Title: Council splits over bus budget\nAuthor: Mia Cole\nDate: 2026-03-12T06:04:00Z\nSource: Harwick Echo',
      {
        headline: 'Council splits over bus budget',
        byline: 'Mia Cole',
        outlet: 'Harwick Echo',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a press release',
      `FOR IMMEDIATE RELEASE

March 12, 2026

Contact: Ida Moss, 555-0142

Clearwell Water Opens Two New Treatment Plants

LEEDS, England – Clearwell Water today opened two treatment plants that will serve 90,000 homes in the north of the city.`,
      {
        headline: 'Clearwell Water Opens Two New Treatment Plants',
        byline: null,
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'two reporters in two places',
      `Ceasefire holds for a second day

Jane Doe in Tiraspol and Omar Diaz in Lviv
Tuesday 10 March 2026 20:25 GMT`,
      {
        headline: 'Ceasefire holds for a second day',
        byline: 'Jane Doe and Omar Diaz',
        outlet: null,
        publishedOn: '2026-03-10',
      },
    ],
    [
      'three authors and a reading time',
      `Science | Climate

What the melting of one glacier tells us about all of them

By Lena Ortiz, Ken Sato and Ivo Brandt
March 12, 2026
6 min read`,
      {
        headline: 'What the melting of one glacier tells us about all of them',
        byline: 'Lena Ortiz, Ken Sato and Ivo Brandt',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a question for a headline',
      'Analysis\n\nWho pays when the dam fails?\n\nBy Louise O’Neill for The Valley Tribune',
      {
        headline: 'Who pays when the dam fails?',
        byline: 'Louise O’Neill',
        outlet: 'The Valley Tribune',
        publishedOn: null,
      },
    ],
    [
      'a headline that ends in initials',
      'Trade talks resume between Japan and the U.S.\n\nBy Staff Writers\n\nMarch 12, 2026',
      {
        headline: 'Trade talks resume between Japan and the U.S.',
        byline: 'Staff Writers',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a page of a magazine',
      `The Atlantic

POLITICS

THE LONG WAY BACK TO ORDINARY TIMES

A town that lost its mill learns to count again.

By Hanna van der Berg
MARCH 2026`,
      {
        headline: 'THE LONG WAY BACK TO ORDINARY TIMES',
        byline: 'Hanna van der Berg',
        outlet: 'The Atlantic',
        publishedOn: null,
      },
    ],
    [
      'a day that could be one of two',
      'Rail fares to rise in spring\n\nwww.valleytribune.com\n\n03/04/2026',
      { headline: 'Rail fares to rise in spring', byline: null, outlet: 'valleytribune.com', publishedOn: null },
    ],
    [
      'a headline with a date in it',
      'Attacks of 11 September 2001 remembered at the pier\n\nBy Jack Tran',
      {
        headline: 'Attacks of 11 September 2001 remembered at the pier',
        byline: 'Jack Tran',
        outlet: null,
        publishedOn: null,
      },
    ],
    [
      'a headline that names a paper',
      'Evening Star owner to cut 40 jobs in Leeds\n\n12 March 2026',
      {
        headline: 'Evening Star owner to cut 40 jobs in Leeds',
        byline: null,
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'body text and no head at all',
      'By Tuesday the river had fallen by two metres, and the first families went home.',
      { headline: '', byline: null, outlet: null, publishedOn: null },
    ],
    [
      'a photograph above the headline',
      `Photograph: Ann Lee/Getty Images

Nurses vote to end strike after 40 days

by Sam Ito
The Harwick Post, 12 March 2026`,
      {
        headline: 'Nurses vote to end strike after 40 days',
        byline: 'Sam Ito',
        outlet: 'The Harwick Post',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'all on one line with dashes',
      'Ferry fares doubled overnight\n\nIda Moss, transport editor — The Estuary Post — Wed, 11 Mar 2026, 5:04 pm',
      {
        headline: 'Ferry fares doubled overnight',
        byline: 'Ida Moss',
        outlet: 'The Estuary Post',
        publishedOn: '2026-03-11',
      },
    ],
    [
      'an author who is an agency',
      'Parliament votes to lower the voting age\n\nBy The Associated Press\nMarch 12, 2026, 10:15 PM UTC',
      {
        headline: 'Parliament votes to lower the voting age',
        byline: 'The Associated Press',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a broadcaster: the author’s trade on a line of its own',
      'BBC News\n\nCoastal path to reopen in May\n\n12 March 2026\n\nTom Hill\nPolitical correspondent',
      {
        headline: 'Coastal path to reopen in May',
        byline: 'Tom Hill',
        outlet: 'BBC News',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a page with its path above the headline',
      'The Estuary Post > News > Local\nCoastal path to reopen in May: what we know\nBy Tom Hill • March 12, 2026 • 5 min read',
      {
        headline: 'Coastal path to reopen in May: what we know',
        byline: 'Tom Hill',
        outlet: 'The Estuary Post',
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a comment page, its section before a bar',
      'Opinion | Coastal path must not reopen in May\nBy Tom Hill\nMr. Hill is a writer in Leeds.\nMarch 12, 2026',
      {
        headline: 'Coastal path must not reopen in May',
        byline: 'Tom Hill',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a tabloid, its author in capitals with the paper',
      'Coastal path to reopen in May\nPublished: 06:01 GMT, 12 March 2026 | Updated: 09:00 GMT, 13 March 2026\nBy TOM HILL FOR THE ESTUARY POST',
      {
        headline: 'Coastal path to reopen in May',
        byline: 'Tom Hill',
        outlet: null,
        publishedOn: '2026-03-12',
      },
    ],
    [
      'a name and a paper that may be one thing or two',
      'Tom Hill, Guardian\nCoastal path to reopen in May',
      { headline: 'Coastal path to reopen in May', byline: null, outlet: null, publishedOn: null },
    ],
  ])('in the manner of %s', (_, head, wanted) => expect(guessDetails(`${head}\n\n${BODY}`)).toEqual(wanted));

  test('a text that is one sentence has that for a headline', () =>
    expect(guessDetails('The bridge closes in May.')).toEqual({ headline: 'The bridge closes in May.', ...nothing }));

  test('a text of nothing has none', () => expect(guessDetails(' \n')).toEqual({ headline: '', ...nothing }));

  test('a first line without end is cut to what a headline may be', () =>
    expect(guessDetails('x'.repeat(5000)).headline).toHaveLength(300));

  test('what stands far down is not looked at', () =>
    expect(guessDetails(`${HEADLINE}\n\n${`${BODY}\n\n`.repeat(40)}By Ines Marek`).byline).toBeNull());

  test.each(['china-north-korea-trade', 'night-shift-study', 'tram-budget'])('of the sample %s is found', (name) => {
    const text = readFileSync(new URL(`../../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8');
    const found = guessDetails(text);
    expect(text.startsWith(found.headline)).toBe(true);
    expect(found.headline).not.toMatch(/\n|\.$/);
    expect(found.byline).not.toBeNull();
    expect(found.outlet).not.toBeNull();
    expect(found.publishedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
