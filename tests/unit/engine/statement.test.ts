import { describe, expect, test } from 'vitest';
import { extractClaims, isWholeSentence } from '#lib/engine/index.ts';
import { tokenize } from '#lib/engine/sentence/tokens.ts';
import { timeEdit } from '#lib/engine/statement/dates.ts';
import { apply } from '#lib/engine/statement/edits.ts';
import { nameEdits, pronounEdit } from '#lib/engine/statement/people.ts';
import { speakerEdits } from '#lib/engine/statement/speaker.ts';
import { withWholePairs } from '#lib/engine/statement/statement.ts';
import type { EngineClaimant, Time } from '#lib/engine/types.ts';

const day = (text: string, from: string, to: string, basis: Time['basis'] = 'publication date'): string => {
  const time = { start: text.indexOf('{'), end: text.indexOf('}') - 1, from, to, basis };
  const plain = text.replace(/[{}]/g, '');
  const edit = timeEdit(plain, { ...time, text: plain.slice(time.start, time.end) });
  return edit === null ? plain : apply(plain, { start: 0, end: plain.length }, [edit]);
};

describe('statements', () => {
  test.each([
    ['It rained on {Wednesday}.', '2017-07-05', '2017-07-05', 'It rained on [5 July 2017].'],
    ['It rained {yesterday}.', '2017-07-05', '2017-07-05', 'It rained [on 5 July 2017].'],
    ['It rained {last quarter}.', '2017-01-01', '2017-03-31', 'It rained [in the first quarter of 2017].'],
    ['It rained {last year}.', '2016-01-01', '2016-12-31', 'It rained [in 2016].'],
    ['It rained in {February}.', '2017-02-01', '2017-02-28', 'It rained in [February 2017].'],
    ['It rained {that fortnight}.', '2017-12-20', '2018-01-03', 'It rained [from 20 December 2017 to 3 January 2018].'],
    ['It will be on the {November} ballot.', '2017-11-01', '2017-11-30', 'It will be on the [November 2017] ballot.'],
    ['It rained in the {first quarter}.', '2017-01-01', '2017-03-31', 'It rained in the first quarter [of 2017].'],
    ['{First quarter} profits fell.', '2017-01-01', '2017-03-31', 'First quarter [2017] profits fell.'],
    [
      'It fell in the {fourth quarter of last year}.',
      '2016-10-01',
      '2016-12-31',
      'It fell in the fourth quarter of [2016].',
    ],
    ['It was so in {this year}’s first quarter.', '2017-01-01', '2017-12-31', 'It was so in [2017]’s first quarter.'],
    ['It was dry at {today}’s meeting.', '2017-07-05', '2017-07-05', 'It was dry at [the 5 July 2017] meeting.'],
    ['In {today}’s world it rains.', '2017-07-05', '2017-07-05', 'In today’s world it rains.'],
    [
      'It snowed {earlier this week}.',
      '2017-07-03',
      '2017-07-05',
      'It snowed earlier [in the week from 3 to 9 July 2017].',
    ],
    ['It will be dry {later this year}.', '2017-07-05', '2017-12-31', 'It will be dry later [in 2017].'],
    [
      'It grows over {the next two years}.',
      '2017-07-05',
      '2019-07-05',
      'It grows over the next two years [to 5 July 2019].',
    ],
    ['It stood at 40 at end-{January}.', '2017-01-01', '2017-01-31', 'It stood at 40 at end-January [2017].'],
    ['It stood at 40 at {December 31}.', '2016-12-31', '2016-12-31', 'It stood at 40 at [31 December 2016].'],
    ['{January} sales fell.', '2017-01-01', '2017-01-31', '[January 2017] sales fell.'],
    ['It rained {last fall}.', '2016-09-01', '2016-11-30', 'It rained [in the fall of 2016].'],
    ['It rained {last week}.', '2017-06-26', '2017-07-02', 'It rained [in the week from 26 June to 2 July 2017].'],
    ['It rained {that week}.', '2017-06-19', '2017-06-25', 'It rained [in the week from 19 to 25 June 2017].'],
    ['{Two days after} the vote it rained.', '2017-07-05', '2017-07-05', 'Two days after the vote it rained.'],
    ['It rained just over {a week ago}.', '2017-06-26', '2017-07-02', 'It rained just over a week ago.'],
    ['It rained {five hours earlier}.', '2017-07-05', '2017-07-05', 'It rained five hours earlier.'],
    [
      'It was shut between {Monday and Friday}.',
      '2017-07-03',
      '2017-07-07',
      'It was shut between [3 and 7 July 2017].',
    ],
    ['It opens from {next week}.', '2017-07-10', '2017-07-16', 'It opens from [the week from 10 to 16 July 2017].'],
    ['It fell in {the year to January}.', '2016-02-01', '2017-01-31', 'It fell in the year to January [2017].'],
    ['It rose in the {week to July 2nd}.', '2017-06-26', '2017-07-02', 'It rose in the week to July 2nd [2017].'],
    ['It filled wards over {Christmas}.', '2016-12-25', '2016-12-25', 'It filled wards over Christmas [2016].'],
    ['They wore {Halloween} masks.', '2016-10-31', '2016-10-31', 'They wore Halloween masks.'],
    ['For {the last year}-plus it rained.', '2016-07-05', '2017-07-05', 'For the last year-plus it rained.'],
  ])('a date replaces the words it resolves, once: %s', (text, from, to, expected) => {
    expect(day(text, from, to)).toBe(expected);
  });

  test('a stated or unresolved time stays as it is', () => {
    expect(day('{2016} was dry', '2016-01-01', '2016-12-31', 'stated')).toBe('2016 was dry');
    expect(day('{Then} it was dry', '2016-01-01', '2016-12-31', 'unresolved')).toBe('Then it was dry');
  });

  test.each([
    ['a “half quotation', 'a “half quotation”'],
    ['“half a quotation', 'half a quotation'],
    ['She wrote: "A straight one that goes on', 'She wrote: "A straight one that goes on"'],
    ['whole” or not', 'whole or not'],
    ['“whole” and (so on', '“whole” and so on'],
    ['"a straight one', 'a straight one'],
    ['“as it (was) said”', '“as it (was) said”'],
  ])('there is never half a quotation mark: %s', (words, expected) => expect(withWholePairs(words)).toBe(expected));

  const ofText = (text: string): string[] =>
    extractClaims(text, { publishedOn: '2026-03-12' }).claims.map((c) => c.statement);
  const HEAD = 'Council row deepens\n\nThe members met for three hours on Monday and took two votes on the budget.\n\n';

  test.each([
    [
      'a verb under the modal of the one before it',
      'A strike in May could close the port and cut 14 jobs at Ferrum.',
      '[A strike in May 2026 could] cut 14 jobs at Ferrum',
    ],
    [
      'which hangs on the whole clause',
      'Ferrum sells 90 percent of the steel, which is why Harwick keeps asking it for help.',
      '[Ferrum sells 90 percent of the steel,] which is why Harwick keeps asking it for help',
    ],
    [
      'people, not the place they are in',
      'The law protects the 300 nurses in South Korea, who have worked there since 1953.',
      '[The 300 nurses in South Korea] have worked there since 1953',
    ],
    [
      'a list that is one thing',
      'The rest is wool, tyres and spare parts, which made up 14 percent of the trade in 2019.',
      '[Wool, tyres and spare parts] made up 14 percent of the trade in 2019',
    ],
  ])('what a claim hangs on goes before it: %s', (_, sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContain(expected);
  });

  test.each([
    [
      'which of them are meant',
      'Ada Lund invested in firms that have moved 14 jobs abroad since 2019.',
      'Ada Lund invested in firms [that have moved 14 jobs abroad since 2019]',
    ],
    [
      'the auxiliary that two verbs share',
      'Ferrum was laying off 600 workers in Leeds and building a plant in Hull.',
      '[Ferrum was] building a plant in Hull',
    ],
    [
      'whose',
      'The minister blamed Ferrum, whose parent company moved 1,400 jobs to Hull.',
      '[Ferrum’s] parent company moved 1,400 jobs to Hull',
    ],
    [
      'both of which',
      'Ada Lund holds shares in Ferrum and Norlux, both of which moved 14 jobs abroad in 2019.',
      'Both of [Ferrum and Norlux] moved 14 jobs abroad in 2019',
    ],
    ['not only because', 'She lost not only because rivals spent $14m.', 'She lost not only because rivals spent $14m'],
    [
      'both sides of what was between them',
      'They talked at a conference between the council and Ferrum in May 2025.',
      'A conference between the council and Ferrum in May 2025 [took place]',
    ],
    [
      'the marks of a title',
      '"Sons of Lund" is an adaptation of a show called "Brokers," written by 14 comedians.',
      '"Sons of Lund" is an adaptation of a show called "Brokers," written by 14 comedians',
    ],
    [
      'what a judgement is about',
      'Ada Lund described the club as “another small firm in a town that the church has been buying for 15 years.”',
      '[Ada Lund described the club as] “another small firm in a town that the church has been buying for 15 years”',
    ],
    [
      'a fronted phrase and what it is set before, without a blank',
      'Ada Lund called the plan “an absolute disgrace,” and threatened to close 14 shops.',
      'Ada Lund called the plan “an absolute disgrace”',
    ],
    [
      'a tail turned round',
      'Last week, the governor vetoed a bill that would have closed 14 schools.',
      '[The bill that the governor vetoed] would have closed 14 schools',
    ],
    [
      'a tail of what is only wanted as it stands',
      'Lund wants a bill that would close 14 schools.',
      'Lund wants a bill that would close 14 schools',
    ],
    [
      'a tail behind more than a verb as it stands',
      'Ada Lund sent a letter to the man who sold 14 forged tickets.',
      'Ada Lund sent a letter to the man who sold 14 forged tickets',
    ],
    [
      'whose the second of two participles is',
      'Clubs took the voter data, which is maintained by Ferrum and owned by the committee, in May 2025.',
      '[The voter data is] owned by the committee, in May 2025',
    ],
    [
      'the subject behind a list',
      'Crossing between the genres of science fiction, horror, anime and comics, the event drew 14 clubs.',
      'The event drew 14 clubs',
    ],
    [
      'a subject with a name set in',
      'Discussing it in a statement, Norway’s prime minister, Ada Lund, closed 14 schools.',
      'Norway’s prime minister, Ada Lund, closed 14 schools',
    ],
    [
      'the letter that the article itself put in brackets',
      '“[T]he stakes are 14 times higher than in 2019,” Ada Lund wrote.',
      'The stakes are 14 times higher than in 2019',
    ],
    ['an adverb with its verb', 'He was seen 14 times as well.', 'He was seen 14 times as well'],
  ])('a statement keeps %s', (_, sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContainEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  test.each([
    ['The council also did not answer 14 letters.', 'The council did not answer 14 letters'],
    ['Yet, the port closed in 2019.', 'The port closed in 2019'],
    ['The fall in sales, however, cost Ferrum 14 jobs.', 'The fall in sales cost Ferrum 14 jobs'],
    ['The law closed 14 shops but also opened two banks.', '[The law] opened two banks'],
    ['Lund, also known as the Fox, won 14 races.', /also known as the Fox/],
    ['The port closed as 14 storms passed in May 2025.', '14 storms passed in May 2025'],
  ])('what only joins a sentence to another falls out: %s', (sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContainEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  test.each([
    ['The airline said it would close two routes in May.', '[The airline] would close two routes in [May 2026]'],
    ['Officials said they plan to look at 14 banks.', '[Officials] plan to look at 14 banks'],
    ['The ministry said it took ten years to build the 14 dams.', 'It took ten years to build the 14 dams'],
    ['The airline said it had been sold for $14m.', 'It had been sold for $14m'],
    ['Ada Lund said it would close 12 shops.', 'It would close 12 shops'],
    ['After the bank closed, the airline said it would close 12 shops.', 'It would close 12 shops'],
  ])('“it” is the body that says so, where only a body does that: %s', (sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContain(expected);
  });

  test.each([
    [
      '“Mark Trask has said things in 2019, and he has gotten away with it 14 times,” Ada Lund said.',
      '[Mark Trask] has gotten away with it 14 times',
    ],
    [
      'Mark Trask, a 14-year-old boy from Leeds, was arrested after he brought a clock in May 2025.',
      '[Mark Trask] brought a clock in May 2025',
    ],
    [
      '“We sold 14 shares in 2019,” Mark Trask said. “Nobody asked us about it in 2020.” He derided 14 rivals in May 2025.',
      '[Mark Trask] derided 14 rivals in May 2025',
    ],
    ['Mark Trask asked why John Berg left, and he sold 14 shares in 2019.', 'He sold 14 shares in 2019'],
  ])('“he” is whoever the same words are about: %s', (text, expected) => {
    expect(ofText(HEAD + text)).toContain(expected);
  });

  test('a pronoun stays where the words between describe somebody else', () => {
    const text = `${HEAD}“Voters chose Mark Trask and paid 4 million for it,” the treasurer said. The embattled president is to retire in 2027. He has been sued 14 times since July.`;
    expect(ofText(text).some((statement) => statement.startsWith('He has been sued 14 times'))).toBe(true);
  });

  test('a pronoun gives way only to the one person it can mean', () => {
    const text = 'He resigned. Her office is closed.';
    const span = { start: 0, end: text.length };
    const resigned = pronounEdit(text, span, (gender) => (gender === 'male' ? 'Mark Adams' : null));
    expect(apply(text, span, resigned ? [resigned] : [])).toBe('[Mark Adams] resigned. Her office is closed.');
    expect(pronounEdit(text, span, () => null)).toBeNull();
    expect(pronounEdit(text, { start: 13, end: 32 }, () => 'Ann Lee')?.words).toBe('Ann Lee’s');
  });

  test.each([
    ['I signed the order', '[Ann Lee] signed the order'],
    ['I’m told two things', '[Ann Lee is] told two things'],
    ['I’ve seen it', '[Ann Lee has] seen it'],
    ['I don’t think so', '[Ann Lee does not] think so'],
    ['I think so', '[Ann Lee thinks] so'],
    ['I just love it', '[Ann Lee] just [loves] it'],
    ['I signed my name', '[Ann Lee] signed [her] name'],
    ['I saw it and I have told them', '[Ann Lee] saw it and [she has] told them'],
    ['My mother told me', '[Ann Lee’s] mother told [her]'],
    ['The clerk asked me', 'The clerk asked [Ann Lee]'],
    ['We lost it', 'We lost it'],
  ])('"I" is the one who speaks: %s', (text, expected) => {
    const claimant: EngineClaimant = { name: 'Ann Lee', type: 'person', start: 0, end: 3, via: null };
    const span = { start: 0, end: text.length };
    const tokens = tokenize(text.replace(/’/g, "'"), span);
    expect(apply(text, span, speakerEdits(text, tokens, span, claimant, 'female'))).toBe(expected);
  });

  test('a short name is filled up from the article', () => {
    const entity = { name: 'Nikki Haley', type: 'person', gender: 'female', role: null, mentions: [] } as const;
    const named = (text: string, start: number): string => {
      const whole = { start: 0, end: text.length };
      const mentions = [{ entity, span: { start, end: start + 5 } }];
      return apply(text, whole, nameEdits(text, whole, mentions, tokenize(text, whole)));
    };
    expect(named('Haley left', 0)).toBe('[Nikki] Haley left');
    expect(named('They read Haley data', 10)).toBe('They read Haley data');
    expect(named('They saw “Sons of Haley” there', 18)).toBe('They saw “Sons of Haley” there');
  });

  test.each([
    ['a tail', 'Lund scored from the spot, putting Bergen ahead.', '[Lund put] Bergen ahead'],
    [
      'a place where',
      'The men held Ada Lund in a cellar where two guards questioned her for three hours.',
      '[The men held Ada Lund in] a cellar where two guards questioned her for three hours',
    ],
    [
      'who somebody is',
      'Niu Jun, a professor at Peking University, voted for it in 2019.',
      'Niu Jun [is] a professor at Peking University',
    ],
    [
      'a title',
      'Norwegian president Ada Lund Berg resigned in 2019 over it.',
      '[Ada Lund Berg is the] Norwegian president',
    ],
    [
      'a relative clause',
      'The port closed the dock, which handled 40 ships a day in 2019.',
      'The dock handled 40 ships a day in 2019',
    ],
  ])('a claim without a head is still a whole sentence: %s', (_, sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContain(expected);
  });

  test.each([
    [
      'which after a verb with its preposition',
      'The port has cracked down on smuggling, which has affected 40 routes since 2019.',
      '[The port has cracked down on] smuggling, which has affected 40 routes since 2019',
    ],
    [
      'which has consequences',
      'The guards left the gates open, which led to 14 thefts in 2019.',
      '[The guards left] the gates open, which led to 14 thefts in 2019',
    ],
    [
      'a title before a name',
      'Oregon Sen. Ada Lund, chairman of the budget panel, voted for it in 2019.',
      'Oregon Sen. Ada Lund [is] chairman of the budget panel',
    ],
    [
      'a number of people taken for granted',
      'A storm could cut the link between Leeds and the 30,000 Danish nurses in South Korea.',
      '[There are] 30,000 Danish nurses in South Korea',
    ],
    [
      'a supposition turned round, whose end says little',
      'Had the firm dumped waste in the river, it would have closed.',
      'Had the firm dumped waste in the river, it would have closed',
    ],
    [
      'a supposition turned round',
      '“Had it come five hours earlier or four hours earlier, the toll would have been 1,000,” Ada Lund said.',
      'Had it come five hours earlier or four hours earlier, the toll would have been 1,000',
    ],
  ])('what is not sure is told with the clause around it: %s', (_, sentence, expected) => {
    expect(ofText(HEAD + sentence)).toContain(expected);
  });

  test.each([
    ['The report comes after the two clubs quarrelled in 2019.', /^The report comes$/],
    ['“There are no people left in the tower,” Ada Lund said.', /^There are no people$/],
    [
      '“One of the reasons that the price is falling is because people eat 20 percent less meat,” Ada Lund said.',
      / is$/,
    ],
    [
      'Lund’s rhetoric was milder than that of her club’s leadership, who criticized Ferrum 14 times in 2019.',
      /^\[(?:Ada )?Lund\] criticized/,
    ],
    ['University of Leeds Student Union president Ada Lund Berg resigned in 2019.', /^\[Ada Lund Berg is\] Leeds/],
    ['The paper has learned that Ferrum closed 14 shops in 2019.', /^The paper has learned$/],
  ])('no claim is torn out of what it needs: %s', (sentence, torn) => {
    for (const statement of ofText(HEAD + sentence)) expect(statement).not.toMatch(torn);
  });

  test('a pronoun stays where only something that bears the name has been named', () => {
    const text = `${HEAD}The Mark Trask character rules the play. He has sued 14 people since 2019.`;
    expect(ofText(text).some((statement) => statement.startsWith('He has sued 14 people'))).toBe(true);
  });

  test.each([
    ['[Ada Lund is] chairman', true],
    ['Ada Lund stars in the show', true],
    ['That’s not Leeds', true],
    ['I [Ada Lund] love cake', true],
    ['But it is a long game', true],
    ['Never before has the river been so low', true],
    ['The theft involved six paintings', true],
    ['The council plans to close the pool', true],
    ['Professor Ada Lund, director of the study', false],
    ['An insurgency against the club', false],
    ['If somebody were able to break in, or hack inside and delete', false],
    ['You have to be severe with someone who at this time', false],
    ['Ferrum paid for the boats and for', false],
    ['Had it come earlier', false],
  ])('whether a statement is a whole sentence: %s', (statement, expected) => {
    expect(isWholeSentence(statement)).toBe(expected);
  });

  test('a claim without a subject names it, and everything added stands in brackets', () => {
    const text =
      'The brewery employs 340 people and exports to 25 countries. It was founded in 1902 by two brothers in Leeds.';
    for (const claim of extractClaims(text).claims) {
      const unbracketed = claim.statement
        .replace(/ ?\[[^\]]*\] ?/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      expect(claim.quote.replace(/\s+/g, ' ')).toContain(unbracketed);
    }
    const shared = extractClaims(text).claims.find(({ quote }) => quote === 'exports to 25 countries');
    expect(shared?.statement).toBe('[The brewery] exports to 25 countries');
  });
});
