import { may, type Permission } from '#lib/access/policy.ts';
import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { hasHiddenVerdictSql, hiddenCommentSql, hiddenVerdictSql } from '#lib/standing/data-hidden.ts';
import type { Progress } from '#lib/standing/types.ts';
import { type NeedRow, needsOf } from './rules.ts';
import { MOST_PARTS } from './schema.ts';
import type { NeedKind, NeedsDTO, NeedView } from './types.ts';

/*
 * What needs somebody is kept nowhere: it is read off the records, in the articles at work, each kind by its own index and up to
 * an end. Of what a blind verdict hides neither a row nor its state tells: a state is made of what its reader may see alone.
 */

/** Somebody whose needs are asked for: a person in their session, or the job that writes to them. */
export type Needy = Actor & { readonly id: string };

/** Articles at work that are looked at: those with something unread first, then by deadline. */
const MOST_ARTICLES = 500;
/** How long an answer is news, and how long a deadline that has passed is. */
const ANSWERED_DAYS = 14;
const PAST_DAYS = 3;

/** What needs a person, in one view. */
export async function readNeeds(db: Db, actor: Needy, view: NeedView): Promise<NeedsDTO> {
  const { rows, now, isPart } = await needRows(db, actor);
  return needsOf(rows, view, now, isPart);
}

type Row = Omit<NeedRow, 'claim' | 'mark'> & {
  readonly now: Date;
  readonly number: number | null;
  readonly statement: string | null;
  readonly progress: Progress | null;
  readonly stale: boolean | null;
  readonly markState: string | null;
  readonly markStand: 'read' | 'later' | 'done' | null;
  readonly markUntil: Date | null;
};

/** Every record that needs a person, with what they have said of it, in one statement. */
export async function needRows(
  db: Db | Tx,
  actor: Needy,
): Promise<{ readonly rows: NeedRow[]; readonly now: Date; readonly isPart: boolean }> {
  const found = await db.$queryRaw<Row[]>`
    with work as materialized (
      select articles.*, ((articles.sentences_read + articles.sentences_minor >= articles.sentences_total)) as done
      from articles where articles.archived_at is null and ${visibleSql(actor)}
      order by (articles.sentences_read + articles.sentences_minor >= articles.sentences_total),
        coalesce(articles.due_at, 'infinity'::timestamptz), articles.id desc
      limit ${MOST_ARTICLES}
    ), found as (${Prisma.join(branches(actor), ' union all ')})
    select clock_timestamp() as now, f.kind, f.id::text as id, left(md5(f.state), 8) as state, f.at, coalesce(u.name, g.name) as by, left(f.words, 400) as words, f.asked_until as "askedUntil",
      f.holds, asked.addressee is not null and asked.addressee <> 'colleague' and not asked.mentions @> array[${actor.id}::uuid] as "ofOthers", w.id as "articleId", w.headline, w.due_at as "dueAt",
      w.access::text as access, c.number, c.statement, c.progress::text as progress, c.stale and not ${hasHiddenVerdictSql(actor)} as stale,
      m.state as "markState", m.stand::text as "markStand", m.until as "markUntil"
    from found f join work w on w.id = f.article_id
    left join users u on u.id = f.by_id
    left join guest_links g on g.id = f.by_id
    left join claims c on c.id = f.claim_id
    left join comments asked on f.kind = 'query' and asked.id = f.id
    left join anchors a on a.claim_id = c.id and a.revision_id = w.revision_id
    left join need_marks m on m.user_id = ${actor.id}::uuid and m.key = f.kind || ':' || f.id
    order by coalesce(w.due_at, 'infinity'::timestamptz), w.id desc, f.kind, a.start nulls last, c.number`;
  const kinds = Map.groupBy(found, ({ kind }) => kind);
  return {
    rows: found.map(toRow),
    now: found[0]?.now ?? new Date(),
    isPart: [...kinds.values()].some((rows) => rows.length >= MOST_PARTS),
  };
}

const toRow = ({
  now: _,
  number,
  statement,
  progress,
  stale,
  markState,
  markStand,
  markUntil,
  ...row
}: Row): NeedRow => ({
  ...row,
  claim:
    number === null || statement === null || progress === null
      ? null
      : { number, statement, progress, stale: stale ?? false },
  mark: markState === null || markStand === null ? null : { state: markState, stand: markStand, until: markUntil },
});

// ---- each kind ----

/** `c` is a claim that still counts. */
const liveSql = Prisma.sql`c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null`;
/** `v` is a verdict in force on it. */
const inForceSql = Prisma.sql`v.claim_id = c.id and v.withdrawn_at is null and v.superseded_at is null`;

function branches(actor: Needy): Prisma.Sql[] {
  return [
    ...(mayAsPerson(actor, 'verdict.give') ? judging(actor) : []),
    ...(mayAsPerson(actor, 'claim.edit') ? [assigned(actor)] : []),
    said(actor),
    answered(actor),
    due(actor),
  ];
}

/** What they may do in a session of theirs, whoever asks for them now. */
const mayAsPerson = ({ role }: Needy, permission: Permission): boolean => may({ role, kind: 'person' }, permission);

type Branch = {
  readonly kind: NeedKind;
  readonly id: Prisma.Sql;
  readonly claimId: Prisma.Sql;
  /** Text that is another whenever it is to come back. */
  readonly state: Prisma.Sql;
  readonly at: Prisma.Sql;
  readonly by: Prisma.Sql;
  readonly words?: Prisma.Sql;
  readonly askedUntil?: Prisma.Sql;
  /** Over `w`, an article at work. */
  readonly from: Prisma.Sql;
};
const NONE = Prisma.sql`null`;
/** An instant in words that no connection's zone changes. */
const epoch = (at: Prisma.Sql): Prisma.Sql => Prisma.sql`extract(epoch from ${at})`;

/** Of each kind the nearest; what the person has put away already comes last. */
const branch = (
  actor: Needy,
  { kind, id, claimId, state, at, by, words, askedUntil, from }: Branch,
): Prisma.Sql => Prisma.sql`
  (select f.* from (
    select ${kind}::text as kind, ${id} as id, w.id as article_id, ${claimId}::uuid as claim_id, (${state})::text as state, ${at}::timestamptz as at,
      ${by}::uuid as by_id, ${words ?? NONE}::text as words, ${askedUntil ?? NONE}::timestamptz as asked_until, false as holds,
      coalesce(w.due_at, 'infinity'::timestamptz) as due
    from ${from}) f
    left join need_marks m on m.user_id = ${actor.id}::uuid and m.key = f.kind || ':' || f.id and m.state = left(md5(f.state), 8)
      and m.stand in ('later', 'done')
    order by m.key is not null, f.due, f.article_id desc, f.id limit ${MOST_PARTS})`;

const ofClaim = (actor: Needy, kind: NeedKind, claims: Branch['from'], more: Pick<Branch, 'state' | 'at' | 'by'>) =>
  branch(actor, { kind, id: Prisma.sql`c.id`, claimId: Prisma.sql`c.id`, from: claims, ...more });

/** Claims of articles at work that `which` picks. */
const claimsSql = (which: Prisma.Sql) =>
  Prisma.sql`work w join claims c on c.article_id = w.id and ${liveSql} where ${which}`;

/** Ids of the verdicts in force that the reader may see: nothing of those that are hidden. */
const seenVerdicts = (actor: Needy, what: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(select ${what} from verdicts v where ${inForceSql} and not ${hiddenVerdictSql(actor.id)})`;

function judging(actor: Needy): Prisma.Sql[] {
  const me = Prisma.sql`${actor.id}::uuid`;
  const verdicts = seenVerdicts(actor, Prisma.sql`string_agg(v.id::text, ' ' order by v.id)`);
  const at = seenVerdicts(actor, Prisma.sql`max(v.created_at)`);
  const by = seenVerdicts(actor, Prisma.sql`(array_agg(v.author_id order by v.seat))[1]`);
  const isAuthor = Prisma.sql`exists (select 1 from verdicts v join verdict_authors a on a.verdict_id = v.id where ${inForceSql} and a.user_id = ${me})`;
  const judged = Prisma.sql`exists (select 1 from verdicts v where ${inForceSql} and v.author_id = ${me})`;
  const overrides = mayAsPerson(actor, 'verdict.override');
  return [
    // One that asks for a fresh first look does not wait for a second.
    ofClaim(
      actor,
      'second',
      claimsSql(
        Prisma.sql`c.progress = 'awaiting_second_reader' and (not c.stale or ${hasHiddenVerdictSql(actor)}) and not ${isAuthor}`,
      ),
      { state: Prisma.sql`coalesce(${verdicts}, '')`, at, by },
    ),
    // Theirs, or theirs to settle: whoever has only edited what the verdicts rest on can do neither, but for an admin.
    ofClaim(
      actor,
      'dispute',
      claimsSql(Prisma.sql`c.progress = 'disputed' and not c.stale and (${judged} or not ${isAuthor} or ${overrides})`),
      { state: Prisma.sql`coalesce(${verdicts}, '')`, at, by: NONE },
    ),
    // Judged by them or given to them, where nothing of it is hidden from them. It is another state when more has changed.
    ofClaim(
      actor,
      'stale',
      claimsSql(Prisma.sql`c.stale and not ${hasHiddenVerdictSql(actor)} and (c.assignee_id = ${me} or ${judged})`),
      {
        state: Prisma.sql`concat_ws(' ', ${verdicts}, c.version, w.revision_id, (
          select string_agg(concat(e.id, e.version, e.changed_check_id), ' ' order by e.id) from evidence e
          where e.claim_id = c.id and exists (select 1 from verdicts v join verdict_evidence ve on ve.verdict_id = v.id
            where ${inForceSql} and ve.evidence_id = e.id)))`,
        at: NONE,
        by: NONE,
      },
    ),
  ];
}

/** Given to them, and without a verdict yet. */
const assigned = (actor: Needy): Prisma.Sql =>
  ofClaim(
    actor,
    'assigned',
    claimsSql(Prisma.sql`c.assignee_id = ${actor.id}::uuid and c.progress in ('open', 'in_review')`),
    {
      state: Prisma.sql`coalesce(${epoch(Prisma.sql`c.assigned_at`)}, 0)`,
      at: Prisma.sql`c.assigned_at`,
      by: Prisma.sql`nullif(c.assigned_by_id, c.assignee_id)`,
    },
  );

/**
 * What is said in threads that are open: a question that is theirs to answer (it calls them, is put to them as a colleague, or is on
 * a claim of theirs), one of theirs whose answer is due, and whatever else calls them. Once they have answered it waits no longer.
 */
function said(actor: Needy): Prisma.Sql {
  const me = Prisma.sql`${actor.id}::uuid`;
  const calls = Prisma.sql`k.mentions @> array[${me}]`;
  const hasReplied = Prisma.sql`exists (select 1 from comments own where own.thread_id = head.id and own.author_id = ${me}
    and own.created_at > coalesce(k.edited_at, k.created_at) and own.withdrawn_at is null)`;
  const asks = Prisma.sql`(k.id = head.id and k.kind = 'query')`;
  const isTheirs = Prisma.sql`(${calls} or c.assignee_id = ${me}
    or k.addressee = 'colleague' and lower(btrim(k.asked_whom)) = lower(${actor.name}))`;
  // A guest can do nothing else but answer whoever asked.
  const kind = Prisma.sql`case when not ${asks} and k.guest_link_id is not null and head.author_id = ${me} then 'answered' when not ${asks} then 'call' when k.author_id = ${me} then 'chase' else 'query' end`;
  return Prisma.sql`
    (select ${kind} as kind, k.id, w.id as article_id, c.id as claim_id, concat_ws(' ', ${epoch(Prisma.sql`k.edited_at`)}, ${epoch(Prisma.sql`k.due_at`)}) as state, k.created_at as at,
      coalesce(nullif(k.author_id, ${me}), k.guest_link_id) as by_id, k.body as words, k.due_at as asked_until,
      ${asks} and coalesce(k.holds, w.queries) = 'hold' and c.id is not null as holds, coalesce(w.due_at, 'infinity'::timestamptz) as due
    from work w join comments head on head.article_id = w.id and head.thread_id is null and head.resolved_at is null
      and head.withdrawn_at is null
    left join claims c on c.id = head.claim_id
    cross join lateral (
      select * from comments x where x.id = head.id
      union all select * from comments x where x.thread_id = head.id and x.mentions @> array[${me}]) k
    where k.withdrawn_at is null and (c.id is null or c.withdrawn_at is null and c.replaced_at is null)
      and not ${hiddenCommentSql(actor.id)}
      and case when not ${asks} then ${calls} and k.author_id is distinct from ${me} and not ${hasReplied}
        when k.author_id = ${me} then k.due_at < now() + interval '1 day'
        else ${isTheirs} and not ${hasReplied} end
    order by k.due_at nulls last, k.id desc limit ${MOST_PARTS})`;
}

/** A question of theirs that somebody else has closed with an answer, a short while ago. */
const answered = (actor: Needy): Prisma.Sql =>
  branch(actor, {
    kind: 'answered',
    id: Prisma.sql`k.id`,
    claimId: Prisma.sql`k.claim_id`,
    state: epoch(Prisma.sql`k.resolved_at`),
    at: Prisma.sql`k.resolved_at`,
    by: Prisma.sql`k.resolved_by_id`,
    words: Prisma.sql`coalesce(k.answer, k.body)`,
    from: Prisma.sql`comments k join work w on w.id = k.article_id left join claims c on c.id = k.claim_id
      where k.author_id = ${actor.id}::uuid and k.outcome = 'answered' and k.resolved_by_id is distinct from k.author_id
        and k.resolved_at > now() - make_interval(days => ${ANSWERED_DAYS}::int) and k.withdrawn_at is null
        and (c.id is null or c.withdrawn_at is null and c.replaced_at is null) and not ${hiddenCommentSql(actor.id)}`,
  });

/** An article that is due within a day, or was a short while ago, with something left: added by them, kept to them, or with claims of theirs. */
const due = (actor: Needy): Prisma.Sql =>
  branch(actor, {
    kind: 'due',
    id: Prisma.sql`w.id`,
    claimId: NONE,
    state: epoch(Prisma.sql`w.due_at`),
    at: NONE,
    by: NONE,
    from: Prisma.sql`work w
      where w.due_at < now() + interval '1 day' and w.due_at > now() - make_interval(days => ${PAST_DAYS}::int) and not w.done
        and (w.created_by_id = ${actor.id}::uuid
          or exists (select 1 from claims c where c.article_id = w.id and c.assignee_id = ${actor.id}::uuid and c.progress <> 'settled' and ${liveSql}))`,
  });
