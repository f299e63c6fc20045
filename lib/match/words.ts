/** From words as written to the keys that claims are compared by. */
import { FAMILIES } from './families.ts';

/** A light stem: plural, -ed, -ing, -ly off; enough to bring the forms of one word together. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  let w = word.replace(/'s$/, '').replace(/(?:ies|ied)$/, 'y');
  if (/(?:ss|us|is)$/.test(w)) return w;
  w = w.replace(/(?:(?<=[sxz]|ch|sh)es|s)$/, '');
  const bare = w.length > 5 ? w.replace(/(?:ing|ed|ly)$/, '') : w.replace(/(?<=[a-z]{3})ed$/, '');
  if (bare === w) return w.length > 3 ? w.replace(/e$/, '') : w;
  return bare.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '');
}

const FAMILY_OF_STEM: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const [word, family] of FAMILIES) if (!found.has(stem(word))) found.set(stem(word), family);
  return found;
})();

/** The family of a word if it has one ("grow*"), its stem if not. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  const root = stem(lower);
  return FAMILIES.get(lower) ?? FAMILY_OF_STEM.get(root) ?? root;
}

export type Written = { readonly text: string; readonly start: number };

/** Words with their place, typographic marks in their plain form; hyphens and apostrophes stay inside. */
export function written(text: string): Written[] {
  const flat = text.replace(/[‘’]/g, "'");
  return Array.from(flat.matchAll(/\p{L}[\p{L}\p{M}.]*(?:['-]\p{L}+)*|\d[\d,.]*%?/gu), (m) => ({
    text: m[0].replace(/\.$/, ''),
    start: m.index,
  }));
}
