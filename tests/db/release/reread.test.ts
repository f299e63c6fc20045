import { expect, test } from 'vitest';
import { commandActor } from '#lib/access/gate-command.ts';
import { sentencesColumn } from '#lib/articles/schema-columns.ts';
import { isLike } from '#lib/claims/rules-wording.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { reextract } from '#lib/revisions/mutations-reextract.ts';
import { withRelease } from './desk.ts';

/* A desk of release 0.1.0, whose claims engine 1.3.0 proposed, is read again by the present engine. */

const desk = withRelease();

/** Every claim of the article, with all that stands on it, and its words in the present revision. */
const claimsOf = (articleId: string, revisionId: string | null) =>
  desk.db.claim.findMany({
    where: { articleId },
    orderBy: { number: 'asc' },
    // Worked out anew whenever the article's claims are looked up.
    omit: { lookUpKeys: true },
    include: {
      anchors: { where: { revisionId: revisionId ?? '' } },
      verdicts: { orderBy: { id: 'asc' }, include: { signOffs: true, cites: true, fix: true } },
      evidence: { orderBy: { id: 'asc' } },
      comments: { orderBy: { id: 'asc' } },
    },
  });
type Claim = Awaited<ReturnType<typeof claimsOf>>[number];

const isTouched = ({ origin, touchedAt, replacedAt, withdrawnById }: Claim) =>
  origin === 'person' || touchedAt !== null || replacedAt !== null || withdrawnById !== null;
const isLive = ({ withdrawnAt, replacedAt }: Claim) => withdrawnAt === null && replacedAt === null;

function spanOf({ anchors: [anchor] }: Claim): { start: number; end: number } | null {
  return anchor && anchor.start !== null && anchor.end !== null ? { start: anchor.start, end: anchor.end } : null;
}

const marksIn = (revisionId: string | null) =>
  desk.db.sentenceMark.findMany({ where: { revisionId: revisionId ?? '', withdrawnAt: null } });

test('what a person touched stays as it was, nothing is proposed that says it again, and all of it is on record', async () => {
  const articles = await desk.db.article.findMany({ where: { archivedAt: null }, orderBy: { id: 'asc' } });
  let touched = 0;
  let marks = 0;
  let proposed = 0;
  for (const { id, revisionId } of articles) {
    const before = await claimsOf(id, revisionId);
    const marksBefore = await marksIn(revisionId);
    const { marksMoved, marksEnded } = await reextract(desk.db, commandActor(), id);
    marks += marksBefore.length;
    // Each mark is one that stands, on a sentence of the present reading, or is on record as ended.
    const { readings } = await desk.db.revision.findUniqueOrThrow({
      where: { id: revisionId ?? '' },
      select: { readings: { orderBy: { number: 'asc' } } },
    });
    const sentences = sentencesColumn.read(readings.at(-1)?.sentences);
    const standing = await marksIn(revisionId);
    expect(standing.length + marksEnded.length).toBe(marksBefore.length);
    expect(standing.filter((mark) => !marksBefore.some(({ id }) => id === mark.id))).toHaveLength(marksMoved);
    for (const { start, end } of standing) expect(sentences).toContainEqual(expect.objectContaining({ start, end }));
    expect(readings.map(({ engineVersion }) => engineVersion.startsWith('1.'))).toEqual([true, false]);
    const after = await claimsOf(id, revisionId);
    const kept = before.filter(isTouched);
    touched += kept.length;
    expect(after.filter((claim) => kept.some((one) => one.id === claim.id))).toEqual(kept);
    for (const claim of after.filter((one) => isLive(one) && !isTouched(one))) {
      proposed += 1;
      expect(claim.engineVersion, claim.statement).not.toMatch(/^1\./);
      const span = spanOf(claim);
      const again = kept.filter((one) => {
        const place = spanOf(one);
        return span !== null && place !== null && isLike(place, span);
      });
      expect(again.map(({ statement }) => [statement, claim.statement])).toEqual([]);
    }
  }
  expect(touched).toBeGreaterThan(10);
  expect(marks).toBeGreaterThan(0);
  expect(proposed).toBeGreaterThan(10);
  expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
});
