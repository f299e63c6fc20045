-- A third reader settles what the two differ on: where they have come to agree since, they settle the claim themselves.
with standing as (
  select id, claim_id, seat, rating_id, attribution_finding
  from verdicts where withdrawn_at is null and superseded_at is null
)
update claims set settled_by = 'two', settled_verdict_id = one.id
from standing one join standing two on two.claim_id = one.claim_id
where claims.id = one.claim_id and claims.settled_by = 'third' and one.seat = 1 and two.seat = 2
  and one.rating_id = two.rating_id and one.attribution_finding is not distinct from two.attribution_finding;
