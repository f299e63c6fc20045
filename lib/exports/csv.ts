import { stringify } from 'csv-stringify/sync';
import { outcomeOf, type ReportClaim, type ReportModel, verdictInForce } from './model.ts';

const COLUMNS = [
  'claim',
  'statement',
  'quote',
  'kind',
  'weight',
  'claimant',
  'passed on by',
  'outcome',
  'settled by',
  'rating',
  'rating value',
  'attribution finding',
  'rationale',
  'verdict by',
  'verdict at',
  'second reader',
  'signed off at',
  'suggested wording',
  'suggestion is',
  'settled without second reader because',
  'excluded because',
  'evidence',
  'sources',
] as const;

/**
 * The report's claims as CSV (RFC 4180, UTF-8 with its mark so that spreadsheets read it as such). Cells that a
 * spreadsheet would take for a formula are put behind an apostrophe.
 */
export function renderCsv(report: ReportModel): string {
  return stringify([COLUMNS, ...report.claims.map(row)], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function row(claim: ReportClaim): (string | number | null)[] {
  const settled = verdictInForce(claim);
  const shown = settled ?? claim.verdicts.find((verdict) => verdict.ended === null) ?? null;
  const second = claim.verdicts.find((verdict) => verdict.ended === null && verdict.seat === 2);
  return [
    claim.number,
    claim.statement,
    claim.quote,
    claim.kind,
    claim.tier,
    claim.claimant.name,
    claim.claimant.via,
    outcomeOf(claim),
    claim.settledBy,
    settled?.rating.label ?? null,
    settled?.rating.value ?? null,
    shown?.attributionFinding ?? null,
    shown?.rationale ?? null,
    shown?.by.name ?? null,
    shown?.at ?? null,
    shown?.signedOff?.by.name ?? second?.by.name ?? null,
    shown?.signedOff?.at ?? null,
    shown?.fix?.replacement ?? null,
    shown?.fix?.state ?? null,
    shown?.override?.reason ?? null,
    claim.excluded?.reason ?? null,
    claim.evidence
      .filter((item) => !item.withdrawn)
      .map(
        (item) =>
          `[${item.number}] ${item.stance ?? 'stance not shown'}${item.quote ? `: “${item.quote}”` : ''}${item.locator ? ` (${item.locator})` : ''}`,
      )
      .join('\n'),
    claim.evidence
      .filter((item) => !item.withdrawn)
      .map(
        (item) =>
          `[${item.number}] ${[item.source.title, item.source.publisher, item.source.link].filter(Boolean).join(', ')}`,
      )
      .join('\n'),
  ];
}
