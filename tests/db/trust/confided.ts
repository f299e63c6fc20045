import { sampleActor } from '#lib/access/gate-command.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { attachEvidence, editEvidence, restoreEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { archiveSource, editSource } from '#lib/sources/mutations.ts';
import { eraseCapture } from '#lib/sources/mutations-captures.ts';
import { markConfidential } from '#lib/sources/mutations-confidential.ts';
import { mergeSources } from '#lib/sources/mutations-merge.ts';
import { writeCheck } from '#lib/sources/mutations-recheck.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { claimOn, judge, plant, plantCapture, reopen } from '../desk.ts';
import { need, type Scene } from './scene.ts';

/** What tells who a confidential source is: each a word that stands nowhere else. */
export type Identity = {
  readonly name: string;
  readonly publisher: string;
  readonly author: string;
  readonly host: string;
  readonly doi: string;
  readonly isbn: string;
  readonly origin: string;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  readonly means: string;
  readonly reason: string;
};

export const IDENTITY: Identity = {
  name: 'Marlinplanted Overbeek',
  publisher: 'Salvageplanted & Sons',
  author: 'Quillplanted',
  host: 'wharfplanted.example',
  doi: '10.5555/doiplanted',
  isbn: '9780306406157',
  origin: 'Originplanted',
  quote: 'I quoteplanted it myself',
  locator: 'callplanted 2',
  note: 'noteplanted by the quay',
  means: 'meansplanted',
  reason: 'reasonplanted',
};

const words = (said: Identity) => ({
  stance: 'supports' as const,
  aspect: 'content' as const,
  quote: said.quote,
  locator: said.locator,
  note: said.note,
  means: said.means,
  consultedOn: '1987-06-05',
});

const fields = (said: Identity, title = said.name) => ({
  title,
  kind: 'person' as const,
  tier: 'primary' as const,
  publisher: said.publisher,
  author: said.author,
  link: `https://${said.host}/page`,
  publishedOn: '1986-05-04',
  note: said.note,
  doi: said.doi,
  isbn: said.isbn,
  archiveLink: `https://${said.host}/archive`,
  origin: said.origin,
});

export type Confided = {
  readonly articleId: string;
  readonly sourceId: string;
  readonly goneId: string;
  readonly captureIds: readonly string[];
  readonly reportId: string;
  readonly claimId: string;
};

/**
 * Everything that is done with a source and its evidence, by its handler, and then the mark: each leaves a trace in records, events, jobs, captures and
 * a frozen report.
 */
export async function confide(db: Db, handler: PersonActor, articleId: string, said: Identity): Promise<Confided> {
  const bench = await reopen(db, handler, articleId);
  const claim = await claimOn(db, handler, bench, 'About one in five berths is closed');
  const attached = (title: string) =>
    attachEvidence(db, handler, { claimId: claim.id, source: { fields: fields(said, title) }, ...words(said) });
  const [kept, gone] = [(await attached(said.name)).source.id, (await attached(`${said.name}, again`)).source.id];
  const version = async (id: string) => (await db.source.findUniqueOrThrow({ where: { id } })).version;
  const edited = { ...fields(said), id: kept, title: `${said.name}, himself` };
  await editSource(db, handler, { ...edited, version: await version(kept) });
  for (const archived of [true, false])
    await archiveSource(db, handler, { id: kept, archived, version: await version(kept) });
  const { id: captureId } = await plant(db, (tx) => plantCapture(tx, kept, `${said.name} said: ${said.quote}.`));
  const { id: erasedId } = await plant(db, (tx) => plantCapture(tx, kept, `${said.name} said it again.`));
  await plant(db, (tx) =>
    tx.evidence.updateMany({ where: { claimId: claim.id }, data: { captureId, captureStart: 0, captureEnd: 4 } }),
  );
  await transact(db, (tx) => writeCheck(tx, handler, captureId, { outcome: 'same' }));
  await eraseWith(db, erasedId, `${said.reason} erased`);
  const piece = async () => need(need(await claimDetail(db, handler, claim.id)).evidence[0]);
  const now = await piece();
  await editEvidence(db, handler, { ...words(said), id: now.id, version: now.version, quote: `${said.quote}, yes` });
  await withdrawEvidence(db, handler, { id: now.id, version: now.version + 1, reason: `${said.reason} withdrawn` });
  await restoreEvidence(db, handler, { id: now.id, version: now.version + 2 });
  await judge(db, handler, claim.id, 'true', { rationale: 'So the source [1].' });
  await editSource(db, handler, { ...edited, title: said.name, version: await version(kept) });
  const merging = {
    keep: { id: kept, version: await version(kept) },
    gone: { id: gone, version: await version(gone) },
  };
  await mergeSources(db, handler, merging);
  await db.job.create({
    data: {
      kind: 'capture',
      forId: handler.id,
      sourceId: kept,
      captureId,
      input: { sha256: 'x', fileName: `${said.name}.txt`, mediaType: 'text/plain' },
      state: 'failed',
      endedAt: new Date(),
      error: { code: 'fetch-no-such-host', values: { host: said.host }, times: 1 },
      result: { captureId },
    },
  });
  const report = await freezeReport(db, handler, { articleId });
  const mark = { id: kept, reason: said.reason, to: [] };
  const marked = await markConfidential(db, handler, { ...mark, version: await version(kept) });
  await markConfidential(db, handler, { ...mark, version: marked.version });
  return {
    articleId,
    sourceId: kept,
    goneId: gone,
    captureIds: [captureId, erasedId],
    reportId: report.id,
    claimId: claim.id,
  };
}

async function eraseWith(db: Db, id: string, reason: string): Promise<void> {
  // Whoever erases knows the source: the mark comes later.
  const admin = await db.user.findFirstOrThrow({ where: { role: 'admin' } });
  await eraseCapture(db, sampleActor(admin), { id, reason });
}

/** The same article as a scene of the doors: every claim of it rests on the confidential source, and every id that is sent is the true one. */
export function confidedScene(plain: Scene, handler: PersonActor, { sourceId }: Confided, said: Identity): Scene {
  const { db } = plain;
  // A verdict's digest is each reader's own, and so is what they were shown.
  const see = async (who: PersonActor | null, claimId: string) => {
    const whole = need(await claimDetail(db, handler, claimId));
    const own = who && (await claimDetail(db, who, claimId));
    return own ? { ...whole, basisDigest: own.basisDigest, verdicts: own.verdicts, shown: own.shown } : whole;
  };
  const claim = async (): Promise<ClaimDTO> => {
    const made = await claimOn(db, handler, await plain.bench(), 'About one in five berths is closed');
    const piece = { claimId: made.id, source: { id: sourceId }, ...words(said) };
    return need((await attachEvidence(db, handler, piece)).claims[0]);
  };
  const judged = async () => {
    const made = await claim();
    const given = { rationale: 'So the source [1].', fix: 'One berth in five is shut' };
    return need((await judge(db, handler, made.id, 'true', given)).claims[0]);
  };
  return { ...plain, see, claim, judged };
}
