-- A verdict given as an override in the third seat settles as an override, also after one of the two has judged anew.
update claims set settled_by = 'one'
from verdicts
where verdicts.id = claims.settled_verdict_id and claims.settled_by = 'third' and verdicts.override_reason is not null;
