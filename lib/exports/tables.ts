import type { Cell } from './csv-text.ts';
import {
  type Later,
  outcomeWords,
  presentName,
  type ReportClaim,
  type ReportClosedQuery,
  type ReportEvidence,
  type ReportModel,
  type ReportQuery,
  type ReportVerdict,
  settlingVerdict,
} from './model.ts';
import { partShort } from './outline/part.ts';
import { differenceInWords, quoteWords, saidWords } from './quote-words.ts';
import { unmetWords } from './unmet-words.ts';

/** A frozen report and the digest of its snapshot. */
export type Frozen = { readonly model: ReportModel; readonly digest: string; readonly later?: Later | null };

export type Cells = Partial<Record<Column, Cell>>;

/** What each row is, then of which report, then what the row holds. Cells that a row has nothing for are empty. */
export const COLUMNS = [
  'record',
  'claim',
  'report',
  'digest',
  'frozen at',
  'article',
  'revision',
  'statement',
  'quote',
  'kind',
  'weight',
  'claimant',
  'passed on by',
  'stated as',
  'polarity',
  'in the text',
  'outcome',
  'settled by',
  'stale',
  'held by a query',
  'wording open',
  'excluded because',
  'excluded by',
  'withdrawn because',
  'came of',
  'became',
  'seat',
  'in force',
  'settles the claim',
  'rating',
  'rating value',
  'attribution finding',
  'rationale',
  'cites',
  'confirms',
  'by',
  'now named',
  'at',
  'mode',
  'signed off by',
  'signed off at',
  'suggested wording',
  'suggestion is',
  'override because',
  'override by',
  'rules unmet',
  'quotation check',
  'ended',
  'ended at',
  'ended because',
  'evidence',
  'stance',
  'aspect',
  'evidence quote',
  'quote check',
  'quote difference',
  'working',
  'locator',
  'note',
  'means',
  'consulted on',
  'withdrawn',
  'source',
  'source kind',
  'source tier',
  'publisher',
  'author',
  'link',
  'published on',
  'salted hash',
  'put to',
  'whom',
  'how asked',
  'answer by',
  'came of it',
  'answer',
  'answer by file from',
  'closed by',
  'closed at',
  'guest answers',
  'asked about',
  'correction',
  'superseded by',
  'corrected since',
  'part',
  'chosen because',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * A row for each claim, and under it one for each verdict, each piece of evidence and each query; then one for each query on the
 * article: nothing is left out. Of a
 * report that corrects one, that another has taken the place of, or that holds chosen claims alone, the first row says so; of the last every row.
 */
export const rowsIn = (report: Frozen): Cells[] => [...rowsFrom(report)];

/** The same, made as they are asked for. */
export function* rowsFrom(report: Frozen): Generator<Cells> {
  yield* reportRows(report);
  for (const claims of [report.model.claims, report.model.formerClaims])
    for (const claim of claims) yield* rowsOf(report, claim);
  yield* queryRows(report.model, ofReport(report.model, report.digest));
}

function reportRows({ model, digest, later }: Frozen): Cells[] {
  if (model.correction === null && model.part === null && !later) return [];
  const since = later?.corrections.map(({ note, at }) => `${at}: ${note}`).join('\n') || null;
  return [
    {
      ...ofReport(model, digest),
      record: 'report',
      correction: model.correction,
      'superseded by': later?.number ?? null,
      'corrected since': since,
      'chosen because': model.part?.note ?? null,
    },
  ];
}

const ofReport = (model: ReportModel, digest: string): Cells => ({
  report: model.number,
  digest,
  'frozen at': model.frozenAt,
  article: model.article.headline,
  revision: model.article.revision,
  part: partShort(model),
});

const queryRows = ({ openQueries, closedQueries }: Pick<ReportClaim, 'openQueries' | 'closedQueries'>, of: Cells) =>
  [...openQueries, ...closedQueries].map((query): Cells => ({ ...queryCells(query), ...of, record: 'query' }));

function rowsOf(report: Frozen, claim: ReportClaim): Cells[] {
  const { model, digest } = report;
  const of: Cells = { claim: claim.number, ...ofReport(model, digest) };
  return [
    { ...claimCells(model, claim), ...of, record: 'claim' },
    ...claim.verdicts.map((verdict) => ({ ...verdictCells(model, claim, verdict), ...of, record: 'verdict' })),
    ...claim.evidence.map((item) => ({ ...evidenceCells(item), ...of, record: 'evidence' })),
    ...queryRows(claim, of),
  ];
}

const yes = (value: boolean): string => (value ? 'yes' : 'no');
const numbers = (list: readonly { readonly kind: string; readonly number: number }[]): string | null =>
  list.map(({ kind, number }) => `${kind} ${number}`).join(', ') || null;

function claimCells(model: ReportModel, claim: ReportClaim): Cells {
  const settled = settlingVerdict(claim);
  return {
    statement: claim.statement,
    quote: claim.quote,
    kind: claim.kind,
    weight: claim.tier,
    claimant: claim.claimant.name,
    'passed on by': claim.claimant.via,
    'stated as': claim.factuality,
    polarity: claim.polarity,
    'in the text': yes(claim.start !== null),
    outcome: outcomeWords(claim),
    'settled by': claim.settledBy,
    stale: yes(claim.stale),
    'held by a query': yes(claim.held),
    'wording open': yes(claim.isWordingOpen),
    'excluded because': claim.excluded?.reason ?? null,
    'excluded by': claim.excluded?.by.name ?? null,
    'withdrawn because': claim.withdrawn?.reason ?? null,
    'came of': numbers(claim.cameOf),
    became: numbers(claim.became),
    'quotation check': claim.said.map(saidWords).join('; ') || null,
    ...(settled ? findingCells(model, settled) : {}),
  };
}

/** What a verdict says and who stands behind it. */
function findingCells(model: ReportModel, verdict: ReportVerdict): Cells {
  return {
    rating: verdict.rating.label,
    'rating value': verdict.rating.value,
    'attribution finding': verdict.attributionFinding,
    rationale: verdict.rationale,
    by: verdict.by.name,
    'now named': presentName(model, verdict.by),
    at: verdict.at,
    'signed off by': verdict.signedOff?.by.name ?? null,
    'signed off at': verdict.signedOff?.at ?? null,
    'suggested wording': verdict.fix?.replacement ?? null,
    'suggestion is': verdict.fix?.state ?? null,
    'override because': verdict.override?.reason ?? null,
    'override by': verdict.override?.by.name ?? null,
    'rules unmet': unmetCell(verdict.signedOff ? verdict.signedOff.unmet : verdict.unmet),
  };
}

/** Empty where it is not known, which is not the same as that nothing was unmet. */
const unmetCell = (unmet: ReportVerdict['unmet']): string | null =>
  unmet === null ? null : unmet.map(unmetWords).join('; ') || 'none';

function verdictCells(model: ReportModel, claim: ReportClaim, verdict: ReportVerdict): Cells {
  const confirmed = claim.verdicts.find((other) => other.id === verdict.confirms);
  return {
    ...findingCells(model, verdict),
    seat: verdict.seat,
    mode: verdict.mode,
    'in force': yes(verdict.ended === null),
    'settles the claim': yes(verdict.id === claim.settlingVerdict),
    stale: yes(verdict.stale),
    cites: verdict.cites.map((number) => `[${number}]`).join(' ') || null,
    confirms: confirmed ? `${confirmed.by.name}, ${confirmed.at}` : null,
    ended: verdict.ended?.how ?? null,
    'ended at': verdict.ended?.at ?? null,
    'ended because': verdict.ended?.reason ?? null,
  };
}

function queryCells(query: ReportQuery | ReportClosedQuery): Cells {
  const closed = 'outcome' in query ? query : null;
  return {
    by: query.by.name,
    at: query.at,
    note: query.body,
    'put to': query.asked?.addressee ?? null,
    whom: query.asked?.whom ?? null,
    'how asked': query.asked?.how ?? null,
    'answer by': query.asked?.dueAt ?? null,
    'came of it': closed?.outcome ?? null,
    answer: closed?.answer ?? null,
    'answer by file from': closed?.answerFrom ?? null,
    'closed by': closed?.closedBy.name ?? null,
    'closed at': closed?.closedAt ?? null,
    'asked about':
      query.about && [query.about.evidence && `[${query.about.evidence}]`, query.about.quote].filter(Boolean).join(' '),
    'guest answers': query.guestAnswers.map(({ guest, at, body }) => `${guest}, ${at}: ${body}`).join('\n') || null,
  };
}

const evidenceCells = (item: ReportEvidence): Cells => ({
  evidence: item.number,
  stance: item.stance ?? 'not shown',
  aspect: item.aspect,
  'evidence quote': item.quote,
  'quote check': quoteWords(item),
  'quote difference': item.quoteDifference?.map(differenceInWords).join('; ') || null,
  working: item.working?.words ?? null,
  locator: item.locator,
  note: item.note,
  means: item.means,
  'consulted on': item.consultedOn,
  withdrawn: yes(item.withdrawn),
  source: item.source.title,
  'source kind': item.source.kind,
  'source tier': item.source.tier,
  publisher: item.source.publisher,
  author: item.source.author,
  link: item.source.link,
  'published on': item.source.publishedOn,
  'salted hash': item.source.saltedHash,
});
