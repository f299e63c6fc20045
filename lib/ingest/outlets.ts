/** Names of newspapers, agencies and sites, as far as their words tell. Written by hand. */

/** Papers and agencies whose names have no word of their trade in them. */
const KNOWN: ReadonlySet<string> = new Set(
  `reuters|ap|afp|associated press|the associated press|agence france-presse|press association|pa media|dpa|bloomberg|xinhua|tass|bbc|bbc news|cnn|nbc news|abc news|cbs news|fox news|sky news
   itv news|npr|pbs|the guardian|the economist|the atlantic|the new yorker|politico|axios|vox|slate|salon|buzzfeed|le monde|le figaro|el país|el pais|der spiegel|die zeit|la repubblica|the age|the hindu
   the independent|the conversation|propublica|wired|forbes|newsweek|al jazeera|deutsche welle|dw|rte|rté|cbc|cbc news|usa today|wikinews|the intercept|the verge`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);

/** A word that papers are named with, and that opens or ends their names. */
const TRADE =
  /\b(?:post|times|courier|review|herald|tribune|gazette|journal|chronicle|chronicles|observer|guardian|telegraph|news|press|star|sun|mail|mirror|record|dispatch|examiner|globe|inquirer|enquirer|register|standard|sentinel|monitor|magazine|weekly|daily|today|reporter|argus|echo|mercury|bulletin|advertiser|express|independent|republic|leader|citizen|advocate|bee|ledger|democrat|republican|intelligencer|messenger|banner|beacon|pilot|broadcasting|radio|tv|television|agency|wire|network|newspaper|report|notes|digest|dispatches|newsroom|media)$/i;
const OPENS = /^(?:the )?(?:daily|bbc|abc|nbc|cbs|cnn|radio|agence|news)\b/i;

/** "World News" and "Science Daily Digest" as labels over articles, not papers. */
const SECTION =
  /^(?:(?:the )?(?:world|local|business|sports?|breaking|latest|top|uk|us|u\.s\.|eu|international|national|domestic|regional|politics|political|health|science|technology|tech|science and technology|arts|culture|entertainment|education|environment|climate|money|more|related|good|city|state|crime|weather|travel|market|markets|company|staff|photo|video|from the|in the|morning|evening|special|press|book|film|music|restaurant|today's|opinion|editorial|all|live)) (?:news|report|review|reviews|today|press|media|wire|digest|notes|star|record|standard|daily|weekly|bulletin|magazine|reporter|journal|leader)$/i;

const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?((?:[a-z\d-]+\.){1,3}(?:com|org|net|news|info|eu|uk|ie|ca|au|nz|za|in|de|fr|it|es|us))\/?$/i;
const KINDS = /^(?:magazine|newspaper|online|website)$/;
const SMALL = /^(?:of|the|and|for|on|in|de|la|le|el|der|die|das|&)$/;

/** The name of a paper, agency or site that these words are, and nothing else; null where they are none, or may be something else. */
export function outletIn(words: string): string | null {
  const name = words.trim().replace(/^(?:source|from|via|outlet|publication|publisher)\s*:\s*/i, '');
  if (name.length === 0 || name.length > 60) return null;
  const domain = DOMAIN.exec(name);
  if (domain?.[1] !== undefined) return domain[1].toLowerCase();
  if (KNOWN.has(name.toLowerCase())) return name;
  const parts = name.split(/\s+/);
  if (parts.length < 2 || parts.length > 6 || SECTION.test(name) || /[.,!?:;"“”]/.test(name)) return null;
  if (!parts.every((part, i) => /^[\p{Lu}\d]/u.test(part) || (i > 0 && (SMALL.test(part) || KINDS.test(part)))))
    return null;
  return TRADE.test(name) || OPENS.test(name) ? name : null;
}
