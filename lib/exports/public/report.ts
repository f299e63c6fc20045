import type { ReportClaim, ReportEvidence, ReportModel, ReportVerdict } from '../model.ts';
import { isFlagged, settlingVerdict } from '../model.ts';
import { say, sayRole } from './words.ts';

/*
 * What of a frozen report the public is shown. It is put together field by field: whatever is not named here stays at the desk, and so does
 * whatever a report comes to hold later. Shown are the claims that are settled and nothing more is asked of, each with the verdict that settles it,
 * what that rests on, and the words it speaks of. The article's text, questions and their answers, notes on evidence, suggested wordings,
 * what is disputed, unchecked, left out or gone, and readers' names stay at the desk.
 */

/** Whether the public is shown a claim: settled, and nothing is asked of it any more. */
export const isPublic = (claim: ReportClaim): boolean =>
  claim.outcome === 'settled' &&
  !claim.stale &&
  !claim.held &&
  !isFlagged(claim) &&
  !claim.isWordingOpen &&
  claim.start !== null &&
  settlingVerdict(claim) !== null;

/** By their ids, the people who have agreed to be named, with the name they have now. */
export type Agreed = ReadonlyMap<string, string>;

/** A frozen report as the public is shown it; people who have not agreed are their roles. */
export function publicReport(model: ReportModel, agreed: Agreed): ReportModel {
  const somebody = namer(model, agreed);
  const { article } = model;
  return {
    format: model.format,
    desk: model.desk,
    number: model.number,
    frozenAt: model.frozenAt,
    frozenBy: somebody(model.frozenBy),
    article: {
      id: '',
      headline: article.headline,
      outlet: article.outlet,
      byline: article.byline,
      link: article.link,
      publishedOn: article.publishedOn,
      language: article.language,
      revision: article.revision,
      sha256: '',
      text: '',
      blocks: [],
      mode: article.mode,
      addedAt: null,
      revisions: [],
    },
    coverage: { read: 0, minor: 0, total: 0 },
    minorSentences: [],
    sentences: [],
    openQueries: [],
    closedQueries: [],
    scale: model.scale,
    claims: model.claims.filter(isPublic).map((claim) => publicClaim(claim, somebody)),
    formerClaims: [],
    people: [],
    heads: [],
    part: model.part && { chosen: model.part.chosen, of: model.part.of, note: null },
    supersedes: model.supersedes && { number: model.supersedes.number, digest: '' },
    correction: model.correction,
    salt: null,
  };
}

type Person = ReportModel['frozenBy'];
type Namer = (person: Person) => Person;

/** Somebody by the name they have agreed to, or by the role they had. */
function namer(model: ReportModel, agreed: Agreed): Namer {
  const roles = new Map(model.people.map(({ id, role }) => [id, role]));
  return ({ id }) => {
    const name = id === null ? undefined : agreed.get(id);
    const role = id === null ? undefined : roles.get(id);
    return { id: null, name: name ?? (role === undefined ? say('somebody') : sayRole(role)) };
  };
}

const publicClaim = (claim: ReportClaim, somebody: Namer): ReportClaim => ({
  // Claims are told apart by it when their evidence is numbered; their own ids stay at the desk.
  id: `${claim.number}`,
  number: claim.number,
  statement: claim.statement,
  isSentence: claim.isSentence,
  quote: claim.quote,
  start: claim.start,
  end: claim.end,
  kind: claim.kind,
  polarity: claim.polarity,
  factuality: claim.factuality,
  tier: claim.tier,
  claimant: { name: claim.claimant.name, kind: claim.claimant.kind, via: claim.claimant.via },
  saidOn: claim.saidOn,
  outcome: claim.outcome,
  progress: claim.progress,
  settledBy: claim.settledBy,
  settlingVerdict: 'settles',
  mark: claim.mark,
  stale: false,
  held: false,
  openQueries: [],
  closedQueries: [],
  isWordingOpen: false,
  excluded: null,
  withdrawn: null,
  proposedByMachine: false,
  evidence: claim.evidence.filter(({ withdrawn }) => !withdrawn).map(publicEvidence),
  said: [],
  verdicts: [publicVerdict(claim, somebody)],
  cameOf: [],
  became: [],
});

/** The verdict that settles; of one that only confirms another's finding, with that one's reasons. */
function publicVerdict(claim: ReportClaim, somebody: Namer): ReportVerdict {
  const verdict = settlingVerdict(claim);
  if (!verdict) throw new Error(`Claim ${claim.number} is settled by no verdict`);
  const reasoned = reasonsOf(claim, verdict);
  return {
    id: 'settles',
    seat: verdict.seat,
    by: somebody(verdict.by),
    at: verdict.at,
    mode: verdict.mode,
    rating: verdict.rating,
    attributionFinding: verdict.attributionFinding,
    rationale: reasoned.rationale,
    cites: reasoned.cites,
    confirms: null,
    fix: null,
    override: verdict.override && { reason: verdict.override.reason, by: somebody(verdict.override.by) },
    unmet: verdict.unmet,
    signedOff: verdict.signedOff && {
      by: somebody(verdict.signedOff.by),
      at: verdict.signedOff.at,
      unmet: verdict.signedOff.unmet,
    },
    stale: false,
    staleBecause: [],
    ended: null,
  };
}

/** However often a finding was confirmed, its reasons are its first author's. */
function reasonsOf(claim: ReportClaim, verdict: ReportVerdict): ReportVerdict {
  const seen = new Set([verdict]);
  let found = verdict;
  while (found.rationale === '') {
    const before = claim.verdicts.find(({ id }) => id === found.confirms);
    if (!before || seen.has(before)) break;
    seen.add(before);
    found = before;
  }
  return found;
}

function publicEvidence(item: ReportEvidence): ReportEvidence {
  const { source } = item;
  return {
    number: item.number,
    source: {
      title: source.title,
      kind: source.kind,
      tier: source.tier,
      publisher: source.publisher,
      author: source.author,
      link: source.link,
      publishedOn: source.publishedOn,
      capture: source.capture,
      saltedHash: null,
    },
    stance: item.stance,
    aspect: item.aspect,
    quote: item.quote,
    locator: item.locator,
    quoteCheck: item.quoteCheck,
    standsAt: item.standsAt,
    working: item.working,
    quoteDifference: item.quoteDifference,
    note: null,
    means: null,
    consultedOn: item.consultedOn,
    withdrawn: false,
  };
}
