/**
 * Forms of English verbs, as far as clauses need them. Written for Stet from school grammar; no outside list was copied.
 */

/** Past forms that are never also a participle: they can only be the verb of a clause. */
export const PAST_ONLY: ReadonlySet<string> = new Set(
  `ate arose awoke bade became began bit blew broke came chose did drank drew drove fell flew forbade forgot forgave froze gave got grew
  hid knew lay mistook outgrew overcame overtook overthrew ran rang rode rose sang sank saw shook showed shrank slew spoke sprang stank stole strove swam swore
  threw took tore undertook underwent was went were withdrew wore woke wrote`.split(/\s+/),
);

/** Verbs whose past form is their bare form. */
export const INVARIANT: ReadonlySet<string> = new Set(
  'bet burst cast cost cut hit hurt let put quit set shed shut slit split spread thrust upset'.split(' '),
);

/** Past forms that are also participles, and are not spelt with -ed. */
export const PAST_OR_PARTICIPLE: ReadonlySet<string> = new Set(
  `beat bent bet bound bled bought bred brought broadcast built burnt burst cast caught clung cost crept cut dealt dug dreamt fed felt fled
  fought forecast found ground had held hit heard hung hurt kept knelt laid learnt leapt led left lent let lit lost made meant met paid proved put quit read
  rid said sat sent set shed shone shot shut slept slid slit sold sought spelt spent spilt split spoilt spread spun stood stuck struck stung swept swung taught
  thought thrust told understood upheld upset wept withheld withstood won wound`.split(/\s+/),
);

/** Participles that are never a past tense on their own. */
export const PARTICIPLE_ONLY: ReadonlySet<string> = new Set(
  `arisen awoken been begun beaten become bitten blown born borne broken chosen done drawn driven drunk eaten fallen flown forbidden
  forgotten forgiven frozen given gone gotten grown hidden known lain mistaken outgrown overtaken overthrown ridden risen rung run seen shaken shown shrunk
  spoken stolen striven sung sunk sworn swum taken thrown torn undergone undertaken withdrawn woken worn written`.split(
    /\s+/,
  ),
);

export const MODALS: ReadonlySet<string> = new Set(
  `will would can could may might shall should must ought 'll 'd wo ca sha`.split(/\s+/),
);

export const FINITE_AUXILIARIES: ReadonlySet<string> = new Set(
  `am is are was were has have had do does did 's 're 've 'm 'd ai`.split(/\s+/),
);

export const BE: ReadonlySet<string> = new Set(`am is are was were be been being 's 're 'm ai`.split(/\s+/));

/** Words that are a noun as often as a verb in the news; agreement decides which. Base forms. */
export const NOUN_OR_VERB: ReadonlySet<string> = new Set(
  `spread account act address age aid aim answer appeal approach arrest attack attempt award back ban bar base battle benefit bid bill blame
  block boost bomb border break budget call campaign care case cause centre challenge change charge claim clash close command comment concern conflict contact
  contract contrast control convict cost count cover crash cut damage deal debate decline delay demand design dispute double doubt drive drop end estimate exercise experience
  export face fall fear feature fight figure film fine fire focus force form function fund gain gap grant guarantee guide halt hand harm head help hit hold hope host
  impact import increase influence interest interview issue joke judge jump label lack land launch lead leak level lift limit link list loan look loss march mark
  market match matter measure merge miss mix move name need note object offer open operate order outline pay permit place plan plant play pledge point poll post
  present press pressure price produce profit programme progress project promise protest purchase push question quote race raid raise range rank rate reach
  record reform refuse release remark repair reply report request rescue research resort respect result return review reward ride ring rise risk rule run sale
  schedule score search seek sentence shape share shift show showcase sign signal slide slump split stage stake stand star start state stay step stop store strain strike study
  suit supply support surge survey suspect swing target tax test threat tour trade train transfer travel treat trend trial trust try turn use value view visit
  voice vote wage walk want warrant watch wave win wish witness work worry yield`.split(/\s+/),
);

/** Plurals that do not end in -s, and singular words that take a plural verb. */
export const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  `people police men women children grandchildren schoolchildren data media staff cattle half most many some few others both all several those these they we you i
  majority minority team family government crew public number rest half dozens`.split(/\s+/),
);

/** Plural nouns that do stand before another noun: "weapons programs", "sales figures". */
export const PLURAL_MODIFIERS: ReadonlySet<string> = new Set(
  `weapons sales sports arms savings earnings goods operations systems affairs communications services securities customs futures news
  economics politics physics mathematics athletics ethics logistics statistics human-rights rights drugs jobs markets parts relations accounts admissions
  elections emissions humanities materials narcotics pensions prisons projects railways resources savings schools species standards textiles transport women's
  works benefits energy sciences appeals sanctions missiles`.split(/\s+/),
);

/** What only somebody does, on purpose: "it plans to close" speaks of a body, "it took ten years" need not. Base forms. */
export const DELIBERATE: ReadonlySet<string> = new Set(
  `plan intend aim hope expect agree decide propose consider review investigate examine study seek request ask urge consult negotiate close reopen shut
  launch sell buy acquire invest hire employ recruit lay dismiss pay repay offer provide supply issue publish release recall withdraw suspend cancel sign approve
  reject oppose support back welcome accept condemn apologise apologize regret deploy arrest detain charge prosecute sue appeal conclude believe continue cooperate
  comply respond monitor inspect audit test interview refuse pledge promise vow commit abandon scrap drop postpone ban license regulate fund finance donate`
    .trim()
    .split(/\s+/),
);

/** Past forms of what nobody does to anything: no participle tells of a thing by them, so that they are the verb of their clause. Written for Stet from school grammar. */
export const NEVER_DONE: ReadonlySet<string> = new Set(
  `remained seemed consisted belonged depended relied resulted stemmed happened occurred existed lasted died waited stayed talked responded replied reacted
  participated hesitated coincided amounted emerged arrived tended`.split(/\s+/),
);

/** Participles of what is done to somebody or something: without an object behind them no subject of theirs does it. Written for Stet from reading news. */
export const SUFFERED: ReadonlySet<string> = new Set(
  `charged jailed convicted sentenced fined suspended sacked dismissed fired banned barred arrested detained held imprisoned killed shot stabbed injured wounded attacked robbed
  rescued saved found taken brought sent given awarded paid sold bought built rebuilt extended demolished raised bred educated trained published printed written rewritten
  translated performed shown broadcast filmed recorded designed made named renamed appointed elected re-elected chosen crowned knighted honoured honored invited told ordered
  forced allowed permitted forbidden released freed cleared acquitted discharged treated examined tested approved rejected adopted vetoed scrapped cancelled canceled abolished
  postponed delayed lifted replaced removed restored repaired installed used seen reviewed investigated questioned searched seized blocked evacuated flooded destroyed damaged
  buried cremated deported extradited expelled nominated praised criticised criticized accused blamed hit struck thrown stolen handed owned estimated valued priced caused dated aimed
  based located situated leased required associated linked attached intended`.split(/\s+/),
);

/** Verbs whose object is a list of things that each happened or belong. Written for Stet. */
export const LISTING: ReadonlySet<string> = new Set(
  `include includes included including encompass encompasses encompassed comprise comprises comprised involve involves involved contain contains contained
  list lists listed feature features featured name names named cover covers covered combine combines combined`.split(
    /\s+/,
  ),
);
