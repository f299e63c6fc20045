/**
 * Nouns that name an event, so that a phrase such as "their April summit in Florida" takes for granted that it happened. Written for Stet.
 */
export const EVENT_NOUNS: ReadonlySet<string> = new Set(
  `abdication accident acquisition address adoption airstrike announcement appearance appointment arrest assassination assault attack auction
  ballot bankruptcy battle bid birth blast blaze bombing breach breakdown broadcast burial call campaign cancellation ceremony championship clash
  closure collapse collision conference conflict congress conviction coup crackdown crash crisis cyclone death debate debut defeat demolition departure derailment
  disappearance discovery dismissal earthquake election epidemic eruption eviction evacuation execution exercise exercises expedition explosion expulsion famine festival fight final fire flight flood floods
  flotation founding funeral game games genocide hearing heatwave hurricane impeachment inauguration incident inquest inquiry insurrection interview invasion
  investigation killing killings landing landslide launch lawsuit lockdown march massacre match meeting merger mission murder murders negotiations offensive opening operation outage
  outbreak pandemic parade performance premiere primary probe protest protests publication purchase raid rally recall recession referendum release resignation retirement
  revolution riot riots robbery sale scandal seizure sentencing session shooting shutdown siege signing speech spill stabbing storm strike strikes summit surgery survey
  takeover talks test tests tour tournament trial trip tsunami uprising verdict victory visit vote voyage war wedding wildfire wildfires win withdrawal workshop`.split(
    /\s+/,
  ),
);

/** Prepositions that place a claim beside an event: "after his first meeting with Xi". */
export const EVENT_PREPOSITIONS: ReadonlySet<string> = new Set([
  'at',
  'after',
  'during',
  'following',
  'before',
  'since',
  'amid',
  'in',
  'on',
  'until',
  'despite',
]);

/** "the plan pitched by": participles that tell the origin of a thing. Any participle will do before "by"; these also before a time. */
export const SCHEDULED: ReadonlySet<string> = new Set(['set', 'scheduled', 'due', 'planned', 'slated', 'expected']);

/** "chided Beijing for not supporting": what follows "for" is taken as true by whoever criticises. */
export const REPROACHES: ReadonlySet<string> = new Set(
  `chided chides criticised criticized criticises criticizes blamed blames faulted condemned condemns rebuked scolded attacked slammed fined punished praised thanked
  honoured honored jailed convicted arrested censured reprimanded denounced lambasted`.split(/\s+/),
);

/** Nouns for who somebody is. The title stands before the name or in an apposition. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  `academic activist actor actress administrator adviser advisor agent aide ambassador analyst anchor archbishop archaeologist architect artist associate astronaut astronomer
  athlete attorney author bank banker barrister bishop biologist boss brother buyer candidate captain cardinal chair chairman chairperson chairwoman champion chancellor charity chef chemist chief
  climatologist clerk club coach colonel columnist comedian commander commissioner company composer congressman congresswoman conductor constable consultant contractor
  coordinator coroner correspondent council councillor councilman councilmember councilwoman counsel counsellor critic curator daughter dean defender deputy designer detective developer diplomat director
  doctor ecologist economist editor emperor engineer entrepreneur epidemiologist executive expert farmer father fellow filmmaker firm firefighter forward founder co-founder cofounder general geologist geneticist goalkeeper governor
  graduate grandmother group guitarist head historian husband immunologist inspector investigator investor journalist judge justice king lawmaker lawyer leader lecturer lieutenant magistrate maker manager
  manufacturer mayor mechanic meteorologist midfielder minister monk mother movie musician neurologist neuroscientist novelist nurse officer official oncologist operator organiser organizer organisation organization owner painter parliamentarian
  partner pastor pediatrician paediatrician philosopher photographer physician physicist pilot player poet policeman politician pope premier presenter president priest prime-minister prince princess principal producer professor
  programmer prosecutor provider psychiatrist psychologist publisher publicist queen ranger reader referee registrar reporter representative researcher resident retailer runner sailor scholar scientist screenwriter
  secretary senator sergeant sheriff singer sister skier sociologist soldier solicitor son specialist spokesman spokesperson spokeswoman statistician strategist striker student superintendent supplier surgeon surveyor
  swimmer teacher team technician tank trader trainer treasurer trustee union university veteran vet vicar vice-president victim virologist volcanologist volunteer warden watchdog widow wife winner woman worker writer zoologist`.split(
    /\s+/,
  ),
);
