/** What "the" may stand before without a word said about which is meant, and what a noun may be told apart by. Written for Stet from reading news. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Of these there is one, or everybody knows which: "the government", "the internet", "the weekend". */
export const KNOWN_TO_ALL: ReadonlySet<string> = words(
  `government president premier pm king queen pope public police army military navy world country nation state internet web media press
   economy market markets dollar yen pound euro mark lira franc peso rupee rouble ruble yuan bolivar guilder krona law constitution weather climate environment sun moon sky sea coast ocean earth planet universe past future present
   time end beginning start middle top bottom front back rest number amount majority minority most same other others latter former
   day night morning afternoon evening weekend week month year decade century season summer winter spring autumn fall holidays
   pandemic war left right north south east west poor rich young old elderly dead injured wounded unemployed homeless
   opposition parliament congress senate court courts jury ballot polls countryside capital city town village streets street road
   first second third fourth fifth last next only best worst highest lowest largest biggest smallest average median total`,
);

/** Say nothing of which is meant. */
export const TELLS_LITTLE: ReadonlySet<string> = words(
  `new old big large small major minor key main latest recent current previous first second third fourth last next final same other own such
   further separate similar different certain particular whole entire full good bad great high low long short early late controversial former
   joint possible potential serious special huge vast tiny only very many few several various more most another sole single total overall
   so-called old-fashioned well-known long-standing longstanding actual present existing entire upcoming forthcoming alleged proposed planned important significant original initial eventual subsequent additional extra much-needed long-awaited`,
);

/** A place behind one of these says which is meant: "the fire in Leeds". */
export const PLACED_NOUNS: ReadonlySet<string> = words(
  `fire crash accident explosion blast attack shooting stampede collapse protest demonstration rally march meeting summit conference ceremony festival
   factory plant mine refinery warehouse school hospital clinic hotel station airport harbour port dam bridge tunnel stadium church mosque temple
   prison camp base museum library theatre market shop store branch home house flat farm site depot quarry laboratory election referendum flood floods
   earthquake storm wildfire outbreak trial inquiry inquest drought strike riot riots massacre bombing`,
);

/** "The plan to cut bus routes": what stands behind "to" says which is meant. */
export const PURPOSED_NOUNS: ReadonlySet<string> = words(
  'plan plans proposal proposals deal bid offer move effort efforts scheme campaign law bill measure measures motion resolution agreement pledge promise vote petition',
);

/** Behind "the" these may mean what the article calls by a name of its own, or nothing one can point to: "the company", "the site", "the risk". */
export const CALLED_OTHERWISE: ReadonlySet<string> = words(
  `party court group team club government side city state town county village country force board company firm chain office campaign event game show
   film book song album play series site website page place ship boat vessel plane train car truck van bus house building street road
   organisation organization agency association union region district area province
   risk issue way problem point question idea thing fact matter situation reason chance need right use cost costs value price level rate kind type
   part line field hand head face eye body life name word words door window wall table floor ground tree water air money power
   case cases number numbers story history future move step role job work post position`,
);

/** Of what may be told about, or be for, as part of what it is: "a book about bees", "a fee for parking". */
export const TOLD_ABOUT: ReadonlySet<string> = words(
  `report study book film law bill measure rule rules debate lawsuit inquiry investigation survey poll documentary petition campaign agreement treaty
   deal contract talks negotiations dispute row battle fight war vaccine drug treatment tax levy fee charge fund budget grant licence license permit ban
   plan plans proposal proposals scheme programme program project motion resolution vote referendum election by-election application bid`,
);

/** A place or building that is named once by its whole name and then by its last word: "the park", "the museum". */
export const NAMED_PLACES: ReadonlySet<string> = words(
  `park bridge museum gallery library theatre theater hotel station airport stadium arena prison jail island lake mountain valley church cathedral castle palace
   mosque temple synagogue hospital clinic factory plant dam canal tunnel harbour harbor port tower zoo garden gardens festival championship tournament
   prize award treaty act bill review inquiry`,
);

/** What comes from somebody: "an offer from Norvik", "a letter from the council". */
export const COMES_FROM: ReadonlySet<string> = words(
  'offer bid proposal statement letter report request complaint demand order loan grant gift donation warning invitation message',
);
