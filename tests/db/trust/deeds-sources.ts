import type { PersonActor } from '#lib/access/types.ts';
import { acceptClaim, editClaim } from '#lib/claims/mutations.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { editEvidence } from '#lib/evidence/mutations.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { getSettings } from '#lib/settings/data.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import { RULE_STRENGTHS } from '#lib/settings/types.ts';
import { archiveSource } from '#lib/sources/mutations.ts';
import { eraseCapture, keepCapture, type Taken } from '#lib/sources/mutations-captures.ts';
import { mergeSources } from '#lib/sources/mutations-merge.ts';
import { writeCheck } from '#lib/sources/mutations-recheck.ts';
import type { StretchCheck } from '#lib/sources/types-captures.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { attach } from '../desk.ts';
import { readLines } from '../jobs/site.ts';
import type { Deed } from './deeds.ts';

/* Deeds on what claims rest on: sources and what they said, the desk's rules, and wording that is decided on again. */

const NOTHING = Promise.resolve();
const handle = ({ claim }: ClaimDetailDTO) => ({ id: claim.id, version: claim.version });
const REASON = 'As agreed';
const QUOTED = 'Berth 4 is open';

function taken(says: string): Taken {
  const bytes = new TextEncoder().encode(`Berth list\n\n${says} to lorries.`);
  const link = 'https://harbour.example/list';
  return { bytes, mediaType: 'text/plain', at: new Date(), askedFor: link, takenFrom: link, headers: [] };
}

/** A piece of evidence that quotes a capture. */
const quoting = ({ evidence }: ClaimDetailDTO) => evidence.find(({ place }) => place !== null);

/** What the page that a piece quotes says today: of every piece that quotes it, the same words as before or others. */
async function recheck(db: Db, who: PersonActor, seen: ClaimDetailDTO, says: string | null): Promise<unknown> {
  const captureId = quoting(seen)?.place?.captureId;
  if (!captureId) return;
  const rows = await db.evidence.findMany({ where: { captureId, captureStart: { not: null } } });
  const now = says === null ? null : taken(says);
  const stretches = rows.map(({ id, captureStart, captureEnd }): StretchCheck => {
    const before = { start: captureStart ?? 0, end: captureEnd ?? 0 };
    return { evidenceId: id, outcome: 'changed', before, after: { start: 12, end: 12 + (says?.length ?? 0) } };
  });
  return transact(db, (tx) =>
    writeCheck(
      tx,
      who,
      captureId,
      now === null ? { outcome: 'same' } : { outcome: 'changed', taken: now, read: readLines(now.bytes), stretches },
    ),
  );
}

export const SOURCE_DEEDS: Readonly<Record<string, Deed>> = {
  capture: async (db, who, { evidence }) => {
    const source = evidence[0]?.source;
    if (!source) return;
    const now = taken(QUOTED);
    await transact(db, (tx) =>
      keepCapture(tx, who, source.id, { taken: now, read: readLines(now.bytes), fill: false }),
    );
  },
  requote: (db, who, { evidence }) => {
    const item = evidence.find(({ withdrawn }) => !withdrawn);
    if (!item) return NOTHING;
    const { id, version, aspect, locator, note, means, consultedOn } = item;
    const words = { aspect, locator, note, means, consultedOn, stance: 'supports', quote: QUOTED } as const;
    return editEvidence(db, who, { id, version, ...words });
  },
  changed: (db, who, seen) => recheck(db, who, seen, `Berth ${seen.claim.version % 3} is shut`),
  changedBack: (db, who, seen) => recheck(db, who, seen, null),
  eraseCapture: (db, who, seen) => {
    const place = quoting(seen)?.place;
    return place ? eraseCapture(db, who, { id: place.captureId, reason: REASON }) : NOTHING;
  },
  mergeSources: async (db, who, seen) => {
    const [first, ...others] = seen.evidence;
    const gone = others.find(({ source }) => source.id !== first?.source.id)?.source;
    if (!first || !gone) {
      await attach(db, who, seen.claim.id, 'Berth list');
      return;
    }
    const { source: keep } = first;
    await mergeSources(db, who, {
      keep: { id: keep.id, version: keep.version },
      gone: { id: gone.id, version: gone.version },
    });
  },
  archiveSource: async (db, who, { evidence }) => {
    const source = evidence[0]?.source;
    if (!source) return;
    const { archivedAt, version } = await db.source.findUniqueOrThrow({ where: { id: source.id } });
    await archiveSource(db, who, { id: source.id, version, archived: archivedAt === null });
  },
  misdeed: (db, who, seen) => editClaim(db, who, { ...handle(seen), misdeed: !seen.misdeed }),
  deskRules: async (db, who, seen) => {
    const strength = (by: number) => RULE_STRENGTHS[(seen.claim.version + by) % RULE_STRENGTHS.length] ?? 'off';
    const { version, deskName, timeZone, defaultMode, defaultQueries } = await getSettings(db);
    await editSettings(db, who, {
      version,
      deskName,
      timeZone,
      defaultMode,
      defaultQueries,
      figureRule: strength(0),
      quotationRule: strength(1),
      misdeedRule: strength(2),
    });
  },
  reopenWording: (db, who, seen) => decideProposal(db, who, { ...handle(seen), take: 'open' }),
  accept: (db, who, seen) => acceptClaim(db, who, { ...handle(seen), accepted: !seen.claim.accepted }),
};
