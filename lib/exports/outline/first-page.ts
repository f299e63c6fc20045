import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { changed, plain } from './line.ts';
import { groupOf, openFix } from './outcome.ts';
import { type Citing, claimId, withCitations } from './sources.ts';
import { statusOf } from './status.ts';
import type { Line, Outline, OutlineChange, OutlineOpen } from './types.ts';
import { listWords, momentWords, rangeWords, say } from './words.ts';

/** What must change in the article, in its order. */
export function changesIn(model: ReportModel, cites: Citing): Outline['changes'] {
  return {
    title: say('changeTitle'),
    items: model.claims.filter((claim) => groupOf(claim) === 'change').map((claim) => change(claim, cites)),
    none: say('changeNone'),
  };
}

function change(claim: ReportClaim, cites: Citing): OutlineChange {
  const verdict = settlingVerdict(claim);
  const after = openFix(claim);
  const refused = verdict?.fix?.state === 'refused' ? verdict.fix : null;
  const by = verdict?.by.name ?? '';
  const signer = verdict?.signedOff?.by.name;
  const notes: Line[] = [
    [plain(`${verdict?.rating.label ?? ''}. `), ...(verdict ? withCitations(verdict.rationale, claim, cites) : [])],
    [plain(signer === undefined ? say('found', { name: by }) : say('foundSigned', { name: by, signer }))],
  ];
  if (refused) notes.push([plain(say('isRefused', { reason: refused.reason ?? '' }))]);
  else if (after === null) notes.push([plain(say('noWords'))]);
  return {
    number: claim.number,
    claim: claimId(claim.number),
    status: statusOf(claim),
    before: claim.quote,
    after,
    words: after === null ? [plain(claim.quote)] : changed(claim.quote, after),
    notes,
  };
}

/** Nothing is known of it but that it is there: it stands in a list and has no entry of its own. */
export const isBare = (claim: ReportClaim): boolean =>
  groupOf(claim) === 'unchecked' &&
  claim.evidence.length === 0 &&
  claim.verdicts.length === 0 &&
  claim.openQueries.length === 0 &&
  claim.closedQueries.length === 0;

/** So many unchecked claims are named on the first page; more are counted there and listed among the claims. */
const MOST_NAMED = 6;

/** What waits: questions, disputes, what is stale, unjudged or worded anew; of a claim all of it at once. */
export function openIn(model: ReportModel): Outline['open'] {
  const bare = model.claims.filter((claim) => isBare(claim) && !claim.isWordingOpen);
  const names = bare.length <= MOST_NAMED ? new Set<ReportClaim>() : new Set(bare);
  const open = model.claims.filter((claim) => isOpen(claim) && !names.has(claim));
  return {
    title: say('openTitle'),
    items: open.map(openItem),
    none: say('openNone'),
    more:
      names.size === 0
        ? null
        : `${say('uncheckedRange', { count: names.size, numbers: rangeWords(bare.map(({ number }) => number)) })}.`,
  };
}

function isOpen(claim: ReportClaim): boolean {
  const group = groupOf(claim);
  if (group === null) return claim.openQueries.length > 0;
  return claim.openQueries.length > 0 || claim.isWordingOpen || (group !== 'stands' && group !== 'change');
}

function openItem(claim: ReportClaim): OutlineOpen {
  return {
    number: claim.number,
    claim: claimId(claim.number),
    status: statusOf(claim),
    quote: claim.quote || claim.statement,
    notes: [
      ...standingWords(claim),
      ...claim.openQueries.map(({ by, at, body }) => say('question', { name: by.name, when: momentWords(at), body })),
      ...(claim.isWordingOpen ? [say('wordingOpen')] : []),
    ],
  };
}

function standingWords(claim: ReportClaim): string[] {
  switch (groupOf(claim)) {
    case 'disputed':
      return [say('opinions', { list: listWords(opinionsOn(claim)) })];
    case 'stale':
      return [say('staleOf', { rating: settlingVerdict(claim)?.rating.label ?? '' })];
    case 'await':
      return [say('awaiting')];
    default:
      return [];
  }
}

/** Who found what, of the verdicts in force. */
export const opinionsOn = (claim: ReportClaim): string[] =>
  claim.verdicts
    .filter(({ ended }) => ended === null)
    .map(({ rating, by }) => say('opinion', { rating: rating.label, name: by.name }));
