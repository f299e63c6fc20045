/** What "the bill", "the company", "it" mean in a claim: told where the article leaves no doubt, and put back where it does. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim } from '#lib/engine/types.ts';

const claimsOf = (text: string): readonly EngineClaim[] => extractClaims(text, { publishedOn: '2026-03-12' }).claims;

const statements = (text: string): string[] => claimsOf(text).map(({ statement }) => statement);

describe('what the article has introduced by one noun', () => {
  test.each([
    [
      'a premodifier',
      'Seven members tabled a tenancy-deposit bill in May. It was late. The chamber passed the bill by 40 votes to 38.',
      'The chamber passed the [tenancy-deposit] bill by 40 votes to 38',
    ],
    [
      'what stands behind it',
      'The ministry published a study of 4,000 nurses on Monday. Unions were angry. The study cost £2m.',
      'The study [of 4,000 nurses] cost £2m',
    ],
    [
      'an owner by name',
      "Members of Aldham council's planning committee met on Monday. It rained. Jean Whitlock leads the committee.",
      'Jean Whitlock leads the [planning] committee',
    ],
    [
      'whose it is, of a thing told of by the same words',
      "Norvik's central bank cut its rate to 4% in May. Banks were glad. The central bank has spent £3m since 2019.",
      '[Norvik’s] central bank has spent £3m since 2019',
    ],
    [
      'whom it comes from',
      'The board had an offer from Halden Steel in May. It rained. The offer was worth £3m in 2025.',
      'The offer [from Halden Steel] was worth £3m in 2025',
    ],
    [
      'a figure with its unit',
      'Ruiz closed a 30 mln dlr purchase of mines. It rained. The purchase brought 4,000 jobs in 2019.',
      'The [30 mln dlr] purchase brought 4,000 jobs in 2019',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text).map((words) => words.replaceAll("'", '’'))).toContain(wish.replaceAll("'", '’'));
  });

  test.each([
    [
      'with a capital',
      'The Halden Ports Commission met in May. It rained. The Commission fined 40 firms in 2019.',
      'The [Halden Ports] Commission fined 40 firms in 2019',
    ],
    [
      'right behind it',
      'Halden Savings Bank met in May. Later the bank closed 40 branches in 2019.',
      '[Halden Savings Bank] closed 40 branches in 2019',
    ],
  ])('a body by its last word: %s', (_, text, wish) => {
    expect(statements(text).join('\n')).toContain(wish);
  });

  test.each([
    [
      'two of them',
      'The Halden Ports Commission met the Norvik Roads Commission in May. The Commission fined 40 firms in 2019.',
    ],
    ['another told of', 'Halden Savings Bank met a bank of Norvik in May. Later the bank closed 40 branches in 2019.'],
  ])('and not of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\[Halden|\[the Halden|\[Norvik/i);
  });

  test.each([
    [
      'two of them',
      'Lund tabled a housing bill in May. Ruiz tabled a tax bill in June. The house passed the bill in July.',
    ],
    [
      'several of them',
      'Ruiz tabled a tax bill in June. Such bills have failed before. The house passed the bill in July.',
    ],
    ['what was only said', 'Lund called it “a sleeper health study” in May. The house debated the study in July.'],
    [
      'half of a list',
      'Ministers held a meeting of Health and Trade Ministers in May. Prices fell by 4% after the meeting.',
    ],
    [
      'what is only told behind it',
      'Talks began in May. The talks followed the first-ever talks with Norvik, held in 2019.',
    ],
    [
      'whatever may have a name',
      'Lund runs the Oslo campaign. The Bergen office opened in May. The campaign raised £4m in June.',
    ],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/the \[[^\]]*\] (?:bill|study|campaign|talks)|meeting \[/i);
  });
});

describe('the firm that an article is about', () => {
  const FERRUM = 'Halden Steel will close its works in Norvik. Halden Steel employs 400 people there.';

  test('is meant by "the company"', () => {
    expect(statements(`${FERRUM} The company lost £3m last year.`)).toContain('[Halden Steel] lost £3m [in 2025]');
  });

  test.each([
    ['another has just been named', `${FERRUM} Norvik Motors bought it in May. The company lost £3m last year.`],
    ['one without a name has', `${FERRUM} A smaller company paid the fine in May. The company lost £3m last year.`],
  ])('but not where %s', (_, text) => {
    expect(statements(text).join('\n')).not.toContain('[Halden Steel] lost');
  });
});

test('what belongs to somebody is not taken for him', () => {
  const text = "Halden's net debt stood at £4m. Its lenders met in August 2025 and raised £2m.";
  expect(statements(text).join('\n')).not.toContain('net debt’s lenders');
});

const LACKS = ['points to what it does not name', 'does not say which is meant'];
describe('a statement that cannot be read without the article says so', () => {
  test.each([
    [
      '"it"',
      'The two sides met the mayor on Monday. It needed 72 votes to pass.',
      'It needed 72 votes to pass',
      'points to what it does not name',
    ],
    [
      '"they"',
      'Ruiz met the mayor and the vicar. On Monday, they were handed 40 letters.',
      'they were handed 40 letters',
      'points to what it does not name',
    ],
    [
      'a "he" whom nobody has been told of',
      'There were two men, Ola Lund and Piet Ruiz. He was fined £4,000 in May 2025.',
      'was fined £4,000',
      'points to what it does not name',
    ],
    [
      '"the plan"',
      'Nobody spoke. The proposals affected 190,000 pupils in May 2025.',
      'The proposals affected',
      'does not say which is meant',
    ],
    [
      'what is known to all',
      'Nobody spoke. The government fined 190,000 drivers in May 2025.',
      'The government fined',
      null,
    ],
    [
      'an "it" that means nothing',
      'Nobody spoke. It took Ola Lund 14 days in May 2025 to sail to Norvik.',
      'It took Ola Lund',
      null,
    ],
  ])('%s', (_, text, words, lacks) => {
    const found = claimsOf(text).find(({ statement }) => statement.includes(words));
    expect(found, statements(text).join('\n')).toBeDefined();
    expect(found?.reasons.find((reason) => LACKS.includes(reason)) ?? null).toBe(lacks);
  });
});

describe('faults that cards have had', () => {
  const told = (text: string): string[] =>
    extractClaims(`The town council met on Monday in the hall.\n\n${text}\n\nThe meeting ended late in the evening.`, {
      publishedOn: '2026-11-20',
    }).claims.map(({ statement, claimant }) => `${claimant.name}: ${statement}`);

  test.each([
    [
      'a thing set off within the clause that the sentence hangs on',
      'Joan Petty was arrested after the daughter of one of the victims, a woman of 91, noticed that £300 had been withdrawn.',
      'author: [The daughter of one of the victims] noticed that £300 had been withdrawn',
    ],
    [
      'an infinitive that goes on a plan',
      'Halvorsen, which operates 214 stores, plans to close 18 of them, mainly in Germany, and to cut 900 jobs.',
      'author: [Halvorsen plans] to cut 900 jobs',
    ],
    [
      'two verbs of one deed',
      'One of its drivers was shot and wounded.',
      'author: One of its drivers was shot and wounded',
    ],
    [
      'what a body does that stands right before "which"',
      "Iain Doak works with the Seafarers' Union, which has 280 members.",
      "author: The Seafarers' Union has 280 members",
    ],
    [
      'what nobody does because of something',
      'Nobody was sent home because a worker erred, Ada Reyes said.',
      'Ada Reyes: Nobody was sent home because a worker erred',
    ],
    [
      'a day of every week',
      'In 2023, Norlux dropped the Sunday crossing for four months.',
      'author: In 2023, Norlux dropped the Sunday crossing for four months',
    ],
    [
      'what was due and did not come',
      'The panel was due to publish its report in October but has been delayed twice.',
      'author: The panel was due to publish its report in [October 2026]',
    ],
    [
      'a day set between two commas',
      'The strike, on Tuesday and Wednesday, will close 8,000 schools.',
      'author: The strike, on [24 November 2026] and [on 25 November 2026], will close 8,000 schools',
    ],
    [
      'a title behind what somebody is',
      '“It was consistent and large in all 40 groups,” said the study’s lead author, Dr Hanne Lund.',
      'Hanne Lund: It was consistent and large in all 40 groups',
    ],
    [
      'when a live page was written to',
      '11:42 The Met Service has closed 14 roads.',
      'author: The Met Service has closed 14 roads',
    ],
    [
      'what is quoted beside a figure',
      'Most people are tired, according to a study of 220,000 adults published on Thursday.',
      'author: A study of 220,000 adults [was] published on [19 November 2026]',
    ],
  ])('%s', (_, text, wish) => {
    expect(told(text)).toContain(wish);
  });

  test.each([
    [
      'the highest of what is measured somewhere',
      'Gusts of 148 km/h were recorded at Carn Point, the strongest since 2014.',
      /Carn Point is/,
    ],
    [
      'what a scheme has',
      'They voted for the scheme put forward by Crest Homes, which includes a primary school.',
      /: Crest Homes includes/,
    ],
    ['half a figure', 'The country could not afford the 9 per cent demanded by the union.', /cent \[were\]/i],
    [
      'a list',
      "The scheme includes a primary school, a doctors' surgery and a park.",
      /: The scheme includes a primary school$/m,
    ],
  ])('never takes apart or turns round %s', (_, text, never) => {
    expect(told(text).join('\n')).not.toMatch(never);
  });
});

describe('more faults that cards have had', () => {
  const told = (text: string): string[] =>
    extractClaims(`The town council met on Monday in the hall.\n\n${text}\n\nThe meeting ended late in the evening.`, {
      publishedOn: '2026-11-20',
    }).claims.map(
      ({ statement, claimant, tier, reasons }) =>
        `${reasons.some((reason) => LACKS.includes(reason)) ? 'lacks a name: ' : ''}${tier} ${claimant.name}: ${statement}`,
    );

  test.each([
    [
      'what a clause in front asks of whom the sentence is about',
      'His chief of staff, Lena Brooks, left in May.\n\nAsked whether she would support the nominee, Rebecca Hartley said: "I will wait."',
      /\bLena Brooks would support/,
    ],
    [
      'what a law does, of the court',
      'A federal court struck down the ban, ruling that it violates the First Amendment.',
      /court\] violates/,
    ],
    ['the Sun, for a day', 'The comet moves away from the Sun, and it has lost 40 tonnes of ice.', /15 November/],
    [
      'the council, for a meal',
      'By law, the council must provide them with a meal, but it does not have to be hot.',
      /\[The council\] does not have to be hot/,
    ],
    [
      'what is so all the same, for denied',
      'Ada Lund denied that the food was unsafe, although inspectors found two rats in June.',
      /Lund: Inspectors found/,
    ],
    [
      'what somebody calls an attack, for one that took place',
      'The blast killed nine, in what the ministry called a drone attack by Osmaria.',
      /attack by Osmaria \[took place\]/,
    ],
    [
      'a rank without since when it holds',
      'Yemi Adeola is the youngest author to win the award since it was founded in 1981.',
      /to win the award$/m,
    ],
    [
      'the man spoken of before, for a spokesman',
      'Simon Garrick met two parents. A spokesman for Norlux said it had paid. He denied that food safety had been affected.',
      /Garrick: (?:Food|He|\[Simon)/,
    ],
    ['a question, for a crowd', 'Members will ask themselves who can be prime minister.', /\] themselves who/],
  ])('never takes %s', (_, text, never) => {
    expect(told(text).join('\n')).not.toMatch(never);
  });

  test.each([
    [
      'who says what stands in marks behind a subject of its own',
      'Judge Carla Dunmore, writing for the majority, said the city “could not silence a violin at 8:05”.',
      /Carla Dunmore: Judge Carla Dunmore, writing for the majority, said/,
    ],
    [
      'a park by its name',
      'Bears were filmed in Montesinho Park. It rained. The park covers 748 square kilometres.',
      /: \[Montesinho Park\] covers 748/,
    ],
    [
      'whoever holds an office alone',
      'Gov. Rebecca Hartley will run for the Senate. Tom Castellano accused the governor of raising taxes four times.',
      /accused \[Rebecca Hartley\] of raising/,
    ],
    [
      'what somebody promised in a row',
      'Gary Stokes has promised to abolish inheritance tax, halve the number of MPs and hold a vote.',
      /\[Gary Stokes has promised to\] halve the number/,
    ],
    [
      'where bears live',
      'The pair crossed the border from Spain, where about 330 bears live.',
      /About 330 bears live \[in Spain\]/,
    ],
    [
      'what somebody has beside what he says',
      'Head teacher Simon Garrick, whose primary school in Marl has 310 pupils, said he had left.',
      /\[Simon Garrick’s\] primary school in Marl has 310 pupils/,
    ],
    [
      'of whom a spokesman speaks',
      'A spokesman for Norlux, which is owned by the Dorsey group, said it had asked for more.',
      /Norlux is owned by the Dorsey group/,
    ],
    [
      'who speaks behind two titles',
      'The chair of the judges, the historian Dame Ruth Abelson, said the vote had taken four hours.',
      /Ruth Abelson: The vote had taken four hours/,
    ],
    [
      'how long after',
      'The ferry sank about two hours after leaving the port of Talo.',
      /: The ferry sank about two hours after leaving the port of Talo/,
    ],
    [
      'whoever “the operator” is by name',
      'The ministry suspended the operator, Lintas Samudra, which runs 12 ferries. The company said it would close two routes.',
      /: \[Lintas Samudra\] would close two routes/,
    ],
    [
      'what is licensed, as lacking a name',
      'It was licensed to carry 60 people in May 2025.',
      /lacks a name: \w+ author: It was licensed/,
    ],
    [
      'whom nothing tells, as lacking a name',
      'The first was watched by 16 million in May 2025.',
      /lacks a name: \w+ author: The first was/,
    ],
    [
      'what nobody means to do, as foretold',
      'Mike Oduya, a senator, said Dale Whitcomb would lose to any Democrat.',
      /minor Mike Oduya: Dale Whitcomb would lose/,
    ],
    [
      'what two towns do',
      'Graz sent a delegation in May, and Udine plans to close its centre in 2027.',
      /: Udine plans to close/,
    ],
    [
      'what only tells who speaks, last',
      'The shop will close, the mayors of 14 towns announced on Tuesday.',
      /minor author: The mayors/,
    ],
    [
      'what points out of the claim, as lacking a name',
      'Engineers managed to move it in May 2025.',
      /lacks a name: \w+ author: Engineers managed/,
    ],
  ])('tells %s', (_, text, wish) => {
    expect(told(text).join('\n')).toMatch(wish);
  });
});
