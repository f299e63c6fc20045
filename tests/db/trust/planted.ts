import type { PersonActor } from '#lib/access/types.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { withdrawEvidence } from '#lib/evidence/mutations.ts';
import type { Stance } from '#lib/evidence/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { giveVerdict } from '#lib/verdicts/mutations.ts';
import { attach, claimOn, ratingId, reopen, sight } from '../desk.ts';

/** What a first reader keeps to themselves; the same deeds with other contents leave the same traces. */
export type Secret = {
  readonly rating: string;
  readonly finding: 'misattributed' | 'exact';
  readonly stance: Stance;
  /** Goes into the rationale, the notes, the fix, the reasons and the comments. */
  readonly word: string;
  readonly fix: string | null;
  readonly cites: readonly number[];
};

export const SECRET: Secret = {
  rating: 'false',
  finding: 'misattributed',
  stance: 'refutes',
  word: 'marlinplanted',
  fix: 'marlinplanted in its place',
  cites: [1],
};

/** A claim with three pieces of evidence, two blind verdicts of the same person, the later in force, and their comments. */
export async function plant(db: Db, author: PersonActor, articleId: string, secret: Secret): Promise<string> {
  const bench = await reopen(db, author, articleId);
  const { id } = await claimOn(db, author, bench, 'About one in five berths is closed');
  for (const number of [1, 2, 3])
    await attach(db, author, id, `Berth list ${number}`, secret.stance, `${secret.word} note ${number}`);
  const third = await db.evidence.findFirstOrThrow({
    where: { claimId: id, number: 3 },
    select: { id: true, version: true },
  });
  await withdrawEvidence(db, author, { ...third, reason: `${secret.word} reason` });
  const give = async (words: string) =>
    giveVerdict(db, author, {
      claimId: id,
      ...(await sight(db, author, id)),
      ratingId: await ratingId(db, secret.rating),
      attributionFinding: secret.finding,
      rationale: words,
      cites: [...secret.cites],
      fix: secret.fix,
      overrideReason: null,
    });
  await give(`${secret.word} first thoughts`);
  await give(`${secret.word} second thoughts`);
  const verdict = await db.verdict.findFirstOrThrow({
    where: { claimId: id, supersededAt: null },
    select: { id: true },
  });
  const note = { articleId, claimId: id, kind: 'note' as const };
  const opened = await writeComment(db, author, {
    ...note,
    threadId: null,
    onVerdictId: verdict.id,
    body: `${secret.word} on the verdict`,
  });
  await writeComment(db, author, { ...note, threadId: opened.id, onVerdictId: null, body: `${secret.word} in reply` });
  await writeComment(db, author, { ...note, threadId: null, onVerdictId: null, body: `${secret.word} beside it` });
  return id;
}
