/** Nouns that tell again what a verb has told: "Crest sold the works" is "the sale" in the next sentence. Written for Stet from reading news. */

/** What the noun calls a deed, and what its complement was in the clause that told it: "the sale [of the works]", "the death [of Ida Moss]". */
export type DeedNoun = { readonly noun: string; readonly link: string; readonly of: 'object' | 'subject' };

/** Noun, link, forms of the verb. */
const OBJECTS = `sale of sell sells sold selling|purchase of buy buys bought buying purchase purchases purchased|closure of close closes closed closing shut shuts shutting|
  acquisition of acquire acquires acquired acquiring|arrest of arrest arrests arrested arresting|attack on attack attacks attacked attacking|invasion of invade invades invaded invading|
  demolition of demolish demolishes demolished demolishing|suspension of suspend suspends suspended suspending|dismissal of dismiss dismisses dismissed dismissing sack sacks sacked sacking|
  appointment of appoint appoints appointed appointing|conviction of convict convicts convicted|evacuation of evacuate evacuates evacuated evacuating|expulsion of expel expels expelled expelling|
  eviction of evict evicts evicted evicting|kidnapping of kidnap kidnaps kidnapped kidnapping|rescue of rescue rescues rescued rescuing|theft of steal steals stole stolen stealing|
  cancellation of cancel cancels cancelled canceled cancelling canceling|raid on raid raids raided raiding|bombing of bomb bombs bombed bombing|murder of murder murders murdered murdering|
  destruction of destroy destroys destroyed destroying|seizure of seize seizes seized seizing|removal of remove removes removed removing|release of release releases released releasing|
  ban on ban bans banned banning|launch of launch launches launched launching|privatisation of privatise privatises privatised`;
const SUBJECTS = `resignation of resign resigns resigned resigning|death of die dies died dying|retirement of retire retires retired retiring|sinking of sink sinks sank sunk sinking|
  collapse of collapse collapses collapsed collapsing|eruption of erupt erupts erupted erupting|explosion of explode explodes exploded exploding|derailment of derail derails derailed derailing`;

const entriesOf = (list: string, of: DeedNoun['of']): [string, DeedNoun][] =>
  list.split('|').flatMap((entry) => {
    const [noun = '', link = '', ...forms] = entry.trim().split(/\s+/);
    return forms.map((form): [string, DeedNoun] => [form, { noun, link, of }]);
  });

/** By form of the verb. */
export const DEED_NOUNS: ReadonlyMap<string, DeedNoun> = new Map([
  ...entriesOf(OBJECTS, 'object'),
  ...entriesOf(SUBJECTS, 'subject'),
]);

/** Nouns that tell again what somebody undertook to do: "agreed to buy the works" is "the agreement". Noun, then forms of the verb. */
const UNDERTAKINGS = `agreement agree agrees agreed|decision decide decides decided|proposal propose proposes proposed|offer offer offers offered|refusal refuse refuses refused|
  pledge pledge pledges pledged|promise promise promises promised|threat threaten threatens threatened|attempt attempt attempts attempted|move move moves moved`;

/** By form of the verb. */
export const UNDERTAKEN: ReadonlyMap<string, string> = new Map(
  UNDERTAKINGS.split('|').flatMap((entry) => {
    const [noun = '', ...forms] = entry.trim().split(/\s+/);
    return forms.map((form): [string, string] => [form, noun]);
  }),
);
