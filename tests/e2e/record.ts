import { sampleActor } from '#lib/access/gate-command.ts';
import type { Db } from '#lib/platform/db.ts';
import { giveVerdict } from '#lib/verdicts/mutations.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { databaseOf } from './database.ts';
import type { Account, SeededStet } from './stet.ts';

const idOf = (address: string): string => /\/articles\/([^/?]+)/.exec(address)?.[1] ?? '';

/** What has been written on an article since it came in: the actions of its history, the first one first. */
export async function writtenOn(stet: SeededStet, address: string): Promise<string[]> {
  const of = { where: { chainId: idOf(address) }, orderBy: { sequence: 'asc' } } as const;
  const events = await databaseOf(stet).event.findMany(of);
  return events.map((event) => event.action).filter((action) => !action.startsWith('article.'));
}

/** Gives a verdict on a claim, by its number, in somebody's name; or the same on several. */
export async function judged(
  stet: SeededStet,
  address: string,
  numbers: number | readonly number[],
  by: Account,
  rating: string,
): Promise<void> {
  for (const number of [numbers].flat()) await judge(databaseOf(stet), address, number, by, rating);
}

async function judge(db: Db, address: string, number: number, by: Account, rating: string): Promise<void> {
  const person = await db.user.findFirstOrThrow({ where: { email: by.email } });
  const claim = await db.claim.findFirstOrThrow({ where: { articleId: idOf(address), number } });
  const actor = sampleActor(person);
  const detail = await claimDetail(db, actor, claim.id);
  const { id: ratingId } = await db.rating.findUniqueOrThrow({ where: { key: rating } });
  await giveVerdict(db, actor, {
    claimId: claim.id,
    basisDigest: detail?.basisDigest ?? '',
    seen: [...(detail?.seen ?? [])],
    ratingId,
    attributionFinding: null,
    rationale: 'So the minutes say.',
    cites: [],
    fix: null,
    overrideReason: null,
  });
}
