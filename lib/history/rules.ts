import { createHash } from 'node:crypto';

/*
 * The history's chain, as the database builds it (stet_append_event) and anybody can check it, offline: the same lines
 * hashed the same way.
 */

/** The chain of what belongs to no article: people, settings, sources, sign-ins. */
export const DESK_CHAIN = 'desk';

export type ChainLink = {
  readonly chain: string;
  readonly sequence: number;
  /** ISO instant with milliseconds, UTC. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorKind: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detailHash: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Of the records that the change has written; null where it wrote none. */
  readonly recordsHash: string | null;
  /** What `recordsHash` is of: stays in the database, so a file's links are without it. */
  readonly records?: { readonly salt: string | null; readonly lines: string | null };
  /** Both null where the detail was erased by law, or is masked in an export; the chain still holds. */
  readonly salt: string | null;
  readonly detail: string | null;
  readonly hidden: 'erased' | 'masked' | null;
};

export type ChainHead = { readonly chain: string; readonly sequence: number; readonly hash: string };

export type Break = {
  readonly chain: string;
  readonly sequence: number;
  readonly because:
    | 'missing'
    | 'order'
    | 'previous'
    | 'hash'
    | 'detail'
    | 'records'
    | 'erasure'
    | 'head'
    | 'shorter'
    | 'rewritten'
    | 'report';
};

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

export const hashOf = (link: ChainLink): string =>
  sha256(
    [
      link.chain,
      link.sequence,
      link.at,
      link.actorId ?? '',
      link.actorKind,
      link.action,
      link.subjectType,
      link.subjectId,
      link.detailHash,
      link.previousHash,
      ...(link.recordsHash === null ? [] : [link.recordsHash]),
    ].join('\n'),
  );

/** The state of a walk along one chain; feed it links in order, one by one, however many there are. */
export type Walk = { readonly chain: string; readonly sequence: number; readonly hash: string };
export const startWalk = (chain: string): Walk => ({ chain, sequence: 0, hash: '' });

/** The walk after one more link, or the first break in the chain. */
export function step(walk: Walk, link: ChainLink): Walk | Break {
  const broken = (because: Break['because'], sequence = link.sequence): Break => ({
    chain: walk.chain,
    sequence,
    because,
  });
  if (link.sequence > walk.sequence + 1) return broken('missing', walk.sequence + 1);
  if (link.sequence !== walk.sequence + 1) return broken('order');
  if (link.previousHash !== walk.hash) return broken('previous');
  if (hashOf(link) !== link.hash) return broken('hash');
  if (!isDetailWhole(link)) return broken('detail');
  if (!areRecordsWhole(link)) return broken('records');
  return { chain: walk.chain, sequence: link.sequence, hash: link.hash };
}

/** A detail is there as it was written, or it is said to be hidden. One that is simply gone was taken away. */
const isDetailWhole = ({ hidden, salt, detail, detailHash }: ChainLink): boolean =>
  hidden === null
    ? detail !== null && salt !== null && sha256(`${salt}:${detail}`) === detailHash
    : detail === null && salt === null;

const areRecordsWhole = ({ records, recordsHash }: ChainLink): boolean => {
  if (records === undefined) return true;
  const { salt, lines } = records;
  return recordsHash === null
    ? lines === null
    : lines !== null && salt !== null && sha256(`${salt}:${lines}`) === recordsHash;
};

export const isBreak = (value: Walk | Break): value is Break => 'because' in value;

/** Holds the end of a walk against the head that the database keeps. */
export function checkHead(walk: Walk, head: ChainHead | undefined): Break | null {
  const kept = head ?? { chain: walk.chain, sequence: 0, hash: '' };
  if (kept.sequence === walk.sequence && kept.hash === walk.hash) return null;
  const first = kept.sequence === walk.sequence ? walk.sequence : Math.min(walk.sequence, kept.sequence) + 1;
  return { chain: walk.chain, sequence: first, because: 'head' };
}

/**
 * Holds a link of the chain against a head that a report saw: a cut tail or a chain hashed anew is found by this alone.
 * `end` is the last sequence of the chain, 0 where it is gone: the first link that a cut took comes after it.
 */
export function checkSeen(seen: ChainHead, hashAt: string | undefined, end: number): Break | null {
  if (hashAt === undefined)
    return { chain: seen.chain, sequence: Math.min(seen.sequence, end + 1), because: 'shorter' };
  return hashAt === seen.hash ? null : { chain: seen.chain, sequence: seen.sequence, because: 'rewritten' };
}
