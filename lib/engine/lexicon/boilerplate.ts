/**
 * Wording of what stands around an article: navigation, sharing, subscription, credits, notes. Written by hand from the
 * furniture of news pages and feeds in English; each pattern is anchored at a line's start or to a whole line, so that
 * a sentence of the article that happens to use the words is left alone.
 *
 * All patterns run on one line at a time and hold no nested repetition.
 */

/** Whole short lines. Compared in lower case without closing punctuation. */
export const NAVIGATION_LINES: ReadonlySet<string> = new Set(
  `share|share this|share this article|share this story|share this page|share on facebook|share on twitter|share on x|share via email|tweet|
   email|e-mail|print|save|save article|copy link|link copied|comments|comment|view comments|leave a comment|show comments|join the conversation|
   advertisement|advertisement - story continues below|ad|sponsored|sponsored content|promoted|paid post|read more|read more here|more|see more|
   show more|load more|related|related articles|related stories|related content|related topics|related topic|related coverage|more on this story|
   more stories|more from|more like this|more news|explore more|explore more on these topics|most read|most viewed|most popular|trending|trending now|top stories|latest|
   latest news|latest stories|editor's picks|editors' picks|recommended|recommended for you|you may also like|you might also like|
   you might be interested in|skip to content|skip to main content|skip advertisement|skip ad|menu|search|sections|home|home page|homepage|news|
   sign in|log in|login|register|subscribe|subscribe now|subscribe today|sign up|sign up now|newsletter|newsletters|my account|back to top|
   back to home|next|previous|next article|previous article|next story|continue reading|continue reading the main story|
   continue reading below|story continues below|story continues|article continues below|article continues after ad|
   story continues below advertisement|listen|listen to article|listen to this article|watch|watch live|watch now|play|play video|video|loading|
   loading...|facebook|twitter|x|instagram|whatsapp|linkedin|reddit|pinterest|telegram|youtube|tiktok|flipboard|bluesky|threads|messenger|
   pocket|rss|follow|follow us|contact us|contact|about us|about|help|help center|careers|advertise|advertise with us|privacy|privacy policy|
   cookie policy|cookies|terms|terms of use|terms of service|terms and conditions|accessibility|sitemap|site map|do not sell my personal information|
   gift this article|give this article|give article|bookmark|add to favorites|report this ad|why am i seeing this|hide caption|toggle caption|
   enlarge this image|image source|image caption|media caption|getty images|in this article|in this story|on this page|table of contents|
   breaking news|breaking|live|live updates|exclusive|opinion|analysis|topics|tags|topic|close|dismiss|accept|accept all|reject all|
   manage cookies|ok|got it|learn more|find out more|click here|download the app|get the app|open in app|republish this article|
   support us|donate|donate now|become a member|support our journalism|support independent journalism|unlock this article|
   this article is more than 1 year old|this article is more than 5 years old|premium|subscriber only|for subscribers|members only|free|the end|ends`
    .split('|')
    .map((line) => line.replace(/\s+/g, ' ').trim()),
);

/** Of these the ones that stand in the middle of articles as often as after them. */
export const PASSING_LINES: ReadonlySet<string> = new Set(
  `share|tweet|email|e-mail|print|save|save article|copy link|comments|advertisement|advertisement - story continues below|ad|sponsored|more|
   continue reading|continue reading the main story|continue reading below|story continues below|story continues|article continues below|
   article continues after ad|story continues below advertisement|skip advertisement|skip ad|listen|watch|play|video|loading|loading...|
   facebook|twitter|x|instagram|whatsapp|linkedin|reddit|pinterest|telegram|youtube|tiktok|image source|image caption|media caption|
   getty images|in this article|in this story|breaking news|breaking|live|live updates|exclusive|opinion|analysis|premium|free|news|search|
   hide caption|toggle caption|enlarge this image|close|help|topic|next|previous|threads|bluesky`
    .split('|')
    .map((line) => line.replace(/\s+/g, ' ').trim()),
);

/** Beginnings of lines that are never the article's prose, wherever they stand. */
export const BOILERPLATE_STARTS: readonly RegExp[] = [
  /^\((?:updates?|adds|recasts|corrects|refiles|repeats|removes|clarifies|changes|rewrites|writes through)\b[^()]{0,200}\)$/i,
  /^[A-Z]{2,6} [-+—]?\d+\.\d+ \([-+—]?\d+\.\d+%\)$/,
  /^(?:sponsored|sponsored content|sponsored post|paid content|paid post|paid for by|advertorial|promoted|partner content|advertisement feature)\s?[:|—-]/i,
  /^(?:want|like|liked|love|loved|enjoy|enjoying|enjoyed) (?:more|this|these|our|what|to read|stories)\b.{0,60}\?/i,
  /^join (?:over |more than |nearly |the |our )?[\d.,]+(?: million|m|k)? (?:other )?(?:readers|subscribers|people|members)\b/i,
  /^(?:if you have|if you've|if you or someone you know|if you are|if you're) (?:been affected|affected|has been|experiencing|struggling|in distress|feeling)\b/i,
  /^(?:read more|also read|read also|see also|read next|up next|related|more on|more from|more:|don't miss|must read|keep reading)\b.{0,20}[:|—-]/i,
  /^(?:read|see|watch|listen|related|more|also|explore|photos|gallery|video|podcast|in pictures|live)(?: more| also| next| now| live)?:\s/i,
  /^read (?:more|the full (?:story|article|report|text)|this (?:article|story) in|our (?:full|complete|coverage|live|privacy|terms))\b/i,
  /^(?:subscribe|sign up|sign in|log in|register|unsubscribe)\b/i,
  /^unlock (?:the|this|our|your|unlimited|full)\b/i,
  /^(?:[\p{L}&' ]{2,24} [|•·›»/] ){2,}[\p{L}&' ]{2,24}$/u,
  /^(?:share|posted|save|listen|watch|related|more) (?:article|story|stories|video|link|topics|posts)\b.{0,40}$/i,
  /^(?:click|tap|swipe|scroll) (?:here|to|the|on|for|down|through)\b/i,
  /^(?:follow|like|find|join) (?:us|our|me|him|her|them|\S+(?: \S+){0,4}) on (?:facebook|twitter|instagram|x|linkedin|tiktok|youtube|whatsapp|bluesky|threads|telegram|snapchat|google)\b/i,
  /^(?:follow|like|join) (?:us|our)\b/i,
  /^(?:follow|tweet) @\w+/i,
  /^@\w+\s*$/,
  /^(?:share|tweet|email|print|save) (?:this|on|via|to|with)\b/i,
  /^(?:download|get|install|try) (?:the|our) (?:free |new |official |latest )?(?:\S+ ){0,3}?(?:app|newsletter|newsletters|briefing|magazine|podcast)\b/i,
  /^get (?:the|our|all) .{0,60}\b(?:inbox|newsletter|delivered|emailed|straight to|every (?:morning|day|week|weekday))\b/i,
  /^(?:you've|you have) (?:read|reached|used|viewed|run out|\d+|one|two|three)\b/i,
  /^(?:this is|you have) your (?:last|first|\S+) free\b/i,
  /^(?:become a|become an|support|donate|make a (?:donation|contribution)|help us|help fund|contribute)\b.{0,80}\b(?:member|subscriber|supporter|journalism|reporting|newsroom|today|donation|contribution|us)\b/i,
  /^(?:already|not) (?:a|an) (?:subscriber|member)\b/i,
  /^(?:dear reader|to our readers|a note to readers|a message from|thank you for reading|thanks for reading|thank you for your support)\b/i,
  /^(?:do you have|have you|got|are you|were you|did you|what do you think|what's your|tell us|let us know|share your|send your|send us|email us|contact us|write to|get in touch|call us|text us|whatsapp us|reach out)\b.{0,140}(?:\b(?:story|tip|tips|news|experience|experiences|comments?|e-?mail|get in touch|contact|view|views|know|touch|newsroom|letters?|opinion|below|photos?)\b|@)/i,
  /^(?:powered by|published by arrangement|distributed by|provided by|brought to you by|sponsored by|presented by|hosted by|produced by)\b/i,
  /^(?:qr code|photo gallery|image gallery|picture gallery|slideshow|start your subscription|your subscription|manage your)\b/i,
  /^(?:©|\(c\)|copyright\b|all rights reserved|\d{4} ©)/i,
  /\ball rights reserved\.?$/i,
  /^(?:topics?|tags?|filed under|categories|category|keywords|sections?|in this (?:article|story)|related topics|tickers?|explore more on these topics)\s*:/i,
  /^(?:privacy|cookie|terms|accessibility|editorial) (?:policy|settings|statement|notice|of (?:use|service)|and conditions|preferences|guidelines|standards)\b/i,
  /^(?:we|this (?:site|website)) (?:use|uses) cookies\b/i,
  /^(?:by (?:clicking|continuing|signing up|subscribing|submitting|entering|using))\b.{0,60}\b(?:you|our|agree|terms)\b/i,
  /^(?:our standards|the \w+ trust principles)\s*:?/i,
  /^let's block ads\b/i,
  /^(?:today's|our|the latest|all the|complete|full|more) coverage\b(?!.*\.$)/i,
  /^(?:not an offer|for more (?:stories|news|information|on this|coverage|from)|for the latest|for full|stay (?:updated|informed|tuned|up to date|connected|in touch)|visit (?:our|us|the website|\S+\.(?:com|org|net|co)))\b/i,
  /^(?:this (?:article|story|column|post|piece|content|report|interview|essay|excerpt|item|newsletter)) (?:was|is|has been|originally|first|appeared|appears) ?(?:\S+ ){0,3}(?:published|appeared|appears|produced|originally|first|republished|part of|a partnership|made possible|supported|translated|sponsored|from|adapted|reported|available|for)\b/i,
  /^(?:originally published|first published|reprinted|republished)\b/i,
  /^the post .{1,160} (?:appeared first on|first appeared on)\b/i,
  /^(?:the )?(?:opinions|views)(?: and \w+)? expressed\b/i,
  /^(?:about|meet) the (?:author|authors|writer|writers|reporter|reporters|journalist)\b/i,
  /^a (?:longer |shorter )?version of this (?:article|story|column|post|piece|interview|essay)\b/i,
  /^(?:elsewhere|also|more|new) (?:on|in|from) (?:the|this|our) (?:site|page|paper|website|network|news|app)\b.{0,20}[:—]/i,
  /^(?:get|enjoy|try|take) (?:your first )?\d+ (?:days|weeks|months|issues)\b/i,
  /^(?:save|get|win|claim) (?:up to |an extra )?(?:[$£€]\d|\d+ ?(?:%|percent|per cent)|\d+ off)/i,
  /^what do you think\b.{0,40}\b(?:vote|poll)\b/i,
  /^(?:vote|take part|have your say) in (?:our|the|this) (?:poll|quiz|survey)\b/i,
  /^before it's (?:here|in the news)\b/i,
  /\b(?:adheres to the editors' code|registered in england|registered charity n)\b/i,
  /\bfor (?:more |further )?(?:details|information|tickets|bookings?),? (?:please )?(?:call|visit|e-?mail|contact|see|go to|ring)\b/i,
  /\brated (?:\d(?:\.\d)? (?:stars|out of)|\w+ stars)\b.{0,40}\b(?:by|from) [\d,]+ (?:readers|users|reviews|customers)\b/i,
  /^(?:if you (?:have|would like|want|enjoy|liked|value|are interested|need|like|know)\b).{0,120}\b(?:subscribe|newsletter|email|e-mail|contact us|comment|tip|sign up|get in touch|our|write to us|click)\b/i,
  /^(?:the )?\S+(?: \S+){0,5} (?:is|are) (?:a|an) (?:nonprofit|non-profit|reader-supported|member-supported) (?:newsroom|news)\b/i,
  /^(?:advertisement|sponsored|advertorial|paid content|promotion)\b.{0,40}$/i,
  /^(?:enter your|your) e-?mail(?: address)?\b/i,
  /^(?:\d+ )?(?:comments?|shares?|likes?|views?|retweets?|replies)(?: \d+)?$/i,
  /^\d+[kKmM]? (?:comments?|shares?|likes?|views?|retweets?|replies)\b/i,
  /^\d+ min(?:ute)?s? read\b/i,
  /^(?:listen|watch|play|video|audio) ?[·|(]? ?\d+/i,
  /^(?:duration|runtime|length|time)(?:\s*:)?\s*\d+:\d+/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^[^\s@]+@(?:[^\s@.]+\.)+\w+$/,
  /^(?:tel|phone|fax|call|e-?mail|contact)\s*:\s/i,
  /^(?:to (?:contact|reach) the (?:reporter|author|editor|writer|journalist)s?)\b/i,
  /^(?:file (?:photo|image|picture)|stock (?:photo|image))\b.{0,40}$/i,
];

/** Who else worked on it. */
export const CREDIT_LINES: readonly RegExp[] = [
  /^[^.!?"]{2,140}\bcontributed (?:to this (?:report|story|article)|reporting)\. (?:reach|contact|follow|e-?mail|write to|call)\b.{0,200}$/i,
  // "Research by the charity found that …" tells what it found
  /^(?!research by [^.]*\b(?:finds?|found|shows?|showed|suggests?|suggested|indicates?|indicated|reveals?|revealed|conclude[sd]?|estimate[sd]?|shown|says?|said|warn(?:s|ed)|puts?)\b)\(?(?:additional |further |other |extra )?(?:reporting|research|writing|editing|production|translation|photography|photos?|video|graphics?|illustrations?|design|data|words|interview|compiled|edited|written|translated|produced|reported|photographed)(?: (?:and|&) (?:\w+))?(?: (?:for|in|from)(?: [^\s.;:]+){1,6})?\s?(?:by|:)\s/i,
  /^(?:with|plus) (?:files|reporting|additional reporting|reports|agencies|contributions|inputs|input|wires|wire reports|afp|ap|reuters|pa)\b.{0,100}$/i,
  /^(?:—|-)+\s?(?:with|by|from|reuters|ap|afp|pa|bloomberg|dpa|editing)\b.{0,80}$/i,
  /^\p{Lu}[^.!?"]{2,140}\b(?:contributed (?:to (?:this|the) (?:report|story|article|piece|column)|reporting|from|research|additional)|assisted (?:in|with) (?:this|the))[^.!?"]{0,60}\.?$/u,
  /^(?:agence france-presse|the associated press|associated press|reuters|press association|pa media|afp|ap|bloomberg|dpa|xinhua|tass|ians|pti|ani)\.?$/i,
  /^(?:source|sources)\s*:\s.{0,120}$/i,
  /^(?:\p{L}+ \p{L}+\. )?"[^"]{5,200}" (?:—|--|-) \p{Lu}[^",]{2,60}, (?:\p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4}|\d{1,2} \p{Lu}\p{Ll}{2,8} \d{4})\.?$/u,
  /^\p{Lu}[^.!?"]{2,60} (?:is|are) (?:a|an|the|our) [^.!?"]{0,60}\b(?:reporter|correspondent|columnist|editor|journalist|writer|critic)\b[^.!?"]{0,40}\b(?:our|covering|who covers|who writes)\b[^.!?"]{0,80}\.(?: .*)?$/iu,
  /^\p{Lu}[^.!?"]{2,60} (?:is|are) (?:a|an|the) [^.!?"]{0,60}\b(?:reporter|correspondent|columnist|editor|journalist|writer)\b[^.!?"]{0,80}\. (?:she|he|they) (?:joined|previously|tweets|(?:has|have) (?:won|worked|written|reported|covered)|is the author|can be reached)\b.{0,200}$/iu,
  /^\p{Lu}[^.!?"]{2,140} (?:is|was|are|were) (?:a|an|the|our) (?:[\p{L}'-]+ ){0,6}?(?:reporter|correspondent|columnist|contributor|contributing|staff writer|editor|freelance|journalist|intern)\b[^.!?"]{0,120}\.(?: (?:follow|you can|email|contact|reach|he can|she can|they can)\b.*)?$/iu,
];

/** "Luna Lin and Shirley Feng reported from Beijing.": names alone before the verb, and nothing after the place. */
export const CONTRIBUTORS =
  /^(?!The )(?:\p{Lu}[\p{L}.'-]+(?:,? and |, | )){2,16}(?:also )?(?:reported|reporting|contributed|contributing)(?: reporting)? (?:from (?:(?:the )?\p{Lu}[\p{L}.'-]+(?:,? and |, | )?){1,10}|to this (?:report|story|article))\.?$/u;

/** Notes on the article itself. */
export const NOTE_STARTS: readonly RegExp[] = [
  /^\*?(?:correction|corrections|clarification|clarifications|editor's note|editors' note|author's note|note to readers|publisher's note|update|updated|for the record|amendment|disclosure|disclaimer|footnote)\b[^:.—]{0,40}[:—]/i,
  /^\*?(?:correction|clarification|editor's note|corrections and clarifications)s?\s*$/i,
  /^[•*(]?\s?(?:this|the|an earlier|a previous|an original|earlier) (?:article|story|version|report|headline|piece|post|column|item|caption|photo caption)s?\b.{0,80}\b(?:was|has been|were|have been|misstated|incorrectly|mistakenly|said|stated|gave|misspelled|misidentified|referred|omitted)\b.{0,60}\b(?:amended|corrected|updated|clarified|revised|edited|incorrectly|mistakenly|misstated|wrongly|inaccurately|misspelled|misidentified|erroneously|error|omitted)\b/i,
  /^[•*(]?\s?(?:an earlier|a previous|the original|earlier) versions? of (?:this|the) (?:article|story|report|headline|piece|post|column|item)\b/i,
];

/** Dates and clocks of publication. */
export const STAMP_LINES: readonly RegExp[] = [
  /^(?:first |last |originally )?(?:published|updated|posted|modified|last updated|last modified|created|issued|filed|date|publication date)\b(?:\s?(?:on|at|:|—|-))?\s.{0,60}\d/i,
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s.{0,30}\d{4}.{0,30}$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}.{0,40}$/i,
  /^\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}.{0,40}$/i,
  /^\d{4}-\d{2}-\d{2}.{0,30}$/,
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,30}$/,
  /^\d{1,2}[:.]\d{2} ?(?:am|pm|a\.m\.|p\.m\.|gmt|bst|utc|est|edt|et|cet)\b.{0,40}$/i,
  /^\d{1,2} (?:minutes?|hours?|days?|weeks?|months?) ago\b.{0,20}$/i,
];

/** Picture credits. */
export const AGENCIES =
  /\b(?:reuters|getty(?: images)?|aap|abc news|supplied|press association|afp|ap(?: photo)?|associated press|epa|pa(?: wire| media| images)?|shutterstock|alamy|bloomberg|xinhua|anadolu|zuma|rex|istock|unsplash|wikimedia|eyevine|magnum|dpa|ansa|tass|kyodo|yonhap|nasa|handout|corbis|sipa|nurphoto|photo|photograph|pool)\b/i;
export const PHOTO_CREDITS: readonly RegExp[] = [
  /^\(?(?:photo|photos|photograph|photographs|photography|picture|pictures|image|images|image source|image credit|photo credit|picture credit|credit|credits|illustration|graphic|composite|video|map|chart|photo illustration|file photo)(?: (?:by|courtesy(?: of)?|credit|from)|\s*[:,/|]|\s+©)\s?.{1,90}$/i,
  /^(?:©|credit\b).{1,80}$/i,
];
/** At the end of a caption's line. */
export const CREDITS_AT_END: readonly RegExp[] = [
  /(?<=[\p{L}\p{N}"'] )(?:Image|Photo|Picture|Photograph)(?: credit)?: [^\s.!?)]+(?: [^\s.!?)]+){0,7}\.?$/u,
  /\((?:photo|photos|photograph|picture|image|credit|illustration|source|file|ap photo|reuters|getty|afp|aap|pa|abc news|supplied|bbc|courtesy|library|archive|stock)\b[^()]*\)$/i,
  /(?:^|[.!?]["')]? |\) )(?:photograph|photo|photo credit|picture|image|credit|illustration|composite)s?(?: by| courtesy of|:) ?[^\s.!?)]+(?: [^\s.!?)]+)*\.?$/i,
];

/** Headings over advice to readers. */
export const ADVICE_HEADINGS =
  /^(?:what (?:to do|you (?:can|should|need to)|should (?:i|you|we)|can (?:i|you|we)|to (?:expect|look|watch|know))|how (?:to|you can|can (?:i|you|we)|do (?:i|you)|should (?:i|you))|advice\b|tips\b|safety (?:tips|advice)|top tips|\w+ (?:tips|ways|steps|things) (?:to|for|you)|if you (?:are|have|see|think|need|suspect|live|smell|feel|find)|where to (?:get|find|go|call|turn)|need help|getting help|help and (?:support|advice)|stay safe|staying safe|before you|dos and don'ts|do's and don'ts|key advice|official advice|guidance)\b/i;

/** Bare verbs that open instructions. */
export const INSTRUCTION_VERBS: ReadonlySet<string> = new Set(
  `add allow apply ask avoid be boil book bring buy call carry change charge check choose clean clear click close collect consider contact
   cook cover cut dial discard do don't drink drive dry eat enter evacuate fill find follow get give go have heat help ignore insulate keep
   know learn leave let limit listen lock look make monitor move never notify open order pack pay phone plan plug prepare protect pull put
   read register remember remove replace report rest return ring rinse run save seek sell send set share shut sign sit speak stay stock stop
   store switch take talk tell test text throw treat trim try turn unplug update use visit wait walk wash watch wear wipe work write always
   always please`.split(/\s+/),
);

/** Words that weigh towards an advertisement of the house in a paragraph that addresses the reader. */
export const HOUSE_WORDS =
  /\b(?:subscri(?:be|bed|bing|ption|ptions|bers?)|newsletters?|memberships?|inbox|sign up|unlimited access|free articles?|free trial|cancel any ?time|our (?:journalism|reporting|newsroom|readers|coverage|website|app|journalists|reporters|podcast|magazine|mission|independence|work)|support us|your support|your inbox|donat(?:e|ion|ions)|contribut(?:e|ion)s? (?:today|from readers|now|to)|paywall|digital edition|print edition|daily email|weekly magazine|gift (?:card|subscription)|limited.time offer|special offer|per month|a month|a week for|journalism|dear reader|become a member|delivered to|straight to your)\b/i;

/** Wares that give a paragraph away where it speaks of "you", "us" or "our" even once. */
export const HOUSE_WARES =
  /\b(?:newsletters?|sign(?:ed)? up (?:to|for|here|now|today)|subscribers? (?:can|get|receive|enjoy)|subscribe (?:to|now|today|here|for)|free trial|unlimited access|your inbox|log in|register (?:now|here|for free|or)|push (?:alerts|notifications)|breaking news alerts?|exclusive stories|paywall|donate (?:to|now|today|here)|become a (?:member|supporter|subscriber|patron))\b/i;
