/** Units as they are given: in the singular, people as "person", an age in years. */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `people person; persons person; men man; women woman; children child; feet foot; teeth tooth; geese goose; mice mouse; oxen ox; lives life; wives wife; knives knife; leaves leaf; loaves loaf
  halves half; shelves shelf; wolves wolf; thieves thief; calves calf; crises crisis; analyses analysis; theses thesis; bases base; oases oasis; criteria criterion; phenomena phenomenon
  bacteria bacterium; buses bus; gases gas; cheeses cheese; horses horse; houses house; cases case; causes cause; clauses clause; courses course; nurses nurse; purses purse; licences licence
  movies movie; cookies cookie; ties tie; pies pie; lies lie; zombies zombie; calories calorie; shoes shoe; axes axe; caches cache; aches ache; headaches headache; avalanches avalanche
  shillings shilling; dead person; injured person; wounded person; hurt person; missing person; killed person; displaced person; homeless person; unemployed person; others person`
    .split(/[;\n]/)
    .map((line) => line.trim().split(' '))
    .map(([plural = '', singular = '']): [string, string] => [plural, singular]),
);

/** Alike in the plural, or with an -s of their own. */
const ALIKE: ReadonlySet<string> = new Set(
  'series species means news aircraft sheep fish deer cattle police crew staff personnel data media headquarters barracks gallows corps lens gas bus bias canvas atlas plus minus percent us gps'.split(
    ' ',
  ),
);

/** The singular of a noun's last word, its case kept. */
function singularWord(word: string): string {
  const lower = word.toLowerCase();
  if (ALIKE.has(lower)) return word;
  const known = IRREGULAR.get(lower);
  if (known !== undefined) return known;
  for (const [plural, one] of [
    ['children', 'child'],
    ['women', 'woman'],
    ['men', 'man'],
  ] as const)
    if (lower.endsWith(plural) && lower.length > plural.length) return word.slice(0, -plural.length) + one;
  if (!lower.endsWith('s') || lower.length < 4 || /(?:ss|us|is|'s)$/.test(lower)) return word;
  if (word.length > 1 && word === word.toUpperCase()) return word;
  if (lower.endsWith('ies') && lower.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(lower)) return word.slice(0, -2);
  if (/(?:tomato|potato|hero|echo|veto|cargo|torpedo|volcano|mosquito)es$/.test(lower)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** "kilometres" is one word of a fixed list; "members of parliament" has its head before the "of". */
const HEAD_ENDS = / (?:of|in|on|at|for|with|from|to|per) /;

/**
 * A unit as it is given. Codes of currencies stay as they are.
 * @param unit as it was read: "American troops", "years of age", "USD"
 */
export function inSingular(unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return unit;
  const age = /^(\w+?)s of age$/.exec(unit);
  if (age?.[1] !== undefined) return age[1];
  const behind = HEAD_ENDS.exec(unit)?.index ?? unit.length;
  const head = unit.slice(0, behind);
  const at = Math.max(head.lastIndexOf(' '), head.lastIndexOf('-')) + 1;
  return head.slice(0, at) + singularWord(head.slice(at)) + unit.slice(behind);
}
