const IRREGULAR: Readonly<Record<string, string>> = {
  person: 'people',
  man: 'men',
  woman: 'women',
  child: 'children',
  foot: 'feet',
};
/** Units that are said alike of one and of many. */
const UNCOUNTED = /^(?:percent|share|[A-Z]{3}|fold|x)$/;

/**
 * A unit as it stands behind a number. The engine keeps it in the singular: "30,000" and "person" are "30,000 people".
 * The word that counts is made plural, which is the first of "degree Celsius" and "metre per second", and otherwise the last.
 */
export function unitWords(unit: string, isOne: boolean): string {
  if (isOne || UNCOUNTED.test(unit)) return unit;
  const words = unit.split(' ');
  const per = words.findIndex((word) => /^(?:per|of|[A-Z].*)$/.test(word));
  const at = per > 0 ? per - 1 : words.length - 1;
  return words.map((word, i) => (i === at ? plural(word) : word)).join(' ');
}

function plural(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
