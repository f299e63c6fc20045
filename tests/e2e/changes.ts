import { sampleActor } from '#lib/access/gate-command.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle, editArticle, setAccess } from '#lib/articles/mutations.ts';
import { acceptClaim, addClaim } from '#lib/claims/mutations.ts';
import type { ArticleEvents } from '#lib/history/types.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { archiveSource } from '#lib/sources/mutations.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { reopen } from '#tests/db/desk.ts';
import { DEEDS } from '#tests/db/trust/deeds.ts';
import type { SeededStet } from './stet.ts';

/** An article that others work on, past the browser. */
export type Desk = {
  readonly db: Db;
  readonly articleId: string;
  readonly people: { readonly editor: PersonActor; readonly first: PersonActor; readonly second: PersonActor };
};

type Who = keyof Desk['people'];

export async function withDesk<T>(stet: SeededStet, address: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const db = connect(stet.databaseUrl, 2);
  const named = async (role: 'editor' | 'reviewer', at = 0) => {
    const people = await db.user.findMany({ where: { role }, orderBy: { id: 'asc' } });
    const email = stet.accounts.filter((account) => account.role === role)[at]?.email;
    const found = people.find((one) => one.email === email);
    if (!found) throw new Error(`No ${role} number ${at + 1}`);
    return sampleActor(found);
  };
  try {
    const people = {
      editor: await named('editor'),
      first: await named('reviewer'),
      second: await named('reviewer', 1),
    };
    return await work({ db, articleId: /\/articles\/([^/?]+)/.exec(address)?.[1] ?? '', people });
  } finally {
    await db.$disconnect();
  }
}

/** One deed of the tests' own on a claim, by its number. */
const deed =
  (name: string, number: number, who: Who = 'first', others: readonly number[] = []) =>
  async ({ db, articleId, people }: Desk): Promise<void> => {
    const idOf = async (one: number) =>
      (await db.claim.findUniqueOrThrow({ where: { articleId_number: { articleId, number: one } } })).id;
    const seen = await claimDetail(db, people[who], await idOf(number));
    const done = DEEDS[name];
    if (!seen || !done) throw new Error(`${name} is no deed on claim ${number}`);
    const claimIds = await Promise.all([number, ...others].map(idOf));
    await done(db, people[who], seen, { articleId, claimIds, shutOut: '', demoted: '' });
  };

const head = async ({ db, articleId, people }: Desk) => (await reopen(db, people.editor, articleId)).article;

const edited = async (desk: Desk) => {
  const { id, version, outlet, byline, link, publishedOn, dueAt } = await head(desk);
  const headline = `Harbour tolls, edition ${version}`;
  await editArticle(desk.db, desk.people.editor, { id, version, headline, outlet, byline, link, publishedOn, dueAt });
};
const archived = (isArchived: boolean) => async (desk: Desk) => {
  const { id, version } = await head(desk);
  await archiveArticle(desk.db, desk.people.editor, { id, version, archived: isArchived });
};
const opened = async (desk: Desk) => {
  const { id, version } = await head(desk);
  const memberIds = Object.values(desk.people).map((one) => one.id);
  await setAccess(desk.db, desk.people.editor, { id, version, access: 'named', memberIds });
};
const added = async ({ db, articleId, people }: Desk) => {
  const { revision } = await reopen(db, people.first, articleId);
  const start = revision.text.indexOf('lorries rose');
  await addClaim(db, people.first, {
    articleId,
    revisionId: revision.id,
    span: { start, end: start + 12 },
    kind: 'trend',
  });
};
const accepted =
  (isTaken: boolean) =>
  async ({ db, articleId, people }: Desk) => {
    const claim = await db.claim.findUniqueOrThrow({ where: { articleId_number: { articleId, number: 4 } } });
    await acceptClaim(db, people.first, { id: claim.id, version: claim.version, accepted: isTaken });
  };
const sourceArchived =
  (isArchived: boolean) =>
  async ({ db, articleId, people }: Desk) => {
    const source = await db.source.findFirstOrThrow({ where: { evidence: { some: { claim: { articleId } } } } });
    await archiveSource(db, people.editor, { id: source.id, version: source.version, archived: isArchived });
  };
const reported = async ({ db, articleId, people }: Desk) => {
  await freezeReport(db, people.editor, { articleId, correction: null });
};

type Step = { readonly event: keyof ArticleEvents; readonly run: (desk: Desk) => Promise<void> };
const step = (event: keyof ArticleEvents, run: Step['run']): Step => ({ event, run });

/** What others do, in an order in which all of it can be done, in rounds; claim 3 is before the one who looks. */
export const ROUNDS: readonly (readonly Step[])[] = [
  [
    step('claim.assigned', deed('assign', 3)),
    step('claim.edited', deed('reword', 3)),
    step('claim.rescoped', deed('rescope', 3)),
    step('claim.wordingKept', deed('keepWording', 3)),
    step('claim.added', added),
    step('claim.accepted', accepted(true)),
    step('sentence.marked', deed('mark', 8)),
    step('evidence.attached', deed('evidence', 3)),
    step('comment.written', deed('ask', 3)),
    step('comment.edited', deed('changeComment', 3)),
    step('article.edited', edited),
  ],
  [
    step('claim.acceptanceWithdrawn', accepted(false)),
    step('evidence.edited', deed('editEvidence', 3)),
    step('source.edited', deed('editSource', 3)),
    step('verdict.given', deed('affirm', 3)),
    step('fix.decided', deed('acceptFix', 3, 'editor')),
    step('comment.resolved', deed('resolve', 3)),
    step('claim.excluded', deed('exclude', 7)),
    step('sentence.unmarked', deed('unmark', 8)),
  ],
  [
    step('verdict.signedOff', deed('sign', 3, 'editor')),
    step('claim.restored', deed('restore', 7)),
    step('claim.split', deed('split', 2)),
    step('claim.merged', deed('merge', 5, 'first', [6])),
    step('source.archived', sourceArchived(true)),
    step('article.mode', deed('mode', 3, 'editor')),
  ],
  [
    step('verdict.signOffWithdrawn', deed('takeBack', 3, 'editor')),
    step('claim.rejoined', deed('undoSplit', 2)),
    step('source.restored', sourceArchived(false)),
    step('evidence.withdrawn', deed('withdrawEvidence', 3)),
    step('comment.reopened', deed('resolve', 3)),
    step('claim.withdrawn', deed('drop', 8)),
    step('report.frozen', reported),
  ],
  [
    step('verdict.withdrawn', deed('withdraw', 3)),
    step('evidence.restored', deed('restoreEvidence', 3)),
    step('comment.withdrawn', deed('takeBackComment', 3)),
    step('article.rules', deed('rules', 3, 'editor')),
    step('article.access', opened),
  ],
  [step('article.archived', archived(true))],
  [step('article.restored', archived(false))],
];

/** Of what happens on an article, what is not done here, and why. */
export const NOT_DONE: Partial<Record<keyof ArticleEvents, string>> = {
  'article.added': 'nobody has it before them yet; the desk is looked at in a test of its own',
  'article.asked': 'its text is still to come, and nobody has it before them',
  'article.revised': 'brings another text, which is shown when it is asked for: in a test of its own',
  'article.extracted': 'asks for another engine; it is shown as a revision is',
  'article.recordsKnown': 'a migration writes it',
  'article.readingsKept': 'a migration writes it',
  'claim.reattached': 'as claim.rescoped, after a revision',
  'claim.wordingReopened': 'undoes claim.wordingKept, and is shown as that is',
  'claim.linked': 'asks for another article that says the same',
  'source.markedConfidential': 'as source.edited; to whom it is named is looked at in a test of its own',
  'source.confided': 'likewise',
  'source.unmarked': 'likewise',
  'source.merged': 'as source.edited, with evidence from another source',
  'evidence.lookedFor': 'likewise, of words that were typed before',
  'capture.checked': 'a worker looks; it changes evidence as evidence.edited does',
  'capture.reread': 'a newer version reads; it changes where evidence stands, as evidence.edited does',
  'capture.exported': 'shows in the history alone',
  'report.exported': 'shows in the history alone',
  'article.handedOn': 'likewise',
  'comment.answered': 'a guest does it, in a test of its own',
  'guest.invited': 'shows on the details alone, in a test of its own',
  'guest.opened': 'likewise',
  'guest.revoked': 'likewise',
  'report.published': 'shows on the report’s own page, in a test of its own',
  'report.withdrawn': 'likewise',
  'report.correctionDeclined': 'likewise',
  'report.linkMade': 'likewise',
  'report.linkRevoked': 'likewise',
};

/** Every kind of event of an article. A new one has to be put into the walk, or it says here why not. */
export const KINDS: Readonly<Record<keyof ArticleEvents, true>> = {
  'article.recordsKnown': true,
  'article.readingsKept': true,
  'article.asked': true,
  'article.added': true,
  'article.edited': true,
  'article.archived': true,
  'article.restored': true,
  'article.mode': true,
  'article.rules': true,
  'article.access': true,
  'article.revised': true,
  'article.extracted': true,
  'claim.added': true,
  'claim.edited': true,
  'claim.accepted': true,
  'claim.acceptanceWithdrawn': true,
  'claim.wordingReopened': true,
  'claim.wordingKept': true,
  'claim.rescoped': true,
  'claim.assigned': true,
  'claim.excluded': true,
  'claim.restored': true,
  'claim.split': true,
  'claim.merged': true,
  'claim.rejoined': true,
  'claim.withdrawn': true,
  'claim.reattached': true,
  'claim.linked': true,
  'sentence.marked': true,
  'sentence.unmarked': true,
  'evidence.attached': true,
  'evidence.edited': true,
  'evidence.lookedFor': true,
  'evidence.restored': true,
  'evidence.withdrawn': true,
  'source.edited': true,
  'source.archived': true,
  'source.restored': true,
  'source.markedConfidential': true,
  'source.confided': true,
  'source.unmarked': true,
  'source.merged': true,
  'capture.checked': true,
  'capture.reread': true,
  'capture.exported': true,
  'article.handedOn': true,
  'verdict.given': true,
  'verdict.withdrawn': true,
  'verdict.signedOff': true,
  'verdict.signOffWithdrawn': true,
  'fix.decided': true,
  'comment.written': true,
  'comment.edited': true,
  'comment.resolved': true,
  'comment.reopened': true,
  'comment.withdrawn': true,
  'comment.answered': true,
  'guest.invited': true,
  'guest.opened': true,
  'guest.revoked': true,
  'report.frozen': true,
  'report.exported': true,
  'report.published': true,
  'report.withdrawn': true,
  'report.correctionDeclined': true,
  'report.linkMade': true,
  'report.linkRevoked': true,
};

/** What is written on the article after so many events, in their order. */
export const eventsAfter = async ({ db, articleId }: Desk, sequence: number): Promise<string[]> =>
  (
    await db.event.findMany({ where: { chainId: articleId, sequence: { gt: sequence } }, orderBy: { sequence: 'asc' } })
  ).map(({ action }) => action);

export const lastSequence = async ({ db, articleId }: Desk): Promise<number> =>
  (await db.chain.findUniqueOrThrow({ where: { id: articleId } })).sequence;
