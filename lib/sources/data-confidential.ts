import { decidesOn } from '#lib/access/rules-confidential.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { listPeople } from '#lib/people/data.ts';
import type { Db } from '#lib/platform/db.ts';
import { knownSources } from './policy.ts';
import type { ConfidenceDTO, ConfidingDTO } from './types.ts';

/** To whom a source is named; null where it is not confidential, or not the reader's to know of. */
export async function confidenceOf(db: Db, actor: PersonActor, id: string): Promise<ConfidenceDTO | null> {
  const row = await db.source.findFirst({
    where: { AND: [{ id }, knownSources(actor)] },
    select: {
      confidentialAt: true,
      confidentialTo: true,
      confidentialReason: true,
      handler: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (!row?.confidentialAt || !row.handler) return null;
  const people = await db.user.findMany({
    where: { id: { in: row.confidentialTo } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const { id: handlerId, name } = row.handler;
  const handler = { id: handlerId, name };
  return {
    since: row.confidentialAt.toISOString(),
    reason: row.confidentialReason ?? '',
    handler,
    to: [handler, ...people.filter((person) => person.id !== handler.id)],
    isDecider: decidesOn(row, actor.id),
  };
}

/** What there is to choose from for who marks a source that they know of, or decides on it; null for others. */
export async function confidingOf(
  db: Db,
  actor: PersonActor,
  id: string,
  confidence: ConfidenceDTO | null,
): Promise<ConfidingDTO | null> {
  if (confidence !== null && !confidence.isDecider) return null;
  const [people, source, evidence] = await Promise.all([
    listPeople(db),
    db.source.findUnique({ where: { id }, select: { createdById: true } }),
    db.evidence.findMany({ where: { sourceId: id }, select: { createdById: true }, distinct: ['createdById'] }),
  ]);
  const always = [confidence?.handler.id ?? actor.id, source?.createdById ?? null].filter((person) => person !== null);
  const citing = evidence.flatMap(({ createdById }) => createdById ?? []);
  return { people, always, chosen: confidence === null ? citing : confidence.to.map((person) => person.id) };
}
