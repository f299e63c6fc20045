import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '#lib/engine/attribution/attribution.ts';
import { findQuotations } from '#lib/engine/attribution/quotes.ts';
import { findNames } from '#lib/engine/names/names.ts';
import { splitSentences } from '#lib/engine/sentence/split.ts';
import { readText } from '#lib/engine/text/text.ts';
import type { Attribution } from '#lib/engine/types.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

function attributions(text: string): Attribution[] {
  const view = readText(text);
  const blocks = findZones(view);
  const sentences = splitSentences(view, blocks);
  return attribute(view, sentences, blocks, findNames(view, sentences, blocks), findQuotations(view, blocks));
}

/** "who: words" for everything quoted, or with `quoted` false for everything reported. */
function said(text: string, quoted: boolean): string[] {
  return attributions(text)
    .filter((one) => one.quoted === quoted)
    .map((one) => `${one.claimant.name}: ${text.slice(one.content.start, one.content.end)}`);
}

describe('attribute: quotations', () => {
  const cases: [string, string, string[]][] = [
    ['speaker after the verb', '“It is over,” said Ana Ruiz, a lawyer in Hull.', ['Ana Ruiz: It is over,']],
    ['speaker before the verb', 'Ana Ruiz told reporters: “It is over.”', ['Ana Ruiz: It is over.']],
    [
      'split by its speaker',
      '“It is over,” Ana Ruiz said, “and we are glad.”',
      ['Ana Ruiz: It is over,', 'Ana Ruiz: and we are glad.'],
    ],
    ['pronoun', 'Ana Ruiz met the press with Tom Bell, the mayor. “It is over,” she said.', ['Ana Ruiz: It is over,']],
    [
      'goes on without a cue',
      '“It is over,” said Tom Bell. “We lost.”',
      ['Tom Bell: It is over,', 'Tom Bell: We lost.'],
    ],
    [
      'goes on in the next paragraph',
      '“It is over,” said Tom Bell.\n\n“We lost, and we lost badly. It is time to go.”',
      ['Tom Bell: It is over,', 'Tom Bell: We lost, and we lost badly. It is time to go.'],
    ],
    [
      'speaker a sentence later',
      '“We lost badly in the north. It hurt.” They will be back, “perhaps in May,” said Tom Bell.',
      ['Tom Bell: We lost badly in the north. It hurt.', 'Tom Bell: perhaps in May,'],
    ],
    [
      'fragments of one verb',
      'Ana Ruiz, who called the offer “not acceptable” and the delay “absurd,” left.',
      ['Ana Ruiz: not acceptable', 'Ana Ruiz: absurd,'],
    ],
    [
      'warning in a clause that hangs',
      'On Monday Mr. Bell answered the union, warning that “some bad things” would follow.',
      ['Bell: some bad things'],
    ],
    [
      'office and name after what she is',
      'Tolls rose again this year.\n\nThe star witness, developer Ana Ruiz, testified: “It was a loan to the mayor.”',
      ['Ana Ruiz: It was a loan to the mayor.'],
    ],
    [
      'office and name at the end',
      'Tolls rose again this year.\n\n“Nobody wanted this,” said the transport minister, Quillo Requena.',
      ['Quillo Requena: Nobody wanted this,'],
    ],
    ['a tweet', '“So much for trade!” Bell tweeted on Tuesday.', ['Bell: So much for trade!']],
    [
      'as somebody put it',
      'The two were once, as Tom Bell put it, “as close as brothers,” but no more.',
      ['Tom Bell: as close as brothers,'],
    ],
    [
      'introduced by a colon',
      'The next day Ana Ruiz had a new line: “We were wrong about the ships.”',
      ['Ana Ruiz: We were wrong about the ships.'],
    ],
    ['one of a group', '“We are staying,” said one of the strikers.', ['one of the strikers: We are staying,']],
  ];
  it.each(cases)('%s', (_, text, found) => {
    expect(said(text, true)).toEqual(found);
  });

  it('says who passes on a quotation inside a quotation', () => {
    const text = '“A doctor said to me, ‘She is too sick to go home,’” Tom Bell said.';
    const inner = attributions(text).find((one) => text.slice(one.content.start, one.content.end).startsWith('She is'));
    expect(inner?.claimant).toMatchObject({ name: 'doctor', type: 'unnamed', via: 'Tom Bell' });
  });

  it('gives a term no speaker', () => {
    expect(attributions('The “double suspension” plan was dropped in May after a long winter.')).toEqual([]);
  });
});

describe('attribute: reported speech', () => {
  const cases: [string, string, string[]][] = [
    ['that', 'Ana Ruiz said on Friday that the plant would close.', ['Ana Ruiz: the plant would close']],
    ['no that', 'The ministry said it had found two leaks.', ['ministry: it had found two leaks']],
    [
      'clause first',
      'Talks are unlikely to help the town, experts said.',
      ['experts: Talks are unlikely to help the town'],
    ],
    [
      'with a description and a second clause',
      'Hull is poor, said Tom Bell, a lawyer from Leeds, and officials know it.',
      ['Tom Bell: Hull is poor', 'Tom Bell: and officials know it'],
    ],
    [
      'according to',
      'Talks broke down last week, according to people familiar with the talks.',
      ['people familiar with the talks: Talks broke down last week'],
    ],
    [
      'a document',
      'A report by the audit office found that nine bridges were unsafe.',
      ['report by the audit office: nine bridges were unsafe'],
    ],
    [
      'the author speaks again',
      'Mr. Bell warned that a strike was near, though he did not say when.',
      ['Bell: a strike was near'],
    ],
    ['a relative clause ends', 'Mr. Bell, who said he was sorry, was jailed on Friday.', ['Bell: he was sorry']],
    ['before a court', 'The jury heard that the money was gone.', ['jury: the money was gone']],
    [
      'a document first',
      'According to the indictment, the two men met in Hull in May.',
      ['indictment: the two men met in Hull in May'],
    ],
    [
      'a description after according to',
      'According to Tom Bell, a lawyer from Leeds, prices rose by 3 percent.',
      ['Tom Bell: prices rose by 3 percent'],
    ],
    [
      'an office and a name behind its ministry',
      'A spokeswoman for the Foreign Ministry, Ana Ruiz, said the talks had failed.',
      ['Ana Ruiz: the talks had failed'],
    ],
    [
      'people described by what they did',
      'The signals have failed nine times, two people who worked on them said.',
      ['two people: The signals have failed nine times'],
    ],
    [
      'people who asked not to be named',
      'Officials in Leeds, who asked not to be named because the talks were private, said the firm wanted more.',
      ['Officials in Leeds: the firm wanted more'],
    ],
    [
      'a feeling before what is said',
      'Tom Bell said he was shocked that the report had been ignored.',
      ['Tom Bell: he was shocked that the report had been ignored'],
    ],
    ['a noun that looks like a verb', 'The terrorist attacks in Leeds shook the town.', []],
    ['a person who shows something', 'Tom Bell had shown courage for six years.', []],
    [
      'what a judge rules',
      'Judge Ana Ruiz stopped the plan, ruling that it broke the law.',
      ['Ana Ruiz: it broke the law'],
    ],
    ['a subject between dashes', 'The judge — who is 71 — said the case was weak.', ['judge: the case was weak']],
    [
      'no speaker after the verb where a clause follows',
      'Ana Ruiz, a clerk with the Hull Dock Board, said the dockers wanted more pay.',
      ['Ana Ruiz: the dockers wanted more pay'],
    ],
    [
      'people described',
      'Officials trying to keep the port open say the money is gone.',
      ['Officials: the money is gone'],
    ],
    [
      'sources close to somebody',
      'Sources close to the mayor say he has resigned.',
      ['Sources close to the mayor: he has resigned'],
    ],
    ['many under one name', 'Most Democrats think the law is dead.', ['Democrats: the law is dead']],
    [
      'as reported by',
      'The pier was sold in May, as first reported by BBC News.',
      ['BBC News: The pier was sold in May'],
    ],
    ['per', 'He was in Leeds that night, per BBC News.', ['BBC News: He was in Leeds that night']],
    [
      'a noun that reports',
      'Tom Bell’s claim that the bridge was safe has not been checked.',
      ['Tom Bell: the bridge was safe'],
    ],
    [
      'the same noun with by',
      'The claim by Tom Bell that the bridge was safe was not checked.',
      ['Tom Bell: the bridge was safe'],
    ],
    [
      'a statement saying',
      'On Friday the ministry issued a statement saying that two men had died.',
      ['ministry: two men had died'],
    ],
    [
      'accused by',
      'The minister was accused by rights groups of hiding the figures.',
      ['rights groups: hiding the figures'],
    ],
    ['warned of', 'The agency warned of a dry summer.', ['agency: a dry summer']],
    [
      'two offices before a name',
      'The firm was late to pay, said lawyer and lobbyist Carl Black.',
      ['Carl Black: The firm was late to pay'],
    ],
    [
      'a clause before the second that',
      'Ms. Ruiz said she was sorry and that she would stay.',
      ['Ruiz: she was sorry and that she would stay'],
    ],
    ['which critics said', 'The rule, which critics said was unfair, was dropped.', ['critics: was unfair']],
    [
      'a weekday before the verb',
      'The ministry on Tuesday said it had found a leak.',
      ['ministry: it had found a leak'],
    ],
  ];
  it.each(cases)('%s', (_, text, found) => {
    expect(said(text, false)).toEqual(found);
  });

  it('keeps what is the author’s own', () => {
    const own = [
      'The union has blacklisted a firm accused of fraud and a bank described as unsafe.',
      'The mayor did not say whether the plant would close.',
      'The new rule could say that a ship must wait.',
      'Mr. Bell seemed to think the plant would close.',
      'The plan was praised by nobody in the town.',
      'China shows no sign of giving in to the pressure.',
      'The jury on Friday found him guilty of theft.',
      'The ban was opposed by shops that sell beer.',
      'The deadly attacks shook the town.',
    ];
    for (const text of own) expect(attributions(text).filter((one) => one.confidence >= 0.5)).toEqual([]);
  });

  it('ends with the quotation where the author goes on after it', () => {
    const text = 'Ms. Ruiz said that “much of it rests with Hull,” which accounts for 90 percent of trade.';
    expect(attributions(text).map(({ content }) => text.slice(content.start, content.end))).toEqual([
      'much of it rests with Hull,',
    ]);
  });

  it('marks denial', () => {
    const [denied] = attributions('The ministry denied that two men had been hurt.');
    expect(denied).toMatchObject({ cueClass: 'deny' });
  });

  it('gives ordered spans inside any text', () => {
    const unit = fc.constantFrom(
      'Ann Lee ',
      'said ',
      '"',
      'that ',
      ', ',
      '. ',
      'he ',
      'told ',
      'the court ',
      'according to ',
      '\n\n',
      'who ',
      'it fell ',
      ': ',
      '—',
      "'",
      '(',
      ')',
      'Mr. ',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { content, claimant } of attributions(text)) {
          expect(content.start).toBeGreaterThanOrEqual(last);
          expect(content.end).toBeGreaterThan(content.start);
          expect(content.end).toBeLessThanOrEqual(text.length);
          expect(claimant.end ?? 1).toBeGreaterThan(claimant.start ?? 0);
          last = content.start;
        }
      }),
    );
  });
});
