/**
 * What helps to find the noun a figure counts, without a parser: words that end a noun phrase, plurals without an -s, and words in -s that are not plurals.
 * Closed classes of English, and common words, written out by hand.
 */

/** Prepositions, conjunctions, determiners, pronouns, auxiliaries and frequent verbs and adverbs: none of them stands between a figure and its noun. */
export const PHRASE_ENDS: ReadonlySet<string> = new Set(
  `a an the this that these those my your his her its our their whose which who whom what when where why how
  and or but nor so yet if because although though while whereas unless until till since before after as than whether
  of in on at by for with without from to into onto upon over under above below between among through during against about around across along behind beyond
  despite toward towards via within per plus minus versus vs like amid near off out up down again once then also too only just even still already ago later earlier away back
  i you he she it we they me him us them himself herself itself themselves
  am is are was were be been being have has had having do does did done will would shall should can could may might must ought cannot
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
  said says say told tells went goes go came comes come took takes take made makes make got gets get gave gives give found finds find saw sees see knew know knows
  died dies die won wins win lost loses lose began begins became becomes left leaves fell rose grew met paid pays ran runs held holds led leads sat stood stands
  there here not never always often ever now today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday
  who's that's it's there's each both either neither all any some no none every such according including`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Plurals, and nouns of number, without a plural ending. */
export const BARE_PLURALS: ReadonlySet<string> = new Set(
  `people men women children grandchildren stepchildren schoolchildren godchildren townspeople tradespeople spokespeople policemen policewomen servicemen servicewomen gunmen firemen firefighters fishermen congressmen councilmen spokesmen businessmen
  police staff crew troops fish sheep deer cattle aircraft helicopter personnel media feet teeth mice geese oxen criteria phenomena data series species
  dead wounded injured missing homeless unemployed elderly youth kin offspring salmon trout cod poultry livestock folk clergy
  alumni cacti fungi stimuli nuclei bacteria larvae formulae indices vertices matrices appendices theses crises analyses hypotheses diagnoses sigma spacecraft watercraft craft hovercraft percent units lives wives knives wolves shelves halves loaves thieves selves
  runner-up passers-by mph bhp euro yen baht rand yuan palestinian chinese japanese portuguese vietnamese taiwanese swiss lebanese sudanese british french irish`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Words in -s that go before the noun counted: "two sports teams", "four arms deals", "30 news outlets". */
export const ATTRIBUTIVE_S: ReadonlySet<string> = new Set(
  `sports arms women men children news sales savings goods civil damages drugs human customs communications operations electronics physics economics politics
  mathematics athletics gymnastics logistics robotics genetics headquarters ratings relations always perhaps themselves united overseas previous serious various numerous famous dangerous
  religious precious continuous consecutive anonymous indigenous suspicious enormous infectious contagious generous nervous obvious gross less across cross express
  access business wireless homeless jobless useless press class glass gas bus census virus campus bonus status plus focus us minus
  dress stress loss boss process success congress princess witness illness fitness wilderness address mass pass grass brass basis crisis analysis emphasis thesis
  hypothesis diagnosis tennis chaos atlas canvas christmas texas paris kansas arkansas illinois massachusetts las los des san luxembourg-based sometimes series species this his its is was has does
  pancreas bias alias corps chess mess bliss excess progress fortress actress waitress mattress compass harness harmless endless countless
  faultless tireless wellness darkness happiness corpus nexus consensus surplus apparatus cactus fungus genius radius chorus circus citrus exodus genus lotus nucleus prospectus rhombus stimulus terminus torus tetanus thermos`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Of these the ones that are also counted, where no noun comes behind them: "4,000 operations". */
export const COUNTABLE_S: ReadonlySet<string> = new Set(
  'operations sports arms sales goods drugs communications customs'.split(' '),
);

/** A verb in its plain past form after the noun ends the phrase; these adjectives look like one and do not. */
export const ED_ADJECTIVES: ReadonlySet<string> = new Set(
  `united registered armed retired alleged unnamed unidentified masked licensed undocumented displaced suspected convicted elected appointed unaccompanied hundred red
  limited advanced married divorced skilled unskilled educated organised organized classified estimated confirmed reported recorded related uninsured unvaccinated vaccinated infected
  detained kidnapped abandoned accused declared interested unwanted rigged sacred talented coloured colored haired aged gifted wicked used unused dedicated established connected
  scheduled planned proposed separated injured wounded disabled enslaved jailed imprisoned exiled paid unpaid overcrowded added fixed mixed combined continued televised sponsored trained experienced`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Wholes that are singular: "a third of the population lives there". */
export const COLLECTIVES: ReadonlySet<string> = new Set(
  `population workforce electorate economy budget vote trade revenue market world country public nation land money spending income output energy electricity power
  food water time total cost price size amount value production traffic capacity surface territory area group team party parliament company industry sector audience season`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** Verbs whose bare number is of people, behind it: "27 died", "14 were arrested". */
export const PEOPLE_AFTER: ReadonlySet<string> = new Set(
  `died drowned perished killed injured wounded hurt dead arrested detained held jailed imprisoned convicted charged rescued evacuated hospitalised hospitalized
  missing displaced homeless infected trapped survived executed deported`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** What many people do, in its plain past: "hundreds marched". */
export const PEOPLE_DEEDS: ReadonlySet<string> = new Set(
  'fled marched protested gathered rallied demonstrated queued flocked mourned'.split(' '),
);

/** The same before it: "killing 27", "employs 450". */
export const PEOPLE_BEFORE: ReadonlySet<string> = new Set(
  'killed killing kills injured injuring wounded wounding arrested arresting detained detaining displaced displacing employs employed employing saved rescued rescuing evacuated evacuating'.split(
    ' ',
  ),
);

/** Nouns for many together, before "of" and a number, and what that number counts. */
export const GATHERINGS: ReadonlyMap<string, string> = new Map([
  ...'crowd audience workforce staff fleet army force squad turnout readership membership garrison congregation herd flock'
    .split(' ')
    .map((noun) => [noun, noun] as const),
  ...'population city town village island nation parish'.split(' ').map((noun) => [noun, 'people'] as const),
  ['populations', 'people'],
]);

/** Plurals that move in money, shares or points rather than in number: "shares fell to 312". */
export const NOT_COUNTED: ReadonlySet<string> = new Set(
  `shares stocks prices sales revenues profits losses rates yields futures costs earnings temperatures exports imports wages taxes levels odds bonds earnings
  receipts reserves savings assets liabilities debts takings returns values incomes salaries pensions rents fees bills gains funds premiums dividends margins
  expectations shipments deliveries volumes emissions concentrations scores ratings standards hopes fears tensions relations points percentages markets gilts
  inflows outflows donations proceeds winds waters`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);

/** People an age is told of: "adults over 65", "those under 30". */
export const AGED: ReadonlySet<string> = new Set(
  `people those adults men women children patients residents voters anyone everyone anybody workers drivers persons women girls boys teenagers pensioners
  citizens americans britons students players individuals viewers readers customers males females migrants passengers`
    .split(/\s+/u)
    .filter((w) => w !== ''),
);
