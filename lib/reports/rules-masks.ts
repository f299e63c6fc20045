import { canonicalJson, type Json, sha256 } from '#lib/platform/canonical.ts';
import { maskedChange } from '#lib/standing/rules-basis.ts';

/*
 * A report is frozen as it stood, and what was frozen stays. What is handed out of it is a view: evidence from a source that is confidential when the
 * report is read has no name there, no words and no place, in any format. In their stead stands the salted hash of what the frozen report says of the
 * source, which whoever has the salt can hold against it.
 */

/** A piece of evidence that is to be masked: of which claim, under which number, and by what name and salt. */
export type ReportMask = {
  readonly claimId: string;
  readonly number: number;
  readonly title: string;
  readonly salt: string;
};

type Fields = { readonly [key: string]: Json };

/** A snapshot of any form with these pieces of evidence masked; the same text where there are none. */
export function maskSnapshot(snapshot: string, masks: readonly ReportMask[]): string {
  if (masks.length === 0) return snapshot;
  const report = fields(JSON.parse(snapshot));
  const maskAll = (claims: Json | undefined) => list(claims).map((claim) => maskClaim(fields(claim), masks));
  const claims = maskAll(report.claims);
  const formerClaims = maskAll(report.formerClaims);
  const isSame =
    canonicalJson([list(report.claims), list(report.formerClaims)]) === canonicalJson([claims, formerClaims]);
  if (isSame) return snapshot;
  // With the salt, whoever knows all but a name could try names until the digest fits.
  return canonicalJson({ ...report, ...here(report, { claims, formerClaims, salt: null }) });
}

function maskClaim(claim: Fields, masks: readonly ReportMask[]): Json {
  const byNumber = new Map(masks.filter(({ claimId }) => claimId === claim.id).map((mask) => [mask.number, mask]));
  if (byNumber.size === 0) return { ...claim };
  const masked = (number: Json | undefined) => (typeof number === 'number' ? byNumber.get(number) : undefined);
  const evidence = list(claim.evidence).map((item) => {
    const mask = masked(fields(item).number);
    return mask ? maskEvidence(fields(item), mask) : item;
  });
  const verdicts = list(claim.verdicts).map((verdict) => {
    const { staleBecause, ...said } = fields(verdict);
    if (staleBecause === undefined) return verdict;
    const changes = list(staleBecause).map((change) => (masked(fields(change).evidence) ? maskChange(change) : change));
    return { ...said, staleBecause: changes };
  });
  return { ...claim, evidence, verdicts };
}

/** What of evidence stays: its number, and what a verdict's weight goes by. */
const KEPT = new Set(['number', 'source', 'stance', 'aspect', 'withdrawn']);
const KEPT_OF_SOURCE = new Set(['kind', 'tier']);

function maskEvidence(item: Fields, { title, salt }: ReportMask): Json {
  const source = fields(item.source);
  const saltedHash = sha256(`${salt}:${canonicalJson({ ...source })}`);
  return { ...only(item, KEPT), source: { ...only(source, KEPT_OF_SOURCE), title, saltedHash } };
}

/** The same fields, empty but for those that are kept. */
const only = (item: Fields, kept: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key, kept.has(key) ? value : null]));

function maskChange(change: Json): Json {
  const { what, before, after, ...said } = fields(change);
  return { ...said, ...maskedChange({ what: String(what), before: String(before), after: String(after) }) };
}

/** Those of the fields that the report has. */
const here = (report: Fields, changed: Fields): Fields =>
  Object.fromEntries(Object.entries(changed).filter(([key]) => key in report));

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
