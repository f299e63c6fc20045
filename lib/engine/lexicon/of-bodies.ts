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
  `owns employs operates avoids hopes wants intends plans aims expects believes fears regrets welcomes supports opposes condemns rejects accepts denies seeks
   refuses respects recognises recognizes understands considers pays charges hires trains invests buys sells lends borrows publishes advertises recruits`,
);
