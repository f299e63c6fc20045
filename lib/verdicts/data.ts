import type { Actor } from '#lib/access/types.ts';
import type { Prisma } from '#lib/platform/db.ts';
import type { ClaimState } from '#lib/standing/data.ts';
import { digestShown } from '#lib/standing/data-shown.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import type { VerdictContentDTO, VerdictDTO } from './types.ts';

const person = { select: { id: true, name: true } } as const;

export const verdictInclude = {
  author: person,
  rating: true,
  cites: { select: { evidence: { select: { number: true } } } },
  authors: { select: { part: true, user: person } },
  signOffs: { where: { withdrawnAt: null }, select: { id: true, createdAt: true, unmet: true, user: person } },
  fix: { include: { decidedBy: { select: { name: true } } } },
  confirms: { select: { id: true, seat: true, rationale: true, revealedAt: true, author: person } },
} satisfies Prisma.VerdictInclude;
export type VerdictRow = Prisma.VerdictGetPayload<{ include: typeof verdictInclude }>;

/** A verdict as this reader may see it: of a blind one that is not theirs, only that it is there. */
export function verdictDTO(row: VerdictRow, state: ClaimState, actor: Pick<Actor, 'id'>): VerdictDTO {
  const mine = row.authorId === actor.id;
  const shown = !isHiddenFrom({ ...row, revealed: row.revealedAt !== null }, actor.id);
  const signOff = row.signOffs[0];
  const known = state.verdicts.find((verdict) => verdict.id === row.id);
  return {
    id: row.id,
    seat: row.seat === 3 ? 3 : row.seat === 2 ? 2 : 1,
    author: row.author,
    mine,
    mode: row.mode,
    createdAt: row.createdAt.toISOString(),
    inForce: row.supersededAt === null && row.withdrawnAt === null,
    ended: row.withdrawnAt ? 'withdrawn' : row.supersededAt ? 'superseded' : null,
    stale: (shown ? known?.stale : known?.staleOpenly) ?? false,
    basisDigest: shown && known ? digestShown(state, known.record, actor.id) : null,
    content: shown ? verdictContent(row, actor.id) : null,
    signOff: signOff ? { id: signOff.id, by: signOff.user, at: signOff.createdAt.toISOString() } : null,
    authors: row.authors.map(({ part, user }) => ({ ...user, part })),
  } satisfies VerdictDTO;
}

export function verdictContent(row: VerdictRow, readerId: string | null): VerdictContentDTO {
  const { archivedAt, version: _, ...rating } = row.rating;
  const { confirms } = row;
  return {
    rating: { ...rating, archived: archivedAt !== null },
    attributionFinding: row.attributionFinding,
    rationale: row.rationale,
    cites: row.cites.map((cite) => cite.evidence.number).sort((a, b) => a - b),
    fix: row.fix
      ? {
          id: row.fix.id,
          version: row.fix.version,
          replacement: row.fix.replacement,
          state: row.fix.state,
          reason: row.fix.reason,
          decidedBy: row.fix.decidedBy?.name ?? null,
        }
      : null,
    overrideReason: row.overrideReason,
    confirms:
      confirms &&
      !isHiddenFrom({ id: confirms.id, authorId: confirms.author.id, revealed: confirms.revealedAt !== null }, readerId)
        ? { id: confirms.id, seat: confirms.seat, author: confirms.author, rationale: confirms.rationale }
        : null,
  };
}
