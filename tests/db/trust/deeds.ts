import { commandActor } from '#lib/access/gate-command.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { setMode } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims, restoreClaims, withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { mergeClaims, splitClaim, undoLineage } from '#lib/claims/mutations-lineage.ts';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { markSentences, unmarkSentences } from '#lib/claims/mutations-sentences.ts';
import { decideProposal } from '#lib/claims/mutations-wording.ts';
import { editComment, resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import type { AskedDTO } from '#lib/comments/types.ts';
import { editEvidence, restoreEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { changeRole, setDisabled } from '#lib/people/mutations.ts';
import type { Db } from '#lib/platform/db.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { MODES } from '#lib/settings/types.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { setArticleRules } from '#lib/standing/mutations-rules.ts';
import { confirmVerdict, withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { decideFix } from '#lib/verdicts/mutations-fixes.ts';
import { signOff, withdrawSignOff } from '#lib/verdicts/mutations-sign-off.ts';
import type { FixState } from '#lib/verdicts/types.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { attach, judge, reopen } from '../desk.ts';

/** One article, and the claims in it that everybody works on. */
export type Scene = {
  readonly articleId: string;
  readonly claimIds: readonly string[];
  /** Who is shut out and let in again, and whose role is taken and given back. */
  readonly shutOut: string;
  readonly demoted: string;
};
export type Deed = (db: Db, who: PersonActor, seen: ClaimDetailDTO, scene: Scene) => Promise<unknown>;

const REASON = 'As agreed';
const NOTHING = Promise.resolve();
const handle = ({ claim }: ClaimDetailDTO) => ({ id: claim.id, version: claim.version });
const inForce = ({ verdicts }: ClaimDetailDTO) => verdicts.filter((verdict) => verdict.inForce);

const FIGURE = {
  start: 0,
  end: 3,
  text: 'one',
  unit: 'berths',
  modifier: null,
  range: null,
  tally: null,
  per: null,
  of: null,
  change: null,
  rank: false,
} as const;

function decide(db: Db, who: PersonActor, seen: ClaimDetailDTO, state: FixState) {
  const fix = seen.verdicts.map((verdict) => verdict.content?.fix).find((item) => item);
  return fix ? decideFix(db, who, { id: fix.id, version: fix.version, state, reason: REASON }) : NOTHING;
}

const write = (
  db: Db,
  who: PersonActor,
  { claim }: ClaimDetailDTO,
  threadId: string | null,
  onVerdictId: string | null,
  kind: 'note' | 'query' = 'note',
  asked: AskedDTO | null = null,
) =>
  writeComment(db, who, {
    articleId: claim.articleId,
    claimId: claim.id,
    threadId,
    onVerdictId,
    kind,
    asked,
    body: 'A word on it',
  });

/** What anybody may try, whatever they may: what is not theirs to do is refused. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  affirm: (db, who, { claim }) => judge(db, who, claim.id, 'true', { rationale: 'So it is [1].', fix: 'Other words' }),
  deny: (db, who, { claim }) => judge(db, who, claim.id, 'false', { rationale: 'So it is not [1].' }),
  override: (db, who, { claim }) => judge(db, who, claim.id, 'true', { overrideReason: 'Press time' }),
  sign: (db, who, seen) => {
    const [lead] = inForce(seen);
    return lead?.basisDigest
      ? signOff(db, who, { verdictId: lead.id, basisDigest: lead.basisDigest, seen: [...seen.seen] })
      : NOTHING;
  },
  confirm: (db, who, seen) => {
    const [lead] = inForce(seen);
    const { basisDigest } = seen;
    return lead && basisDigest
      ? confirmVerdict(db, who, {
          claimId: seen.claim.id,
          verdictId: lead.id,
          basisDigest,
          seen: [...seen.seen],
          rationale: null,
        })
      : NOTHING;
  },
  withdraw: (db, who, seen) => {
    const own = inForce(seen).find((verdict) => verdict.mine);
    return own ? withdrawVerdict(db, who, { verdictId: own.id, reason: REASON }) : NOTHING;
  },
  takeBack: (db, who, seen) => {
    const signed = inForce(seen).find((verdict) => verdict.signOff?.by.id === who.id)?.signOff;
    return signed ? withdrawSignOff(db, who, { signOffId: signed.id, reason: REASON }) : NOTHING;
  },
  reword: (db, who, seen) =>
    editClaim(db, who, { ...handle(seen), statement: `${seen.claim.statement.slice(0, 60)} (${seen.claim.version})` }),
  rescope: async (db, who, seen, { articleId }) => {
    const { start, end } = seen.claim;
    if (start === null || end === null) return;
    const { revision } = await reopen(db, who, articleId);
    await rescopeClaim(db, who, {
      ...handle(seen),
      revisionId: revision.id,
      span: { start, end: Math.max(start + 5, end - 4) },
    });
  },
  evidence: (db, who, { claim }) => attach(db, who, claim.id, `Paper ${claim.version}`),
  editEvidence: (db, who, seen) => {
    const item = seen.evidence.find((one) => !one.withdrawn);
    if (!item) return NOTHING;
    const { id, version, aspect, locator, note, means, consultedOn } = item;
    return editEvidence(db, who, {
      id,
      version,
      aspect,
      locator,
      note,
      means,
      consultedOn,
      stance: 'refutes',
      quote: `Version ${version}`,
    });
  },
  withdrawEvidence: (db, who, seen) => {
    const item = seen.evidence.find((one) => !one.withdrawn);
    return item ? withdrawEvidence(db, who, { id: item.id, version: item.version, reason: REASON }) : NOTHING;
  },
  restoreEvidence: (db, who, seen) => {
    const item = seen.evidence.find((one) => one.withdrawn);
    return item ? restoreEvidence(db, who, { id: item.id, version: item.version }) : NOTHING;
  },
  exclude: (db, who, seen) => excludeClaims(db, who, { claims: [handle(seen)], reason: REASON }),
  restore: (db, who, seen) => restoreClaims(db, who, { claims: [handle(seen)] }),
  assign: (db, who, seen) => assignClaims(db, who, { claims: [handle(seen)], assigneeId: who.id }),
  acceptFix: (db, who, seen) => decide(db, who, seen, 'accepted'),
  refuseFix: (db, who, seen) => decide(db, who, seen, 'refused'),
  applyFix: (db, who, seen) => decide(db, who, seen, 'applied'),
  reopenFix: (db, who, seen) => decide(db, who, seen, 'proposed'),
  editSource: (db, who, seen) => {
    const source = seen.evidence[0]?.source;
    return source ? editSource(db, who, { ...source, title: `Berth list, edition ${source.version}` }) : NOTHING;
  },
  claimant: (db, who, seen) =>
    editClaim(db, who, {
      ...handle(seen),
      claimant: { name: `Harbour master ${seen.claim.version % 2}`, kind: 'person' },
      via: seen.via ? null : 'a spokesman',
    }),
  figures: (db, who, seen) =>
    editClaim(db, who, { ...handle(seen), figures: [{ ...FIGURE, value: seen.claim.version }] }),
  mark: async (db, who, seen, { articleId }) => {
    const { revision } = await reopen(db, who, articleId);
    const sentences = revision.sentences.slice(seen.claim.version % 3, 4).map(({ start, end }) => ({ start, end }));
    await markSentences(db, who, { articleId, revisionId: revision.id, sentences, reason: REASON });
  },
  unmark: async (db, who, _, { articleId }) => {
    const { marks } = await reopen(db, who, articleId);
    if (marks.length > 0) await unmarkSentences(db, who, { articleId, marks: marks.slice(0, 2).map(({ id }) => id) });
  },
  comment: (db, who, seen) => write(db, who, seen, null, null),
  ask: (db, who, seen) => write(db, who, seen, null, null, 'query'),
  askOnVerdict: (db, who, seen) => write(db, who, seen, null, inForce(seen)[0]?.id ?? null, 'query'),
  keepWording: (db, who, seen) => decideProposal(db, who, { ...handle(seen), take: 'own' }),
  takeWording: (db, who, seen) => decideProposal(db, who, { ...handle(seen), take: 'proposed' }),
  rules: async (db, who, seen, { articleId }) => {
    const { article: head } = await reopen(db, who, articleId);
    const queries = seen.claim.version % 2 ? 'hold' : 'warn';
    await setArticleRules(db, who, { id: articleId, version: head.version, queries, minorCounts: !head.minorCounts });
  },
  commentOnVerdict: (db, who, seen) => write(db, who, seen, null, inForce(seen)[0]?.id ?? null),
  reply: (db, who, seen) => write(db, who, seen, seen.comments.find((one) => one.threadId === null)?.id ?? null, null),
  resolve: (db, who, seen) => {
    const thread = seen.comments.find((one) => one.threadId === null);
    if (!thread) return NOTHING;
    const { id, version } = thread;
    return resolveComment(db, who, { id, version, resolved: thread.resolved === null });
  },
  askCriticised: (db, who, seen) =>
    write(db, who, seen, null, null, 'query', {
      addressee: 'party',
      whom: 'The authority',
      how: 'by phone',
      dueAt: '2026-03-13T16:00:00Z',
      holds: seen.claim.version % 2 ? 'hold' : 'warn',
    }),
  answer: (db, who, seen) => {
    const open = seen.comments.find((one) => one.kind === 'query' && !one.resolved && !one.withdrawn);
    if (!open) return NOTHING;
    const answer = seen.claim.version % 2 ? 'It is so.' : null;
    return resolveComment(db, who, { id: open.id, version: open.version, resolved: true, outcome: 'answered', answer });
  },
  changeComment: (db, who, seen) => {
    const own = seen.comments.find((one) => one.author.id === who.id && !one.withdrawn);
    return own ? editComment(db, who, { id: own.id, version: own.version, body: 'Another word on it' }) : NOTHING;
  },
  takeBackComment: (db, who, seen) => {
    const own = seen.comments.find((one) => one.author.id === who.id && !one.withdrawn);
    return own ? withdrawComment(db, who, { id: own.id, version: own.version }) : NOTHING;
  },
  drop: (db, who, seen) => withdrawClaim(db, who, { ...handle(seen), reason: REASON }),
  undoSplit: async (db, who, seen) => {
    const made = await Promise.all(seen.became.map(({ claim }) => claimDetail(db, who, claim.id)));
    const kind = seen.became[0]?.kind;
    if (made.length === 0 || (kind !== 'split' && kind !== 'merge')) return;
    const from = kind === 'split' ? [seen.claim.id] : (made[0]?.becameFrom.map(({ claim }) => claim.id) ?? []);
    await undoLineage(db, who, { kind, from, to: made.filter((one) => one !== null).map(handle) });
  },
  revise: async (db, who, seen, { articleId }) => {
    const { revision } = await reopen(db, who, articleId);
    // Another month, or another figure: words that a claim stands on, which ask for another wording.
    const [from, to] = seen.claim.version % 2 ? ['from June', 'from July'] : ['4.5 per cent', '5.4 per cent'];
    const is = revision.text.includes(from);
    const text = revision.text.replace(is ? from : to, is ? to : from);
    await revise(db, who, { articleId, basedOn: revision.id, text: typedText(text), origin: 'paste' });
  },
  split: async (db, who, seen, { articleId }) => {
    const { start, end } = seen.claim;
    if (start === null || end === null || end - start < 20) return;
    const { revision } = await reopen(db, who, articleId);
    const parts = [{ span: { start, end: start + 8 } }, { span: { start: start + 9, end } }];
    await splitClaim(db, who, { ...handle(seen), revisionId: revision.id, parts, evidence: [] });
  },
  merge: async (db, who, seen, { articleId, claimIds }) => {
    const { revision } = await reopen(db, who, articleId);
    const others = await Promise.all(claimIds.map((id) => claimDetail(db, who, id)));
    const claims = [seen, ...others.filter((one) => one !== null && one.claim.id !== seen.claim.id)].filter(
      (one) => one !== null,
    );
    await mergeClaims(db, who, {
      claims: claims.map(handle),
      revisionId: revision.id,
      statement: 'Both.',
      evidence: [],
    });
  },
  mode: async (db, who, seen, { articleId }) => {
    const { article: head } = await reopen(db, who, articleId);
    const mode = MODES[seen.claim.version % MODES.length] ?? 'open';
    await setMode(db, who, { id: articleId, version: head.version, mode });
  },
  demote: async (db, _, __, { demoted }) => {
    const { id, version, role } = await db.user.findUniqueOrThrow({ where: { id: demoted } });
    await changeRole(db, commandActor(), { id, version, role: role === 'reviewer' ? 'viewer' : 'reviewer' });
  },
  disable: async (db, _, __, { shutOut }) => {
    const { id, version, disabledAt } = await db.user.findUniqueOrThrow({ where: { id: shutOut } });
    await setDisabled(db, commandActor(), { id, version, disabled: disabledAt === null });
  },
};
