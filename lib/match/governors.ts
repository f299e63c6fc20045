/**
 * Words that say how the deed behind them stands: done, not done, or neither. "Refused to pay" has not paid, "managed to pay" has, "pledged to pay" may.
 *
 * After the signatures of implicative and factive verbs (Karttunen, "Simple and phrasal implicatives", 2012; MacCartney and Manning, "An extended model of
 * natural logic", 2009): what each gives for the deed where it is itself affirmed, and where it is itself denied ("did not fail to pay" has paid).
 */

/** `open`: it is not said whether it was done. */
export type Holding = 'done' | 'not done' | 'open';

export type Governor = {
  /** One name for words that say it in one way: "refuse" for "declined to". Two ways of not having happened are not the same. */
  readonly name: string;
  /**
   * Alternatives, parted by ";". A word stands for all its forms in -s, -ed, -ing; "a|b" for either. TO: "to" and a verb; DOING: a verb in -ing, a preposition before it or not;
   * VERB: a verb, adverbs before it or not; "..": up to five words.
   */
  readonly pattern: string;
  readonly gives: Holding;
  readonly denied: Holding;
  /** Each holds the word "pay" in some form, which the row governs as `gives` says. */
  readonly examples: readonly string[];
  /** Sentences with "pay" in them that only look so: it is done there. */
  readonly unless?: readonly string[];
};

export const GOVERNORS: readonly Governor[] = [
  {
    name: 'manage',
    pattern: 'manage TO; succeed|persist in DOING; was|were able TO; get|got round DOING; choose|chose|chosen TO',
    gives: 'done',
    denied: 'not done',
    examples: ['The fund managed to pay Leeds.', 'The fund was able to pay Leeds.'],
  },
  {
    name: 'make',
    pattern: 'force|compel|oblige .. TO; cause|lead|led .. TO; had TO; made .. VERB; help TO; help .. TO',
    gives: 'done',
    denied: 'open',
    examples: ['The court forced the fund to pay Leeds.', 'The fund had to pay Leeds.'],
  },
  {
    name: 'not',
    pattern: "not; n't; never; no; nobody; nothing; none; neither; nor; without",
    gives: 'not done',
    denied: 'done',
    examples: ['The fund never paid Leeds.', 'Nobody paid Leeds.', "The fund didn't pay Leeds."],
    unless: ['No fewer than 40 funds paid Leeds.', 'Not only the fund paid Leeds.', 'No. 3 paid Leeds.'],
  },
  {
    name: 'hardly',
    pattern: 'hardly; scarcely; barely; rarely; seldom; few; little',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund hardly paid Leeds.', 'Rarely has the fund paid Leeds.', 'Few paid Leeds.'],
    unless: ['A few paid Leeds.'],
  },
  {
    name: 'yet',
    pattern: 'has|have|had|is|are|was|were yet TO; yet TO',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund has yet to pay Leeds.'],
  },
  {
    name: 'nearly',
    pattern:
      'nearly|almost|narrowly VERB; was|were|is|are about TO; come|came|comes close to DOING; verge of DOING; stop short of DOING',
    gives: 'not done',
    denied: 'open',
    examples: [
      'The fund nearly paid Leeds.',
      'The fund was about to pay Leeds.',
      'The fund stopped short of paying Leeds.',
    ],
    unless: ['The fund paid nearly £3m.'],
  },
  {
    name: 'fail',
    pattern: 'fail|neglect|omit TO; failure TO; forget|forgot|forgotten TO',
    gives: 'not done',
    denied: 'done',
    examples: ['The fund failed to pay Leeds.', 'The fund forgot to pay Leeds.'],
  },
  {
    name: 'refuse',
    pattern: 'refuse; refusal; reject; veto; rebuff; spurn; decline TO; unwilling|reluctant|loath TO; balk at DOING',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund refused to pay Leeds.', 'The fund declined to pay Leeds.'],
  },
  {
    name: 'unable',
    pattern: "unable|powerless TO; could|can|ca not; could|can|ca n't; cannot; struggle TO; too poor|weak|late TO",
    gives: 'not done',
    denied: 'done',
    examples: ['The fund was unable to pay Leeds.', 'The fund could not pay Leeds.'],
  },
  {
    name: 'avoid',
    pattern:
      'narrowly avoid|escape|evade|dodge; avoid|escape|evade|skip|dodge|eschew; refrain|abstain from DOING; steer clear of DOING; get|got out of DOING',
    gives: 'not done',
    denied: 'done',
    examples: ['The fund avoided paying Leeds.', 'The fund refrained from paying Leeds.'],
  },
  {
    name: 'stop',
    pattern: 'stop|cease|quit|suspend|halt|pause DOING; stop|suspend|halt the|its|all; cease TO; end the|its',
    gives: 'not done',
    denied: 'done',
    examples: ['The fund stopped paying Leeds.', 'The fund ceased to pay Leeds.'],
  },
  {
    name: 'prevent',
    pattern:
      'prevent|bar|block|ban|prohibit|forbid|forbade|forbidden|disqualify|dissuade|deter; stop|keep|kept .. from DOING; exempt from DOING; talk out of DOING',
    gives: 'not done',
    denied: 'open',
    examples: ['The court barred the fund from paying Leeds.', 'The fund was stopped from paying Leeds.'],
  },
  {
    name: 'cancel',
    pattern:
      'cancel|scrap|shelve|abandon|axe|annul|revoke|rescind; call off; back out; drop|ditch the|its|a plan; withdraw|withdrew|withdrawn from',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund cancelled the payment to Leeds.', 'The fund abandoned paying Leeds.'],
  },
  {
    name: 'delay',
    pattern: 'delay|postpone|defer; put|puts off',
    gives: 'open',
    denied: 'open',
    examples: ['The fund delayed paying Leeds.'],
  },
  {
    name: 'exclude',
    pattern: 'rule out; exclude; decide|vote|rule against; vote|voted .. against; oppose|resist',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund ruled out paying Leeds.', 'The fund decided against paying Leeds.'],
  },
  {
    name: 'deny',
    pattern: 'deny|denial|disclaim; dispute|refute|rebut|debunk|dismiss',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund denied paying Leeds.', 'The fund denied it paid Leeds.'],
  },
  {
    name: 'clear',
    pattern: 'clear|acquit of DOING; innocent of DOING; exonerate',
    gives: 'not done',
    denied: 'open',
    examples: ['The fund was cleared of paying Leeds.'],
  },
  {
    name: 'false',
    pattern:
      'false|untrue|wrong|incorrect|impossible|inaccurate that; falsely|wrongly|wrongfully|mistakenly|erroneously; myth|lie|hoax|fiction|fabrication|misconception|fallacy; no evidence|proof|truth|indication|record|sign; not true|so|correct|clear that; pretend|feign; baseless|unfounded|debunked|bogus|fake',
    gives: 'not done',
    denied: 'done',
    examples: [
      'It is a myth that the fund paid Leeds.',
      'A post falsely said the fund paid Leeds.',
      'There is no evidence that the fund paid Leeds.',
    ],
  },
  {
    name: 'instead',
    pattern: 'instead of; rather than; far from; short of; in lieu of',
    gives: 'not done',
    denied: 'open',
    examples: ['Instead of paying Leeds, the fund shut.'],
  },
  {
    name: 'promise',
    pattern:
      'promise|pledge|vow|swear|swore|undertake|undertook|guarantee|volunteer; commit TO; commit to DOING; commitment|commitments',
    gives: 'open',
    denied: 'open',
    examples: ['The fund pledged to pay Leeds.', 'The fund promised that it would pay Leeds.'],
  },
  {
    name: 'plan',
    pattern:
      'plan|plans; intend|intention; aim|mean|meant TO; poised|ready|prepare|gear TO; prepare|plan for; proposal|propose; decide|resolve|elect TO; decision TO; budget|earmark|allocate TO',
    gives: 'open',
    denied: 'open',
    examples: ['The fund plans to pay Leeds.', 'The fund decided to pay Leeds.'],
  },
  {
    name: 'agree',
    pattern: 'agree|consent|accept TO; agree that; agreement|deal TO',
    gives: 'open',
    denied: 'open',
    examples: ['The fund agreed to pay Leeds.'],
  },
  {
    name: 'offer',
    pattern: 'offer|offers; willing|prepared|happy|keen TO; be|was|were|is offered',
    gives: 'open',
    denied: 'not done',
    examples: ['The fund offered to pay Leeds.'],
  },
  {
    name: 'threaten',
    pattern: 'threaten|threat|threats|warn',
    gives: 'open',
    denied: 'open',
    examples: ['The fund threatened to pay Leeds.'],
  },
  {
    name: 'try',
    pattern:
      'try|attempt|seek|sought|bid|strive|strove|endeavour|endeavor|race|battle|fight|push TO; attempt|bid|effort|efforts|drive|push to|at; attempt',
    gives: 'open',
    denied: 'not done',
    examples: ['The fund tried to pay Leeds.', 'The fund sought to pay Leeds.'],
  },
  {
    name: 'want',
    pattern:
      'want|wish|hope|hopes|desire|long|like|love|prefer TO; want|wish|hope that; would|should like TO; want .. TO; dream|dreamt|fantasise|fantasize|talk of|about DOING',
    gives: 'open',
    denied: 'open',
    examples: [
      'The fund wanted to pay Leeds.',
      'The town wants the fund to pay Leeds.',
      'The fund dreamed of paying Leeds.',
    ],
  },
  {
    name: 'consider',
    pattern:
      'consider|mull|weigh|contemplate|ponder|discuss|debate|examine|explore DOING; consider|mull|weigh|contemplate|discuss a|the|whether; think|thought about|of DOING; mulling',
    gives: 'open',
    denied: 'open',
    examples: ['The fund considered paying Leeds.', 'The fund is mulling paying Leeds.'],
  },
  {
    name: 'ask',
    pattern:
      'ask|urge|request|invite|beg|petition|press|lobby|encourage|advise|recommend|implore .. TO; call|appeal|plead on|for|to .. TO; demand|suggest|recommend|request|ask|urge that; demand|request',
    gives: 'open',
    denied: 'open',
    examples: ['The fund was asked to pay Leeds.', 'The town urged the fund to pay Leeds.'],
  },
  {
    name: 'order',
    pattern:
      'order|tell|told|instruct|direct|require|command|oblige|summon .. TO; order|instruct|require|rule|ruled that; obligation|duty|supposed TO; need|needs|has|have TO; order|told TO',
    gives: 'open',
    denied: 'open',
    examples: [
      'The fund was ordered to pay Leeds.',
      'The fund needs to pay Leeds.',
      'The court told the fund to pay Leeds.',
    ],
  },
  {
    name: 'allow',
    pattern:
      'allow|permit|enable|authorise|authorize|entitle|license|empower|persuade|convince .. TO; clear|free|eligible|allowed|able TO; allow|permit|authorise|authorize',
    gives: 'open',
    denied: 'not done',
    examples: ['The fund was allowed to pay Leeds.', 'The fund is able to pay Leeds.'],
  },
  {
    name: 'expect',
    pattern:
      'expect|predict|forecast|project|anticipate|estimate|tip .. TO; on course|track TO; likely|bound|certain|sure TO; expect|foresee|foresaw; predict|forecast|project|anticipate that; forecast|prediction|projection|outlook',
    gives: 'open',
    denied: 'open',
    examples: ['The fund is expected to pay Leeds.', 'Analysts predict that the fund will pay Leeds.'],
  },
  {
    name: 'unlikely',
    pattern: 'unlikely|improbable TO; unlikely|improbable that',
    gives: 'open',
    denied: 'open',
    examples: ['The fund is unlikely to pay Leeds.', 'It is unlikely that the fund paid Leeds.'],
  },
  {
    name: 'allege',
    pattern:
      'accuse|suspect|convict|guilty of DOING; charge with DOING; blame|criticise|criticize|fine|sue|condemn|investigate|probe for|over DOING; allege; allegation|accusation|suspicion|claim|rumour|rumor|speculation|report|reports that|of',
    gives: 'open',
    denied: 'open',
    examples: ['The fund was accused of paying Leeds.', 'The fund faced claims that it paid Leeds.'],
  },
  {
    name: 'said',
    pattern:
      'reportedly|allegedly|apparently|supposedly|purportedly|seemingly|ostensibly; said|believed|thought|understood|reported|alleged|rumoured|rumored|claimed|known|considered|presumed|feared TO; seem|appear|claim|purport TO',
    gives: 'open',
    denied: 'open',
    examples: [
      'The fund reportedly paid Leeds.',
      'The fund is said to have paid Leeds.',
      'The fund appears to have paid Leeds.',
    ],
  },
  {
    name: 'doubt',
    pattern:
      'doubt|question|wonder|unsure|unclear|uncertain|debate|doubtful that|whether|if; doubt; whether; possibility|chance|risk|likelihood|prospect|idea|notion|danger|hope|fear|hopes|fears|concern|concerns|worry|worries that|of',
    gives: 'open',
    denied: 'open',
    examples: ['The town doubts that the fund paid Leeds.', 'The court will hear whether the fund paid Leeds.'],
  },
  {
    name: 'may',
    pattern: 'may; might; could; can; perhaps; possibly; maybe; probably; likely; conceivably; presumably; potentially',
    gives: 'open',
    denied: 'open',
    examples: ['The fund may have paid Leeds.', 'The fund could pay Leeds.', 'Perhaps the fund paid Leeds.'],
  },
  {
    name: 'should',
    pattern: 'should; ought; must; would have',
    gives: 'open',
    denied: 'open',
    examples: ['The fund should have paid Leeds.', 'The fund would have paid Leeds.'],
  },
  {
    name: 'will',
    pattern: "will; wo; 'll; shall; would; going TO; due|set|schedule|slate TO; is|are|was|were TO",
    gives: 'open',
    denied: 'open',
    examples: [
      'The fund will pay Leeds.',
      'The fund is going to pay Leeds.',
      'The fund is due to pay Leeds.',
      'The fund was to pay Leeds.',
    ],
    unless: ['By his will the fund paid Leeds.', 'The fund due in court paid Leeds.'],
  },
  {
    name: 'if',
    pattern: 'if; unless; provided that; assuming; in case; as if; as though; were .. TO',
    gives: 'open',
    denied: 'open',
    examples: ['If the fund paid Leeds, it was late.', 'It was late unless the fund paid Leeds.'],
  },
];
