import { describe, expect, it } from 'vitest';
import { readText } from '#lib/engine/text/text.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

function roles(text: string): [string, string][] {
  return findZones(readText(text)).map(({ role, start, end }) => [role, text.slice(start, end)]);
}

const BODY = [
  'Hull City Council will close four of its nine day centres next spring, the leader of the council said on Monday.',
  'The plan, which the cabinet approved by six votes to two, would save Hull about £3.1m a year from April.',
  '“We have run out of road,” said Councillor Mina Patel, who has led the council since 2019.',
  'Unions in Hull said they had not been told, and that 140 people could lose their jobs if the council went ahead.',
];
const article = BODY.join('\n\n');

/** The role of every line of `extra` when it stands where `place` says. */
function around(place: 'before' | 'after' | 'between', extra: string): string[] {
  const [first = '', ...rest] = BODY;
  const text =
    place === 'before'
      ? `${extra}\n\n${article}`
      : place === 'after'
        ? `${article}\n\n${extra}`
        : [first, extra, ...rest].join('\n\n');
  const wanted = new Set(extra.split('\n').filter((line) => line.trim() !== ''));
  return roles(text)
    .filter(([, line]) => wanted.has(line))
    .map(([role]) => role);
}

describe('findZones: after the article', () => {
  it.each([
    'Ana Ruiz and Tom Bell reported from Hull.',
    'Ana Ruiz is a reporter in our Hull office. She joined the paper in 2014 and has won three awards.',
    'About the author: Ana Ruiz has covered the coast since 2012.',
    'The views expressed here are those of the author. He owns shares in 3 shipping companies.',
    'A version of this article appears in print on March 4, 2026, on Page A1 with the headline: Hull closes four.',
    'Elsewhere on the site: the council that lost £40 million in a day',
    'Get 12 weeks for $12. Cancel at any time.',
    'Save 40% on winter tyres until Sunday',
    'The Hull Daily is owned by Gannet Media, which has 40 titles. It adheres to the Editors’ Code of Practice.',
    'Tickets cost £14 and are available at the door. For details call 020 7946 0958 or visit example.org.',
    'What do you think? Vote in our poll: 61% say the centres must stay.',
    'Additional reporting by Ana Ruiz',
    '(Reporting by Ana Ruiz in Hull; Editing by Tom Bell)',
    'Read more',
    'Sign up for our daily newsletter',
    'You have 2 free articles remaining. Subscribe to continue.',
    '© 2024 The Hull Daily. All rights reserved.',
    'Follow us on Facebook and Twitter',
    'Follow Ana Ruiz on Twitter @anaruiz.',
    'Powered by WordPress',
    'Most read',
    'Topics: Hull, councils, social care',
    'This article was originally published by The Conversation.',
    'Do you have a story for us? Email newsdesk@example.com',
    'The post Four centres to close appeared first on The Hull Daily.',
  ])('%s', (line) => {
    expect(around('after', line)).toEqual(['boilerplate']);
  });

  it('takes the house’s letter with everything in it', () => {
    const letter = [
      'Dear Reader,',
      'About a year ago I came upon a line about this paper in a magazine, and I have thought of it since.',
      'We were founded in 1908 and we are still here because you read us.',
      'You can subscribe for $15 a month and get unlimited access.',
    ].join('\n\n');
    expect(new Set(around('after', letter))).toEqual(new Set(['boilerplate']));
  });

  it('takes headlines of other articles under a list of related ones', () => {
    expect(around('after', 'Related stories\nPool to reopen after two years\nTram line delayed again')).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
  });

  it('keeps a correction as a note', () => {
    expect(
      around('after', 'Correction: An earlier version of this article misstated the number of centres. It is nine.'),
    ).toEqual(['note']);
  });
});

describe('findZones: in the middle', () => {
  it.each([
    'Advertisement',
    'Story continues below',
    'Read more: Pool to reopen after two years',
    'Sign up for Morning Edition, our free newsletter, and get the news in your inbox.',
    'Sponsored content: Harwick Motors has sold 3,000 electric cars since 2020. Book a drive today.',
    'Want more stories like this? Join 25,000 readers who get our Friday letter.',
    'If you have been affected by this story, call the helpline on 116 123. Lines are open 24 hours a day.',
  ])('%s is passed over and the article goes on', (line) => {
    const found = roles([BODY[0], line, ...BODY.slice(1)].join('\n\n'));
    expect(found.map(([role]) => role)).toEqual(['paragraph', 'boilerplate', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('leaves out what is listed under “Most read”, and who the author is', () => {
    const list = 'Most read\n1. Man, 43, charged over fire at cinema\n2. House prices up 6% in a year';
    expect(around('between', list)).toEqual(['boilerplate', 'boilerplate', 'boilerplate']);
    const life = 'Ann Bell has covered the town for the Post since 2011 and won the regional press award in 2019.';
    const found = roles(['Four centres to close', 'By Ann Bell', ...BODY, life].join('\n\n'));
    expect(found.at(-1)).toEqual(['boilerplate', life]);
    expect(around('between', life)).toEqual(['paragraph']);
  });

  it.each([
    'The service costs $15 a month in Hull and has 40,000 subscribers in the US and Canada. It sells more in the US than its rival.',
    'The council’s letter says: “Using what we know, we can write to members. “We could also send our subscribers a letter, and they would pay.”',
  ])('keeps a paragraph that only seems to speak to its readers: %s', (line) => {
    expect(around('between', line)).toEqual(['paragraph']);
    expect(around('after', line)).toEqual(['paragraph']);
  });

  it('does not take readers’ words in the article for the house’s', () => {
    const line = '“You subscribe to our newsletter and support our journalism, and we thank you,” the editor said.';
    expect(around('between', line)).toEqual(['paragraph']);
  });

  it('keeps a body sentence that names its sources', () => {
    expect(around('between', 'The Hull Daily reported from the hearing that Patel had wept.')).toEqual(['paragraph']);
    expect(around('between', 'Subscribers to the service fell by 4 percent last year, the company said.')).toEqual([
      'paragraph',
    ]);
  });

  it('reads headings, lists, tables and captions', () => {
    expect(around('between', 'What the council says')).toEqual(['headline']);
    expect(around('between', '• Four centres close in April\n• Two move to new buildings')).toEqual([
      'list-item',
      'list-item',
    ]);
    expect(around('between', 'Year\tVisitors\n2022\t14,000\n2023\t12,500')).toEqual(['table', 'table', 'table']);
    expect(
      around('between', 'Mike Segar/Reuters\nCouncillors arrive for the meeting at the Guildhall in Hull on Monday.'),
    ).toEqual(['boilerplate', 'caption']);
  });

  it('splits a credit off its caption', () => {
    const found = roles(
      `${BODY[0]}\n\nThe Bransholme centre, which will close. Photograph: Ana Ruiz/PA\n\n${BODY.slice(1).join('\n\n')}`,
    );
    expect(found.slice(1, 3)).toEqual([
      ['caption', 'The Bransholme centre, which will close.'],
      ['boilerplate', 'Photograph: Ana Ruiz/PA'],
    ]);
  });

  it('reads advice to readers as advice', () => {
    const box =
      'What to do if you are affected\nCall the council on the number on your letter.\nKeep your appointment card.\nAsk for a new assessment.';
    expect(around('between', box)).toEqual(['advice', 'advice', 'advice', 'advice']);
  });
});

describe('findZones: above the article', () => {
  it('tells headline, byline, stamp, standfirst and dateline', () => {
    const head = [
      'Hull to close four day centres',
      'Council says it has run out of money after years of cuts to its grant.',
      'By Ana Ruiz, social affairs correspondent',
      'Published: 4 March 2024 10:15 GMT',
    ].join('\n\n');
    const found = roles(`${head}\n\nHULL, England — ${article}`);
    expect(found.slice(0, 6).map(([role]) => role)).toEqual([
      'headline',
      'standfirst',
      'byline',
      'boilerplate',
      'dateline',
      'paragraph',
    ]);
    expect(found[4]?.[1]).toBe('HULL, England —');
  });

  it('passes over navigation before the headline', () => {
    const found = roles(`Home\nNews\nSkip to content\nHull to close four day centres\nShare\n\n${article}`);
    expect(found.map(([role]) => role).slice(0, 6)).toEqual([
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'headline',
      'boilerplate',
      'paragraph',
    ]);
  });

  it.each([
    'Ana Ruiz',
    'Ana Ruiz in Hull',
    'Ana Ruiz, health correspondent',
    'By Ana Ruiz and Tom Bell',
    'Words by Ana Ruiz',
  ])('byline: %s', (line) => {
    expect(roles(`Hull to close four day centres\n${line}\n\n${article}`)[1]).toEqual(['byline', line]);
  });

  it('gives a text that is all body no head', () => {
    expect(roles(article).map(([role]) => role)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
  });
});
