/** Titles and nouns for people, hand-written from news prose. Lower case, without a full stop. */

/** Stand before a name and belong to it: "Mr. Niu". The gender is the one the title tells. */
export const HONORIFICS: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ...gendered(
    'mr sir lord king prince pope father brother baron count duke earl emperor sheikh imam rabbi msgr monsieur herr señor',
    'male',
  ),
  ...gendered(
    'mrs ms miss mme dame lady queen princess sister baroness countess duchess empress madame frau señora',
    'female',
  ),
  ...gendered('dr prof professor rev reverend hon judge justice saint st mx', null),
]);

function gendered(list: string, gender: 'male' | 'female' | null): [string, 'male' | 'female' | null][] {
  return list.split(/\s+/).map((title) => [title, gender]);
}

/** Offices that stand before a name with a capital: "President Trump", "Sen. Sanders". */
export const OFFICES: ReadonlySet<string> = new Set(
  `president vice-president premier chancellor minister secretary undersecretary ambassador governor gov senator sen sens representative rep reps
   congressman congresswoman congressmen mayor councilman councilwoman councillor councilor cllr alderman ald commissioner chairman chairwoman
   chair chief director general gen colonel col lieutenant lt major maj captain capt sergeant sgt corporal cpl private pvt admiral adm
   commander cmdr brigadier brig officer detective det inspector insp superintendent supt sheriff constable attorney prosecutor solicitor
   speaker leader majority minority deputy assistant acting former ex-president foreign defense defence prime vice first lady chief executive
   spokesman spokeswoman spokesperson coach manager striker midfielder goalkeeper quarterback archbishop bishop cardinal archdeacon
   deacon dean chancellor principal headteacher superintendent treasurer comptroller auditor democrat republican conservative labour
   candidate host anchor reporter correspondent editor author actor actress singer director rapper comedian under-secretary`.split(
    /\s+/,
  ),
);

/** Nouns for one person, by the gender they tell. */
export const PERSON_NOUNS: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ...gendered(
    'spokesman chairman congressman councilman businessman father son brother husband man boy uncle grandfather king salesman policeman fireman actor cameraman fisherman gentleman grandson nephew widower mogul',
    'male',
  ),
  ...gendered(
    'spokeswoman chairwoman congresswoman councilwoman businesswoman mother daughter sister wife woman girl aunt grandmother queen policewoman actress granddaughter niece widow',
    'female',
  ),
  ...gendered(
    `spokesperson official officer expert analyst professor researcher scientist economist lawyer attorney doctor nurse teacher student
     director manager executive minister president secretary ambassador diplomat governor senator representative lawmaker legislator politician
     candidate mayor councillor councilor commissioner chief leader head chair chairperson founder co-founder owner adviser advisor aide
     strategist pollster historian author writer columnist journalist reporter editor critic activist advocate campaigner organizer organiser
     volunteer resident neighbor neighbour witness victim survivor patient parent customer voter supporter worker employee driver farmer
     farmer fisherman soldier commander general captain colonel sergeant detective inspector investigator prosecutor judge justice solicitor
     barrister coroner sheriff superintendent coach player captain striker goalkeeper trainer athlete runner swimmer biologist chemist
     physicist geologist climatologist ecologist epidemiologist virologist psychologist sociologist anthropologist archaeologist engineer
     architect designer developer programmer consultant accountant auditor banker trader investor broker agent producer filmmaker actor singer
     musician artist curator librarian principal headteacher dean chancellor provost rector priest bishop archbishop pastor rabbi imam cleric
     pope king monarch prince princess premier chairman co-author associate fellow scholar academic specialist consultant physician surgeon
     paramedic firefighter pilot astronaut source insider operative nominee rival opponent challenger incumbent billionaire
     businessperson entrepreneur tycoon mogul host anchor moderator interviewer member observer chairman planner ranger warden trustee treasurer
     policymaker troublemaker dressmaker clerk administrator coordinator superintendent technician mechanic electrician plumber builder developer landlord tenant homeowner
     controller pensioner teenager child student pupil graduate applicant defendant plaintiff suspect informant whistleblower juror negotiator envoy
     counterpart supervisor successor predecessor mentor deputy boss cousin twin sibling classmate teammate team-mate trooper biographer understudy
     delegate superdelegate surrogate ally colleague friend relative commentator pundit blogger user tweeter caller participant reader viewer
     democrat republican conservative liberal libertarian socialist labour tory person`,
    null,
  ),
]);

/** Nouns for people in the plural who speak together, mostly unnamed. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  `officials experts analysts critics supporters opponents researchers scientists economists lawyers attorneys doctors nurses teachers
   students witnesses residents neighbors neighbours authorities police investigators prosecutors lawmakers legislators politicians diplomats
   advisers advisors aides strategists pollsters historians activists advocates campaigners organizers organisers volunteers victims
   survivors patients parents families customers voters workers employees drivers farmers soldiers commanders leaders members executives
   managers directors insiders sources observers commentators pundits journalists reporters editors scholars academics specialists engineers
   astronomers biologists physicists geologists ecologists epidemiologists forecasters meteorologists regulators auditors investors traders
   bankers economists unions groups campaigners charities ministers senators representatives democrats republicans conservatives liberals
   tories governors mayors councillors council councilors commissioners delegates superdelegates allies colleagues friends relatives rivals opponents
   people others some many most several few both users readers viewers judges jurors firefighters paramedics medics rescuers detectives
   authors allies skeptics sceptics proponents detractors defenders detractors operatives surrogates donors staffers backers
   businesses respondents participants protesters demonstrators veterans women men americans britons germans`.split(
    /\s+/,
  ),
);

/** Nouns for what is written or measured and can be said to say something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  `report reports study studies survey surveys poll polls data figures statistics documents document letter statement email emails memo
   paper papers article articles research analysis review audit inquiry filing filings lawsuit suit complaint indictment affidavit ruling
   judgment judgement verdict opinion bill law resolution treaty agreement draft transcript transcripts records record census index
   numbers results findings evidence book memoir essay editorial column op-ed headline ad advert advertisement commercial video tweet
   tweets post posts website site page poster sign banner plaque label note message notice press release release brief briefing dossier
   testimony interview speech manifesto platform budget forecast forecasts projections estimates guidance guidelines rules story stories
   trial trials experiment experiments meta-analysis model models simulation simulations map chart graphic spot motion petition order minutes newspaper magazine network broadcaster
   station channel blog newsletter posting postings leaflet leaflets pamphlet cable cables listing dispatch account accounts file files disclosure disclosures log logs footage bulletin communique
   communiqué assessment charter contract lease manual prospectus diary textbook`.split(/\s+/),
);

/** Nouns for bodies that speak through somebody. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  `government administration ministry department agency bureau office commission committee council court board company firm corporation bank
   university college school institute institution center centre hospital police army military navy force party campaign union association
   federation foundation charity group organization organisation team club league league body panel task parliament congress senate house
   cabinet embassy consulate union regulator watchdog service authority trust network newspaper magazine website outlet broadcaster
   coalition alliance movement militia regime state city county borough town village kingdom republic country nation palace kremlin pentagon airline
   operator manufacturer retailer consultancy insurer lender brokerage inquest tribunal hearing carmaker maker supplier chain startup developer utility prosecution defense defence jury side
   partnership consortium syndicate exchange subsidiary cartel fund cooperative conglomerate
   camp media television tv radio outlet community public opposition church diocese spokesperson think-tank lab laboratory observatory mission delegation`.split(
    /\s+/,
  ),
);

/** What the law calls a firm, behind its name, without full stops. Hand-written from news prose. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc ltd plc llc llp lp corp corporation co company cos gmbh ag nv bv sa spa srl pty ab asa oy oyj kk kg fa na cv sab berhad bhd pte'.split(
    ' ',
  ),
);

/** What one is to somebody: there are as many as there are people. Hand-written from news prose. */
export const RELATIONS: ReadonlySet<string> = new Set(
  `friend colleague neighbor neighbour classmate teammate roommate brother sister son daughter mother father parent wife husband widow widower uncle aunt
   cousin nephew niece grandson granddaughter grandfather grandmother partner boyfriend girlfriend lawyer attorney solicitor doctor teacher boss employee`.split(
    /\s+/,
  ),
);

/** Words in -ing that tell of which trade somebody is: "banking sources", "a shipping broker". Hand-written from news prose. */
export const TRADES: ReadonlySet<string> = new Set(
  `banking shipping trading farming mining fishing engineering manufacturing building housing refining brewing advertising publishing broadcasting
   accounting catering nursing policing teaching gambling gaming printing textile-making ranching logging drilling steelmaking shipbuilding insuring
   lending tracking polling leading acting ruling sitting serving visiting opposing founding managing surviving reigning presiding commanding`.split(
    /\s+/,
  ),
);

/** What a paper calls a firm that it has named. Written for Stet from reading news. */
export const FIRMS: ReadonlySet<string> = new Set(
  'company group firm manufacturer maker retailer airline chain operator supplier developer carmaker chipmaker brewer lender insurer'.split(
    ' ',
  ),
);

/** Of what somebody is one of these there is one alone: "the Rovers manager", "leader of the council". */
export const HEADS_OF: ReadonlySet<string> = new Set(
  'president premier chancellor minister secretary leader chief head boss manager coach captain mayor governor director editor chairman chairwoman chair commissioner treasurer king queen pope prince princess ambassador founder owner sheriff speaker principal headteacher superintendent conductor'.split(
    ' ',
  ),
);

/** The last word of a firm's name. Written for Stet from reading news. */
export const FIRM_WORDS: ReadonlySet<string> = new Set(
  `inc ltd plc llc corp corporation company co group holdings airlines airways motors energy homes ferries foods stores supermarkets systems technologies
   industries partners steel logistics brewery breweries pharma pharmaceuticals oil gas studios hotels shipping trains railways properties developments
   ag spa nv gmbh bv sa pty construction builders catering couriers cleaning motors engineering electric entertainment communications consulting healthcare care insurance assurance bank capital ventures`.split(
    /\s+/,
  ),
);
