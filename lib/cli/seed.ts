import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { commandActor, sampleActor } from '#lib/access/gate-command.ts';
import type { PersonActor, Role } from '#lib/access/types.ts';
import { addClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { markSentences } from '#lib/claims/mutations-sentences.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { attachEvidence } from '#lib/evidence/mutations.ts';
import { guessDetails } from '#lib/ingest/guess.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { createUser } from '#lib/people/mutations.ts';
import { createOneTimeLink } from '#lib/people/mutations-links.ts';
import { type Db, database } from '#lib/platform/db.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { getSettings } from '#lib/settings/data.ts';
import { editSettings } from '#lib/settings/mutations.ts';
import { confirmSeen } from '#lib/sources/mutations-openings.ts';
import { isDealtWith } from '#lib/standing/rules-coverage.ts';
import { giveVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { samples } from './samples/script.ts';
import type { Sample, SampleEvidence, SampleStep } from './samples/types.ts';

const PEOPLE = [
  { name: 'Ada Morgenstern', email: 'ada@desk.example', role: 'admin' },
  { name: 'Edda Falk', email: 'edda@desk.example', role: 'editor' },
  { name: 'Ruben Castellan', email: 'ruben@desk.example', role: 'reviewer' },
  { name: 'Sanne Okoro', email: 'sanne@desk.example', role: 'reviewer' },
] as const satisfies readonly { name: string; email: string; role: Role }[];

export type SeededAccount = {
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
};
type Desk = { readonly editor: PersonActor; readonly first: PersonActor; readonly second: PersonActor };

/**
 * Gives a new desk its samples: four people with passwords made now, and three articles, one untouched, one partly
 * checked, one finished with a report. `editorLink` is the path of a one-time link that signs the editor in.
 */
export async function seedSamples(address: string): Promise<{ accounts: SeededAccount[]; editorLink: string }> {
  readInThisProcess(TASKS);
  const db = database();
  const accounts: SeededAccount[] = [];
  const actors = new Map<Role, PersonActor[]>();
  for (const person of PEOPLE) {
    const password = randomBytes(9).toString('base64url');
    const { id } = await createUser(db, null, { ...person, password });
    accounts.push({ ...person, password });
    actors.set(person.role, [...(actors.get(person.role) ?? []), sampleActor({ id, ...person })]);
  }
  const [editor] = actors.get('editor') ?? [];
  const [first, second] = actors.get('reviewer') ?? [];
  if (!editor || !first || !second) throw new Error('The samples need an editor and two reviewers');
  const settings = await getSettings(db);
  await editSettings(db, commandActor(), { ...settings, deskName: 'The sample desk' });
  for (const sample of samples) await loadSample(db, { editor, first, second }, sample);
  const link = await createOneTimeLink(db, null, address, {
    purpose: 'sign_in',
    userId: editor.id,
    isForOneself: true,
  });
  return { accounts, editorLink: link.url };
}

async function loadSample(db: Db, desk: Desk, sample: Sample): Promise<void> {
  const text = readFileSync(new URL(`./samples/${sample.file}`, import.meta.url), 'utf8');
  const dueAt = new Date(Date.now() + sample.dueInHours * 3_600_000);
  dueAt.setMinutes(0, 0, 0);
  const { id } = await addArticle(db, desk.editor, {
    ...guessDetails(text),
    link: null,
    dueAt: dueAt.toISOString(),
    mode: 'open',
    access: 'desk',
    memberIds: [],
    text: typedText(text),
    origin: 'sample',
    evenIfKnown: true,
  });
  for (const step of sample.steps) await takeStep(db, desk, id, step);
  if (!sample.finished) return;
  await finish(db, desk, id);
  await freezeReport(db, desk.editor, { articleId: id });
}

async function open(db: Db, actor: PersonActor, articleId: string): Promise<WorkbenchDTO> {
  const bench = await workbench(db, actor, articleId);
  if (!bench) throw new Error(`The sample ${articleId} is not there`);
  return bench;
}

/** The claim that holds the words, or one added on them where the engine has none. */
async function claimOn(
  db: Db,
  actor: PersonActor,
  articleId: string,
  words: string,
): Promise<{ id: string; version: number }> {
  const { revision, claims } = await open(db, actor, articleId);
  const start = revision.text.indexOf(words);
  if (start === -1) throw new Error(`The sample does not say “${words}”`);
  const end = start + words.length;
  const holds = claims
    .filter(
      (claim) =>
        claim.start !== null &&
        claim.end !== null &&
        claim.start <= start &&
        end <= claim.end &&
        claim.kind !== 'attribution',
    )
    .sort((a, b) => (a.end ?? 0) - (a.start ?? 0) - (b.end ?? 0) + (b.start ?? 0))[0];
  if (holds) return holds;
  const { claims: added } = await addClaim(db, actor, {
    articleId,
    revisionId: revision.id,
    span: { start, end },
    kind: 'quantity',
  });
  const [claim] = added;
  if (!claim) throw new Error('The claim was not added');
  return claim;
}

async function takeStep(db: Db, { editor, first, second }: Desk, articleId: string, step: SampleStep): Promise<void> {
  const claim = await claimOn(db, first, articleId, step.words);
  await assignClaims(db, editor, { claims: [{ id: claim.id, version: claim.version }], assigneeId: first.id });
  for (const evidence of step.evidence) await attach(db, first, claim.id, evidence);
  if (step.comment) {
    await writeComment(db, editor, {
      articleId,
      claimId: claim.id,
      threadId: null,
      kind: 'query',
      body: step.comment,
      onVerdictId: null,
    });
  }
  if (!step.verdict) return;
  await judge(db, first, claim.id, step.verdict);
  if (step.second === 'signs off') {
    const detail = await claimDetail(db, second, claim.id);
    const verdict = detail?.verdicts.find((item) => item.inForce);
    if (!detail || !verdict?.basisDigest) throw new Error('There is no verdict to sign off');
    await seeSources(db, second, detail);
    await signOff(db, second, { verdictId: verdict.id, basisDigest: verdict.basisDigest, seen: [...detail.seen] });
  } else if (step.second) {
    await judge(db, second, claim.id, step.second);
  }
}

async function attach(db: Db, actor: PersonActor, claimId: string, evidence: SampleEvidence): Promise<void> {
  const { title, publisher, tier, kind, stance, quote = null, locator = null, note = null } = evidence;
  const known = await db.source.findFirst({ where: { title }, select: { id: true } });
  const fields = { title, publisher, tier, kind, author: null, link: null, publishedOn: null, note: null };
  await attachEvidence(db, actor, {
    claimId,
    source: known ?? { fields },
    stance,
    aspect: 'content',
    quote,
    locator,
    note,
    means: null,
    consultedOn: null,
  });
}

/** Whoever judges has seen what it rests on; nothing is kept of the samples' sources. */
async function seeSources(db: Db, actor: PersonActor, { evidence }: ClaimDetailDTO): Promise<void> {
  for (const id of new Set(evidence.map(({ source }) => source.id))) await confirmSeen(db, actor, id);
}

async function judge(
  db: Db,
  actor: PersonActor,
  claimId: string,
  verdict: { rating: string; rationale: string; fix?: string },
): Promise<void> {
  const detail = await claimDetail(db, actor, claimId);
  if (detail) await seeSources(db, actor, detail);
  const rating = await db.rating.findUniqueOrThrow({ where: { key: verdict.rating } });
  await giveVerdict(db, actor, {
    claimId,
    basisDigest: detail?.basisDigest ?? '',
    seen: [...(detail?.seen ?? [])],
    ratingId: rating.id,
    attributionFinding: detail?.claim.claimant.kind === 'author' ? null : 'fair_paraphrase',
    rationale: verdict.rationale,
    cites: [],
    fix: verdict.fix ?? null,
    overrideReason: null,
  });
}

/** Deals with what no step is about: claims are left out with a reason, sentences without one are marked. */
async function finish(db: Db, { first }: Desk, articleId: string): Promise<void> {
  const { claims } = await open(db, first, articleId);
  const left = claims.filter((claim) => !isDealtWith(claim));
  const reasonOf = (kind: string) =>
    kind === 'opinion' || kind === 'prediction' || kind === 'position'
      ? 'It is an opinion'
      : 'Covered by another claim';
  for (const [reason, group] of Map.groupBy(left, (claim) => reasonOf(claim.kind))) {
    await excludeClaims(db, first, { claims: group.map(({ id, version }) => ({ id, version })), reason });
  }
  const after = await open(db, first, articleId);
  const bare = after.revision.sentences.filter(
    (sentence) =>
      !after.claims.some((claim) => (claim.start ?? -1) < sentence.end && sentence.start < (claim.end ?? -1)),
  );
  if (bare.length === 0) return;
  await markSentences(db, first, {
    articleId,
    revisionId: after.revision.id,
    sentences: bare.map(({ start, end }) => ({ start, end })),
    reason: 'no claim here',
  });
}
