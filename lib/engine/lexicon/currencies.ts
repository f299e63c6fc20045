/**
 * Currencies by their ISO 4217 codes. Hand-made from the standard's list of active codes; the ways of writing them are those seen in English-language news.
 *
 * To add one: one line here. `symbols` stand before the figure, `names` (singular) after it; the shortest name that means this currency and no other.
 */
type Currency = {
  readonly code: string;
  readonly symbols?: string;
  readonly names?: string;
};

const CURRENCIES: readonly Currency[] = [
  { code: 'USD', symbols: '$ US$ $US', names: 'dollar|us dollar|u.s. dollar|american dollar|buck|dlr|us dlr|u.s. dlr' },
  { code: 'GBP', symbols: '£ PS', names: 'pound sterling|british pound|quid|sterling|stg' },
  { code: 'EUR', symbols: '€', names: 'euro' },
  { code: 'JPY', symbols: 'JP¥ Y ¥', names: 'yen|japanese yen' },
  { code: 'CNY', symbols: 'CN¥ RMB', names: 'yuan|renminbi|chinese yuan' },
  { code: 'AUD', symbols: 'A$ $A AU$', names: 'australian dollar|australian dlr' },
  { code: 'CAD', symbols: 'C$ $C CA$ CDN$', names: 'canadian dollar|canadian dlr|loonie' },
  { code: 'NZD', symbols: 'NZ$ $NZ', names: 'new zealand dollar|new zealand dlr|nz dlr' },
  { code: 'HKD', symbols: 'HK$', names: 'hong kong dollar|hong kong dlr|h.k. dlr' },
  { code: 'SGD', symbols: 'S$', names: 'singapore dollar|singapore dlr' },
  { code: 'TWD', symbols: 'NT$', names: 'taiwan dollar|taiwanese dollar|taiwan dlr' },
  { code: 'INR', symbols: '₹', names: 'indian rupee' },
  { code: 'PKR', names: 'pakistani rupee' },
  { code: 'LKR', names: 'sri lankan rupee' },
  { code: 'NPR', names: 'nepalese rupee|nepali rupee' },
  { code: 'CHF', symbols: 'Fr SFr', names: 'swiss franc' },
  { code: 'SEK', symbols: 'SKr', names: 'swedish krona|swedish crown' },
  { code: 'NOK', symbols: 'NKr', names: 'norwegian krone|norwegian crown' },
  { code: 'DKK', symbols: 'DKr', names: 'danish krone|danish crown' },
  { code: 'ISK', names: 'icelandic krona' },
  { code: 'CZK', names: 'czech koruna|czech crown|koruna' },
  { code: 'PLN', symbols: 'zł', names: 'zloty|polish zloty' },
  { code: 'HUF', names: 'forint|hungarian forint' },
  { code: 'RON', names: 'romanian leu' },
  { code: 'RUB', symbols: '₽', names: 'rouble|ruble|russian rouble|russian ruble' },
  { code: 'UAH', symbols: '₴', names: 'hryvnia' },
  { code: 'TRY', symbols: '₺', names: 'lira|turkish lira' },
  { code: 'ILS', symbols: '₪ NIS', names: 'shekel|israeli shekel' },
  { code: 'KRW', symbols: '₩', names: 'won|korean won|south korean won' },
  { code: 'THB', symbols: '฿', names: 'baht' },
  { code: 'MYR', symbols: 'RM', names: 'ringgit' },
  { code: 'IDR', symbols: 'Rp', names: 'rupiah' },
  { code: 'PHP', symbols: '₱ P', names: 'philippine peso' },
  { code: 'VND', symbols: '₫', names: 'dong' },
  { code: 'BDT', symbols: '৳ Tk', names: 'taka' },
  { code: 'BRL', symbols: 'R$', names: 'brazilian real|reai' },
  { code: 'MXN', symbols: 'Mex$ MX$', names: 'mexican peso' },
  { code: 'ARS', names: 'argentine peso' },
  { code: 'CLP', names: 'chilean peso' },
  { code: 'COP', names: 'colombian peso' },
  { code: 'ZAR', symbols: 'R', names: 'rand' },
  { code: 'NGN', symbols: '₦ N', names: 'naira' },
  { code: 'GHS', symbols: '₵ GH¢', names: 'cedi|ghanaian cedi' },
  { code: 'KES', symbols: 'KSh Ksh', names: 'kenyan shilling' },
  { code: 'UGX', symbols: 'USh', names: 'ugandan shilling' },
  { code: 'TZS', symbols: 'TSh', names: 'tanzanian shilling' },
  { code: 'EGP', names: 'egyptian pound' },
  { code: 'SAR', names: 'saudi riyal' },
  { code: 'QAR', names: 'qatari riyal' },
  { code: 'AED', names: 'uae dirham|emirati dirham' },
  { code: 'KWD', names: 'kuwaiti dinar' },
  // no longer paid in, and still told of; 'XEU' is what the euro replaced
  { code: 'XEU', names: 'european currency unit|ecu' },
  { code: 'DEM', names: 'deutsche mark|deutschmark|german mark|west german mark|d-mark' },
  { code: 'FRF', names: 'french franc' },
  { code: 'BEF', names: 'belgian franc' },
  { code: 'ITL', names: 'lire|italian lira|italian lire' },
  { code: 'NLG', names: 'guilder|dutch guilder' },
  { code: 'ESP', names: 'peseta|spanish peseta' },
  { code: 'JOD', names: 'jordanian dinar' },
  { code: 'IQD', names: 'iraqi dinar' },
  // names several countries share: without a nationality before them they stay what they are
  { code: 'rupee', symbols: 'Rs', names: 'rupee' },
  { code: 'shilling', symbols: 'Sh', names: 'shilling' },
  { code: 'peso', names: 'peso' },
  { code: 'franc', names: 'franc' },
  { code: 'krone', names: 'krone' },
  { code: 'krona', names: 'krona' },
  { code: 'crown', names: 'crown' },
  { code: 'riyal', names: 'riyal' },
  { code: 'dirham', names: 'dirham' },
  { code: 'dinar', names: 'dinar' },
];

/** A figure whose symbol is a word that also means other things must be written like money: "PS5" is a console, "PS8.1bn" is not. */
export const SHY_SYMBOLS: ReadonlySet<string> = new Set(['PS', 'Y', 'R', 'N', 'P', 'Fr', 'Sh', 'RM', 'Tk', 'Rp']);

const symbolEntries = CURRENCIES.flatMap((c) => (c.symbols ?? '').split(' ').map((s) => [s, c.code] as const)).filter(
  ([symbol]) => symbol !== '',
);

/** What stands before the figure, as written, to the code. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...symbolEntries,
  ...CURRENCIES.filter((c) => c.code.length === 3).map((c) => [c.code, c.code] as const),
]);

/** Letters that may be glued to the digits after them: "US55", "Rs500", "EUR20". */
export const GLUED_CURRENCY: ReadonlySet<string> = new Set(
  [...SYMBOLS.keys()].map((s) => s.replaceAll(/[^A-Za-zÀ-ž]/gu, '')).filter((s) => s !== ''),
);

const UNCHANGED = new Set([
  'yen',
  'yuan',
  'renminbi',
  'won',
  'baht',
  'rand',
  'ringgit',
  'naira',
  'taka',
  'dong',
  'quid',
  'sterling',
  'stg',
  'lire',
]);
const OTHER_PLURALS: Readonly<Record<string, readonly string[]>> = {
  krona: ['kronor', 'kronur'],
  krone: ['kroner'],
  koruna: ['korunas', 'koruny'],
  zloty: ['zlotys', 'zlotych'],
  'pound sterling': ['pounds sterling'],
  'brazilian real': ['brazilian reais'],
};

function plurals(name: string): string[] {
  if (UNCHANGED.has(name)) return [name];
  const last = name.split(' ').at(-1) ?? name;
  const special = OTHER_PLURALS[name] ?? OTHER_PLURALS[last]?.map((p) => name.slice(0, name.length - last.length) + p);
  return [name, `${name}s`, ...(special ?? [])];
}

/** Names that follow the figure, lower case, singular and plural, to the code. */
export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map([
  ...CURRENCIES.flatMap((c) =>
    (c.names ?? '')
      .split('|')
      .filter((n) => n !== '')
      .flatMap((n) => plurals(n).map((form) => [form, c.code] as const)),
  ),
  ...CURRENCIES.map((c) => [c.code.toLowerCase(), c.code] as const).filter(
    ([code]) => code !== 'try' && code !== 'cop' && code !== 'all',
  ),
]);

/** Small coins: their own units, since a text that speaks of cents is not to be changed into one that speaks of dollars. */
export const SUBUNITS: ReadonlyMap<string, string> = new Map([
  ['cent', 'cent'],
  ['cents', 'cent'],
  ['ct', 'cent'],
  ['cts', 'cent'],
  ['pence', 'penny'],
  ['penny', 'penny'],
  ['pennies', 'penny'],
  ['kopecks', 'kopeck'],
  ['paise', 'paisa'],
]);

/** Said after a figure with a "$": whose dollars. */
export const DOLLAR_OWNERS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['usd', 'USD'],
  ['aud', 'AUD'],
  ['cad', 'CAD'],
  ['cdn', 'CAD'],
  ['canadian', 'CAD'],
  ['nzd', 'NZD'],
  ['hkd', 'HKD'],
  ['sgd', 'SGD'],
]);
