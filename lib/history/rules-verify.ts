import {
  type Break,
  type ChainHead,
  type ChainLink,
  checkHead,
  checkSeen,
  DESK_CHAIN,
  isBreak,
  startWalk,
  step,
  type Walk,
} from './rules.ts';

/** A history as it is read from the database or from a file: every event, chain by chain in order, then the heads kept. */
export type HistoryItem =
  | { readonly kind: 'event'; readonly link: ChainLink }
  | { readonly kind: 'head'; readonly head: ChainHead };
export type HistoryItems = AsyncIterable<readonly HistoryItem[]>;

export type Verification = {
  readonly chains: number;
  readonly events: number;
  readonly erased: number;
  /** Details that an export left out, so that only their hashes could be followed. */
  readonly masked: number;
  /** The first broken link of each chain, then the first place of each that does not match what reports saw. */
  readonly breaks: readonly Break[];
};

const keyOf = ({ chain, sequence }: Pick<ChainHead, 'chain' | 'sequence'>) => `${chain} ${sequence}`;

/**
 * Walks every chain, and holds it against heads that reports saw. Memory grows with the number of chains, not with their
 * length. An erased detail is whole only where the desk's chain records its erasure.
 */
export async function checkHistory(items: HistoryItems, seen: readonly ChainHead[]): Promise<Verification> {
  const walks = new Map<string, Walk | Break>();
  const heads = new Map<string, ChainHead>();
  const asked = new Set(seen.map(keyOf));
  const hashes = new Map<string, string>();
  const ends = new Map<string, number>();
  const erased = new Map<string, ChainLink>();
  const recorded = new Set<string>();
  let events = 0;
  let masked = 0;
  for await (const batch of items) {
    for (const item of batch) {
      if (item.kind === 'head') {
        heads.set(item.head.chain, item.head);
        continue;
      }
      const { link } = item;
      events++;
      const walk = walks.get(link.chain) ?? startWalk(link.chain);
      if (!isBreak(walk)) walks.set(link.chain, step(walk, link));
      ends.set(link.chain, link.sequence);
      if (asked.has(keyOf(link))) hashes.set(keyOf(link), link.hash);
      if (link.hidden === 'erased') erased.set(keyOf(link), link);
      if (link.hidden === 'masked') masked++;
      if (link.chain === DESK_CHAIN && link.action === 'history.erased' && link.detail !== null)
        recorded.add(erasedKey(link.detail));
    }
  }
  const breaks: Break[] = [];
  for (const chain of new Set([...heads.keys(), ...walks.keys()])) {
    const walk = walks.get(chain) ?? startWalk(chain);
    const found = isBreak(walk) ? walk : checkHead(walk, heads.get(chain));
    if (found) breaks.push(found);
  }
  for (const [key, { chain, sequence }] of erased) {
    if (!recorded.has(key)) breaks.push({ chain, sequence, because: 'erasure' });
  }
  const unlike = new Map<string, Break>();
  for (const head of [...seen].sort((a, b) => a.sequence - b.sequence)) {
    const found = checkSeen(head, hashes.get(keyOf(head)), ends.get(head.chain) ?? 0);
    if (found && !unlike.has(head.chain)) unlike.set(head.chain, found);
  }
  breaks.push(...unlike.values());
  return { chains: heads.size, events, erased: erased.size, masked, breaks };
}

/** Which detail an erasure's own detail names. One that does not parse names none: the walk has found it broken. */
function erasedKey(detail: string): string {
  try {
    const { chain, sequence } = JSON.parse(detail) as { chain?: unknown; sequence?: unknown };
    return `${chain} ${sequence}`;
  } catch {
    return '';
  }
}
