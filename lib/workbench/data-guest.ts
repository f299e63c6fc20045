import { putToGuestSql } from '#lib/access/policy-guests.ts';
import type { Guest } from '#lib/access/types.ts';
import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { Db } from '#lib/platform/db.ts';
import { getSettings } from '#lib/settings/data.ts';
import { hiddenCommentSql } from '#lib/standing/data-hidden.ts';
import type { GuestAnswerDTO, GuestPageDTO, GuestQuestionDTO } from './types-guest.ts';

type QuestionRow = {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
  readonly isClosed: boolean;
};

/** All that a guest sees, by what each part of it asks for by name: of claims the article's own words alone, of comments the questions to them and their own answers. */
export async function guestPage(db: Db, guest: Guest): Promise<GuestPageDTO | null> {
  const [link, questions, desk] = await Promise.all([
    db.guestLink.findUnique({
      where: { id: guest.id },
      select: {
        until: true,
        article: {
          select: {
            headline: true,
            outlet: true,
            byline: true,
            revision: { select: { language: true, text: true, ...withReading } },
          },
        },
      },
    }),
    questionsTo(db, guest),
    getSettings(db),
  ]);
  if (!link?.article.revision) return null;
  const { headline, outlet, byline, revision } = link.article;
  return {
    linkId: guest.id,
    name: guest.name,
    until: link.until.toISOString(),
    desk: desk.deskName,
    headline,
    outlet,
    byline,
    language: revision.language,
    text: revision.text,
    blocks: readingOf(revision).blocks.map(({ start, end, role }) => ({ start, end, role })),
    questions,
  };
}

async function questionsTo(db: Db, guest: Guest): Promise<GuestQuestionDTO[]> {
  // What everybody may read: a guest reads nothing that a blind verdict hides from anybody.
  const rows = await db.$queryRaw<QuestionRow[]>`
    select k.id, k.body, u.name as by, k.created_at as at, k.due_at as "dueAt", coalesce(a.start, s.start) as start, coalesce(a."end", s."end") as "end",
      coalesce(a.exact, last.exact, first.exact) as quote,
      k.resolved_at is not null as "isClosed"
    from comments k join users u on u.id = k.author_id join articles on articles.id = k.article_id
    left join claims c on c.id = k.claim_id
    left join anchors a on a.claim_id = c.id and a.revision_id = articles.revision_id
    left join lateral (select exact from anchors where claim_id = c.id order by revision_id desc limit 1) last on true
    left join comment_anchors s on s.comment_id = k.id and s.revision_id = articles.revision_id
    left join lateral (
      select exact from comment_anchors where comment_id = k.id order by revision_id limit 1) first on true
    where ${putToGuestSql(guest)} and not ${hiddenCommentSql(null)} and (c.id is null or c.withdrawn_at is null and c.replaced_at is null)
    order by k.resolved_at is not null, k.created_at, k.id`;
  const answers = await answersOf(db, guest);
  return rows.map(({ start, end, at, dueAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    place: start === null || end === null ? null : { start, end },
    answers: answers.get(row.id) ?? [],
  }));
}

/** By question, what this guest has answered. */
async function answersOf(db: Db, guest: Guest): Promise<ReadonlyMap<string, GuestAnswerDTO[]>> {
  const rows = await db.comment.findMany({
    where: { guestLinkId: guest.id, withdrawnAt: null },
    select: { id: true, body: true, createdAt: true, threadId: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<string, GuestAnswerDTO[]>();
  for (const { id, body, createdAt, threadId } of rows)
    if (threadId !== null)
      found.set(threadId, [...(found.get(threadId) ?? []), { id, body, at: createdAt.toISOString() }]);
  return found;
}
