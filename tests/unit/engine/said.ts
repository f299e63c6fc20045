/** That no card says the opposite of its article: what is denied, supposed, or governed by another verb keeps that. Wishes as in `cases.ts`. */
import type { Case } from './cases.ts';

export const SAID: readonly Case[] = [
  [
    'who denies it stands in the card',
    'Lena Hart denied that the bridge had cost £4m.',
    'Hart: the bridge had cost £4m',
    '^[Lena Hart denied that] the bridge had cost £4m',
  ],
  [
    'who denies it stands in the card',
    'A spokesman for Barlow denied the firm had cut corners.',
    '^[A spokesman for Barlow denied] the firm had cut corners',
  ],
  [
    'who denies it stands in the card',
    'The minister denied it had spent £4m on the bridge.',
    '^[The minister denied] it had spent £4m on the bridge',
  ],
  [
    'what he denies of what they say is not theirs',
    'Prosecutors allege Hart took £40,000, which she denies.',
    'Prosecutors: Hart took £40,000',
    '=1',
  ],
  [
    'a second part under the same condition',
    'Hart said she would not resign unless the council lost the vote and the state withdrew the £3m.',
    'Hart: she would not resign unless the council lost the vote and the state withdrew the £3m',
    '=1',
  ],
  [
    'a second part under the same denial',
    'Hart was neither charged with theft nor fined £400.',
    '-Hart was neither charged with theft nor fined £400',
    '=1',
  ],
  [
    'a second "that" under the same denial',
    'Hart has rejected claims that she took £40,000 and that she lied.',
    '!she lied',
    'Hart has rejected claims that she took £40,000 and that she lied',
  ],
  [
    'a second "that" under the same denial',
    'It is not true that the school was closed and that the roof fell.',
    '!the roof fell',
  ],
  [
    'an opening that is not put forward',
    'Even if the state pays £3m, two schools will close.',
    'Even if the state pays £3m, two schools will close',
    '=1',
  ],
  [
    'an opening that is not put forward',
    'As long as the state pays £3m, the two schools will stay open.',
    'As long as the state pays £3m, the two schools will stay open',
    '=1',
  ],
  [
    'an opening that is not put forward',
    'Instead of paying the £3m, the council sold the hall.',
    'Instead of paying the £3m, the council sold the hall',
    '=1',
  ],
  [
    'an opening that is not put forward',
    'Far from closing two schools, the council opened three.',
    'Far from closing two schools, the council opened three',
    '=1',
  ],
  [
    'of what there is not nothing is told',
    'Police never found a buyer who had paid £3m for the boat.',
    '-Police never found a buyer who had paid £3m for the boat',
    '=1',
  ],
  [
    'of what there is not nothing is told',
    'The firm did not hire a guard who had been convicted of theft in 2019.',
    '!a guard who had been convicted of theft in 2019',
  ],
  [
    'of what there is not nothing is told',
    'There is little evidence that the tax cut smoking by 4%.',
    'There is little evidence that the tax cut smoking by 4%',
    '=1',
  ],
  [
    'what somebody failed at',
    'Mia Holt failed to become the youngest winner since 1998.',
    '-Mia Holt failed to become the youngest winner since 1998',
    '=1',
  ],
  [
    'what is said begins before its "that"',
    'The council says there is no evidence that the dam leaked in May.',
    'council: there is no evidence that the dam leaked in May',
    '=1',
  ],
  [
    'what is said begins before its "that"',
    'Police told reporters there was no proof that the dam leaked in May.',
    'Police: there was no proof that the dam leaked in May',
  ],
  [
    'what is said begins before its "that"',
    'Police said claims that the dam leaked in May were false.',
    'Police: claims that the dam leaked in May were false',
    '=1',
  ],
  [
    'what is said begins before its "that"',
    'Hart said nobody had told her that the dam leaked in May.',
    'Hart: nobody had told her that the dam leaked in May',
  ],
  [
    'what is said begins before its "that"',
    'Hart said few believed that the dam leaked in May.',
    'Hart: few believed that the dam leaked in May',
  ],
  [
    'what is said begins before its "that"',
    'Hart said not one engineer believed that the dam leaked in May.',
    'Hart: not one engineer believed that the dam leaked in May',
  ],
  [
    'what is said begins before its "that"',
    'Police say officers found nothing to suggest that the dam leaked in May.',
    '!the dam leaked in May',
  ],
  [
    'what is said begins behind when and where it was said',
    'Hart said on Monday in Leeds that the dam leaked in May.',
    'Hart: the dam leaked in May',
  ],
  [
    'who is told of by whom',
    'The mayor, whom Tom Reid called a liar in his column, said the bridge cost £4m.',
    'mayor: the bridge cost £4m',
  ],
  [
    'who is told of by whom',
    'The man who said the bridge was safe was fined £400.',
    'man: the bridge was safe',
    'The man who said the bridge was safe was fined £400',
  ],
  [
    'who is told of by whom',
    'The report that said two lanes had been closed was sold for £4m.',
    'report: two lanes had been closed',
  ],
  [
    'who is told of by whom',
    'A paper that claimed a link between tea and gout was withdrawn in 2009.',
    '!tea and gout was withdrawn in 2009',
  ],
  [
    'who is told of by whom',
    'On May 4, union officials went to the harbour office where they claimed the crane had failed twice.',
    'officials: the crane had failed twice',
  ],
  [
    'who is told of by whom',
    '“Last spring someone in this room said, ‘You are one dry year from ruin.’ We were not,” Moss said.',
    'someone: You are one dry year from ruin',
  ],
  [
    'behind the speaker the author tells who he is',
    '“This is a critique,” said Freddy Ortega, Hart’s brother and a comedian, who also stars in the show.',
    'stars in the show',
  ],
  [
    'behind the speaker the author tells who he is',
    '“Nobody laughs,” said German Ortega, one of the stars of the play.',
    'one of the stars of the play',
  ],
  [
    'what is so now is the author’s',
    'The ministers have said for years that they would support the release, but there is growing anger over the bill.',
    'there is growing anger over the bill',
  ],
  [
    'a noun, and no verb of saying',
    'The figures come from Northway Group reports that track the spending of 40 councils.',
    '!track the spending of 40 councils',
  ],
  [
    'words in quotation marks are never the article’s',
    '“Farmers are leaving. One family in six left the valley,” said Ida Moss.',
    'Moss: One family in six left the valley',
  ],
  [
    'words in quotation marks are never the article’s',
    'Weiss asserted that the guards, “... fed the police a wild story. ... Ito was in a cell for two days.”',
    'Weiss: Ito was in a cell for two days',
  ],
  [
    'words in quotation marks are never the article’s',
    "'I've heard it said that \"the board slept for a month\",' Joan Mirre told a meeting. 'We wrote to 600 tenants.'",
    'Mirre: We wrote to 600 tenants',
  ],
  [
    'words in quotation marks are never the article’s',
    '“The lake lost a third of its water [...] However, the river will depend on rainfall in the county,” said Lena Ortiz.',
    'Ortiz: The lake lost a third of its water',
  ],
  [
    'an opening that is not put forward',
    'But for the grant, 40 homes would have been lost.',
    'But for the grant, 40 homes would have been lost',
  ],
  ['nobody says half of it', 'Hart was not, as the Courier reported, paid £40,000.', '!Hart was not'],
  [
    'behind a closed quotation the author tells more',
    'Hale said he was “sorry for the delay”, which cost the council £2m.',
    'the delay”, which cost the council £2m',
  ],
  [
    'a sum that somebody was cost',
    'Ana Ruiz, a shopkeeper, claims the closure cost her £4,000.',
    'Ruiz: the closure cost her £4,000',
  ],
  [
    'what somebody values is a view',
    'Critics say that the scheme is a waste of money.',
    '~opinion the scheme is a waste of money',
  ],
  [
    'what somebody values is a view',
    'The tax is deeply unfair, Ida Moss said on Monday.',
    '~opinion The tax is deeply unfair',
  ],
  [
    'a figure of what has happened is none',
    'About 9,000 left in 2025, Ida Moss said.',
    '~quantity About 9,000 left in 2025',
  ],
  ['a label before a quotation', 'Barlow Ltd: “The closure cost us £4,000.”', 'Barlow: The closure cost us £4,000'],
  [
    'whom he told, and not who told',
    '“We closed the road for safety,” Tom Hale, who leads the council, told the Courier.',
    'Hale: We closed the road for safety',
  ],
  [
    'whom he told, and not who told',
    'The council will cut 60 jobs, its leader, Tom Hale, told staff on Monday.',
    'Hale: The council will cut 60 jobs',
  ],
  ['one of many', 'Traders were angry. “I lost £4,000,” said one.', 'unnamed: I lost £4,000'],
  ['a paper that says so', 'The letter, signed by Tom Hale, says 60 jobs will go.', 'letter: 60 jobs will go'],
  [
    'an interview as it is printed',
    'Q. How much did the bridge cost?\n\nA. It cost £4m. Two lanes were closed.',
    'interviewee: Two lanes were closed',
  ],
  [
    'an interview as it is printed',
    'Lena Hart spoke to us.\n\nCourier: How much did the bridge cost?\n\nLena Hart: It cost £4m. Two lanes were closed.',
    'Hart: Two lanes were closed',
  ],
  [
    'who signs a quotation on the next line',
    '“It was a good night.\n\n“We won 40 seats.”\n\n– Lena Hart, speaking in Leeds',
    'Hart: We won 40 seats',
  ],
  [
    'an item of a list signs nothing',
    '“We won 40 seats.”\n\n- The council paid Lena Hart £400.\n- Lena Hart left Leeds in May.',
    'unnamed: We won 40 seats',
  ],
  [
    'whom the paragraph before is about',
    'Lena Moss said the bridge was safe.\n\nTom Valdez praised the plan in Leeds.\n\n“We need 40 more like it.”',
    'Valdez: We need 40 more like it',
  ],
];
