import type { PersonActor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { sql } from '#lib/platform/sql.ts';
import { claimStates, standingOf } from '#lib/standing/data.ts';
import { coverageOf, sentenceStates } from '#lib/standing/rules-coverage.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import { misprinted } from './printed.ts';

/** Everything in an article that breaks a rule, in words. */
export async function broken(db: Db, readers: readonly PersonActor[], articleId: string): Promise<unknown[]> {
  const rows = await sql()<{ rule: string; id: string }[]>`
    with own as (select v.*, c.article_id from verdicts v join claims c on c.id = v.claim_id where c.article_id = ${articleId})
    select 'somebody signed off their own verdict' as rule, s.id from sign_offs s join own on own.id = s.verdict_id
      where s.user_id = own.author_id
    -- Told by the order of the history, not by the record of authors: that is what is tested.
    union all select 'who edited what it rests on signed off', s.id from sign_offs s join own on own.id = s.verdict_id
      join events given on given.subject_type = 'verdict' and given.subject_id = own.id::text and given.action = 'verdict.given'
      join events signed on signed.subject_type = 'signOff' and signed.subject_id = s.id::text and signed.action = 'verdict.signedOff'
      join events edit on edit.chain = given.chain and edit.actor_id = s.user_id
        and edit.sequence > given.sequence and edit.sequence < signed.sequence
      where (edit.action in ('claim.rescoped', 'claim.reattached') and edit.subject_id = own.claim_id::text)
        -- Its kind, when and where it was said, and whether it speaks of a misdeed are no ground of a verdict.
        or (edit.action = 'claim.edited' and edit.subject_id = own.claim_id::text and exists (
          select 1 from event_details d where d.chain = edit.chain and d.sequence = edit.sequence
            and d.detail::jsonb -> 'changes' ?| array['statement', 'claimant', 'via', 'polarity', 'factuality', 'figures', 'times']))
        or (edit.action in ('evidence.edited', 'evidence.withdrawn', 'evidence.restored') and exists (
          select 1 from verdict_evidence c where c.verdict_id = own.id and c.evidence_id::text = edit.subject_id))
        or (edit.action = 'source.edited' and exists (
          select 1 from verdict_evidence c join evidence e on e.id = c.evidence_id
          where c.verdict_id = own.id and e.source_id::text = edit.subject_id))
    union all select 'somebody shut out, or a viewer, signed off', s.id from sign_offs s join own on own.id = s.verdict_id
      join events signed on signed.subject_type = 'signOff' and signed.subject_id = s.id::text and signed.action = 'verdict.signedOff'
      cross join lateral (
        select e.action, d.detail from events e join event_details d using (chain, sequence)
        where e.chain = 'desk' and e.subject_id = s.user_id::text and e.at < signed.at
          and (e.action in ('person.disabled', 'person.enabled') or e.action = 'person.role')
        order by e.sequence desc limit 1) last
      where last.action = 'person.disabled' or (last.action = 'person.role' and last.detail::jsonb #>> '{changes,role,after}' = 'viewer')
    union all select 'a blind verdict on a claim of which one was read', own.id from own
      where own.mode = 'blind' and exists (
        select 1 from verdicts v where v.claim_id = own.claim_id and v.revealed_at < own.created_at)
    union all select 'a wording decided on under a hidden verdict', f.id from fixes f join own on own.id = f.verdict_id
      where own.revealed_at is null and f.version > 1
    union all select 'a decision on a wording without its event', f.id from fixes f join own on own.id = f.verdict_id
      where f.version - 1 <> (select count(*) from events e where e.subject_type = 'fix' and e.subject_id = f.id::text)
    union all select 'a verdict without its one event', own.id from own
      where 1 <> (select count(*) from events e where e.subject_id = own.id::text and e.action = 'verdict.given')
    union all select 'a sign-off without its events', s.id from sign_offs s join own on own.id = s.verdict_id
      where case when s.withdrawn_at is null then 1 else 2 end <> (select count(*) from events e where e.subject_id = s.id::text)
    union all select 'evidence without its event', e.id from evidence e join claims c on c.id = e.claim_id
      where c.article_id = ${articleId} and e.carried_from_id is null
        and e.version <> (select count(*) from events x where x.subject_type = 'evidence' and x.subject_id = e.id::text)
    union all select 'a comment without its events', k.id from comments k
      where k.article_id = ${articleId} and k.version <> (select count(*) from events x where x.subject_id = k.id::text)
    union all select 'a reply in no thread of its claim', k.id from comments k join comments t on t.id = k.thread_id
      where k.article_id = ${articleId} and (t.claim_id is distinct from k.claim_id or t.thread_id is not null)
    union all select 'agreement with a verdict beside another of one’s own', s.id from sign_offs s join own on own.id = s.verdict_id
      join own mine on mine.claim_id = own.claim_id and mine.author_id = s.user_id and mine.id <> own.id
      where s.withdrawn_at is null and own.superseded_at is null and own.withdrawn_at is null
        and mine.superseded_at is null and mine.withdrawn_at is null
        and (mine.rating_id, mine.attribution_finding) is distinct from (own.rating_id, own.attribution_finding)
    union all select 'a link of descent from a claim that stands', l.from_id from lineage l join claims c on c.id = l.from_id
      join claims t on t.id = l.to_id
      where l.article_id = ${articleId} and c.replaced_at is null and t.withdrawn_at is null
    union all select 'two sign-offs of one verdict', min(s.id::text)::uuid from sign_offs s join own on own.id = s.verdict_id
      where s.withdrawn_at is null group by s.verdict_id having count(*) > 1
    union all select 'two verdicts in force in one seat', min(id::text)::uuid from own
      where superseded_at is null and withdrawn_at is null group by claim_id, seat having count(*) > 1
    union all select 'two verdicts in force by one person', min(id::text)::uuid from own
      where superseded_at is null and withdrawn_at is null group by claim_id, author_id having count(*) > 1
    union all select 'a verdict without its proposer among its authors', own.id from own
      where not exists (select 1 from verdict_authors a where a.verdict_id = own.id and a.user_id = own.author_id)
    union all select 'an override without a reason', id from own where (override_reason is null) <> (override_by_id is null)
    union all select 'a gap in the numbers of evidence', min(e.id::text)::uuid from evidence e join claims c on c.id = e.claim_id
      where c.article_id = ${articleId} group by e.claim_id having max(e.number) <> count(*)
    union all select 'a claim that counts without its one place', c.id from claims c join articles a on a.id = c.article_id
      where c.article_id = ${articleId} and c.replaced_at is null and c.withdrawn_at is null
        and (select count(*) from anchors n where n.claim_id = c.id and n.revision_id = a.revision_id) <> 1`;
  const claims = await db.claim.findMany({ where: { articleId }, select: { id: true } });
  const states = await claimStates(
    db,
    claims.map(({ id }) => id),
  );
  const stored = states.flatMap((state) => {
    const { progress, settledBy, settledVerdictId, stale, held } = state.record;
    const due = standingOf(state);
    const is = { progress, settledBy, settledVerdictId, stale, held };
    return JSON.stringify(is) === JSON.stringify(due) ? [] : [{ rule: 'the stored standing', is, due }];
  });
  return [
    ...rows,
    ...stored,
    ...(await miscounted(db, readers, articleId)),
    ...(await misprinted(db, articleId)),
    ...(await told(
      db,
      readers,
      states.map(({ record }) => record.id),
    )),
  ];
}

/** The stored count of sentences read, where it is not what the claims and marks make it. */
async function miscounted(db: Db, [reader]: readonly PersonActor[], articleId: string): Promise<unknown[]> {
  const bench = reader && (await workbench(db, reader, articleId));
  if (!bench) return [{ rule: 'the article is there to be read' }];
  const row = await db.article.findUniqueOrThrow({ where: { id: articleId } });
  const is = { read: row.sentencesRead, minor: row.sentencesMinor, total: row.sentencesTotal };
  const { revision, claims, marks } = bench;
  const due = coverageOf(sentenceStates(revision.sentences, claims, marks, row.minorCounts));
  return JSON.stringify(is) === JSON.stringify(due) ? [] : [{ rule: 'the stored coverage', is, due }];
}

/** What somebody is told of a blind verdict that is not theirs before the second is in. */
async function told(db: Db, readers: readonly PersonActor[], claimIds: readonly string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const id of claimIds) {
    const hidden = await db.verdict.findMany({
      where: { claimId: id, revealedAt: null },
      select: { id: true, authorId: true },
    });
    if (hidden.length === 0) continue;
    const said = await commentsSince(hidden.map((verdict) => verdict.id));
    for (const actor of readers) {
      const seen = await claimDetail(db, actor, id);
      const theirs = hidden.filter((one) => one.authorId !== actor.id).map((one) => one.id);
      if (!seen || theirs.length === 0) continue;
      const tell = (rule: string, shown: readonly unknown[]) => {
        if (shown.length > 0) found.push({ rule, to: actor.name, claim: id, shown });
      };
      tell(
        'a blind verdict is hidden',
        seen.verdicts.filter((verdict) => theirs.includes(verdict.id) && (verdict.content || verdict.basisDigest)),
      );
      tell(
        'so are the stances of evidence',
        seen.evidence.filter((item) => item.stance !== null && item.by?.id !== actor.id),
      );
      tell(
        'so is what its author says on the claim since',
        seen.comments.filter(
          (one) => one.author.id !== actor.id && said.get(one.id)?.some((of) => theirs.includes(of)),
        ),
      );
      tell('and nobody is offered to sign it off', seen.signOffRefusal === null ? [seen.verdicts] : []);
      const history = await articleHistory(db, actor, { articleId: seen.claim.articleId, claimId: id });
      tell(
        'so are they in the history',
        (history?.events ?? []).filter(
          ({ subject, detail, actor: by }) =>
            detail !== null &&
            (theirs.includes(subject.id) ||
              (subject.type === 'evidence' && by.id !== actor.id) ||
              (subject.type === 'comment' && said.get(subject.id)?.some((of) => theirs.includes(of)))),
        ),
      );
    }
  }
  return found;
}

/**
 * Comments that a verdict's own author wrote on its claim after it, each with those verdicts: told by the order of the
 * history, which no clock can be wrong about.
 */
async function commentsSince(verdictIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql()<{ comment: string; verdict: string }[]>`
    select k.id as comment, v.id as verdict from verdicts v
    join events given on given.subject_id = v.id::text and given.action = 'verdict.given'
    join comments k on k.claim_id = v.claim_id and k.author_id = v.author_id
    join events written on written.subject_id = k.id::text and written.action = 'comment.written'
    where v.id = any(${[...verdictIds]}) and written.sequence > given.sequence`;
  const found = new Map<string, string[]>();
  for (const { comment, verdict } of rows) found.set(comment, [...(found.get(comment) ?? []), verdict]);
  return found;
}
