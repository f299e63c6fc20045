/**
 * Words that tell what kind of statement a clause makes. Written for Stet from reading news; one list for each question.
 *
 * All are lower case and matched as whole words or phrases, in any place of the claim unless the comment says otherwise.
 */

/** Tells whether any of its words or phrases stands in a text, whole words only, in lower or upper case. */
export type PhraseList = { readonly test: (text: string) => boolean };

const WORD = /[a-z0-9]+(?:['’-][a-z0-9]+)*/g;

/** What may follow on a word: the lists that hold the words up to it, and the words that phrases of any list go on with. */
type Entry = { readonly lists: PhraseList[]; readonly next: Map<string, Entry> };

const entry = (): Entry => ({ lists: [], next: new Map() });

/** All words and phrases of all lists, word by word. */
const ENTRIES = entry();

/**
 * The lists that hold something of the texts asked about last, about as many as a page of sentences brings: one claim is held against a dozen of them, its words
 * come back in parts, and again when it is judged.
 */
const asked = new Map<string, ReadonlySet<PhraseList>>();
const REMEMBERED = 2048;

/** What was asked about last: a dozen lists are held against a claim in a row. */
let last: { readonly text: string; readonly lists: ReadonlySet<PhraseList> } = { text: '', lists: new Set() };

/** The lists that hold something of a text. */
export function listsIn(text: string): ReadonlySet<PhraseList> {
  if (text === last.text) return last.lists;
  const lists = asked.get(text) ?? read(text);
  last = { text, lists };
  return lists;
}

function read(text: string): ReadonlySet<PhraseList> {
  const words = text.toLowerCase().match(WORD) ?? [];
  const found = new Set<PhraseList>();
  for (let from = 0; from < words.length; from += 1) {
    let known = ENTRIES.next.get(words[from] ?? '');
    for (let at = from + 1; known !== undefined; at += 1) {
      for (const list of known.lists) found.add(list);
      known = known.next.size === 0 ? undefined : known.next.get(words[at] ?? '');
    }
  }
  if (asked.size >= REMEMBERED) asked.clear();
  asked.set(text, found);
  return found;
}

/** Makes a list of the words and phrases between semicolons and line ends; looking one up takes time linear in the text. */
export function anyOf(words: string): PhraseList {
  const list: PhraseList = { test: (text) => listsIn(text).has(list) };
  for (const phrase of words.split(/\n|;/)) {
    if (phrase.trim() === '') continue;
    let known = ENTRIES;
    for (const word of phrase.trim().split(/\s+/)) {
      const next = known.next.get(word) ?? entry();
      known.next.set(word, next);
      known = next;
    }
    known.lists.push(list);
  }
  asked.clear();
  last = { text: '', lists: new Set() };
  return list;
}

/** Nobody can check a judgement. Kept to words that nearly always judge. */
export const JUDGEMENTS = anyOf(`
  good; bad; great; terrible; horrible; awful; wonderful; fantastic; amazing; brilliant; excellent; perfect; beautiful; ugly; lovely; nice; best; worst; better; worse
  important; crucial; vital; essential; critical to; key to; fair; unfair; just; unjust; right thing; wrong; wise; unwise; foolish; stupid; silly; absurd; ridiculous; nonsense
  shameful; shocking; disgraceful; disgusting; outrageous; scandalous; appalling; unacceptable; inexcusable; disappointing; disappointed; frustrating; worrying; alarming
  encouraging; promising; exciting; proud; happy; unhappy; sad; glad; pleased; delighted; sorry; grateful; thrilled; devastated; heartbroken; angry; furious
  easy; hard to; difficult to; impossible to; tough to; sensible; reasonable; unreasonable; reckless; irresponsible; dangerous; tragic; tragedy; disaster; catastrophe; nightmare; miracle
  game-changer; game changer; milestone; landmark; turning point; wake-up call; win-win; no-brainer; slap in the face; kick in the teeth; wishful thinking; it's not that; it is not that
  too little; too late; too much; too far; too many; not enough; enough is enough; deserve; deserves; deserved; a matter of; a question of; about time; makes sense; make sense
  looms large; loom large; strains; understand; understands; a chance to; an opportunity to; lesson; lessons; hopeful; hopeless; heroic; hero; heroes; inspiring; love; loves; hate; hates
  disgrace; scandal; outrage; travesty; farce; usefulness; failure; success; triumph; priority; honour; honor; privilege; relief; blessing; lifeline; trap; gamble; beside the point; is critical; are critical; was critical; tough
  well worth; worthwhile; isolated case; isolated incident; a sign that; sort of; kind of a; a question for; a shame; a joke; no excuse; a mistake; a blunder; inefficient; real obstacle; main obstacle; biggest obstacle; real problem is; pressing problem; mess; chaos; chaotic; insult; insulting; betrayal; betrayed; integrity; dignity; at its best; meaningful
`);

/** Words that colour what they are said of: each may stand in a plain fact, many of them together or in a predicate seldom do. */
export const COLOURS = anyOf(`
  dramatic; extraordinary; remarkable; stunning; striking; spectacular; sensational; tremendous; enormous; huge; massive; vast; immense; incredible; unbelievable; astonishing; staggering; breathtaking
  impressive; memorable; historic; iconic; legendary; unique; special; favorite; favourite; favorable; favourable; popular; beloved; charming; delightful; enjoyable; entertaining; fascinating; interesting
  boring; dull; bland; dreary; grim; bleak; dire; severe; serious; grave; profound; deep; harsh; brutal; cruel; vicious; savage; barbaric; inhumane; evil; wicked; vile; heinous; egregious; despicable
  deplorable; reprehensible; intolerable; unbearable; unthinkable; unfortunate; regrettable; lamentable; pathetic; pitiful; sorry state; weak; feeble; strong; powerful; robust; bold; brave; courageous; cowardly
  clever; smart; brilliantly; stupidly; cynical; hypocritical; dishonest; honest; sincere; genuine; authentic; fake; phony; bogus; sham; misleading; deceptive; dubious; questionable; suspicious; shady
  controversial; divisive; provocative; inflammatory; offensive; racist; sexist; bigoted; hateful; discriminatory; xenophobic; extremist; radical; dangerous; risky; harmful; toxic; destructive; damaging; devastating
  helpful; useful; useless; valuable; worthless; pointless; meaningless; futile; necessary; unnecessary; needless; appropriate; inappropriate; proper; improper; legitimate; illegitimate; credible; incredible; plausible; implausible
  complicated; complex; simple; straightforward; obvious; clear; unclear; confusing; baffling; puzzling; mysterious; bizarre; strange; weird; odd; curious; ironic; comical; funny; hilarious; laughable; ludicrous; cartoonish; goofy
  healthy; unhealthy; ambitious; modest; generous; greedy; selfish; selfless; lazy; careless; careful; prudent; thoughtful; thoughtless; ruthless; relentless; desperate; hopeless; doomed; troubled; embattled; beleaguered
  real problem; big problem; serious problem; the problem; the issue; the answer; the question; the key; obstacle; burden; threat; menace; crisis; emergency; plague; scourge; cancer; poison; shortage of; lack of; absence of
  display; example of; symbol; testament; reminder; contrast; twist; irony; paradox; legacy; shadow; spirit; heart of; soul; dream; hallmark; apotheosis; riposte; revenge; vindication; rebuke; snub; blow to; setback; boost; breakthrough
  happily; eagerly; sadly; fortunately; unfortunately; hopefully; frankly; honestly; clearly; obviously; certainly; undoubtedly; surely; truly; really; simply; merely; hardly; noticeably; notably; remarkably; surprisingly; strangely
  easily; badly; poorly; well; beautifully; perfectly; utterly; totally; completely; absolutely; entirely; deeply; highly; extremely; incredibly; increasingly; inevitably; rightly; wrongly; unfairly; reckless; needlessly; cartoonishly
  in trouble; at risk; at stake; in danger; under threat; on the brink; in the balance; a life of its own; from there; bring together; stand up for; get away with; gotten away; doing enough; doing nothing; taking hold
  risks; undermines; undermine; undermining; threatens; endangers; jeopardizes; jeopardises; destroys; ruins; betrays; offends; insults; deserves; matters; helps; hurts; hurting; stinks; suffers; thrives; shines; proves; speaks volumes; raises questions
`);

/** Verbs of what somebody feels: of oneself they tell no fact. */
export const FEELING_VERBS: ReadonlySet<string> = new Set(
  `appreciate appreciates appreciated feel feels felt hope hopes hoped wish wishes wished fear fears feared love loves loved like likes liked enjoy enjoys enjoyed hate hates hated
   regret regrets regretted want wants wanted think thinks thought believe believes believed know knows knew understand understands understood respect respects respected admire admires admired trust trusts trusted
   doubt doubts doubted worry worries worried welcome welcomes welcomed prefer prefers preferred miss misses missed dream dreams dreamed owe thank thanks thanked suspect suspects suspected`.split(
    /\s+/,
  ),
);

/** How somebody feels. */
export const FEELING_STATES: ReadonlySet<string> = new Set(
  `alarmed amazed angry annoyed appalled ashamed astonished bothered concerned confident confused content delighted depressed devastated disappointed disgusted distressed embarrassed encouraged excited
   frightened frustrated furious glad grateful happy heartbroken honoured honored hopeful horrified humbled hurt impressed insulted jealous nervous offended optimistic outraged overjoyed overwhelmed pessimistic
   pleased proud relieved sad saddened scared shocked sick sorry stunned surprised terrified thankful thrilled tired touched troubled uncomfortable unhappy upset worried`.split(
    /\s+/,
  ),
);

/** What may or will be, and cannot be known yet. */
export const FUTURE_MODALS: ReadonlySet<string> = new Set(['will', 'would', 'could', 'may', 'might', 'shall', 'can']);

export const LIKELIHOOD = anyOf(`
  likely; unlikely; probably; perhaps; possibly; presumably; inevitably; inevitable; is bound to; are bound to; is going to; are going to; risks becoming; threatens to; threaten to; on course to
  is poised to; are poised to; is forecast to; are forecast to; is projected to; are projected to; is predicted to; are predicted to; stands to; stand to
  looks set to; look set to; looked set to; looks set for; look set for; looked set for; appears set to; appear set to; appeared set to; appears set for; appear set for; appeared set for; seems set to; seemed set to
  possibility that; chance that; chances that; danger that; is sure to; are sure to; is certain to; are certain to
`);

/** What somebody has decided or set: it can be checked that it was planned. */
export const PLANS = anyOf(`
  plan to; plans to; planned to; is planning to; are planning to; planning to; intend to; intends to; intended to; is due to; are due to; is set to; are set to; is scheduled; are scheduled; scheduled to; scheduled for
  is expected to; are expected to; expected to; aims to; aim to; pledged to; promised to; vowed to; agreed to; has committed to; committed to; proposes to; proposed to; considering; is considering; are considering; set for; slated
`);

/** A bill or a plan "would" do things: what it says can be read. */
export const PROPOSALS = anyOf(`
  plan; plans; bill; law; laws; proposal; proposals; scheme; deal; agreement; treaty; measure; measures; legislation; amendment; rule; rules; act; policy; programme; program; order; motion; budget; ordinance; resolution; merger
`);

export const OUGHT: ReadonlySet<string> = new Set(['must', 'should', 'ought', 'have to', 'shall']);

export const RULE_WORDS = anyOf(`
  law; laws; rule; rules; regulation; regulations; act; code; statute; constitution; requires; require; required to; banned; ban; bans; prohibits; prohibited; forbids; allows; allowed to; permits; permitted; mandatory; compulsory; legal; illegal
  licence; license; entitled; eligible; obliged; limit; minimum; maximum; calls for; stipulates; exempt
`);

export const HEDGES = anyOf(`
  might; could; appear; appears; appeared; seem; seems; seemed; reportedly; allegedly; apparently; perhaps; possibly; probably; likely; unlikely; suggests; suggest; suggested; believed to; thought to; said to; about; around; roughly
  approximately; an estimated; estimated; suspected; presumably; some say; in part; tends to; tend to; often; usually; generally; typically
`);

export const CAUSES = anyOf(`
  because; because of; due to; owing to; thanks to; as a result of; as a result; caused; causes; cause of; led to; leads to; leading to; resulted in; results in; resulting in; contributed to; prompted; triggered; sparked; blamed on; blamed for; driven by; fuelled by; fueled by
  attributed to; stems from; stemmed from; the reason; so that; brought about; responsible for; benefit from; linked to; associated with
`);

export const CHANGES = anyOf(`
  rise; rises; rose; risen; rising; fall; falls; fell; fallen; falling; grow; grows; grew; grown; growing; increase; increases; increased; increasing; decrease; decreased; decline; declined; declining; drop; dropped; dropping; climb; climbed; climbing; soar; soared
  plunge; plunged; slump; slumped; shrink; shrank; shrunk; shrinking; slowing; worsening; easing; double; doubled; triple; tripled; halve; halved; surge; surged; jump; jumped; widen; widened; narrowed; slowed; accelerated; expand; expanded; expanding; continued to; continues to; stepped up
  getting; increasingly; worsened; improved; improving; eased; up from; down from; since then; no longer
`);

export const COMPARISONS = anyOf(`
  than; compared with; compared to; unlike; in contrast; more than; less than; fewer than; as many as; as much as; twice; three times; half as; highest; lowest; largest; biggest; smallest; fastest; slowest; youngest; oldest; longest; shortest; most; least; only; outnumber; outnumbered; exceeds
  exceeded; same as; similar to; record high; record low; the first; the last; ahead of; behind
`);

export const STANCES = anyOf(`
  support; supports; supported; oppose; opposes; opposed; want; wants; wanted; believe; believes; believed; seek; seeks; sought; refuse; refuses; refused; reject; rejects; rejected; back; backs; backed; favour; favours; favor; favors; prefer; prefers; resist; resists
  demand; demands; demanded; urge; urges; urged; insist; insists; committed; willing; unwilling; reluctant; hesitant; sees; see; regards; considers; views; hopes; hope; fears; fear; thinks; thought; remains; remain; opposition; criticism
`);

/** Experts judge: what they think of a matter is their view, while an official's words are news in themselves. */
export const EXPERT_ROLES = anyOf(`
  professor; lecturer; expert; experts; analyst; analysts; economist; economists; researcher; researchers; scientist; scientists; scholar; scholars; fellow; associate; strategist; historian; academic; academics; critic; critics; observer; observers; commentator
  columnist; author; adviser for; advisor for; senior adviser; physicist; epidemiologist; biologist; psychologist; sociologist; think tank; resident; residents; neighbour; neighbor; shopper; fan; customer; customers; student; parent; mother; father
  sister; brother; widow; friend; witness; locals; coach; player; captain; manager of; midfielder; striker; defender; goalkeeper; people
`);

export const FIRST_PERSON = anyOf(`i; we; i'm; we're; i've; we've; my; our; us; me; i'd; we'd; you; your`);

/** Figures of speech that no source settles. */
export const FIGURATIVE = anyOf(`
  off the rose; bloom was; tip of the iceberg; a bridge too far; storm clouds; light at the end; house of cards; uphill battle; double-edged sword; the elephant in; writing on the wall; ball is in; perfect storm; walk a tightrope; hangs in the balance; hang in the balance; hanging in the balance
  rollercoaster; roller coaster; back to square one; only time will tell; remains to be seen; the jury is out; the stakes are high; dark cloud; long shadow
  a life of its own; belonged to the; belongs to the; set the stage; sets the stage; turn the page; a new chapter; stole the show; under a cloud; walk a fine line; fuel to the fire; sends a message; send a message; drop in the bucket
  drop in the ocean; eye of the storm; kick the can; moving the goalposts; at a crossroads; hit home; strike a chord; struck a chord; on thin ice; the tide is turning; the tide has turned; breath of fresh air; the last straw; all-out war
  paid the price; pays the price; a tale of; a far cry; sweep under the rug; swept under the rug; in the driving seat; open the floodgates; a slippery slope; an own goal; a poisoned chalice; a ticking time bomb; time bomb; walking zombie; bogeyman
  hard to overstate; impossible to overstate; hard to overestimate; hard to exaggerate; anyone's guess; an open question
`);
