/** What "the accident", "the boy", "the town", "there" and "we" mean in a claim: told where the article leaves one answer, and left where it does not. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const statements = (text: string): string[] =>
  extractClaims(text, { publishedOn: '2026-03-12' }).claims.map(({ statement }) => statement);

describe('a thing that is told of again by another word', () => {
  test.each([
    [
      'a word for all of its sort',
      'A crash between two coaches killed four people on Monday. Police closed the road. The accident happened at 8am.',
      '[The crash between two coaches] happened at 8am',
    ],
    [
      'the words of the headline',
      'Lowmere crane collapse kills 12\n\nTwelve people died on Monday, the police said. The accident was caused by 90 mph winds.',
      '[The Lowmere crane collapse] was caused by 90 mph winds',
    ],
    [
      'what was undertaken',
      'Crest Homes agreed to buy two quarries in Norvik. It rained. The agreement will cost £4m by 2027.',
      'The agreement [to buy two quarries] will cost £4m by 2027',
    ],
    [
      'a ship by its build',
      'The harbour board hired a Danish-built ferry in May. It rained for days. The vessel carries 200 cars.',
      '[The Danish-built ferry] carries 200 cars',
    ],
    [
      'a deed by its noun',
      'Crest Homes sold the Norvik harbour to Halden in May. Unions were furious. The sale raised £4m.',
      'The sale [of the Norvik harbour] raised £4m',
    ],
    [
      'what was done to it',
      'The Norvik harbour was closed in May. Nobody spoke. The closure cost 40 jobs.',
      'The closure [of the Norvik harbour] cost 40 jobs',
    ],
    [
      'a deed by whoever did it',
      'Ida Moss resigned on Friday. Nobody spoke. The resignation surprised 40 members.',
      'The resignation [of Ida Moss] surprised 40 members',
    ],
    [
      '"this" and "that"',
      'Ministers signed a North Sea fisheries agreement in May. Crews were angry. This deal covers 400 boats.',
      '[The North Sea fisheries agreement] covers 400 boats',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text)).toContain(wish);
  });

  test.each([
    [
      'two of the sort',
      'A coach crash killed four people in May. A mill fire killed two in June. The accident happened at 8am.',
    ],
    [
      'several',
      'A coach crash killed four people in May. Several crashes were reported in June. The accident happened at 8am.',
    ],
    ['another sort', 'A coach crash killed four people in May. Nobody spoke. The ferry was built in 1987.'],
    [
      'two deeds of one noun',
      'Crest Homes sold the Norvik harbour in May. Halden sold the Bergen shipyard in June. The sale raised £4m.',
    ],
    ['a deed that was not done', 'Crest Homes has not sold the Norvik harbour. Nobody spoke. The sale raised £4m.'],
    ['what was only said', 'Lund called it “a coach crash” in May. Nobody spoke. The accident happened at 8am.'],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(
      /\[[^\]]*(?:crash|harbour|shipyard)[^\]]*\] (?:happened|was built|raised)/,
    );
  });

  test('how long it is tells of no other', () => {
    const text =
      'A Norvik harbour document was found in May. The 131-page document was wet. It rained. The document names 40 firms.';
    expect(statements(text)).toContain('The [Norvik harbour] document names 40 firms');
  });
});

describe('what the sentence before has told of', () => {
  test.each([
    [
      'an owner of what may be anybody’s',
      "Halden's campaign lost £4m in May. The campaign raised £2m in June.",
      "[Halden's] campaign raised £2m in [June 2025]",
    ],
    [
      'a firm named right before, and alone',
      'Halden Steel sold 40 lorries in May. Norvik Motors Ltd. was fined in June after the company failed a safety test.',
      '[Norvik Motors Ltd.] failed a safety test',
    ],
    [
      'they, who do what only people do',
      'The authors of the survey say the results confirm it. On Monday, they demanded £4m from the ministry.',
      'On [9 March 2026], [the authors of the survey] demanded £4m from the ministry',
    ],
    [
      'it, behind a phrase that only says when',
      'The Salt Bridge was built in 1911. In 2007, it was closed for two weeks.',
      'In 2007, [the Salt Bridge] was closed for two weeks',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text)).toContain(wish);
  });

  test.each([
    [
      'two that own one',
      "Halden's campaign lost £4m. Lund's campaign met Ruiz's campaign. The campaign raised £2m in June.",
    ],
    [
      'what stands further off',
      "Halden's campaign lost £4m in May. It rained for days. The campaign raised £2m in June.",
    ],
    [
      'who else may have done it',
      'The authors told the doctors in May. On Monday, they demanded £4m from the ministry.',
    ],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\] (?:campaign raised|demanded)/);
  });
});

describe('he and she', () => {
  test.each([
    [
      'whom a paper told of, behind the only one its sentence is about',
      'Ola Lund and Piet Ruiz met. Lund has won 758 votes, compared to the 538 of Ruiz, according to a survey. He lost badly in Leeds.',
      '[Ola Lund] lost badly in Leeds',
    ],
    [
      'whoever opens the sentence, and not whom his office names',
      'James Lund, a former secretary of Peter Ruiz, is now at Halden. He declined to comment on 40 letters.',
      '[James Lund] declined to comment on 40 letters',
    ],
    [
      'whom the main clause is about, behind a date',
      'Last week, the director, James Lund, asked for £4m from Ida Moss, but he called her plan a mistake.',
      '[James Lund] called her plan a mistake',
    ],
    [
      'it, of what belongs to somebody',
      "For many months, James Lund's campaign prided itself on its rent. It invited 40 reporters.",
      'invited 40 reporters',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text).find((words) => words.endsWith(wish.replace(/^\[/, '[')))).toMatch(/^\[/);
  });

  test('never of one whom another is told beside', () => {
    const text = 'James Lund was quick to embrace the mogul after he won 40 seats.';
    expect(statements(text).join('\n')).not.toContain('[James Lund] won');
  });
});

describe('it, in what a body says', () => {
  test('behind another clause of the same saying', () => {
    const text =
      'Halden Steel said on Thursday that orders had fallen by 58 percent and that it had lost £31m in 2025.';
    expect(statements(text).join('\n')).toContain('[Halden Steel] had lost £31m in 2025');
  });

  test.each([
    ['whom nobody has named', 'A group said that orders had fallen by 58 percent and that it had lost £31m in 2025.'],
    ['another body told of between', 'Halden Steel said that the bank had lent £4m and that it had lost £31m in 2025.'],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\] had lost/);
  });
});

describe('a statement that points to what it does not name says so', () => {
  test.each([
    ['Police said that in May 2025 40 officers had backed this plan.', true],
    ['Nobody in Norvik had seen such documents before May 2025, 40 officers said.', true],
    ['Police fined 40 drivers this week.', false],
    ['Ida Moss has lived in such swing states as Ohio and 40 others.', false],
    ['Police fined those who drove 40 lorries in May 2025.', false],
  ])('%s', (text, wish) => {
    const { claims } = extractClaims(`Nobody spoke. ${text}`, { publishedOn: '2026-03-12' });
    const told = claims.filter(({ statement, tier }) => tier !== 'minor' && /40|documents/.test(statement));
    expect(told.length).toBeGreaterThan(0);
    expect(told.some(({ reasons }) => reasons.includes('does not say which is meant'))).toBe(wish);
  });
});

describe('words that only join a sentence to another', () => {
  test.each([
    'In addition, 40 boats sank in May 2025.',
    'Instead, 40 boats sank in May 2025.',
    'On the other hand, 40 boats sank in May 2025.',
  ])('fall out: %s', (text) => {
    expect(statements(text)).toContain('40 boats sank in May 2025');
  });
});

describe('a person whom the article has told of in that word', () => {
  test.each([
    [
      'behind the name',
      'Ola Lund, a boy of 14 from Leeds, was arrested on Monday. Nobody spoke. The boy was held for 30 hours.',
      '[Ola Lund] was held for 30 hours',
    ],
    [
      'before the name',
      'Student Ola Lund built a clock in May. It rained. Police questioned the student for 30 hours.',
      'Police questioned [Ola Lund] for 30 hours',
    ],
    [
      'without a name in the lead',
      'A boy has been arrested in Leeds. Ola Lund, a boy of 14, was held for 30 hours. Nobody spoke. The boy was freed on Monday.',
      '[Ola Lund] was freed on [9 March 2026]',
    ],
    [
      'by the age, right after a sentence about nobody else',
      'Ola Lund won in Leeds on Monday. The 23-year-old ran the final lap in 58 seconds.',
      '[Ola Lund] ran the final lap in 58 seconds',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text)).toContain(wish);
  });

  test.each([
    [
      'two of them',
      'Ola Lund, a student from Leeds, was arrested. Piet Ruiz, a student from York, was not. The student was held for 30 hours.',
    ],
    ['one without a name', 'Student Ola Lund was arrested. Another student fled. The student was held for 30 hours.'],
    ['several', 'Student Ola Lund was arrested. Students marched on Monday. The student was held for 30 hours.'],
    ['two who might be that old', 'Ola Lund beat Piet Ruiz on Monday. The 23-year-old was held for 30 hours.'],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toContain('[Ola Lund] was held');
  });
});

describe('a body that is called by half its name', () => {
  test('by what it is, with a capital or without', () => {
    const text =
      'Ida Moss left the Church of the Redeemer in May. Nobody spoke. The Church lost 40 members. In June, the church sold 12 flats.';
    const all = statements(text.replaceAll('the Redeemer', 'Redemption'));
    expect(all).toContain('The Church [of Redemption] lost 40 members');
    expect(all.join('\n')).toContain('[the Church of Redemption] sold 12 flats');
  });
});

describe('a place', () => {
  test.each([
    [
      '"there" behind a place of the same sentence',
      'Halden moved its head office to Leeds in May and hired 40 people there.',
      '[Halden] hired 40 people [in Leeds]',
    ],
    [
      '"there" behind a sentence that names one place',
      'Halden opened in Leeds in May. It hired 40 people there.',
      'hired 40 people [in Leeds]',
    ],
    [
      '"the town"',
      'Halden opened in Leeds in May. Nearly 400 people marched through the town on Monday.',
      'Nearly 400 people marched through [Leeds] on [9 March 2026]',
    ],
    [
      '"the country"',
      'The envoy flew to Norway in May. Inflation in the country fell to 4 percent.',
      'Inflation in [Norway] fell to 4 percent',
    ],
  ])('%s', (_, text, wish) => {
    expect(statements(text).join('\n')).toContain(wish);
  });

  test.each([
    ['two places', 'Halden opened in Leeds and York in May. Norlux hired 40 people there.'],
    ['a place without a name', 'Halden opened at the quarry in Leeds in May. Norlux hired 40 people there.'],
    ['"there" that points nowhere', 'Halden opened in Leeds in May. There were 40 people from Norlux.'],
    [
      'a country that is told of behind it',
      'The envoy flew to Norway in May. Ruiz spoke of 40 people in the country he leads.',
    ],
    ['a country for a town', 'Halden opened in Norway in May. Norlux hired 40 people in the town.'],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\[(?:in )?(?:Leeds|York|Norway)\]/);
  });
});

describe('"we" in the words of a body', () => {
  test.each([
    [
      'whose officer speaks',
      '“We lost £70m last year, and our lenders have told us to sell,” said Ida Moss, a spokeswoman for Halden Steel.',
      ['[Halden Steel] lost £70m [in 2025]', '[Halden Steel’s] lenders have told [it] to sell'],
    ],
    [
      'in the present',
      '“We do not plan layoffs,” said Tom Pell, chairman of Halden Steel. “We employ 40 people in Leeds,” he said.',
      ['[Halden Steel does not] plan layoffs', '[Halden Steel employs] 40 people in Leeds'],
    ],
    ['that speaks itself', '“We have hired 40 nurses,” Halden Steel said.', ['[Halden Steel has] hired 40 nurses']],
    [
      'a country’s',
      '“We have sent 400 soldiers,” said Norway’s prime minister, Ola Lund.',
      ['[Norway has] sent 400 soldiers'],
    ],
  ])('%s', (_, text, wishes) => {
    const all = statements(text);
    for (const wish of wishes) expect(all, all.join('\n')).toContain(wish);
  });

  test.each([
    ['whom only the speaker knows', '“We spent £4m on roads,” said Ida Moss, who lives in Leeds.'],
    ['what all do', '“We go into 40 polling booths,” said Ida Moss, head of Halden Steel.'],
    ['all of us', '“We have all seen 40 storms,” said Ida Moss, head of Halden Steel.'],
    ['everybody', '“We must spend £4m on roads,” said Ida Moss, head of Halden Steel.'],
    ['with "you" in it', '“We spent £4m on your roads,” said Ida Moss, head of Halden Steel.'],
    [
      'with a second verb that would change',
      '“We test and repair 40 boats a year,” said Ida Moss, head of Halden Steel.',
    ],
  ])('never of %s', (_, text) => {
    expect(statements(text).join('\n')).not.toMatch(/\[Halden Steel (?:must|tests|goes|has all)|\[Ida Moss\] spent/);
  });
});
