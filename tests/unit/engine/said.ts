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
];
