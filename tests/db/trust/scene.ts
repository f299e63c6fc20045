import type { PersonActor, Role } from '#lib/access/types.ts';
import { inviteGuest } from '#lib/articles/mutations-guests.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import type { Db } from '#lib/platform/db.ts';
import { hashPassword } from '#lib/platform/password.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { attach, claimOn, judge, person, plant, ratingId, reopen } from '../desk.ts';

export const PASSWORD = 'correct horse battery';

/** What the doors of doors.ts are knocked at with: an article, and things in it that each knock makes anew. */
export type Scene = {
  readonly db: Db;
  readonly articleId: string;
  /** Has given the verdict, attached the evidence and written the comments. */
  readonly author: PersonActor;
  readonly editor: PersonActor;
  bench(): Promise<WorkbenchDTO>;
  /** A claim on which nothing was done yet but its evidence. */
  claim(): Promise<ClaimDTO>;
  /** A claim with evidence, comments, and a verdict by the author. */
  judged(): Promise<ClaimDTO>;
  /** A claim as this person sees it, or the author where it is not there for them. */
  see(who: PersonActor | null, claimId: string): Promise<ClaimDetailDTO>;
  rating(key: string): Promise<string>;
  comment(claimId: string, by?: PersonActor): Promise<{ id: string; version: number }>;
  report(): Promise<string>;
  /** A guest of the article, whose link the editor has made; the same one each time. */
  guest(): Promise<{ readonly id: string; readonly token: string }>;
  /** A question to the writer, on a claim that nobody has judged. */
  questionToWriter(): Promise<string>;
  /** A person of the desk to change, disable or invite over. */
  stranger(role?: Role): Promise<{ id: string; version: number; email: string }>;
};

let made = 0;
export async function stranger(db: Db, role: Role = 'viewer'): Promise<PersonActor> {
  made += 1;
  return person(db, `Stranger ${made}`, role);
}

export function sceneIn(db: Db, articleId: string, author: PersonActor, editor: PersonActor): Scene {
  const bench = () => reopen(db, author, articleId);
  let guest: Promise<{ id: string; token: string }> | undefined;
  const invite = async () => {
    const until = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
    const { url } = await inviteGuest(db, editor, 'http://127.0.0.1:3000', { articleId, name: 'Jo Writer', until });
    const { pathname, hash } = new URL(url);
    return { id: need(pathname.split('/').at(-1)), token: hash.slice(1) };
  };
  const claim = async () => {
    const fresh = await claimOn(db, author, await bench(), 'About one in five berths is closed');
    const { claims } = await attach(db, author, fresh.id, `Berth list ${fresh.number}`);
    return need(claims[0]);
  };
  return {
    db,
    articleId,
    author,
    editor,
    bench,
    claim,
    judged: async () => {
      const fresh = await claim();
      const said = { rationale: 'So the list [1].', fix: 'One berth in five is shut' };
      return need((await judge(db, author, fresh.id, 'true', said)).claims[0]);
    },
    see: async (who, claimId) =>
      (who && (await claimDetail(db, who, claimId))) ?? need(await claimDetail(db, author, claimId)),
    rating: (key) => ratingId(db, key),
    comment: async (claimId, by = author) => ({
      ...(await writeComment(db, by, {
        articleId,
        claimId,
        threadId: null,
        kind: 'note',
        body: 'A word on it',
        onVerdictId: null,
      })),
      version: 1,
    }),
    guest: () => {
      guest ??= invite();
      return guest;
    },
    questionToWriter: async () => {
      const asked = { addressee: 'writer', whom: null, how: null, dueAt: null, holds: null } as const;
      const { id } = await writeComment(db, author, {
        articleId,
        claimId: (await claim()).id,
        threadId: null,
        kind: 'query',
        body: 'Where is this from?',
        asked,
        onVerdictId: null,
      });
      return id;
    },
    report: async () => (await freezeReport(db, editor, { articleId })).id,
    stranger: async (role) => ({ ...(await stranger(db, role)), version: 1 }),
  };
}

export function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('It is not there');
  return value;
}

export async function giveEverybodyAPassword(db: Db): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await plant(db, (tx) => tx.user.updateMany({ data: { passwordHash } }));
}

export const seesArticle = async (db: Db, who: PersonActor, id: string) => (await workbench(db, who, id)) !== null;
