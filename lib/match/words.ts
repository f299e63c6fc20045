/** From words as written to the keys that claims are compared by. */
import { FAMILIES, OPPOSITE_LINES } from './families.ts';

/** A light stem: plural, -ed, -ing, -ly off; enough to bring the forms of one word together. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  let w = word.replace(/'s$/, '').replace(/(?:ies|ied)$/, 'y');
  if (/(?:ss|us|is)$/.test(w)) return w;
  if (/[^s]eed$/.test(w) && w.length > 5) return w.slice(0, -2);
  w = w.replace(/(?:(?<=[sxz]|ch|sh)es|s)$/, '');
  const bare = w.length > 5 ? w.replace(/(?:ing|ed|ly)$/, '') : w.replace(/(?<=[a-z]{3})ed$/, '');
  if (bare === w) return w.length > 3 ? w.replace(/e$/, '') : w;
  return bare.replace(/([bdgklmnprt])\1$/, '$1').replace(/e$/, '');
}

/** Past forms and participles that no ending tells, each behind its base. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `arise arose arisen; awake awoke; bear bore borne; become became; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred
  bring brought; build built; burn burnt; catch caught; choose chose chosen; cling clung; creep crept; deal dealt; dig dug; do did done; draw drew drawn; drink drank drunk
  drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten
  forgive forgave forgiven; freeze froze frozen; grind ground; hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leap leapt
  learn learnt; lend lent; light lit; lie lay lain; mean meant; meet met; overcome overcame; overtake overtook overtaken; overthrow overthrew overthrown; ride rode ridden
  ring rang rung; run ran; seek sought; send sent; shake shook shaken; shine shone; shoot shot; show shown; sing sang sung; sink sank sunk; sit sat; sleep slept; speak spoke spoken
  speed sped; spill spilt; spin spun; spring sprang sprung; stand stood; stick stuck; sting stung; strike struck; strive strove striven; swear swore sworn; sweep swept; swim swam swum
  swing swung; teach taught; tear tore torn; throw threw thrown; undergo underwent undergone; undertake undertook undertaken; understand understood; uphold upheld; wake woke woken
  wear wore worn; weep wept; wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; write wrote written; give given; get got; go went gone; make made`
    .split(/[;\n]/)
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
);

const FAMILY_OF_STEM: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>();
  for (const [word, family] of FAMILIES) if (!found.has(stem(word))) found.set(stem(word), family);
  return found;
})();

/** The family of a word if it has one ("grow*"), its stem if not. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  const root = stem(IRREGULAR.get(lower) ?? lower);
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

type Opposite = readonly [ReadonlySet<string>, ReadonlySet<string>];
const OPPOSITES: readonly Opposite[] = OPPOSITE_LINES.trim()
  .split('\n')
  .map((line): Opposite => {
    const [left = '', right = ''] = line.split(' / ');
    return [new Set(left.split(' ').map(keyOf)), new Set(right.split(' ').map(keyOf))];
  });

/** The keys by which two lists of keys say the opposite ("rose" in one, "fell" in the other); null where they do not. */
export function opposed(a: readonly string[], b: readonly string[]): readonly [string, string] | null {
  for (const [left, right] of OPPOSITES) {
    const side = (keys: readonly string[], own: ReadonlySet<string>, other: ReadonlySet<string>) =>
      keys.some((key) => other.has(key)) ? undefined : keys.find((key) => own.has(key));
    for (const [one, two] of [
      [left, right],
      [right, left],
    ] as const) {
      const [x, y] = [side(a, one, two), side(b, two, one)];
      if (x !== undefined && y !== undefined) return [x, y];
    }
  }
  return null;
}
