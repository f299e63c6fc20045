/** What "it" and "its" mean in what a body says of itself, and "the company" in an article about more than one. */
import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

const statements = (text: string): string[] =>
  extractClaims(text, { publishedOn: '2026-03-12' }).claims.map(({ statement }) => statement);

test.each([
  [
    'what befalls somebody',
    'Halden Steel said it has been fined £3m in 2025.',
    '[Halden Steel] has been fined £3m in 2025',
  ],
  [
    'what somebody is',
    'Halden Steel said it is confident of winning £3m in 2026.',
    '[Halden Steel] is confident of winning £3m in 2026',
  ],
  [
    'what somebody is doing',
    'Halden Steel said it was discussing a loan of £3m.',
    '[Halden Steel] was discussing a loan of £3m',
  ],
  [
    'what is its own',
    'Halden Steel said its profits fell by 40% in 2025.',
    '[Halden Steel’s] profits fell by 40% in 2025',
  ],
  [
    'what is its own, behind a noun',
    'Halden Steel said income from its mines fell by 40% in 2025.',
    'Income from [Halden Steel’s] mines fell by 40% in 2025',
  ],
  [
    'the company by its name',
    'Halden Steel will close its works in Norvik. Halden Steel employs 400 people there. The company also said it was discussing a loan of £3m.',
    '[Halden Steel] was discussing a loan of £3m',
  ],
])('a body that speaks of itself: %s', (_, text, wish) => {
  expect(statements(text)).toContain(wish);
});

test.each([
  ['who is told may be meant', 'Halden Steel warned Norvik its plan must cost £3m by 2027.', /\[Halden Steel’s\] plan/],
  ['a source at it', 'A source at the bank said it would close 40 branches in May.', /\[The source/],
  [
    'what may be a thing',
    'The bridge is old. Halden Steel said it was falling by 3cm a year.',
    /\[Halden Steel\] was falling/,
  ],
  [
    'what somebody wants is another’s',
    'Halden Motors owns 5% of American Tram Works Inc. Halden Motors said it met ATW in May. Halden Motors raised its bid for the company to £3m.',
    /bid for \[Halden/,
  ],
])('but not where %s', (_, text, wrong) => {
  expect(statements(text).join('\n')).not.toMatch(wrong);
});

test.each([
  [
    'what was said of it',
    'Ada Lund said the harbour bridge is old. It was opened in 1911.',
    '[The harbour bridge] was opened in 1911',
  ],
  [
    'what is said of it again',
    'Ada Lund said the harbour bridge is old. She said it was opened in 1911.',
    '[The harbour bridge] was opened in 1911',
  ],
  [
    'what it is is no other',
    'South Korea is a large exporter. Its ports took 40 ships in 2019.',
    '[South Korea’s] ports took 40 ships in 2019',
  ],
])('a thing of which somebody spoke: %s', (_, text, wish) => {
  expect(statements(text)).toContain(wish);
});

test('what only somebody does is not done by the thing spoken of, nor what a firm says by another', () => {
  expect(statements('Ada Lund said the event was cancelled. It gave £4m to Norvik in 2019.').join()).not.toContain(
    '[The event]',
  );
  expect(statements('The group left in May. Taft said it would sell 40 shops in 2027.').join()).not.toContain(
    '[The group]',
  );
});

test('a body called by two things that it is for is one', () => {
  expect(statements('Halden Steel was fined £3m by the Ports and Harbours Commission in 2025.')).toEqual([
    'Halden Steel was fined £3m by the Ports and Harbours Commission in 2025',
  ]);
});

test('who speaks behind a name is not called by it', () => {
  const found = statements('Halden Steel broke rules of the Ports and Harbours Commission, the company said in 2025.');
  expect(found.join()).not.toContain('[is]');
});

test('"the company" that opens a sentence is the one whom nearly all is about, and "the group" the one just named alone', () => {
  const about =
    'Halden Steel makes rails. Halden Steel sold 40 trams in 2019. Halden Steel was split from Norvik Motors in 1990.';
  expect(statements(`${about} The company has 4,000 workers.`)).toContain('[Halden Steel] has 4,000 workers');
  expect(statements('Halden Steel Group lost £3m in 2025. The group closed 40 shops in 2019.')).toContain(
    '[Halden Steel Group] closed 40 shops in 2019',
  );
  expect(
    statements(
      'Halden Steel Group lost £3m in 2025. A group of 40 buyers met. The group closed 40 shops in 2019.',
    ).join(),
  ).not.toContain('[Halden');
});

test('names that speak together are "they", and a card that tells only why says so', () => {
  expect(statements('Halden Steel Corp and Norvik Motors Corp said they expect to cut 40 jobs in May.')).toContain(
    '[Halden Steel Corp and Norvik Motors Corp] expect to cut 40 jobs in [May 2026]',
  );
  const why = extractClaims('Fares fell by 4% in 2019. This is because 40 buses were sold in 2018.').claims.at(-1);
  expect(why?.tier).toBe('minor');
});

test('which is meant is told once in a card', () => {
  const found = statements(
    'Ruiz tabled a tenancy-deposit bill in 2019. Lund voted for the bill in May, because 40 parts of the bill were left out.',
  );
  for (const words of found) expect(words.split('[tenancy-deposit]').length).toBeLessThan(3);
});

test.each([
  [
    'a quotation in the midst',
    'The Halden Stock Exchange said in 2025 that it is “strongly opposed to a levy of 4%”.',
    /\[the Halden Stock Exchange\] is/i,
  ],
  [
    'he, too',
    'Nigel Lund cut 40 jobs. Economist David Moss said he, too, expected 40 jobs to go.',
    /\[David Moss\] expected/,
  ],
  [
    'who made it',
    'Norvik read a survey commissioned by the Ports Council. It rained. The survey covered 45 firms in 2025.',
    /survey \[commissioned by the Ports Council\]/,
  ],
])('told by name: %s', (_, text, wish) => {
  expect(statements(text).join('\n')).toMatch(wish);
});

test.each([
  [
    'half of whose it is',
    'The Keeper of the Purse Ada Lund’s budget cut 40 jobs. It rained. The budget was cut by 4%.',
    /\[the Purse/i,
  ],
  ['a firm for its chief', 'Halden, a Norvik Corp, chief executive Ada Lund said it had cut 40 jobs.', /Corp \[is\]/],
])('never %s', (_, text, wrong) => {
  expect(statements(text).join('\n')).not.toMatch(wrong);
});
