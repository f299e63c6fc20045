import type { Db, Prisma } from '#lib/platform/db.ts';
import type { ClaimState } from '#lib/standing/data.ts';
import { keepsWords, quotedWords } from '#lib/standing/rules-desk.ts';
import { findQuotes } from './data-quotes.ts';
import { differenceWords } from './rules-quotes.ts';
import type { SaidDTO } from './types-captures.ts';

/** Texts of so many characters together are looked through at once; what is left is not looked for. */
const MOST_CHARACTERS = 12_000_000;

type Asked = { readonly claimId: string; readonly evidence: number; readonly words: string };

/**
 * How what claims have in quotation marks stands in what was kept of their evidence: in the recordings, transcripts and documents among it, for these
 * keep words as they were said. By claim; a claim without quotation marks, or without such a source, has nothing. To be asked for before any transaction; `named` leaves out
 * sources that are not named to whoever asks.
 */
export async function saidInSources(
  db: Db,
  states: readonly ClaimState[],
  named: Prisma.SourceWhereInput = {},
): Promise<Map<string, SaidDTO[]>> {
  const words = new Map(
    states.map(({ record, source }) => [record.id, quotedWords(source.quote, source.sentence)] as const),
  );
  const ids = [...words].flatMap(([id, said]) => (said.length > 0 ? [id] : []));
  const said = new Map<string, SaidDTO[]>();
  let characters = 0;
  for (const [captureId, asked] of await askedByCapture(db, ids, words, named)) {
    const text = await newestReading(db, captureId);
    if (!text || characters + text.length > MOST_CHARACTERS) continue;
    characters += text.length;
    const found = await findQuotes(
      asked.map((one) => ({ quote: one.words, locator: null })),
      { text, places: [] },
    );
    asked.forEach(({ claimId, ...one }, i) => {
      const finding = found?.[i];
      if (!finding) return;
      const { check, start, end, difference } = finding;
      const place = start === null || end === null ? null : { captureId, start, end };
      const told = { ...one, check, difference: differenceWords(text, difference), place };
      said.set(claimId, [...(said.get(claimId) ?? []), told]);
    });
  }
  return said;
}

/** What is to be looked for in which capture: the one that the evidence quotes, else the newest of its source. */
async function askedByCapture(
  db: Db,
  ids: readonly string[],
  words: ReadonlyMap<string, readonly string[]>,
  named: Prisma.SourceWhereInput,
): Promise<Map<string, Asked[]>> {
  const rows = await db.evidence.findMany({
    where: { claimId: { in: [...ids] }, withdrawnAt: null, source: named },
    select: {
      number: true,
      claimId: true,
      captureId: true,
      source: { select: { id: true, kind: true, tier: true } },
    },
    orderBy: [{ claimId: 'asc' }, { number: 'asc' }],
  });
  const asked = new Map<string, Asked[]>();
  for (const { number: evidence, claimId, captureId, source } of rows.filter((row) => keepsWords(row.source))) {
    const capture = captureId ?? (await newestCapture(db, source.id));
    if (capture === null) continue;
    const own = (words.get(claimId) ?? []).map((one) => ({ claimId, evidence, words: one }));
    // Two pieces out of one capture say nothing that one does not.
    const before = asked.get(capture) ?? [];
    asked.set(capture, [
      ...before,
      ...own.filter((one) => !before.some((b) => b.claimId === claimId && b.words === one.words)),
    ]);
  }
  return asked;
}

async function newestCapture(db: Db, sourceId: string): Promise<string | null> {
  const found = await db.capture.findFirst({
    where: { source: { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] }, erasedAt: null },
    select: { id: true },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
  });
  return found?.id ?? null;
}

async function newestReading(db: Db, captureId: string): Promise<string | null> {
  const found = await db.captureReading.findFirst({
    where: { captureId },
    select: { text: true },
    orderBy: { number: 'desc' },
  });
  return found?.text ?? null;
}
