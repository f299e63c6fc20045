/** What makes a capitalised run an organization. Hand-written from news prose; lower case. */

/** Head or last words of bodies' names: "Peking University", "Department of Justice". */
export const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(
  `university college school academy institute institution center centre hospital clinic council ministry department agency bureau office
   commission committee court board company corporation corp inc llc ltd plc group holdings bank fund trust foundation association federation
   union league society club party police army navy guard service services authority administration organization organisation network news
   times post journal herald tribune guardian telegraph independent gazette chronicle press media broadcasting studios pictures records
   airlines airways motors technologies technology systems industries partners capital ventures energy oil gas pharma pharmaceuticals
   laboratories labs laboratory museum gallery library church congress senate parliament assembly house cabinet embassy secretariat
   registry regulator ombudsman inspectorate directorate observatory alliance coalition initiative project campaign programme program pac
   treasury reserve exchange chamber consortium confederation committee caucus conference convention forum
   united city rovers wanderers athletic fc cf afc nhs fbi cia nsa nasa nato imf wto opec bbc cnn nbc abc cbs pbs npr msnbc fox
   afl-cio naacp aclu nra rnc dnc gop monitor magazine review weekly today politico reuters bloomberg breitbart buzzfeed mashable
   constabulary daily mail express mirror borough watch international management survey securities insurance assurance logistics steel foods brewery breweries
   stores supermarkets retailers studies observatory orchestra theatre ferries homes care healthcare trains railways railway buses shipping
   lines properties developments construction builders engineering electric hotels leisure entertainment networks communications consulting
   guild catering couriers motors ag spa nv gmbh bv sa kk pty bhd`.split(/\s+/),
);

/** Bodies whose name alone says nothing of it. */
export const KNOWN_ORGANIZATIONS: ReadonlySet<string> = new Set(
  `un|u.n.|united nations|nato|eu|e.u.|european union|white house|kremlin|pentagon|congress|senate|house|parliament|supreme court|gop|
   democratic party|republican party|labour|labour party|conservative party|tories|lib dems|liberal democrats|greens|snp|plaid cymru|sinn féin|dup|
   un security council|u.n. security council|security council|foreign ministry|state department|justice department|treasury|federal reserve|
   fed|ecb|bank of england|world bank|imf|wto|who|unicef|unesco|red cross|amnesty international|human rights watch|greenpeace|oxfam|
   facebook|twitter|google|amazon|apple|microsoft|netflix|meta|tesla|uber|boeing|airbus|toyota|volkswagen|samsung|huawei|bbc|cnn|fox news|
   msnbc|nbc|nbc news|abc|abc news|cbs|cbs news|npr|pbs|reuters|associated press|ap|afp|bloomberg|the new york times|new york times|washington post|
   the washington post|the guardian|wall street journal|financial times|downing street|number 10|no. 10|home office|foreign office|
   whitehall|scotland yard|met office|nhs|nhs england|fbi|cia|epa|fda|cdc|nasa|nra|aclu|naacp|afl-cio|hamas|hezbollah|taliban|islamic state|isis|
   al-qaeda|opec|fifa|uefa|ioc|nba|nfl|premier league|european commission|european parliament|european court|high court|ofsted|ofcom|ofgem|
   ons|office for national statistics|scottish executive|northern ireland executive|breitbart|breitbart news|politico|buzzfeed|huffington post|usa today`
    .split('|')
    .map((name) => name.trim()),
);

/** Parties by the names that do not say that they are one; lower case. Hand-written from news prose. */
export const PARTIES: ReadonlySet<string> = new Set(
  `labour|conservatives|tories|liberal democrats|lib dems|liberals|greens|snp|plaid cymru|ukip|dup|sdlp|sinn féin|sinn fein|fine gael|fianna fáil|republicans|democrats|social democrats|christian democrats|likud|veritas|respect|reform uk|syriza|podemos|fidesz`.split(
    '|',
  ),
);
