import { describe, expect, test } from 'vitest';
import { findTimes, timesBySentence } from '#lib/engine/times/times.ts';
import type { Time } from '#lib/engine/types.ts';

// a Wednesday
const PUBLISHED = '2019-05-15';
const brief = ({ text, from, to }: Time): string => `${text}: ${from === to ? from : `${from ?? ''}..${to ?? ''}`}`;
const at = (text: string): string[] =>
  findTimes(text, { start: 0, end: text.length }, { publishedOn: PUBLISHED }).map(brief);

/** The sentence, and every time in it, as "text: day" or "text: from..to" with open ends left out. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  // stretches of a year, and what opens or closes them
  ['Sales rose in the last three months of 2017.', 'last three months of 2017: 2017-10-01..2017-12-31'],
  ['It made £4m in the last six months of the year.', 'last six months of the year: 2018-07-01..2018-12-31'],
  ['Prices rose in the December quarter.', 'December quarter: 2018-10-01..2018-12-31'],
  ['Prices rose in the June quarter of 2018.', 'June quarter of 2018: 2018-04-01..2018-06-30'],
  ['It lost £4m in its fiscal third quarter.', 'third quarter: null'],
  ['The vote is in the week beginning 20 May.', 'week beginning 20 May: 2019-05-20..2019-05-26'],
  ['Lorries pay at the end of each month beginning in June 2018.', 'June 2018: 2018-06-01..2018-06-30'],
  ['She took office in May of last year.', 'May of last year: 2018-05-01..2018-05-31'],
  ['It ends in two weeks’ time.', 'in two weeks’ time: 2019-05-27..2019-06-02'],
  ['It sank on Christmas Eve 2017.', 'Christmas Eve 2017: 2017-12-24'],
  ['The scheme has run from 2015 onwards.', '2015: 2015-01-01..'],
  ['Up to 2015 it had 400 staff.', '2015: ..2015-12-31'],
  ['The rate is the lowest since records began in 1971.', '1971: 1971-01-01..'],
  ['She has cut 40 jobs since taking office in 2015.', '2015: 2015-01-01..'],
  ['It has grown since the mill was sold in 2015.', '2015: 2015-01-01..2015-12-31'],
  ['Flights fell after the 11 September attacks.', '11 September: 2001-09-11'],
  ['Security is tighter since 9/11.', '9/11: 2001-09-11..'],
  ['She was born in the same year that trams first ran.', 'the same year: null'],
  ['In the same month of 2018 they fell.', 'the same month: null', '2018: 2018-01-01..2018-12-31'],
  ['After last year signing a deal, it grew.', 'last year: 2018-01-01..2018-12-31'],
  ['It will grow in the next year.', 'next year: 2019-05-15..2020-05-15'],
  ['In the next year it lost 40 jobs.', 'next year: null'],
  ['She told Radio Two’s Today programme that it was shut.'],
  ['She said on CBS This Morning that it was shut.'],
  ['He watched “Last Week Tonight” there.'],
  ['Christmas sales rose.'],
  ['Terror laws brought in after 11 September were used.', '11 September: 2001-09-12..'],
  ['The hearing was on February 16 and 17.', 'February 16 and 17: 2019-02-16..2019-02-17'],
  ['The rules will come into force at the start of the year.', 'start of the year: 2020-01-01..2020-05-01'],
  ['The 1998 French Open champion lost.', '1998: 1998-01-01..1998-12-31'],
  ['By Tuesday night 40 had died.', 'Tuesday night: 2019-05-14'],
  ['It will close by 30 September.', '30 September: ..2019-09-30'],
  // dates
  ['It opened on July 5, 2017.', 'July 5, 2017: 2017-07-05'],
  ['It opened on 5 July 2017.', '5 July 2017: 2017-07-05'],
  ['She is on pace to finish on Friday.', 'Friday: 2019-05-17'],
  ['It closes on the second Friday of the month.'],
  ['The rise in February sales will help it.', 'February: 2019-02-01..2019-02-28'],
  ['It opened on the 5th of July.', '5th of July: 2018-07-05'],
  ['It opened on Sat., May 11.', 'Sat., May 11: 2019-05-11'],
  ['On 2019-04-30 and 12/31/2018', '2019-04-30: 2019-04-30', '12/31/2018: 2018-12-31'],
  ['On 03/04/2018', '03/04/2018: null'],
  ['It runs 5-8 June 2018.', '5-8 June 2018: 2018-06-05..2018-06-08'],
  ['From July 3-5, 2018', 'July 3-5, 2018: 2018-07-03..2018-07-05'],
  ['It opens before the end of the year.', 'end of the year: ..2019-12-31'],
  ['Talks could resume on Monday, but they could not agree on Friday.', 'Monday: 2019-05-20', 'Friday: 2019-05-10'],
  ['Parliament votes on Tuesday.', 'Tuesday: 2019-05-21'],
  ['The court rules on Monday.', 'Monday: 2019-05-20'],
  ['The attacks on Monday killed two.', 'Monday: 2019-05-13'],
  ['It opens a week on Friday.', 'a week on Friday: 2019-05-24'],
  ['It shut the Friday before last.', 'the Friday before last: 2019-05-03'],
  ['It opens the Friday after next.', 'the Friday after next: 2019-05-24'],
  ['It shut on Tuesday of last week.', 'Tuesday of last week: 2019-05-07'],
  ['It opens on Tuesday next week.', 'Tuesday next week: 2019-05-21'],
  ['It shut the week before last.', 'the week before last: 2019-04-29..2019-05-05'],
  ['It shut the year before last.', 'the year before last: 2017-01-01..2017-12-31'],
  ['It opens a week tomorrow.', 'a week tomorrow: 2019-05-23'],
  ['It opens two weeks today.', 'two weeks today: 2019-05-29'],
  ['The fair ran between 3 and 5 March.', '3 and 5 March: 2019-03-03..2019-03-05'],
  ['She waited for the next three days.', 'next three days: null'],
  ['He will be away for the next two weeks.', 'next two weeks: 2019-05-15..2019-05-29'],
  ['So far 418 people have died.', 'So far: ..2019-05-15'],
  ['The court sits on Monday.', 'Monday: 2019-05-20'],
  // told in the past, whatever is to come beside it
  [
    'Unemployment runs at 4.1% in January, the lowest since March 2016.',
    'January: 2019-01-01..2019-01-31',
    'March 2016: 2016-03-01..',
  ],
  [
    'Sales, set to rise this year, were 4,100 in January.',
    'this year: 2019-01-01..2019-12-31',
    'January: 2019-01-01..2019-01-31',
  ],
  ['Planned sales dropped in January.', 'January: 2019-01-01..2019-01-31'],
  [
    'The bond, which falls due in 2020, was sold in December.',
    '2020: 2020-01-01..2020-12-31',
    'December: 2018-12-01..2018-12-31',
  ],
  [
    'The loan falls due in 2020, and in December the firm paid back half.',
    '2020: 2020-01-01..2020-12-31',
    'December: 2018-12-01..2018-12-31',
  ],
  [
    'The plan foresees closure in 2020, with the last train in December.',
    '2020: 2020-01-01..2020-12-31',
    'December: 2020-12-01..2020-12-31',
  ],
  ['The shop shut after Easter.', 'Easter: 2019-04-23..'],
  ['The court will rule after Easter.', 'Easter: 2020-04-14..'],
  ['The court will rule after 3 June.', '3 June: 2019-06-04..'],
  ['The court will rule before Easter.', 'Easter: ..2020-04-09'],
  ['It shut on Easter Monday 2018, and eggs hatched on Easter Island.', 'Easter Monday 2018: 2018-04-02'],
  ['The trial opened on 2 April and ended on the 14th.', '2 April: 2019-04-02', 'the 14th: 2019-04-14'],
  ['It opened on 2 April under the 14th Amendment, the 3rd of its kind.', '2 April: 2019-04-02'],
  ['He took the lead on the 14th.'],
  // to come, whatever was before
  ['The board, which last met in 2018, will meet on 11 June.', '2018: 2018-01-01..2018-12-31', '11 June: 2019-06-11'],
  [
    'The board will meet the mayor, who was elected in March, on 11 June.',
    'March: 2019-03-01..2019-03-31',
    '11 June: 2019-06-11',
  ],
  ['The board will meet again, the mayor said on Monday, on 11 June.', 'Monday: 2019-05-13', '11 June: 2019-06-11'],
  ['The bridge will be repaired and opened in July.', 'July: 2019-07-01..2019-07-31'],
  ['He appears before the court on Friday.', 'Friday: 2019-05-17'],
  ['Parliament reconvenes on Tuesday.', 'Tuesday: 2019-05-21'],
  ['He returned the ball and left on Tuesday.', 'Tuesday: 2019-05-14'],
  ['Shares fell before the debates on Friday.', 'Friday: 2019-05-10'],
  ['Ministers held talks and visits on Monday.', 'Monday: 2019-05-13'],
  ['It shut the day before yesterday.', 'the day before yesterday: 2019-05-13'],
  ['The firm sold 2020 homes.'],
  ['Room 2019 was shut.'],
  ['In 2018 homes were sold.', '2018: 2018-01-01..2018-12-31'],
  ['He sat in a cell for the next 30 hours.', 'next 30 hours: null'],
  ['The mayor said the plan would start in July.', 'July: 2019-07-01..2019-07-31'],
  ['She does not expect the strike to end before mid-June.', 'mid-June: ..2019-06-10'],
  ['In April, Lee called the plans to open a mill foolish.', 'April: 2019-04-01..2019-04-30'],
  ['On Monday, Ahmed and his father are to travel.', 'Monday: 2019-05-20'],
  ['The fair took place this weekend.', 'this weekend: 2019-05-11..2019-05-12'],
  ['Ten seats are up in November.', 'November: 2019-11-01..2019-11-30'],
  ['The bill would put it on the November ballot.', 'November: 2019-11-01..2019-11-30'],
  ['They may vote on Friday.', 'Friday: 2019-05-17'],
  ['They may have voted on Friday.', 'Friday: 2019-05-10'],
  // what is fixed for a day or a month to come
  ['The draw is made in Nyon on Friday.', 'Friday: 2019-05-17'],
  ['The man was found in Nyon on Friday.', 'Friday: 2019-05-10'],
  ['The firm reports its results in July.', 'July: 2019-07-01..2019-07-31'],
  ['She faces voters in November.', 'November: 2019-11-01..2019-11-30'],
  ['The election is in September.', 'September: 2019-09-01..2019-09-30'],
  ['The legs are to be played on 7 and 8 June.', '7 and 8 June: 2019-06-07..2019-06-08'],
  ['It rained in the last week of February.', 'February: 2019-02-01..2019-02-28'],
  ['Sales fell in the first nine months of 2018.', 'first nine months of 2018: 2018-01-01..2018-09-30'],
  ['Sales fell in the first four months of the year.', 'first four months of the year: 2019-01-01..2019-04-30'],
  ['Profit fell in the year to May.', 'year to May: 2017-06-01..2018-05-31'],
  ['In the five years to 2016, it lost ice.', 'five years to 2016: 2012-01-01..2016-12-31'],
  ['It shut two hours after the vote.'],
  ['The trial is expected to last ten weeks.'],
  ['Christmas Day was quiet.', 'Christmas Day: 2018-12-25'],
  // weekdays lean to the past, unless the clause looks forward
  ['President Trump warned Thursday that he would.', 'Thursday: 2019-05-09'],
  ['He spoke on Wednesday.', 'Wednesday: 2019-05-15'],
  ['The vote will be held on Thursday.', 'Thursday: 2019-05-16'],
  ['The minister said on Tuesday that it will meet.', 'Tuesday: 2019-05-14'],
  ['He must leave by Friday.', 'Friday: ..2019-05-17'],
  ['They met last Friday and will meet next Monday.', 'last Friday: 2019-05-10', 'next Monday: 2019-05-20'],
  ['It reports on Thursday week.', 'Thursday week: 2019-05-23'],
  ['Friday night was calm.', 'Friday night: 2019-05-10'],
  ["Monday's vote failed.", 'Monday: 2019-05-13'],
  ['The minister promised to review it on 15 September.', '15 September: 2019-09-15'],
  ['Bookings for September are down.', 'September: 2019-09-01..2019-09-30'],
  ['He faces jail when he is sentenced on June 7.', 'June 7: 2019-06-07'],
  ['Rivals wait: Hapag reports on June 13.', 'June 13: 2019-06-13'],
  [
    'In 2012 it passed a law, and repealed it the next year.',
    '2012: 2012-01-01..2012-12-31',
    'next year: 2013-01-01..2013-12-31',
  ],
  ['Polls open on June 3.', 'June 3: 2019-06-03'],
  ['The changes take effect on 1 July.', '1 July: 2019-07-01'],
  ['Sentencing is on 12 June.', '12 June: 2019-06-12'],
  ['He was arrested on 4 March last year.', '4 March last year: 2018-03-04'],
  // days from today
  ['Yesterday, today and tomorrow', 'Yesterday: 2019-05-14', 'today: 2019-05-15', 'tomorrow: 2019-05-16'],
  ['It burned last night.', 'last night: 2019-05-14'],
  ['Three days ago it burned.', 'Three days ago: 2019-05-12'],
  ['It closed two years ago.', 'two years ago: 2017-01-01..2017-12-31'],
  // weeks, months, years
  ['Last week and this week', 'Last week: 2019-05-06..2019-05-12', 'this week: 2019-05-13..2019-05-19'],
  ['Last month and next year', 'Last month: 2019-04-01..2019-04-30', 'next year: 2020-01-01..2020-12-31'],
  ['Earlier this year he left.', 'Earlier this year: 2019-01-01..2019-05-15'],
  ['In April it rained.', 'April: 2019-04-01..2019-04-30'],
  ['It will open in September.', 'September: 2019-09-01..2019-09-30'],
  ['It rained in September.', 'September: 2018-09-01..2018-09-30'],
  ['In early April 2018', 'early April 2018: 2018-04-01..2018-04-10'],
  [
    'He died in June 2012; the trial began in October.',
    'June 2012: 2012-06-01..2012-06-30',
    'October: 2012-10-01..2012-10-31',
  ],
  ['By the end of the year it will close.', 'end of the year: ..2019-12-31'],
  ['Over the weekend it rained.', 'the weekend: 2019-05-11..2019-05-12'],
  // quarters, halves, seasons, decades, centuries
  ['Trade grew in the first quarter.', 'first quarter: 2019-01-01..2019-03-31'],
  ['Sales fell in the third quarter of 2018.', 'third quarter of 2018: 2018-07-01..2018-09-30'],
  ['The second half of last year', 'second half of last year: 2018-07-01..2018-12-31'],
  ['The meetings are set for the fall.', 'fall: 2019-09-01..2019-11-30'],
  ['Last winter was mild.', 'Last winter: 2018-12-01..2019-02-28'],
  ['Prices fall and springs rust.'],
  ['In the 1990s and the late 1980s', '1990s: 1990-01-01..1999-12-31', 'late 1980s: 1986-09-02..1989-12-31'],
  ['In the 19th century', '19th century: 1801-01-01..1900-12-31'],
  // stretches
  ['The 1950-1953 war', '1950-1953: 1950-01-01..1953-12-31'],
  ['From 2014 to 2017 he served.', '2014 to 2017: 2014-01-01..2017-12-31'],
  ['Between March and May it rained.', 'March and May: 2019-03-01..2019-05-31'],
  ['In the past five years', 'past five years: 2014-05-15..2019-05-15'],
  ['The year ending March 31, 2019', 'year ending March 31, 2019: 2018-04-01..2019-03-31'],
  ['In the three months to December', 'three months to December: 2018-10-01..2018-12-31'],
  // open ends
  ['Since 2015 it has grown.', '2015: 2015-01-01..'],
  ['Until last year no one knew.', 'last year: ..2018-12-31'],
  ['Emissions must halve by 2030.', '2030: ..2030-12-31'],
  ['Before 2010 it was legal.', '2010: ..2009-12-31'],
  ['After the 2016 election he left.', '2016: 2016-01-01..2016-12-31'],
  // events
  ['Two days after the test, hope is fading.', 'Two days after: 2019-05-13'],
  ['Two days after the test, hope faded.', 'Two days after: null'],
  ['Two days after the July 3 vote he left.', 'Two days after: 2018-07-05', 'July 3: 2018-07-03'],
  // a date without its year is the nearest, unless the words look back
  ['The year ending on June 30 was dry.', 'year ending on June 30: 2018-07-01..2019-06-30'],
  ['The board decided at a meeting of its members to hold a vote on May 28.', 'May 28: 2019-05-28'],
  ['Growth in the second quarter may be weak.', 'second quarter: 2019-04-01..2019-06-30'],
  ['A strike in July could close the port.', 'July: 2019-07-01..2019-07-31'],
  ['The plant, due to falling demand, closed in January.', 'January: 2019-01-01..2019-01-31'],
  ['Its package in July must be large.', 'July: 2019-07-01..2019-07-31'],
  ['It was asking for bids by the latter part of June.', 'June: 2019-06-01..2019-06-30'],
  ['Prices rose over the last year and a half.', 'last year and a half: 2017-11-15..2019-05-15'],
  [
    'It fell to 5 in 2016 from 7 in 2015, or half the previous year.',
    '2016: 2016-01-01..2016-12-31',
    '2015: 2015-01-01..2015-12-31',
    'the previous year: 2015-01-01..2015-12-31',
  ],
  ['It is planned for the June 28-29 meeting.', 'June 28-29: 2019-06-28..2019-06-29'],
  ['They will not go away in the next year or two.'],
  ['It lost money in 2017’s 4th qtr.', '2017: 2017-01-01..2017-12-31', '4th qtr: 2017-10-01..2017-12-31'],
  ['Prices may rise over the next month.', 'next month: 2019-05-15..2019-06-15'],
  ['July yen closed higher.', 'July: 2019-07-01..2019-07-31'],
  // loose
  ['In recent weeks he has tweeted.', 'In recent weeks: null'],
  ['In fiscal 2019 it grew.', 'fiscal 2019: null'],
  // no times
  ['Theresa May may march; April Jones met Niu Jun.'],
  ['The price was 2000 dollars for 2000 people at 5:30 p.m.'],
  ['He sat down, second in line.'],
];

describe('findTimes', () => {
  test.each(CASES.map(([text, ...wanted]) => ({ text, wanted })))('$text', ({ text, wanted }) => {
    expect(at(text)).toEqual(wanted);
  });

  test('without the day of publication relative times are unresolved, and say so', () => {
    const text = 'On Monday, last year and in April 2018, prices fell.';
    const found = findTimes(text, { start: 0, end: text.length });
    expect(found.map((t) => [t.text, t.basis])).toEqual([
      ['Monday', 'unresolved'],
      ['last year', 'unresolved'],
      ['April 2018', 'stated'],
    ]);
    expect(found[0]).toMatchObject({ from: null, to: null });
  });

  test('a date that does not exist counts as no date', () => {
    expect(findTimes('On Monday', { start: 0, end: 9 }, { publishedOn: '2019-02-30' })[0]?.basis).toBe('unresolved');
    expect(findTimes('On February 30', { start: 0, end: 14 }, { publishedOn: PUBLISHED }).map(brief)).not.toContain(
      'February 30: 2019-02-30',
    );
  });

  test('the caller may know that the clause looks forward', () => {
    const text = 'the talks on Friday';
    const span = { start: 0, end: text.length };
    expect(findTimes(text, span, { publishedOn: PUBLISHED, future: true }).map(brief)).toEqual(['Friday: 2019-05-17']);
    expect(findTimes(text, span, { publishedOn: PUBLISHED }).map(brief)).toEqual(['Friday: 2019-05-10']);
  });

  test('"the next day" follows the date given', () => {
    const time = findTimes('The next day he left.', { start: 0, end: 21 }, { previousDate: '2019-02-28' })[0];
    expect(time).toMatchObject({ from: '2019-03-01', to: '2019-03-01', basis: 'earlier date' });
  });
});

describe('timesBySentence', () => {
  /** Sentences one after another, and all their times. */
  function story(sentences: readonly string[], publishedOn?: string): string[] {
    const text = sentences.join(' ');
    let start = 0;
    const spans = sentences.map((sentence) => {
      const span = { start, end: start + sentence.length };
      start = span.end + 1;
      return span;
    });
    return timesBySentence(text, spans, { publishedOn }).flat().map(brief);
  }

  test('the next day follows the last day named, whatever stretch was named in between', () => {
    const found = story(
      ['He tweeted on Tuesday.', 'Trade grew in the first quarter.', 'The next day, he spoke.'],
      PUBLISHED,
    );
    expect(found).toEqual(['Tuesday: 2019-05-14', 'first quarter: 2019-01-01..2019-03-31', 'The next day: 2019-05-15']);
  });

  test('a month or a quarter is not counted from a year, and the following year is all of it', () => {
    expect(story(['The dam was built in 1971.', 'It fell in the previous quarter.'], PUBLISHED)[1]).toBe(
      'the previous quarter: null',
    );
    expect(story(['In 1971 it burned.', 'That month she left.'], PUBLISHED)[1]).toBe('That month: null');
    expect(story(['In March 2016 it burned.', 'The following year it was rebuilt.'], PUBLISHED)[1]).toBe(
      'The following year: 2017-01-01..2017-12-31',
    );
    expect(story(['It made £3m in March 2016.', 'A year earlier it had made £2m.'], PUBLISHED)[1]).toBe(
      'A year earlier: 2015-03-01..2015-03-31',
    );
  });

  test('what is known by its date sets no scene', () => {
    expect(story(['After the 11 September attacks the mill, sold in December, shut.'], PUBLISHED)[1]).toBe(
      'December: 2018-12-01..2018-12-31',
    );
  });

  test('a stated date is enough where the day of publication is unknown', () => {
    expect(story(['It opened on March 3, 2018.', 'Two days later it closed.'])).toEqual([
      'March 3, 2018: 2018-03-03',
      'Two days later: 2018-03-05',
    ]);
  });

  test('the same month is the one that was named, not that of the day on which somebody spoke', () => {
    expect(story(['Rents rose in January, he said on Friday.', 'Prices fell in the same month.'], PUBLISHED)).toEqual([
      'January: 2019-01-01..2019-01-31',
      'Friday: 2019-05-10',
      'the same month: 2019-01-01..2019-01-31',
    ]);
  });

  test('the 14th is of the month named in the sentence before, and of none named long ago', () => {
    const opening = 'It opened on 2 April.';
    expect(story([opening, 'It ended on the 14th.'], PUBLISHED)).toEqual([
      '2 April: 2019-04-02',
      'the 14th: 2019-04-14',
    ]);
    expect(story([opening, 'It rained.', 'It ended on the 14th.'], PUBLISHED)).toEqual(['2 April: 2019-04-02']);
  });

  test('a stretch is moved as a whole', () => {
    expect(story(['It grew in the first quarter of 2019.', 'A year earlier it shrank.'], PUBLISHED)).toEqual([
      'first quarter of 2019: 2019-01-01..2019-03-31',
      'A year earlier: 2018-01-01..2018-03-31',
    ]);
  });

  test('nothing to count from leaves "the next day" unresolved', () => {
    expect(story(['The next day it rained.'], PUBLISHED)).toEqual(['The next day: null']);
  });
});
