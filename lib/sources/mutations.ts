import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Change, EventInput } from '#lib/history/types.ts';
import { dateOf, dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteCitingEditor, settle } from '#lib/standing/mutations.ts';
import { holdSource } from './mutations-hold.ts';
import { knownSources } from './policy.ts';
import { linkKeyOf } from './rules-link-key.ts';
import type { ArchiveSourceInput, EditSourceInput, SourceFields } from './schema.ts';

/** What a verdict's basis says of a source. */
const BASIS_FIELDS = ['title', 'kind', 'tier', 'publisher', 'author', 'link', 'publishedOn'] as const;
const FIELDS = [...BASIS_FIELDS, 'note', 'doi', 'isbn', 'archiveLink', 'updatedOn', 'accessedOn', 'origin'] as const;

/** A source's version after a change. */
export type Versioned = { readonly version: number };

/**
 * Sets a source right, everywhere it is cited: verdicts that rest on what was changed ask for a fresh look, and each article
 * it touches gets an event. The articles are held in the order of their ids.
 */
export const editSource = (db: Db, actor: Actor, input: EditSourceInput): Promise<Versioned> =>
  transact(db, (tx) => changeSource(tx, actor, input));

/** The same inside a transaction, which holds nothing of the articles yet; `how` it came about, where nobody typed it. */
export async function changeSource(
  tx: Tx,
  actor: Actor,
  input: EditSourceInput,
  how: { readonly filled?: true } = {},
): Promise<Versioned> {
  const { source, articles } = await holdSource(tx, actor, input.id, input.version);
  if (source.mergedIntoId !== null) refuse('conflict', 'source-merged');
  const before = {
    ...source,
    publishedOn: dayOf(source.publishedOn),
    updatedOn: dayOf(source.updatedOn),
    accessedOn: dayOf(source.accessedOn),
  };
  const changes: Record<string, Change> = {};
  for (const key of FIELDS) {
    const after = input[key];
    if (after !== undefined && before[key] !== after) changes[key] = { before: before[key], after };
  }
  if (Object.keys(changes).length === 0) return { version: input.version };
  const { id, version: _, ...fields } = input;
  await tx.source.update({ where: { id }, data: { ...columnsOf(fields), version: { increment: 1 } } });
  if (BASIS_FIELDS.some((key) => key in changes)) await askAgain(tx, actor, id);
  const subject = { type: 'source', id };
  const version = input.version + 1;
  const events: EventInput[] = articles.map((chain) => ({
    chain,
    action: 'source.edited',
    subject,
    detail: { source: input.title, changes, version, ...how },
  }));
  await appendEvents(tx, actor, [
    ...events,
    { chain: DESK_CHAIN, action: 'source.changed', subject, detail: { version, ...how } },
  ]);
  return { version };
}

/** Whoever changed what evidence rests on is an author of what cites it; and where the claims stand is asked again. */
async function askAgain(tx: Tx, actor: Actor, sourceId: string): Promise<void> {
  const evidence = await tx.evidence.findMany({
    where: { sourceId },
    select: { id: true, claimId: true, claim: { select: { articleId: true } } },
    orderBy: { id: 'asc' },
  });
  await noteCitingEditor(
    tx,
    actor,
    evidence.map((item) => item.id),
  );
  for (const articleId of new Set(evidence.map((item) => item.claim.articleId))) {
    const claims = evidence.filter((item) => item.claim.articleId === articleId).map((item) => item.claimId);
    await settle(tx, articleId, [...new Set(claims)]);
  }
}

/** A source's fields as the database keeps them, and no others; what is left out stays as it is. */
export function columnsOf(fields: SourceFields) {
  const { title, kind, tier, publisher, author, link, note } = fields;
  const { doi, isbn, archiveLink, updatedOn, accessedOn, origin } = fields;
  return {
    title,
    kind,
    tier,
    publisher,
    author,
    link,
    note,
    publishedOn: dateOf(fields.publishedOn),
    linkKey: linkKeyOf(link),
    ...(doi === undefined ? {} : { doi }),
    ...(isbn === undefined ? {} : { isbn }),
    ...(archiveLink === undefined ? {} : { archiveLink }),
    ...(updatedOn === undefined ? {} : { updatedOn: dateOf(updatedOn) }),
    ...(accessedOn === undefined ? {} : { accessedOn: dateOf(accessedOn) }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Takes a source out of what is offered and cited anew, or puts it back. What cites it goes on citing it. */
export function archiveSource(db: Db, actor: Actor, input: ArchiveSourceInput): Promise<Versioned> {
  return transact(db, async (tx) => {
    const { source, articles } = await holdSource(tx, actor, input.id, input.version);
    if (source.mergedIntoId !== null) refuse('conflict', 'source-merged');
    if ((source.archivedAt !== null) === input.archived) return { version: input.version };
    const version = input.version + 1;
    await tx.source.update({
      where: { id: input.id },
      data: { archivedAt: input.archived ? new Date() : null, version },
    });
    const action = input.archived ? 'source.archived' : 'source.restored';
    await appendEvents(
      tx,
      actor,
      [...articles, DESK_CHAIN].map((chain) => ({
        chain,
        action,
        subject: { type: 'source', id: input.id },
        detail: { source: chain === DESK_CHAIN ? null : source.title, version },
      })),
    );
    return { version };
  });
}

/**
 * A source that the actor may cite, or what it has become part of; refused as `invalid` where it is not there, or archived,
 * or not theirs to know of.
 */
export async function knownSource(tx: Tx, actor: Actor, id: string) {
  const present = await heldForCiting(tx, id);
  const source = await tx.source.findFirst({
    where: { AND: [{ id: present, archivedAt: null }, knownSources(actor)] },
    select: { id: true, title: true, confidentialAt: true },
  });
  if (!source) refuse('invalid', 'source-gone', { fields: { source: { code: 'choose-source' } } });
  const { confidentialAt, ...known } = source;
  return { ...known, isNew: false, isConfidential: confidentialAt !== null };
}

/** Holds a source against a merge until it is cited. Answers with its id, or that of what it has become part of, which is held too. */
async function heldForCiting(tx: Tx, id: string): Promise<string> {
  const [source] = await tx.$queryRaw<{ into: string | null }[]>`
    select merged_into_id as into from sources where id = ${id}::uuid for key share`;
  return source?.into ? heldForCiting(tx, source.into) : id;
}

/** Takes a source into the library, named to nobody else where there is a reason for that. The events are its caller's, once it is cited. */
export async function newSource(tx: Tx, actor: Actor, fields: SourceFields, confidential: string | null = null) {
  const source = await tx.source.create({
    data: {
      ...columnsOf(fields),
      createdById: actor.id,
      ...(confidential === null ? {} : ownSecret(actor, confidential)),
    },
    select: { id: true, title: true },
  });
  return { ...source, isNew: true, isConfidential: confidential !== null };
}

/** The columns of a source that its handler has kept to themselves from the start. */
function ownSecret(actor: Actor, reason: string) {
  if (actor.id === null) return refuse('forbidden', 'source-decided-by-handler');
  return {
    confidentialAt: new Date(),
    confidentialTo: [actor.id],
    confidentialReason: reason,
    handlerId: actor.id,
    maskSalt: newSalt(),
  };
}

/** What the hashes of a source's masks are salted with. */
export const newSalt = (): string => randomBytes(32).toString('hex');
