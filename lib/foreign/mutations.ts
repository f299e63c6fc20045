import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { refuse } from '#lib/platform/result.ts';
import type { SetAsideInput } from './schema.ts';
import { matchColumn, saidColumn } from './schema-columns.ts';
import type { ForeignFormat, NewForeignClaim } from './types.ts';

/** A file on its way in. */
export type NewForeignFile = {
  readonly format: ForeignFormat;
  readonly sha256: string;
  readonly size: number;
  readonly desk: string;
  readonly title: string;
  /** Of an article: its id there, where its history ended, and what its chain's hash was at any place in it. */
  readonly history: {
    readonly originId: string;
    readonly sequence: number;
    readonly head: string;
    readonly hashAt: (sequence: number) => string | undefined;
  } | null;
};

export type Brought = {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
  readonly leftOut: number;
  /** The same file was here already, and nothing has changed but that it is offered again where it had been set aside. */
  readonly isKnown: boolean;
};

/** Claims as they are read, some at a time; what it returns in the end is how many rows were left out. */
export type IncomingClaims = AsyncGenerator<readonly NewForeignClaim[], number>;

/**
 * Takes in what others have checked, in the caller's transaction: the file's record, its claims, and the event that speaks of them. Of one article only
 * the latest state is offered; an earlier one stays, set aside.
 *
 * @throws AppError `conflict` where the article is the desk's own, is here in a later state, or does not go on from the state that is here.
 */
export async function bringIn(tx: Tx, actor: Actor, file: NewForeignFile, claims: IncomingClaims): Promise<Brought> {
  await holdActor(tx, actor, 'foreign.bring');
  // Of two who bring the same in, the second sees what the first has.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('stet foreign'))::text`;
  const known = await tx.foreignFile.findUnique({ where: { sha256: file.sha256 } });
  if (known) {
    if (known.setAsideAt !== null) await setAside(tx, actor, { id: known.id, version: known.version, aside: false });
    return { id: known.id, title: known.title, claims: known.claims, leftOut: known.leftOut, isKnown: true };
  }
  const earlier = file.history === null ? [] : await earlierStates(tx, file.history);
  const { history, ...fields } = file;
  const id = newId();
  const origin = history === null ? {} : { originId: history.originId, sequence: history.sequence, head: history.head };
  await tx.foreignFile.create({ data: { id, ...fields, ...origin, claims: 0, broughtById: actor.id } });
  const { count, leftOut } = await writeClaims(tx, id, claims);
  await tx.foreignFile.update({ where: { id }, data: { claims: count, leftOut } });
  await tx.foreignFile.updateMany({
    where: { id: { in: earlier }, setAsideAt: null },
    data: { setAsideAt: new Date(), version: { increment: 1 } },
  });
  const { format, desk, title, sha256 } = file;
  await appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action: 'foreign.brought',
    subject: { type: 'foreignFile', id },
    detail: { format, desk, title, sha256, claims: count, leftOut, ...(earlier.length > 0 ? { after: earlier } : {}) },
  });
  return { id, title, claims: count, leftOut, isKnown: false };
}

/** The ids of the states of the same article that are here, each of which the new one goes on from. */
async function earlierStates(
  tx: Tx,
  { originId, sequence, hashAt }: NonNullable<NewForeignFile['history']>,
): Promise<string[]> {
  if ((await tx.article.count({ where: { id: originId } })) > 0) refuse('conflict', 'foreign-own');
  const here = await tx.foreignFile.findMany({ where: { originId }, orderBy: { id: 'asc' } });
  const ends = here.map(({ sequence: end, head }) => ({ end: end ?? 0, head }));
  if (ends.some(({ end }) => end > sequence)) refuse('conflict', 'foreign-later-here');
  if (ends.some(({ end, head }) => hashAt(end) !== head)) refuse('conflict', 'foreign-rewritten');
  return here.map(({ id }) => id);
}

async function writeClaims(
  tx: Tx,
  fileId: string,
  claims: IncomingClaims,
): Promise<{ readonly count: number; readonly leftOut: number }> {
  let count = 0;
  for (;;) {
    const next = await claims.next();
    if (next.done) return { count, leftOut: next.value };
    count += next.value.length;
    await tx.foreignClaim.createMany({
      data: next.value.map(({ match, said, checkedOn, saidOn, lookUpKeys, ...same }) => ({
        ...same,
        id: newId(),
        fileId,
        checkedOn: checkedOn === null ? null : new Date(checkedOn),
        saidOn: saidOn === null ? null : new Date(saidOn),
        match: matchColumn.write(match),
        said: saidColumn.write(said),
        lookUpKeys: [...lookUpKeys],
      })),
    });
  }
}

/**
 * Has a file's claims offered no more where claims are looked up, or again. It stays, and what was brought in with it.
 *
 * @throws AppError `not-found`, or `stale-version` where somebody was quicker.
 */
export const setFileAside = (db: Db, actor: Actor, input: SetAsideInput): Promise<{ id: string }> =>
  transact(db, async (tx) => {
    await holdActor(tx, actor, 'foreign.bring');
    return setAside(tx, actor, input);
  });

async function setAside(tx: Tx, actor: Actor, { id, version, aside }: SetAsideInput): Promise<{ id: string }> {
  const file = await tx.foreignFile.findUnique({ where: { id }, select: { title: true, setAsideAt: true } });
  if (!file) refuse('not-found', 'no-foreign-file');
  if ((file.setAsideAt !== null) === aside) return { id };
  const { count } = await tx.foreignFile.updateMany({
    where: { id, version },
    data: { setAsideAt: aside ? new Date() : null, version: { increment: 1 } },
  });
  if (count === 0) refuse('stale-version', 'foreign-changed');
  await appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action: aside ? 'foreign.setAside' : 'foreign.restored',
    subject: { type: 'foreignFile', id },
    detail: { title: file.title },
  });
  return { id };
}
