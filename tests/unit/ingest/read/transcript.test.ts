import { describe, expect, test } from 'vitest';
import { locatorOf, namedPlace, placeNamed, standsAt } from '#lib/ingest/read/places.ts';
import { clockSeconds, timedPlaces } from '#lib/ingest/read/transcript.ts';
import { read } from './made.ts';

const VTT = `WEBVTT - Board meeting

NOTE made by hand

STYLE
::cue { color: red }

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Maren Holt>Nobody in this <b>trade</b>
was consulted &amp; nobody asked.

00:00:04.500 --> 00:00:06.000
<v Maren Holt>We were told in writing.

01:02:05.250 --> 01:02:09.000
<v.loud Ade Okafor>That is a <00:01:02.000>misunderstanding.</v>
`;
const SRT = `1\r\n00:00:01,000 --> 00:00:04,000\r\n<i>Good morning.</i>\r\n\r\n2\r\n00:12:05,500 --> 00:12:09,000\r\n{\\an8}Six berths are closed.\r\n`;

const places = async (text: string, name: string) => {
  const document = await read(Buffer.from(text), { name });
  return {
    document,
    said: document.places.map((place) => [
      place.kind === 'time' && place.seconds,
      document.text.slice(place.start, place.end),
    ]),
  };
};

describe('a recording’s transcript', () => {
  test('as WebVTT: each cue at its second, who speaks named where somebody else begins, nothing of its looks', async () => {
    const { document, said } = await places(VTT, 'meeting.vtt');
    expect(document.kind).toBe('transcript');
    expect(said).toEqual([
      [1, 'Maren Holt: Nobody in this trade was consulted & nobody asked.'],
      [4, 'We were told in writing.'],
      [3725, 'Ade Okafor: That is a misunderstanding.'],
    ]);
    expect((await places(VTT, 'meeting.txt')).document.kind).toBe('transcript');
  });

  test('as SubRip', async () => {
    const { document, said } = await places(SRT, 'meeting.srt');
    expect(document.kind).toBe('transcript');
    expect(said).toEqual([
      [1, 'Good morning.'],
      [725, 'Six berths are closed.'],
    ]);
    expect(document.warnings).toEqual([]);
  });

  test.each([
    [
      '[00:00:05] Holt: Good morning.\n[00:00:09] Okafor: Six berths are closed.\nTwo more will be.\n[00:12:05] Holt: Why?',
    ],
    ['Holt (0:05): Good morning.\n\nOkafor (0:09): Six berths are closed.\n\nTwo more will be.\n\nHolt (12:05): Why?'],
    ['0:05 – Good morning.\n0:09 – Six berths are closed.\nTwo more will be.\n12:05 – Why?'],
  ])('as a text whose lines begin with times', async (text) => {
    const { document } = await places(text, 'meeting.txt');
    const at = document.text.indexOf('Two more');
    expect(document.text).toBe(text);
    expect(locatorOf(document.places, at, at + 8)).toBe('0:09');
    expect(locatorOf(document.places, 0, text.length)).toBe('0:05–12:05');
  });

  test.each([
    ['a programme of a day, out of order', '9:00 Doors\n8:00 Set up\n12:00 Lunch\n7:30 Keys\n'],
    ['prose with one time', 'At 12:05 she spoke.\n\nNobody answered.\n\nThe meeting ended.'],
    ['scores', 'They won 3:2 on Sunday.\nThey lost 1:4 on Monday.\nNobody came.'],
  ])('%s is none', (_, text) => expect(timedPlaces(text)).toBeNull());
});

test.each([
  ['12:05', 725],
  ['1:02:05', 3725],
  ['00:00:01.500', 1],
  ['12', null],
  ['12:5', null],
  ['p. 12:05', null],
])('the time “%s”', (words, seconds) => expect(clockSeconds(words)).toBe(seconds));

describe('a place that is typed', () => {
  test.each([
    ['p. 3', { kind: 'page', page: 3 }],
    ['page 3', { kind: 'page', page: 3 }],
    ['para. 12', { kind: 'paragraph', number: 12 }],
    ['at 12:05', { kind: 'time', seconds: 725 }],
    ['table 2, B4', null],
    ['pp. 3–4', null],
  ])('“%s”', (words, place) => expect(namedPlace(words)).toEqual(place));

  const times = [0, 10, 20].map((seconds, i) => ({ start: i * 10, end: i * 10 + 9, kind: 'time' as const, seconds }));
  test('of a recording means what is being said then', () => {
    expect(placeNamed(times, { kind: 'time', seconds: 14 })?.start).toBe(10);
    expect(placeNamed(times, { kind: 'time', seconds: 300 })?.start).toBe(20);
    expect(standsAt(times, { kind: 'time', seconds: 14 }, 12, 15)).toBe(true);
    expect(standsAt(times, { kind: 'time', seconds: 14 }, 2, 5)).toBe(false);
    // Over the end of a line it stands at both.
    expect(standsAt(times, { kind: 'time', seconds: 14 }, 5, 15)).toBe(true);
    // A document without seconds cannot say that a second is wrong.
    expect(standsAt(times, { kind: 'page', page: 2 }, 2, 5)).toBe(true);
  });
});
