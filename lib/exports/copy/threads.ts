import type { ReportClaim, ReportModel } from '../model.ts';
import type { Line, Outline, OutlineClaim, OutlineEvidence, OutlineItem, OutlineVerdict } from '../outline/index.ts';
import { plain, strong, there } from '../outline/line.ts';
import { groupOf, openFix } from '../outline/outcome.ts';
import { say } from '../outline/words.ts';
import type { CopyRemark, CopyThread } from './types.ts';

/** What the margin says of claims: of each the report's remark with its verdicts below it, and a thread for each question. */
export function threadsOn(claims: readonly ReportClaim[], model: ReportModel, outline: Outline): CopyThread[] {
  const full = new Map(outline.claims.items.map((item) => [item.number, item]));
  const bare = new Map([...outline.unchecked.items, ...outline.leftOut.items].map((item) => [item.number, item]));
  return claims.flatMap((claim): CopyThread[] => {
    const item = full.get(claim.number);
    const listed = bare.get(claim.number);
    const said = item ? claimLines(item, claim) : listed && itemLines(listed);
    if (!said) return [];
    const verdicts = (item?.verdicts ?? []).flatMap((verdict, i): CopyRemark[] => {
      const given = claim.verdicts[i];
      return given ? [{ by: given.by.name, at: given.at, lines: verdictLines(verdict) }] : [];
    });
    const first = { by: model.desk, at: model.frozenAt, lines: said };
    return [
      { claim: claim.number, query: null, isOpen: false, isDone: isDone(claim), remarks: [first, ...verdicts] },
      ...(item ? queryThreads(claim, item) : []),
    ];
  });
}

/** Whether nothing is left to do on a claim, for its writer either. */
const isDone = (claim: ReportClaim): boolean =>
  claim.openQueries.length === 0 && !claim.isWordingOpen && (groupOf(claim) === 'stands' || groupOf(claim) === null);

const line = (words: string): Line => [plain(words)];
const lines = (words: readonly (string | null)[]): Line[] => there(words).map(line);

const headLine = ({ number, status }: OutlineItem, words: readonly (string | null)[]): Line => [
  strong(say('claim', { number })),
  plain(` · ${status.sign} ${there(words).join(' · ')}`),
];

function claimLines(item: OutlineClaim, claim: ReportClaim): Line[] {
  const fix = openFix(claim);
  return [
    headLine(item, [item.outcome, item.settled]),
    ...(fix === null ? [] : [[strong(say('suggested')), plain(` “${fix}”`)]]),
    line(item.statement),
    ...lines([item.facts.map(({ label, value }) => `${label}: ${value}`).join(' · '), ...item.notes]),
    ...item.evidence.flatMap(evidenceLines),
    ...lines([item.noEvidence, item.noVerdict]),
  ];
}

const itemLines = (item: OutlineItem): Line[] => [
  headLine(item, [item.status.words]),
  line(item.statement),
  ...lines(item.notes),
];

const evidenceLines = (item: OutlineEvidence): Line[] => [
  [strong(`[${item.label}] `), plain(`${there([item.title, item.locator]).join(', ')} · ${item.stance}`)],
  ...lines([
    item.quote === null
      ? null
      : `“${item.quote}”${item.check === null ? '' : ` ${item.check.sign} ${item.check.words}`}`,
    item.note,
    item.about.join(' · '),
  ]),
];

const verdictLines = (verdict: OutlineVerdict): Line[] => [
  line(verdict.about),
  [strong(verdict.rating)],
  ...lines([verdict.finding]),
  verdict.rationale,
  ...verdict.changes.map(({ what, words }) => [plain(`${what}: `), ...words]),
  ...lines(verdict.notes),
];

/** The outline has a claim's questions in the report's order: what is open, then what is closed. */
function queryThreads(claim: ReportClaim, item: OutlineClaim): CopyThread[] {
  const closed = claim.closedQueries;
  return [...claim.openQueries, ...closed].flatMap((query, i): CopyThread[] => {
    const said = item.queries[i];
    if (!said) return [];
    const first = { by: query.by.name, at: query.at, lines: lines([said.about, said.body]) };
    const guests = query.guestAnswers.map(({ guest, at }, place) => ({
      by: guest,
      at,
      lines: lines([said.replies[place]?.about ?? null, said.replies[place]?.body ?? null]),
    }));
    const end = closed[i - claim.openQueries.length];
    const came = lines([said.came, said.answer === null ? null : `“${said.answer}”`]);
    const answers = end && came.length > 0 ? [{ by: end.closedBy.name, at: end.closedAt, lines: came }] : [];
    return [
      {
        claim: claim.number,
        query: { by: query.by.id, at: query.at },
        isOpen: said.isOpen,
        isDone: !said.isOpen,
        remarks: [first, ...guests, ...answers],
      },
    ];
  });
}
