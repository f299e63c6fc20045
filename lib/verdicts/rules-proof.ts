import { ofSubject, type Sayings } from '#lib/history/rules-said.ts';

/** What events say of verdicts, sign-offs and proposed wordings. */
export const VERDICT_SAYINGS: Sayings = {
  'verdict.given': (event) => {
    const { cites, basisDigest, attributionFinding, override, ...detail } = event.detail;
    return ofSubject('verdicts', event, {
      claim: detail.claim,
      seat: detail.seat,
      mode: detail.mode,
      rating_id: detail.ratingId,
      rating: detail.rating,
      attribution_finding: attributionFinding,
      rationale: detail.rationale,
      confirms_id: detail.confirms,
      cites: [...cites].sort((a, b) => a - b),
      fix: detail.fix,
      unmet: detail.unmet,
      // The digest must be of the basis that is kept, and the one that was said.
      basis: basisDigest,
      basis_digest: basisDigest,
      override_reason: override,
      author_id: event.actorId,
      override_by_id: override === null ? null : event.actorId,
      withdrawn_reason: null,
    });
  },
  'verdict.withdrawn': (event) =>
    ofSubject('verdicts', event, { withdrawn_reason: event.detail.reason, withdrawn_by_id: event.actorId }),
  'verdict.signedOff': (event) =>
    ofSubject('sign_offs', event, {
      claim: event.detail.claim,
      seat: event.detail.seat,
      basis_digest: event.detail.basisDigest,
      user_id: event.actorId,
      unmet: event.detail.unmet,
      withdrawn_reason: null,
    }),
  'verdict.signOffWithdrawn': (event) => ofSubject('sign_offs', event, { withdrawn_reason: event.detail.reason }),
  'fix.decided': (event) =>
    ofSubject('fixes', event, {
      state: event.detail.state,
      replacement: event.detail.replacement,
      reason: event.detail.reason,
      decided_by_id: event.detail.state === 'proposed' ? null : event.actorId,
    }),
};
