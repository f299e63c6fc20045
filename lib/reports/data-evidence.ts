import type { ReportClaim, ReportEvidence } from '#lib/exports/model.ts';
import type { Names } from '#lib/people/data-names.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Prisma, Tx } from '#lib/platform/db.ts';
import { differencesOf } from '#lib/sources/data-quotes.ts';
import { workingWords } from '#lib/sources/rules-working.ts';
import { workingColumn } from '#lib/sources/schema-columns.ts';
import type { SaidDTO, Working } from '#lib/sources/types-captures.ts';
import type { ClaimState } from '#lib/standing/data.ts';
import { quotedWords } from '#lib/standing/rules-desk.ts';
import { reportCapture } from './rules-captured.ts';

type EvidenceRow = Prisma.EvidenceGetPayload<{
  include: { source: true; capture: { include: { stamp: true; archived: true } } };
}>;
type Differences = ReportEvidence['quoteDifference'];

/** What a claim of a report is told with, beside its own records. */
export type Known = {
  readonly names: Names;
  /** By evidence. */
  readonly differences: ReadonlyMap<string, Differences>;
  readonly said: readonly SaidDTO[];
};

/** By evidence, what its words and its capture say otherwise. */
export async function differencesById(tx: Tx, evidence: readonly EvidenceRow[]): Promise<Map<string, Differences>> {
  const differing = evidence.filter(({ quoteDifference }) => quoteDifference !== null);
  const told = await differencesOf(tx, differing);
  return new Map(differing.map(({ id }, i) => [id, told[i] ?? []]));
}

/** A piece of evidence as a report tells it; `hides` where a blind verdict waits. */
export const reportEvidence = (item: EvidenceRow, hides: boolean, quoteDifference: Differences): ReportEvidence => ({
  number: item.number,
  source: {
    title: item.source.title,
    kind: item.source.kind,
    tier: item.source.tier,
    publisher: item.source.publisher,
    author: item.source.author,
    link: item.source.link,
    publishedOn: dayOf(item.source.publishedOn),
    capture: reportCapture(item.capture),
    // What is masked is told when the report is read, by what is confidential then.
    saltedHash: null,
  },
  stance: hides ? null : item.stance,
  aspect: item.aspect,
  quote: item.quote,
  locator: item.locator,
  quoteCheck: item.quoteCheck,
  standsAt: item.standsAt,
  working: item.working === null ? null : reportWorking(workingColumn.read(item.working)),
  quoteDifference,
  note: hides ? null : item.note,
  means: item.means,
  consultedOn: dayOf(item.consultedOn),
  withdrawn: item.withdrawnAt !== null,
});

const reportWorking = (working: Working): NonNullable<ReportEvidence['working']> => ({
  kind: working.kind,
  words: workingWords(working),
  inputs: working.inputs.map(({ words, locator }) => ({ words, locator })),
});

/** What was found of quotations, as far as the claim still has their words and the evidence. */
export function saidStill({ source, record }: ClaimState, said: readonly SaidDTO[]): ReportClaim['said'] {
  const words = quotedWords(source.quote, source.sentence);
  const numbers = record.evidence.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ number }) => number);
  return said
    .filter((one) => words.includes(one.words) && numbers.includes(one.evidence))
    .map(({ evidence, words: own, check, difference }) => ({
      evidence,
      words: own,
      check,
      difference: [...difference],
    }));
}
