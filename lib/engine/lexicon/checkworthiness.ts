/**
 * Word lists behind the check-worthiness signals. Written by hand for Stet; lower case, single words unless a list says otherwise.
 * Add a word to a list, then run `scripts/train-checkworthiness.ts`: the weight of the signal is learned, not set.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const NUMBER_WORDS =
  words(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
  dozen hundreds thousands millions billions trillions dozens half third quarter twice double triple`);

export const PERCENT_WORDS = words('percent percentage pct percentages');
export const MONEY_WORDS = words('dollar dollars cent cents pound pounds euro euros yen yuan rupee rupees bucks');

export const MONTHS_AND_DAYS = words(`january february april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`);
export const PERIODS =
  words(`yesterday ago since decade decades century year years month months week weeks quarter annual
  annually yearly monthly daily recently previously formerly earlier until`);

export const COMPARISONS =
  words(`more less fewer most least highest lowest largest smallest biggest best worst higher lower larger
  smaller bigger greater greatest fastest slowest longest shortest oldest youngest first last only record top than compared
  versus exceeds exceeded outnumber outnumbered surpassed unprecedented richest poorest strongest weakest deadliest busiest`);

export const CHANGES =
  words(`rose rise risen rising fell fall fallen falling grew grown growing grow increased increase increases
  increasing decreased decrease declined decline declining dropped drop dropping doubled tripled halved quadrupled soared plunged
  jumped climbed slid slipped shrank shrunk expanded cut cuts slashed reduced reduces gained lost lose losing added created
  eliminated surged tumbled slumped dipped improved worsened widened narrowed peaked`);

export const ACTS =
  words(`voted vote votes passed signed vetoed supported supports opposed opposes proposed proposes banned approved
  rejected spent spends paid pays raised raises appointed elected resigned fired hired sued convicted charged arrested sentenced
  acquitted ruled ordered launched invaded withdrew bombed killed died injured built closed opened shut sold bought merged acquired
  founded established introduced enacted repealed ended began started sent sends gave promised pledged refused failed allowed
  blocked released published adopted ratified deported imported exported produced produces employs employed`);

export const SAYING =
  words(`said says told tells announced reported reports stated claimed claims according testified wrote
  confirmed denied warned argued acknowledged admitted insisted tweeted posted estimates estimated showed shows found`);

export const CAUSES = words(
  'because caused causes causing due therefore led leads contributed contributes resulted results',
);

export const PAST_FORMS =
  words(`was were had did went came got took made gave saw knew became left kept held brought wrote stood
  heard meant met ran set put lost won led spoke broke chose drew drove ate felt found forgot threw understood taught thought fought
  caught bought sold told said built sent spent began grew fell rose paid laid lay shot hit hurt let read rode sank slept struck swore
  tore wore won withdrew`);

export const ABSOLUTES = words(
  'never always ever every all none nobody no nothing everybody everyone entire completely totally',
);
export const QUANTIFIERS = words(
  'many most few several half majority minority both some much lot lots number numbers average rate',
);

export const PUBLIC_MATTERS =
  words(`jobs job taxes tax deficit deficits debt budget unemployment wages wage inflation prices spending
  economy growth income trade imports exports crime murder violence poverty welfare medicare medicaid insurance premiums hospital
  hospitals schools school teachers students troops soldiers weapons missiles nuclear war treaty congress senate parliament court
  law laws bill bills election elections votes voters police prison immigrants immigration refugees border energy oil gas coal
  emissions climate population workers companies banks housing homes families children women health vaccine vaccines deaths cases
  patients`);

export const VIEWS =
  words(`think believe feel hope want wish guess suppose love like hate prefer regret trust agree disagree doubt
  expect know mean imagine`);
export const DUTY = words('should must ought need needs gotta deserve deserves');
export const HEDGES =
  words(`may might could perhaps maybe probably likely possibly unlikely seems seem seemed appears appear appeared
  apparently arguably suggests presumably reportedly allegedly potentially`);
export const CONDITIONALS = words("if would unless wouldn't i'd we'd you'd they'd he'd she'd whether suppose");
export const FUTURE = words(`will shall gonna won't i'll we'll you'll he'll she'll they'll it'll that'll tomorrow`);
export const JUDGEMENTS =
  words(`great terrible wonderful good bad better awful horrible disaster disgrace disgraceful beautiful
  important proud fair unfair wrong right smart stupid tremendous incredible amazing tragic tragedy shameful shame absurd ridiculous
  outrageous reckless irresponsible dangerous moral immoral evil decent honest dishonest brave cowardly strong weak tough
  sensible foolish brilliant excellent fantastic nice happy sad sorry glad pleased disappointing disappointed failure catastrophe
  charming elegant stunning breathtaking dull bleak hopeful remarkable grim welcome unacceptable inevitable admirable cynical
  misguided courageous bold timid magnificent memorable`);
export const COURTESY = words(
  'thank thanks please sorry excuse okay ok yes no well hello welcome sir madam sure right oh hey',
);
export const ORDERS =
  words(`look listen take let go tell ask read click sign subscribe follow remember imagine give make come stop wait
  consider see check try get keep call visit share find think say don't`);
export const VAGUE = words(
  'something thing things stuff somehow somebody someone anything kind sort whatever everything',
);
export const QUESTION_WORDS = words(
  'what why how when where who which whose do does did is are can could would should will have has',
);
export const THIRD_PERSON = words('he she they it his her their its');
export const FIRST_SINGULAR = words("i i'm i've i'd i'll me my mine myself");
export const FIRST_PLURAL = words("we we're we've we'd we'll us our ours ourselves let's");
export const SECOND = words("you you're you've you'd you'll your yours yourself");
export const NEGATIONS =
  words(`not no never none nobody nothing neither nor isn't aren't wasn't weren't don't doesn't didn't hasn't
  haven't hadn't won't wouldn't can't cannot couldn't shouldn't`);
