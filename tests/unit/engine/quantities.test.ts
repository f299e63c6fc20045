import { describe, expect, test } from 'vitest';
import { findQuantities } from '#lib/engine/quantities/quantities.ts';
import { NO_MARKS, tokenize } from '#lib/engine/sentence/tokens.ts';
import { readText } from '#lib/engine/text/text.ts';
import type { Quantity } from '#lib/engine/types.ts';

const find = (text: string): Quantity[] => findQuantities(text, { start: 0, end: text.length });

/** One line: value, range "2..3" or "200..", or tally "52 to 48"; then unit; then what else is said, in a fixed order. */
function brief(q: Quantity): string {
  const value = q.tally?.join(' to ') ?? q.range?.map((end) => end ?? '').join('..') ?? `${q.value}`;
  const rest = [q.modifier, q.per === null ? null : `per ${q.per}`, q.change, q.rank ? 'rank' : null];
  return [value, q.unit ?? '-', ...rest.filter((part) => part !== null)].join(' | ');
}

/** The sentence, and every quantity in it. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  // percentages, points, basis points
  ['Trade grew almost 40% in the first quarter.', '40 | percent | approximately | up'],
  ['It relies on China for 90 percent of its trade.', '90 | percent'],
  ['Inflation rose 0.3 percentage points to 2.9%.', '0.3 | percentage point | up', '2.9 | percent | up'],
  ['The bank cut rates by 25 basis points.', '25 | basis point | down'],
  ['Turnout was 68.3%, up 4.1 points on 2014.', '68.3 | percent', '4.1 | point | up'],
  ['Growth slowed by half a percentage point.', '0.5 | percentage point | down'],
  ['On Wall St: Dow +0.2%.', '0.2 | percent | up'],
  ['The bank raised rates a quarter point to 4.75%.', '0.25 | percentage point | up', '4.75 | percent | up'],
  ['Rates fell three-quarters of a point.', '0.75 | percentage point | down'],
  // how much, and then to what
  ['The number of people out of work rose 32,000 to 1.41 million.', '32000 | person | up', '1410000 | person | up'],
  ['Membership fell 200 to 3,400.', '200 | - | down', '3400 | - | down'],
  ['Deaths rose to 12 from 9.', '12 | death | up', '9 | death | up'],
  ['Prices rose 2 to 5 percent.', '2..5 | percent | up'],
  ['The mill cut 300 to 400 jobs.', '300..400 | job'],
  // money
  ['The dividend rose to 70 euro cents.', '70 | cent | up'],
  ['It will spend £48.6 million.', '48600000 | GBP'],
  [
    'It costs $80 a barrel, €1.20 per litre and 99p each.',
    '80 | USD | per barrel',
    '1.2 | EUR | per litre',
    '99 | penny',
  ],
  ['A fine of C$12.5m or US$9.1 million.', '12500000 | CAD', '9100000 | USD'],
  ['He was paid $US55,931,000.', '55931000 | USD'],
  ['The price was 1,200€.', '1200 | EUR'],
  ['The fund received 86 billion euros.', '86000000000 | EUR'],
  ['They paid 500 rupees.', '500 | rupee'],
  ['Deposits of 7.5 million Danish crowns.', '7500000 | DKK'],
  ['A £1.2bn takeover of the PS8.1bn firm.', '1200000000 | GBP', '8100000000 | GBP'],
  ['The house cost a million dollars.', '1000000 | USD'],
  // as news agencies write them
  ['The yard lost two mln dlrs, or eight cts a share.', '2000000 | USD', '8 | cent | per share'],
  ['It owes 1.9 bln Canadian dlrs and 4.0 billion stg.', '1900000000 | CAD', '4000000000 | GBP'],
  ['A loan of 545 mln European Currency Units', '545000000 | XEU'],
  ['Rates fell to 9-1/2 pct from 9-13/16 pct.', '9.5 | percent | down', '9.8125 | percent | down'],
  ['It was six to 6-1/4 pct, up 1/2 pct.', '6..6.25 | percent', '0.5 | percent | up'],
  ['Members voted 1,272 to 525 against it.', '1272 to 525 | vote'],
  ['The Group of Seven met.'],
  ['It bought Six Flags for two mln dlrs.', '2000000 | USD'],
  ['the 500 mln mark loss', '500000000 | mark'],
  ['Output of 15.8 mln bpd', '15800000 | barrel per day'],
  ['It must offer at least one index-linked bond.', '1 | index-linked bond | at least'],
  ['It delivered one production T-46A.', '1 | production T-46A'],
  ['One ten-year-old girl fell.', '1 | ten-year-old girl'],
  ['He lost 12 pounds and paid five pounds.', '12 | pound', '5 | GBP'],
  // counts and their nouns
  ['It dropped the threat of legal action against five banks.', '5 | bank'],
  ['Each put up $4m.', '4000000 | USD'],
  ['The mill aims to increase sales to more than four million.', '4000000 | - | more than | up'],
  ['The first million customers paid.', '1000000 | customer'],
  ['Spain beat Peru in Saturday’s doubles.'],
  [
    'Moya won 6-2 7-6 (7-1) 7-6 (7-5) to give Spain a 3-1 lead.',
    ...['6 to 2 | -', '7 to 6 | -', '7 to 1 | -', '7 to 6 | -', '7 to 5 | -', '3 to 1 | -'],
  ],
  ['Up from 440,000 people to 700,000 six months later.', '440000..700000 | person | up', '6 | month'],
  [
    'It has a list of 700,000 people, up from 440,000 six months earlier.',
    '700000 | person',
    '440000 | person | up',
    '6 | month',
  ],
  ['Two ratings agencies cut its debt.', '2 | ratings agency'],
  ['All of its 60 million population lost.', '60000000 | person'],
  ['They spent billions of pounds.', '2000000000.. | GBP | at least'],
  ['It was a half-hearted, one-sided talk full of one-liners.'],
  ['A couple of dozen homes burned.', '24 | home'],
  ['The yard sold 40 of its 737-800LR planes.', '40 | plane'],
  ['It became the number one builder of trams.'],
  ['Under no circumstances will it pay.'],
  ['The 30,000 American troops stationed there stay.', '30000 | American troop'],
  ['It blacklisted one Chinese bank accused of dealings.', '1 | Chinese bank'],
  ['Two sports teams and 12 police officers came.', '2 | sports team', '12 | police officer'],
  ['She repaired 20 Kia and Hyundai vehicles.', '20 | Kia and Hyundai vehicle'],
  ['Two of the three men were released.', '2 | man', '3 | man'],
  ['It won 326 of 650 seats.', '326 | seat', '650 | seat'],
  ['Its 33,000-strong workforce', '33000 | workforce'],
  ['A 27-nation bloc', '27 | nation'],
  ['Some 2.5m people voted.', '2500000 | person | approximately'],
  // numbers in words
  ['Two hundred and forty beds were funded.', '240 | bed'],
  ['Twenty-five ships sank.', '25 | ship'],
  ['Half a million people fled.', '500000 | person'],
  ['A dozen eggs and two dozen hens', '12 | egg', '24 | hen'],
  ['Two and a half million people', '2500000 | person'],
  ['They paid Rs 500 crore.', '5000000000 | rupee'],
  // orders of magnitude
  ['Thousands of soldiers are there.', '2000.. | soldier | at least'],
  ['Dozens of protesters were held.', '24.. | protester | at least'],
  ['Tens of thousands of jobs would go.', '20000.. | job | at least'],
  ['Several hundred people came.', '200.. | person | at least'],
  // fractions
  ['One in five adults smokes.', '0.2 | share'],
  ['Nine out of 10 firms agreed.', '0.9 | share'],
  ['One working adult in four is employed there.', '0.25 | share'],
  ['Three-quarters of voters agreed.', '0.75 | share'],
  ['Deaths fell by a quarter.', '0.25 | share | down'],
  ['More than half the houses burned.', '0.5 | share | more than'],
  ['Rates rose to 1¾ per cent.', '1.75 | percent | up'],
  // bounds
  ['At least 17 people died.', '17 | person | at least'],
  ['Up to 1,000 troops left.', '1000 | troop | at most'],
  ['No fewer than 12 ships sank.', '12 | ship | at least'],
  ['Fewer than 10 people came.', '10 | person | less than'],
  ['30 or more people came.', '30 | person | at least'],
  ['He threw for 300-plus yards.', '300 | yard | at least'],
  ['The poll has an error of plus or minus 3.5 points.', '3.5 | point | approximately'],
  ['It fell over five years.', '5 | year'],
  // ranges
  ['Between 10,000 and 12,000 workers', '10000..12000 | worker'],
  ['Fees of 20 to 30 per cent', '20..30 | percent'],
  ['It is worth $3-5 billion.', '3000000000..5000000000 | USD'],
  ['There are 1 to 2 thousand people.', '1000..2000 | person'],
  ['Three or four years', '3..4 | year'],
  ['The fee will go from £9,250 to £9,535.', '9250..9535 | GBP'],
  ['It improved from 20 miles per gallon in 2008 to 29 mpg in 2020.', '20..29 | mile per gallon | up'],
  ['Prices increased by $43.6 billion to $419.2 billion.', '43600000000 | USD | up', '419200000000 | USD | up'],
  ['Unemployment among 16-to-24-year-olds', '16..24 | year'],
  // rates
  ['There are 3.5 doctors per 1,000 inhabitants.', '3.5 | doctor | per 1,000 inhabitants'],
  ['The rate was 12.4 per 100,000 people.', '12.4 | - | per 100,000 people'],
  ['It emits 4 million tonnes of carbon dioxide a year.', '4000000 | tonne | per year'],
  ['Winds of 155mph, a car at 90 km/h', '155 | mile per hour', '90 | kilometre per hour'],
  // units handed on
  ['The DAX rose by 2 percent but the index fell by 1.', '2 | percent | up', '1 | percent | down'],
  ['Greece got 86 billion euros, Portugal 78 billion.', '86000000000 | EUR', '78000000000 | EUR'],
  ['They backed it by 22 votes to 17.', '22 to 17 | vote'],
  ['They lost by 4 goals to 1.', '4 to 1 | goal'],
  // a bare figure that does something
  ['In May, 14 needed hospital treatment.', '14 | -'],
  ['The gun was 9mm and 12 were found.', '9 | millimetre', '12 | -'],
  ['Of the 90 pupils, 61 were boys, and 14 needed care.', '90 | pupil', '61 | pupil', '14 | pupil'],
  ['The navy rescued 700 migrants and saved 200 more.', '700 | migrant', '200 | migrant'],
  ['Republicans have 24 seats up in November, Democrats 10.', '24 | seat', '10 | seat'],
  ['The mayor was one of the four no votes.', '4 | no vote'],
  ['Four different accounts made 24 separate searches.', '4 | account', '24 | search'],
  // magnitudes and signs
  ['Between 10m and 15m people took part.', '10000000..15000000 | person'],
  ['From 5m to 7m viewers watched.', '5000000..7000000 | viewer'],
  ['A couple of hundred people came.', '200 | person'],
  ['The loss was minus $3.2 million.', '-3200000 | USD | down'],
  ['The beam ran at 12.8–13.0 TeV.', '12.8..13 | teraelectronvolt'],
  ['It sold 816,000 t of coal.', '816000 | tonne'],
  ['The deal would double exports.', '2 | time | up'],
  ['Spending by department (in millions)'],
  [
    'We saw 418 people die, 9.1 for every 100,000, compared with 502 last year.',
    '418 | person',
    '9.1 | person | per 100,000',
    '502 | person',
  ],
  [
    'Up to 20 millimetres is allowed; one coach said hers measured 25.',
    '20 | millimetre | at most',
    '1 | coach',
    '25 | millimetre',
  ],
  ['She said inquiries about pay had tripled in a month, from 40 to 120.', '3 | time | up', '40..120 | inquiry'],
  ['She ran the final lap in 58.9.', '58.9 | second'],
  // measures
  ['It is -12C, or minus 12 degrees Celsius.', '-12 | degree Celsius | down', '-12 | degree Celsius | down'],
  ['A 6.1-inch screen, 5 W, 4,500mAh and 64GB', '6.1 | inch', '5 | watt', '4500 | milliampere-hour', '64 | gigabyte'],
  ['She won in 14 minutes 18.6 seconds.', '858.6 | second'],
  ['Cheptoo ran 14:18.6 there.', '858.6 | second'],
  // ages
  ['A 35-year-old man and his six-year-old son', '35 | year', '6 | year'],
  ['He was first elected as the youngest mayor at 45.', '45 | year'],
  ['He led this city of 140,000.', '140000 | person'],
  ['She left school at 15, and died at 91.', '15 | year', '91 | year'],
  ['Pupils aged between five and 11', '5..11 | year'],
  ['Mr Khan, 54, spoke.', '54 | year'],
  // ranks, factors, none, votes
  ["It is the world's third-largest carmaker.", '3 | carmaker | rank'],
  ['They had their second meeting.', '2 | meeting | rank'],
  ['Sales doubled.', '2 | time | up'],
  ['It is twice the national average.', '2 | time'],
  ['An area three times the size of Monaco', '3 | time'],
  ['None of the 150 passengers was hurt.', '0 | passenger', '150 | passenger'],
  ['There were no deaths.', '0 | death'],
  ['The Senate voted 52-48.', '52 to 48 | vote'],
  // whose unit stands elsewhere, and what else is no plain noun
  [
    'It paid 3.3 billion euros ($3.6 billion), down from 3.8 billion.',
    '3300000000 | EUR',
    '3600000000 | USD',
    '3800000000 | EUR | down',
  ],
  ['The app has 3m users, up from 2.1m.', '3000000 | user', '2100000 | user | up'],
  ['It got 20,000 doses and another 30,000.', '20000 | dose', '30000 | dose'],
  ['Visits fell between 2018 and 2024, from 96,000 to 64,000.', '64000..96000 | visit'],
  ['It carried out 4,000 operations over two decades.', '4000 | operation', '2 | decade'],
  ['It scored 350 runs for the loss of four wickets.', '350 | run', '4 | wicket'],
  ['It employs 12,000-odd people.', '12000 | person | approximately'],
  ['It raised 40m Danish kroner and 12 million zlotys.', '40000000 | DKK', '12000000 | PLN'],
  ['Farmers draw 90m tonnes a year from the river.', '90000000 | tonne | per year'],
  ['It is worth £4m a year from now.', '4000000 | GBP'],
  ['The death toll rose to 41.', '41 | death | up'],
  ['Traffic increased 18-fold.', '18 | time | up'],
  ['The show is attracting thousands.', '2000.. | person | at least'],
  ['Hundreds marched.', '200.. | person | at least'],
  ['He died at the age of 82.', '82 | year'],
  ['The odds are no better than one in three.', '0.3333333333333333 | share | at most'],
  ['It must stop within 48 hours.', '48 | hour'],
  ['It shut five hours later.', '5 | hour'],
  ['The 501st Legion was there.'],
  // votes and scores
  ['They were 3-2 down.', '3 to 2 | -'],
  ['Castelar 2-1 Rivermouth', '2 to 1 | -'],
  ['MPs backed the bill by 312 to 291.', '312 to 291 | vote'],
  ['It passed the House 98-61 and the Senate 19-14.', '98 to 61 | vote', '19 to 14 | vote'],
  // no quantities
  ['In 2018 and since the 1990s, on July 5, 2017'],
  ['Call 020 7946 0018 or dial 112.'],
  ['At 5:30 p.m., at 10am and at four'],
  // wholes, parts, what is held, and units of their own
  ['He was convicted on three of five counts.', '3 | count', '5 | count'],
  ['They kept 12 of 40.', '12 | -', '40 | -'],
  ['Of the 40 schools, 12 have closed.', '40 | school', '12 | school'],
  ['No deaths were seen among the 312 who took it.', '0 | death', '312 | person'],
  ['They have 40 seats; we have 12.', '40 | seat', '12 | seat'],
  ['The party lost 14 seats, holding just nine.', '14 | seat', '9 | seat'],
  ['Profit rose to 1.3bn euros from 980m.', '1300000000 | EUR | up', '980000000 | EUR | up'],
  ['She weighed 15st and he has a half-dozen cars.', '15 | stone', '6 | car'],
  ['He was jailed for three years and four months.', '40 | month'],
  ['Half as many viewers watched.', '0.5 | share'],
  ['The signal had 5 sigma of significance.', '5 | sigma'],
  ['Route 66, COVID-19, the S&P 500, iPhone 14 and Article 50'],
  ['Category 4, page 3, No. 10, Level 2 and Group of 20'],
  ['He lives at 49 Zorro Ranch Road.'],
  ['1. The first item'],
  ['No one said which one it was; one day they will.'],
  ['See www.example.org/2019/30 for more.'],
  ['The spin of 8:40 and 2019-04-30'],
];

describe('findQuantities', () => {
  test.each(CASES.map(([text, ...wanted]) => ({ text, wanted })))('$text', ({ text, wanted }) => {
    const ranksApart = wanted.some((line) => line.endsWith('rank')) ? find(text) : find(text).filter((q) => !q.rank);
    expect(ranksApart.map(brief)).toEqual(wanted);
  });

  test('spans hold the words, inside the sentence, in order', () => {
    const text = 'Before. Almost 40% of 30,000 American troops left. After 5 km.';
    const found = findQuantities(text, { start: 8, end: 50 });
    expect(found.map((q) => text.slice(q.start, q.end))).toEqual(['Almost 40%', '30,000 American troops']);
    expect(found.every((q) => q.text === text.slice(q.start, q.end))).toBe(true);
  });

  test.each([
    ['It relies on China for 90 percent of its trade.', 'its trade'],
    ['Unemployment fell to 4.2 percent.', 'Unemployment'],
    ['China has a 25% tax on cars.', 'tax on cars'],
    ['The 30,000 American troops stay.', 'American troops'],
    ['One in five adults smokes.', 'adults'],
  ])('%s measures %s', (text, wanted) => {
    expect(find(text)[0]?.of).toBe(wanted);
  });

  test("a table's heading names the unit of bare figures", () => {
    const text = 'Wales 45';
    expect(findQuantities(text, { start: 0, end: 8 }, { unitFromHeading: 'GBP' }).map(brief)).toEqual(['45 | GBP']);
    expect(find(text)).toEqual([]);
  });

  test('tags end a singular noun at its verb', () => {
    const text = 'One ship sank off Malta.';
    const tags = ['NUM', 'NOUN', 'VERB', 'ADP', 'PROPN'] as const;
    let at = 0;
    const tokens = text
      .slice(0, -1)
      .split(' ')
      .map((word, i) => {
        const start = at;
        at += word.length + 1;
        return {
          start,
          end: start + word.length,
          text: word,
          lower: word.toLowerCase(),
          tag: tags[i] ?? 'X',
          marks: NO_MARKS,
        } as const;
      });
    expect(findQuantities(text, { start: 0, end: text.length }, { tokens }).map(brief)).toEqual(['1 | ship']);
  });
});

/** Sentences as they are pasted, read through the folded view; the quantities' words are those of the text as given. */
const PASTED: readonly (readonly [string, ...string[]])[] = [
  ['Growth was –0.3%.', '-0.3 | percent | down'],
  ['The index fell −2.1 per cent.', '2.1 | percent | down'],
  ['Profit was negative $71.5 million.', '-71500000 | USD | down'],
  ['The mean was 31.2 degrees (minus 0.4 Celsius).', '31.2 | degree', '-0.4 | degree Celsius | down'],
  ['It employs 12 000 people.', '12000 | person'],
  ['It employs 12\u00a0000 people.', '12000 | person'],
  ['It paid £3\u2009000.', '3000 | GBP'],
  ['On June 5 300 people came.', '300 | person'],
  ['Costs were $2-3m.', '2000000..3000000 | USD'],
  ['Costs were £2–3bn.', '2000000000..3000000000 | GBP'],
  ['It grew three-and-a-half times.', '3.5 | time | up'],
  ['It is 5 1/2 miles.', '5.5 | mile'],
  ['It lost a million and a half.', '1500000 | -'],
  ['The gun was 9mm and 12 were found.', '9 | millimetre', '12 | -'],
  ['It cost €3,5 million.', '3500000 | EUR'],
  ['The fund paid out £90\u200bm in 2025.', '90000000 | GBP'],
  ['It cost 3 dollars and 50 cents.', '3.5 | USD'],
  ['It is 10–15 km away.', '10..15 | kilometre'],
  ['The fund lost \uffe140m.', '40000000 | GBP'],
  ['He is 6ft 2in tall.', '74 | inch'],
  ['It rose 2.1 p.c. in May.', '2.1 | percent | up'],
  ['It had a magnitude of 6.2.', '6.2 | -'],
  ['Anna Kovacs, 24, a teacher, was fined.', '24 | year'],
  ['The group opened four pop-up shops.', '4 | pop-up shop'],
  ["It has longer hours at 9 of the town's 20 libraries.", '9 | library', '20 | library'],
  ['Lund leads with 410 points, 35 ahead of Brandt.', '410 | point', '35 | point'],
  ['The plan would halve fees.', '0.5 | time | down'],
  ['Of the 90 pupils, 61 (68%) were under 12.', '90 | pupil', '61 | pupil', '68 | percent', '12 | year | less than'],
  ['World Cup 2026 day three: Norway win.'],
  ['The strike pushed cancelled trains over 4,000.', '4000 | train | more than'],
  ['Norway beat Japan 2–0.', '2 to 0 | -'],
  ['The court ruled 6 to 3 against the state.', '6 to 3 | vote'],
  ['7-Eleven has 13,000 shops.', '13000 | shop'],
  ['Three Mile Island leaked in 1979.'],
  ['The tank holds 20,000 m3 of gas.', '20000 | cubic metre'],
  ['It sent two $500 cheques.', '2 | cheque', '500 | USD'],
  ['It bought 12 US-made jets.', '12 | US-made jet'],
  ['It has 40 F-16 jets.', '40 | F-16 jet'],
  ['The fund declined to pay £3m.', '3000000 | GBP'],
];

describe('as pasted', () => {
  test.each(PASTED)('%s', (text, ...expected) => {
    const found = findQuantities(readText(text).folded, { start: 0, end: text.length });
    expect(found.map(brief)).toEqual(expected);
  });
});

describe('what is measured', () => {
  test.each([
    ['Of those polled, 62 per cent opposed any closure.', null],
    ['It also plans to cut capital spending by 200 million euros.', 'capital spending'],
    ['The bank sees growth of 7%.', 'growth'],
    ['Trade rose 3%.', 'Trade'],
  ])('%s', (text, of) => {
    const span = { start: 0, end: text.length };
    expect(findQuantities(text, span, { tokens: tokenize(text, span) }).map((quantity) => quantity.of)).toEqual([of]);
  });
});
