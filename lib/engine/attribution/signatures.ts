/** Who signs a quotation: behind a dash in its line, or on a line of their own. */
import { firstFrom } from '../sentence/stretches.ts';
import type { TextView } from '../text/text.ts';
import type { Block } from '../types.ts';
import { claimantOf } from './claimant.ts';
import type { Memory, Resolved } from './known.ts';
import type { Mention, Unit } from './units.ts';
import { isMark } from './words.ts';

/** No name in such a line begins further in. */
const LABEL_LENGTH = 60;

/** No name with what it is in front is longer. */
const SIGNATURE = 6;

/** “It was a good year. We sold 300 boats.” – Commissioner Jane Okoro: who signs a quotation that fills the line. */
export function signatureOf(view: TextView, unit: Unit, memory: Memory, index: number): Resolved | null {
  const [quote, dash, ...rest] = unit.items;
  const named = rest.filter((item) => !isMark(item, '.'));
  if (quote?.kind !== 'quote' || dash === undefined || named.length === 0 || named.length > SIGNATURE) return null;
  const between = view.folded.slice(quote.end, (dash.kind === 'mark' ? named[0] : dash)?.start ?? quote.end);
  const words = dash.kind === 'mark' ? named : [dash, ...named];
  const head = words.findLastIndex(({ kind, entity }) => kind === 'name' && entity !== null && entity.type !== 'place');
  if (!/[-–—:]/.test(between) || head < 0 || words.some(({ kind }) => kind === 'quote' || kind === 'mark')) return null;
  const at = unit.items.indexOf(words[head] ?? quote);
  return claimantOf(view, unit, { from: at, to: at + 1, head: at }, memory, index);
}

/** No line that only signs what stands before it is longer. */
const LINE_LENGTH = 120;
const DASH = /^[—–-]/;
/** So many paragraphs of one quotation are signed together. */
const SIGNED = 6;

/** Who signs the paragraphs in quotation marks before a line that begins with a dash and a name: “We won 40 seats.” / – Ana Rey, mayor. */
export function signaturesOf(
  view: TextView,
  blocks: readonly Block[],
  mentions: readonly Mention[],
): Map<number, Resolved> {
  const signed = new Map<number, Resolved>();
  blocks.forEach(({ start, end }, index) => {
    const line = view.raw.slice(start, end).trim();
    if (line.length > LINE_LENGTH || !DASH.test(line)) return;
    const [written = ''] = line.replace(DASH, '').split(',', 1);
    const words = written
      .replace(/^[ —–-]+/, '')
      .trim()
      .split(' ');
    const first = mentions[firstFrom(mentions, start)];
    const entity = first !== undefined && first.end <= start + LABEL_LENGTH ? first.entity : null;
    // "– The council will pay": an item of a list signs nothing
    const isName = words.length <= SIGNATURE && words.every((word) => /^(?:\p{Lu}|of$|the$|for$)/u.test(word));
    if (!isName || entity?.type === 'place' || (entity === null && words.length < 2)) return;
    const type = entity?.type === 'organization' ? 'organization' : 'person';
    const claimant = { name: entity?.name ?? words.join(' '), type, start: null, end: null, via: null } as const;
    for (let before = index - 1; before >= 0 && before >= index - SIGNED; before--) {
      const block = blocks[before];
      if (block === undefined || !/^["']/.test(view.folded.slice(block.start, block.start + 1))) break;
      signed.set(before, { claimant, entity, sure: 1 });
      const isClosed = /^["']$/.test(view.folded.slice(block.start, block.end).trimEnd().slice(-1));
      if (before < index - 1 && isClosed) break;
    }
  });
  return signed;
}
