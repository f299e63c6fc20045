/**
 * Words that say the same thing of a fact, one family a line. Written by hand for Stet from the vocabulary of news.
 * A family's name is its first word. Add a word to the line it belongs to; forms with -s, -ed, -ing are found by themselves.
 */
const LINES = `
grow growth grew grown rise rose risen increase climb jump surge soar up gain swell expand expansion
shrink shrank fall fell fallen drop decline decrease slump plunge tumble slide slid reduce reduction down dip
cut slash axe trim
double dual twofold twice
share account represent comprise constitute rely reliance depend dependence dependent
trade commerce
export
import
cost spend spent spending expenditure pay paid payment
price
earn wage salary income pay
debt deficit borrowing
owe owed
withhold withheld
lend lent loan
borrow borrowed
refund reimburse repay repaid
budget funding fund finance
tax levy duty
job employment employ employee worker workforce staff
jobless unemployment unemployed
kill killed die died dead death deadly fatality slain slay
injure injury wound hurt
troop soldier serviceman military army force
station base deploy deployment post garrison
launch fire test
missile rocket icbm
attack strike raid assault bombing bomb
war conflict fighting
invade invasion
arrest detain detention custody
jail imprison imprisonment
accuse allege allegation blame
charge indict indictment
convict conviction guilty
acquit acquittal innocent cleared
sentence sentenced
sue lawsuit suit litigation
judge court ruling rule ruled verdict tribunal
ban prohibit outlaw forbid bar blacklist
sanction penalize penalty punish punishment fine
propose pitch suggest originate author
plan proposal idea initiative scheme
suspend suspension freeze halt pause stop
end cease terminate abolish scrap
begin began start commence
reject refuse refusal decline rebuff veto
accept agree agreement approve approval back endorse support vote voted
sign signed ratify treaty pact accord deal
ballot poll
elect election elected win won victory
lose lost
beat beaten defeat defeated
appoint appointment name nominate hire
resign resignation quit step leave left depart
fire dismiss sack oust
found founded establish set create launch
build built construct construction erect
close shut closure
open opened opening
buy bought purchase acquire acquisition takeover take taken took
sell sold sale
merge merger
factory plant works mill
peak high
virus infection
produce production manufacture output make made
company firm business corporation
meet met meeting summit talk session conference
visit trip travel tour
drill exercise manoeuvre maneuver
say said tell told state
tweet post
warn warning caution threat threaten
deny denial
claim assert insist maintain
admit acknowledge concede confess
promise pledge vow
believe belief think thought confident convinced see saw seen
ally partner side
neighbour neighbor border
leader head chief ruler
president presidency
minister ministry
child children kid minor pupil
student undergraduate
teacher lecturer
school college
hospital clinic
doctor physician
vaccine vaccination jab vaccinate inoculate
disease illness outbreak
infect infected case contract
house home housing dwelling
family household
rent rental
people person resident inhabitant population citizen
woman women female
man men male
immigrant migrant refugee asylum immigration migration
crime offence offense
murder homicide
rape
car vehicle automobile
plane aircraft jet flight
ship vessel boat
train rail railway
road highway motorway
fire blaze wildfire burn burnt
flood flooding inundate
storm hurricane cyclone typhoon
quake earthquake tremor
temperature heat warm warming hot hottest
emission carbon pollution emit
oil petroleum crude
gas
electricity power energy
study research paper survey report
find found finding show reveal discover
average mean median
record unprecedented
large big huge high great
small little low
first debut
last final latest
most majority
nuclear atomic
weapon arm arsenal
give gave grant award donate donation
receive got get obtain
need require requirement
allow permit let
help aid assist assistance
hide conceal cover
steal stole theft rob robbery
return come came back
score goal
game match fixture
player footballer
fan supporter spectator attendance crowd
`;

/** Word as written in the families → family name. A word that stands in several lines belongs to the first. */
export const FAMILIES: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const line of LINES.trim().split('\n')) {
    const members = line.split(' ');
    for (const word of members) if (!found.has(word)) found.set(word, `${members[0]}*`);
  }
  return found;
})();

/** Two sides that cannot both be so of one thing at one time; each side is one or more words, their families with them. */
export const OPPOSITE_LINES = `
grow more higher highest above exceed gain / shrink cut fewer less lower lowest below lose
largest biggest most majority / smallest least minority
accept allow legal / reject ban illegal
support / oppose
open / close
begin / end cancel
win elect beat / lose
appoint hire / dismiss sack
convict guilty / acquit innocent
safe / unsafe
alive survive / die kill
pass / fail
true / false
oldest / youngest
richest / poorest
fastest / slowest
first / last
better best / worse worst
full / empty
everyone everybody all every both always / nobody none no neither never
`;

/** Families in which two parties change places without changing what is said ("X met Y", "Y met X"). */
export const MUTUAL: ReadonlySet<string> = new Set([
  'meet*',
  'trade*',
  'sign*',
  'war*',
  'accept*',
  'merge*',
  'ally*',
  'neighbour*',
  'share*',
]);

/** Families that say who a thing comes from: two different names for it are a contradiction. */
export const ORIGINS: ReadonlySet<string> = new Set(['propose*', 'found*', 'build*', 'launch*']);

/** Words beside which another says what is meant: "the number of deaths". Two claims may differ in them and be one. */
export const GENERIC: ReadonlySet<string> = new Set(
  'half third quarter fifth cent percent number rate level total amount figure share proportion percentage sum part group thing way case fact people person man men woman member kind type area period total overall new own only full whole main major key latest recent past previous annual early late average estimated'.split(
    ' ',
  ),
);

/** Things that happen once to their subject: two dates for them do not go together. */
export const ONCE: ReadonlySet<string> = new Set([
  'found*',
  'die*',
  'kill*',
  'born',
  'elect*',
  'close*',
  'open*',
  'sign*',
  'appoint*',
  'resign*',
  'buy*',
  'convict*',
  'launch*',
  'invade*',
  'pass',
  'marry',
]);

/** Words that carry nothing of their own when two claims are compared. */
export const STOP: ReadonlySet<string> = new Set(
  `a an the this that these those of in on at by for with from to into onto over under between among through during after before since until about
  against around per as than and or but nor so if then because while when where which who whom whose what how why it its it's he she they them his
  her hers their theirs him we us our i me my you your is am are was were be been being do does did done doing have has had having will would shall
  should can could may might must not no never none n't also just only even still already yet again too very more less much many some any all each
  every both either neither other another such same own there here now said says say according told tell tells added percent percentage one two out
  off up down minus negative almost nearly about around roughly approximately least most mr mrs ms dr sir recently so-called known like get got go going went
  year years month months week weeks day days today yesterday tomorrow time times monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december quarter
  million billion trillion thousand hundred thousands hundreds millions dozens cent cents three four five six seven eight nine ten half third`.split(
    /\s+/,
  ),
);
