/** What is said of a firm, a council, a government, and hardly of a thing. Written for Stet from reading news. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Behind "it is", "it has been": what befalls only who can be held to account, or what only somebody is. */
export const OF_BODIES: ReadonlySet<string> = words(
  `subpoenaed fined sued told informed asked advised notified ordered authorised authorized forced owed awarded warned accused licensed committed opposed pleased
   encouraged prepared concerned disappointed confident satisfied interested unaware aware unable willing unwilling optimistic hopeful ready delighted determined entitled
   obliged obligated convinced worried dissatisfied reluctant eager keen insolvent bankrupt bust profitable invited urged instructed indicted investigated consulted contacted`,
);

/** In the progressive these are as often said of things: "it was falling". */
export const OF_THINGS: ReadonlySet<string> = words(
  `rising falling growing going coming working becoming getting running selling costing raining snowing being happening moving spreading leading causing affecting making
   holding taking improving slowing weakening strengthening declining increasing recovering lasting showing proving having bringing`,
);

/** In the present these are done by somebody, and hardly by a thing that is spoken of: "it owns 8% of", "it avoids". */
export const HAS_DONE_BY: ReadonlySet<string> = words(
  `owns sees thinks knows employs operates avoids hopes wants intends plans aims expects believes fears regrets welcomes supports opposes condemns rejects accepts denies seeks
   refuses respects recognises recognizes understands considers pays charges hires trains invests buys sells lends borrows publishes advertises recruits`,
);

/** What a firm or a body has, and hardly a thing that it makes or decides: "its shares", "its sales". */
export const OWNED_BY_BODIES: ReadonlySet<string> = words(
  `share shares shareholders stock profit profits sales staff workforce employees workers board customers clients debts headquarters chairman chairwoman boss bosses owner owners
   chief ministers minister government parliament losses revenue revenues earnings dividend dividends rival rivals turnover creditors lenders subsidiary subsidiaries spokesman
   spokeswoman director directors executives members voters candidates leader leaders economy army exports imports`,
);

/** What only somebody can be: "it is confident that" is said of a body, and no "it" that means nothing. */
export const OF_MINDS: ReadonlySet<string> = words(
  `concerned confident pleased disappointed satisfied unaware aware unable able willing unwilling optimistic hopeful determined convinced worried dissatisfied reluctant eager keen
   delighted`,
);

/** One of these is called "they" as well as "it". */
export const GROUPS: ReadonlySet<string> = words(
  'band team side squad club group duo trio quartet quintet couple pair family orchestra choir crew foursome',
);
