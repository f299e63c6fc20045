/**
 * Words by which somebody values rather than tells: adjectives and adverbs of worth, feeling and degree, and nouns that say what a thing is worth. Written for
 * Stet from reading opinion pages and letters beside news; a word that reports use of facts ("serious injuries", "major road") is left out.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Adjectives that say what somebody makes of a thing. */
export const VALUING_ADJECTIVES = words(`
  abysmal admirable adorable alarming amazing appalling appealing arrogant astonishing atrocious audacious authentic awesome awful awkward
  baffling barbaric beautiful beloved bizarre bland bleak boring brave brazen breathtaking brilliant brutal bumbling callous careless charming chaotic cheap
  cheerful chilling classy clumsy clueless comfortable compelling complacent complicated confident confusing contemptible convincing corrupt courageous cowardly crazy
  credible cruel cynical damning daring dazzling deceitful decent defiant delicate delicious delightful deplorable depressing desperate despicable devastating
  dignified dire disappointing disastrous disgraceful disgusting dishonest dismal disturbing divisive doomed draconian dramatic dreadful dreary dull dumb dysfunctional
  eerie elegant embarrassing encouraging endearing enjoyable entertaining enthusiastic epic evil excellent exceptional excessive exciting exhausting extraordinary fabulous
  fair fantastic farcical fascinating feeble fierce flawed flimsy foolish frightening frivolous frustrating fun funny futile generous genuine
  ghastly glaring glorious good gorgeous graceful grateful great greedy grim gripping happy harsh hateful heartbreaking heartfelt heartless hearty heroic
  hilarious hollow honest hopeful hopeless horrendous horrible horrific horrifying humane humiliating hypocritical iconic ideal idiotic immoral impeccable
  important impressive inadequate inappropriate incompetent inconsistent inconvenient incredible indefensible ineffective inept inevitable inexcusable infuriating
  ingenious inhumane innovative insane insensitive inspiring insulting intelligent interesting intolerable intriguing invaluable irrational irrelevant irresponsible joyful
  joyous lazy legendary likeable lively logical lonely lovely lucky ludicrous mad magical magnificent marvellous marvelous masterful meaningful meaningless mediocre
  memorable merciless messy mighty miraculous miserable misguided misleading monstrous monumental muddled naive nasty needless nice
  noble nonsensical obscene obvious odd offensive ominous outdated outrageous outstanding overblown overdue painful paltry pathetic patronising patronizing perfect
  perilous petty phenomenal pitiful plain pleasant plausible poignant pointless polite powerful precious preposterous pressing prestigious pretty priceless problematic
  profound promising proud prudent questionable rampant reasonable reckless refreshing regrettable relentless remarkable repugnant repulsive respectable
  ridiculous risky romantic rotten rude ruthless sacred sad sane savage scandalous scary selfish senseless sensible shabby shaky shameful shameless
  shocking short-sighted shrewd silly simplistic sincere sinister sleazy sloppy smug snobbish sober sorry spectacular spiteful spooky staggering stale
  stark startling sterile strange striking stubborn stunning stupid sublime subtle superb surprising suspicious sweet sympathetic tacky talented tasteless tasty
  tedious terrible terrific terrifying thorny thoughtful thoughtless thrilling tiresome toothless touching tough toxic tragic treacherous tremendous tricky trivial troubling
  trustworthy ugly unacceptable unbearable unbelievable uncanny uncomfortable unconvincing uneasy unethical unfair unforgettable unforgivable unfortunate ungrateful
  unhappy unhelpful unique unjust unjustified unnecessary unpleasant unprecedented unpredictable unrealistic unreasonable unsatisfactory unspeakable unsustainable unthinkable unwelcome unwise
  upbeat upsetting urgent useless vague vain valuable vibrant vicious vile vital vivid vulgar wasteful weird wicked wild willful wise witty wonderful
  worrying worse worst worthless worthwhile worthy wretched
`);

/** Adverbs that put somebody's weight, judgement or feeling behind what is told. */
export const VALUING_ADVERBS = words(`
  absolutely abundantly actually admirably alarmingly amazingly amply appallingly arguably astonishingly badly basically beautifully bitterly blatantly blindly boldly bravely brilliantly brutally callously
  carelessly certainly cheerfully clearly cleverly completely conveniently convincingly cynically dangerously dearly deeply definitely deftly deservedly desperately disgracefully dramatically easily effectively
  effortlessly elegantly endlessly entirely especially essentially eventually exceedingly exceptionally excessively extraordinarily extremely fabulously fairly famously fiercely finally firmly
  foolishly fortunately frankly fully fundamentally funnily generously genuinely gladly gloriously gracefully grandly greatly grimly grossly happily hardly harshly hastily heavily hideously highly honestly hopefully
  hopelessly horribly hugely ideally immensely impossibly impressively incredibly indeed inevitably insanely intensely interestingly ironically justly kindly largely laughably literally lovingly luckily
  madly magnificently massively merely mercifully merrily mindlessly miserably naively naturally neatly needlessly nicely nobly noticeably obviously oddly openly outrageously overly painfully
  passionately pathetically perfectly plainly pleasantly pointlessly poorly positively powerfully precisely predictably pretty profoundly properly proudly purely quickly quite rather readily really reasonably
  recklessly refreshingly regrettably relentlessly remarkably ridiculously rightfully rightly roundly ruthlessly sadly safely savagely scarcely seemingly selfishly sensibly seriously severely shamefully shamelessly
  sharply shockingly simply sincerely slavishly sloppily slowly smartly so somehow somewhat soundly spectacularly splendidly staggeringly starkly strangely strikingly strongly stubbornly stunningly stupidly
  subtly successfully superbly supposedly surely surprisingly suspiciously tellingly terribly thankfully thoroughly too totally tragically tremendously trivially truly unacceptably unbelievably unbearably
  understandably undoubtedly unfairly unfortunately uniquely unjustly unnecessarily unquestionably unreasonably utterly vaguely vastly very viciously virtually wholly wildly wisely wonderfully wrongly
`);

/** What somebody calls a thing to say what it is worth. */
export const VALUING_NOUNS = words(`
  abomination absurdity affront atrocity awe barbarity beauty betrayal blessing blunder boon bright bully catastrophe champion chaos
  charade cliché clown con courage coward cowardice crap criminals curse darkness debacle decency delight delusion despair dignity disappointment disaster disgrace dishonesty
  disrespect dream evil excuse fairness fantasy farce fiasco folly fool freedom fun genius gift gimmick glory greed guts hatred hell hero heroes hoax honesty honour honor hypocrisy hypocrite
  idiocy idiot illusion incompetence injustice insanity insult integrity irony joke joy justice laughing-stock lesson liar liars loser lunacy luxury madness
  masterpiece menace mess miracle misery mockery monster monstrosity nerve nightmare nonsense nuisance obsession outrage pain pity pleasure plight
  propaganda puppet puzzle racism racist rapists rhetoric rubbish sacrifice sanity scam scandal scapegoat scourge shambles shame shock smear smokescreen sop spectacle stain stunt
  surprise testament thugs tragedy travesty treason treasure triumph truth tyranny virtue waste wisdom wonder
`);
