import { Prisma } from '#lib/platform/db.ts';

/** An article's verdicts, sign-offs and proposed wordings, in the words of the events. */
export const verdictsAsSaid = (articleId: string): Prisma.Sql => Prisma.sql`
  select 'verdicts' as table, v.id::text as key, jsonb_build_object(
    'claim', c.number, 'seat', v.seat, 'mode', v.mode, 'rating_id', v.rating_id, 'rating', r.label,
    'attribution_finding', v.attribution_finding, 'rationale', v.rationale, 'confirms_id', v.confirms_id, 'fix', f.replacement,
    'cites', (select coalesce(jsonb_agg(e.number order by e.number), '[]') from verdict_evidence ve
      join evidence e on e.id = ve.evidence_id where ve.verdict_id = v.id),
    'basis', encode(sha256(convert_to(v.basis, 'UTF8')), 'hex'), 'basis_digest', v.basis_digest,
    'unmet', v.unmet, 'override_reason', v.override_reason, 'override_by_id', v.override_by_id, 'author_id', v.author_id,
    'withdrawn_reason', v.withdrawn_reason, 'withdrawn_by_id', v.withdrawn_by_id) as has
  from verdicts v join claims c on c.id = v.claim_id left join ratings r on r.id = v.rating_id left join fixes f on f.verdict_id = v.id
  where c.article_id = ${articleId}::uuid
  union all
  select 'sign_offs', s.id::text, jsonb_build_object('claim', c.number, 'seat', v.seat, 'basis_digest', s.basis_digest,
    'user_id', s.user_id, 'unmet', s.unmet, 'withdrawn_reason', s.withdrawn_reason)
  from sign_offs s join verdicts v on v.id = s.verdict_id join claims c on c.id = v.claim_id
  where c.article_id = ${articleId}::uuid
  union all
  select 'fixes', f.id::text, jsonb_build_object('state', f.state, 'replacement', f.replacement, 'reason', f.reason,
    'decided_by_id', f.decided_by_id)
  from fixes f join claims c on c.id = f.claim_id
  where c.article_id = ${articleId}::uuid`;
