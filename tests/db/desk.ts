import { sampleActor } from '#lib/access/gate-command.ts';
import type { PersonActor, Role } from '#lib/access/types.ts';
import { addClaim } from '#lib/claims/mutations.ts';
import { attachEvidence } from '#lib/evidence/mutations.ts';
import type { Stance } from '#lib/evidence/types.ts';
import { insertUser } from '#lib/people/mutations.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { getDeskRules } from '#lib/settings/data.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import { claimStates } from '#lib/standing/data.ts';
import { underRules } from '#lib/standing/data-rules.ts';
import { seenDigest } from '#lib/standing/data-shown.ts';
import { seenOf } from '#lib/standing/rules-seen.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { giveVerdict } from '#lib/verdicts/mutations.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';

/** Text with sentences that the tests know; long enough for every kind of claim they need. */
export const TEXT = `Harbour authority doubles repair fund

By A. Reporter

The Harbour Authority approved a £48.6 million budget on Wednesday. It doubled the sum set aside for repairs to £6.1 million. Lorry tolls will rise by 4.5 per cent from June.

“Nobody in this trade was consulted,” said Maren Holt, who chairs the hauliers’ association. About one in five berths is closed for safety reasons.

The engineers put the cost of the quay at between £14 million and £17 million.`;

export type Cast = {
  readonly admin: PersonActor;
  readonly editor: PersonActor;
  readonly first: PersonActor;
  readonly second: PersonActor;
  readonly third: PersonActor;
  readonly viewer: PersonActor;
};

/** A person of a role, as their session's gate would give them. */
export async function person(db: Db, name: string, role: Role): Promise<PersonActor> {
  const email = `${name.toLowerCase().replace(/\W/g, '')}@desk.test`;
  const { id } = await transact(db, (tx) => insertUser(tx, () => null, { email, name, role, passwordHash: null }));
  return sampleActor({ id, name, email, role });
}

/** One of each role, and three reviewers. A second cast on one database needs a surname. */
export async function cast(db: Db, surname = ''): Promise<Cast> {
  const make = (name: string, role: Role) => person(db, `${name} ${surname}`.trim(), role);
  return {
    admin: await make('Ada', 'admin'),
    editor: await make('Edda', 'editor'),
    first: await make('Ruben', 'reviewer'),
    second: await make('Sanne', 'reviewer'),
    third: await make('Tove', 'reviewer'),
    viewer: await make('Vito', 'viewer'),
  };
}

/** Writes records as no change of Stet's would, with an event that speaks of them and says nothing. */
export const plant = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(db, async (tx) => {
    const made = await work(tx);
    await tx.$queryRaw`
      select stet_append_event(chain, null, 'machine', 'article.recordsKnown', 'article', chain, '{}')
      from (select distinct coalesce(chain, 'desk') as chain from unrecorded order by 1) waiting`;
    return made;
  });

/** A capture of a source with its bytes, what was read of it and a check. */
export async function plantCapture(
  tx: Tx,
  sourceId: string,
  said: string | Uint8Array<ArrayBuffer> = 'The fund was doubled.',
  read: { readonly readerVersion: string; readonly text?: string } = { readerVersion: 'read/1' },
): Promise<{ id: string }> {
  const bytes = typeof said === 'string' ? new TextEncoder().encode(said) : said;
  const { readerVersion, text = typeof said === 'string' ? said : '' } = read;
  const link = 'http://127.0.0.1:9/list';
  const blob = { sha256: sha256(bytes), size: bytes.length };
  const taken = await tx.capture.count({ where: { sourceId } });
  await tx.blob.createMany({ data: { ...blob, bytes }, skipDuplicates: true });
  return tx.capture.create({
    data: {
      ...blob,
      sourceId,
      number: taken + 1,
      mediaType: 'text/plain',
      askedFor: link,
      takenFrom: link,
      takenAt: new Date(),
      readings: {
        create: { number: 1, readerVersion, kind: 'text', text, places: [], view: [], details: {}, more: {} },
      },
      checks: { create: { at: new Date(), outcome: 'same', detail: {} } },
    },
    select: { id: true },
  });
}

/** What others say of a capture; of a stamp that is none unless one is given. */
export async function plantWitnesses(
  tx: Tx,
  captureId: string,
  stamp: { readonly token: Uint8Array<ArrayBuffer>; readonly at: Date; readonly byName: string } = {
    token: new Uint8Array([48]),
    at: new Date(),
    byName: 'A witness',
  },
): Promise<void> {
  await tx.captureStamp.create({ data: { captureId, ...stamp } });
  await tx.captureArchive.create({ data: { captureId, address: 'https://archive.example/x', at: new Date() } });
}

let count = 0;

/** An article with the text above, or another; each has a headline of its own. */
export async function article(
  db: Db,
  editor: PersonActor,
  more: { mode?: SecondReaderMode; access?: 'desk' | 'named'; memberIds?: string[]; text?: string } = {},
): Promise<WorkbenchDTO> {
  count++;
  const { id } = await addArticle(db, editor, {
    headline: `Harbour budget ${count}`,
    outlet: 'The Estuary Post',
    byline: null,
    link: null,
    publishedOn: '2026-03-12',
    dueAt: null,
    mode: more.mode ?? 'open',
    access: more.access ?? 'desk',
    memberIds: more.memberIds ?? [],
    text: typedText(more.text ?? TEXT),
    origin: 'paste',
    evenIfKnown: true,
  });
  return reopen(db, editor, id);
}

export async function reopen(db: Db, actor: PersonActor, id: string): Promise<WorkbenchDTO> {
  const bench = await workbench(db, actor, id);
  if (!bench) throw new Error(`No article ${id} for ${actor.name}`);
  return bench;
}

/** A claim that a person adds on words of the article. */
export async function claimOn(
  db: Db,
  actor: PersonActor,
  bench: WorkbenchDTO,
  words: string,
  kind: ClaimDTO['kind'] = 'quantity',
): Promise<ClaimDTO> {
  const start = bench.revision.text.indexOf(words);
  if (start === -1) throw new Error(`The article does not say “${words}”`);
  const { claims } = await addClaim(db, actor, {
    articleId: bench.article.id,
    revisionId: bench.revision.id,
    span: { start, end: start + words.length },
    kind,
  });
  const [claim] = claims;
  if (!claim) throw new Error('No claim was added');
  return claim;
}

export async function detail(db: Db, actor: PersonActor, id: string): Promise<ClaimDetailDTO> {
  const read = await claimDetail(db, actor, id);
  if (!read) throw new Error(`No claim ${id} for ${actor.name}`);
  return read;
}

/** Attaches evidence from a new source. */
export const attach = (
  db: Db,
  actor: PersonActor,
  claimId: string,
  title: string,
  stance: Stance = 'supports',
  note: string | null = null,
) =>
  attachEvidence(db, actor, {
    claimId,
    source: {
      fields: {
        title,
        kind: 'document',
        tier: 'primary',
        publisher: null,
        author: null,
        link: null,
        publishedOn: null,
        note: null,
      },
    },
    stance,
    aspect: 'content',
    quote: `Words of ${title}`,
    locator: 'p. 1',
    note,
    means: null,
    consultedOn: null,
  });

export async function ratingId(db: Db, key: string): Promise<string> {
  return (await db.rating.findUniqueOrThrow({ where: { key } })).id;
}

/** Of what the person sees now, what a verdict sends back: as `claimDetail` has it, without all the rest that it reads. */
export async function sight(db: Db, actor: PersonActor, claimId: string) {
  const [[found], rules] = await Promise.all([claimStates(db, [claimId]), getDeskRules(db)]);
  if (!found) throw new Error(`No claim ${claimId}`);
  const state = underRules(found, rules);
  return { basisDigest: seenDigest(state, actor.id) ?? '', seen: seenOf(state.verdicts) };
}

/** Gives a verdict on what the person sees now. */
export async function judge(
  db: Db,
  actor: PersonActor,
  claimId: string,
  rating = 'true',
  more: { rationale?: string; fix?: string; overrideReason?: string } = {},
) {
  return giveVerdict(db, actor, {
    claimId,
    ...(await sight(db, actor, claimId)),
    ratingId: await ratingId(db, rating),
    attributionFinding: null,
    rationale: more.rationale ?? 'The accounts say so.',
    cites: [],
    fix: more.fix ?? null,
    overrideReason: more.overrideReason ?? null,
  });
}

/** The verdict in force in the lowest seat, with what a sign-off of it sends back. */
export async function lead(db: Db, actor: PersonActor, claimId: string) {
  const { verdicts, seen } = await detail(db, actor, claimId);
  const verdict = verdicts.filter((item) => item.inForce).sort((a, b) => a.seat - b.seat)[0];
  if (!verdict) throw new Error('No verdict is in force');
  return { ...verdict, seen: [...seen] };
}
