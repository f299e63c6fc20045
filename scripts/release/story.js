/*
 * What happened on a desk of release 0.1.0, told through that release's own code: every way in which a claim can stand, and
 * every kind of record. Run inside that release's tree by scripts/release-fixture.ts:
 *
 *   node scripts/story.js DATABASE_URL   →   what 0.1.0 itself says of the desk, as JSON on the standard output
 */
import { addArticle, setAccess } from '#lib/articles/mutations.ts';
import { reextract } from '#lib/articles/mutations-reextract.ts';
import { revise } from '#lib/articles/mutations-revise.ts';
import { assignClaims, editClaim, excludeClaims, restoreClaims, withdrawClaim } from '#lib/claims/mutations.ts';
import { mergeClaims, splitClaim, undoLineage } from '#lib/claims/mutations-lineage.ts';
import { decideLink, suggestLinks } from '#lib/claims/mutations-links.ts';
import { markSentences, unmarkSentences } from '#lib/claims/mutations-sentences.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/mutations.ts';
import { editEvidence, restoreEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { editSource } from '#lib/evidence/mutations-sources.ts';
import { verifyHistory } from '#lib/history/data-verify.ts';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { changeRole, createUser, editOwnName, invite, setDisabled } from '#lib/people/mutations.ts';
import { commandActor, sampleActor } from '#lib/platform/auth-cli.ts';
import { closeDatabase, database } from '#lib/platform/db.ts';
import { closeSql, sql } from '#lib/platform/sql.ts';
import { freezeReport, noteExport } from '#lib/reports/mutations.ts';
import { getSettings } from '#lib/settings/data.ts';
import { addRating, archiveRating, editRating, editSettings, moveRating } from '#lib/settings/mutations.ts';
import { claimStates, digestOf, presentBasis } from '#lib/verdicts/data.ts';
import { confirmVerdict, signOff, withdrawSignOff, withdrawVerdict } from '#lib/verdicts/mutations.ts';
import { decideFix } from '#lib/verdicts/mutations-fixes.ts';
import { standing } from '#lib/verdicts/rules.ts';
import { attach, claimOn, detail, judge, lead, ratingId, reopen } from '#tests/db/desk.ts';

process.env.DATABASE_URL = process.argv[2];
const db = database();

const HARBOUR = `Ferry company keeps the night boat

By Ines Falk

The ferry company carried 412,000 passengers last year. It bought two new boats for £31 million in March. Fares rose by 6.5 per cent in April. The night boat runs 180 times a year. About 90 percent of the crews live on the island.

The harbour was dredged to nine metres in 2019. Its north pier is 640 metres long. Some 45 fishing boats still land there. The ice house closed in 2008.

“We lost a third of our customers in one winter,” said Tor Aske, who runs the kiosk. The council pays £2.4 million a year towards the winter timetable. The contract with the company ends in 2031. Parking on the quay costs £7 a day.

The lifeboat was called out 61 times last year. The lighthouse was built in 1873. A survey found that 58 per cent of visitors come for the birds. The school has 212 pupils.

The road to the terminal was closed for eleven days in January. Repairs cost £180,000. The bridge carries 5,300 vehicles a day. Work on a second lane begins in 2027.`;

const BLIND = `Library hours cut again

The city library opens 34 hours a week. It lent 1.1 million books last year. Eleven of its 19 branches have no full-time staff. The roof of the main hall was mended for £640,000. The mobile library drives 120 miles a day. Fines brought in £88,000.`;

const ALONE = `Bakery prize goes to a village

The prize is worth £5,000. There were 73 entries. The winner has baked for 22 years.`;

const NAMED = `Inquiry into a grant

The fund paid £310,000 to a company in May. The company was founded in February. It has four employees.`;

// ---- people ----

async function person(name, role) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@desk.example`;
  const { id } = await createUser(db, commandActor(), { email, name, role, password: `not a secret ${role}` });
  return sampleActor({ id, name, email, role });
}
const admin = await person('Agnes Admin', 'admin');
const editor = await person('Emil Editor', 'editor');
const first = await person('Frida First', 'reviewer');
const second = await person('Sami Second', 'reviewer');
const third = await person('Thea Third', 'reviewer');
const viewer = await person('Vera Viewer', 'viewer');

const add = (text, more = {}) => {
  const [headline] = text.split('\n');
  return addArticle(db, editor, {
    headline,
    outlet: 'The Island Herald',
    byline: 'Ines Falk',
    link: 'https://herald.example/story',
    publishedOn: '2026-03-12',
    dueAt: null,
    mode: 'open',
    access: 'desk',
    memberIds: [],
    text,
    origin: 'paste',
    evenIfKnown: true,
    ...more,
  }).then(({ id }) => reopen(db, editor, id));
};

/** The claims of the story by what happened to them. */
const names = {};
async function on(bench, name, words) {
  const claim = await claimOn(db, first, bench, words);
  names[claim.id] = name;
  return claim;
}
const fresh = (who, { id }) => detail(db, who, id);
const handle = async (who, claim) => {
  const { id, version } = (await fresh(who, claim)).claim;
  return { id, version };
};
const sign = async (who, claim) => {
  const verdict = await lead(db, who, claim.id);
  await signOff(db, who, { verdictId: verdict.id, basisDigest: verdict.basisDigest });
};
const reword = async (who, claim, statement) => editClaim(db, who, { ...(await handle(who, claim)), statement });
const evidence = async (who, claim, index = 0) => (await fresh(who, claim)).evidence[index];

// ---- an article whose second reader sees the first's verdict ----

const harbour = await add(HARBOUR);
const articleId = harbour.article.id;
const claims = {};
for (const [name, words] of Object.entries({
  inReview: 'carried 412,000 passengers',
  awaiting: 'bought two new boats',
  signedOff: 'Fares rose by 6.5 per cent',
  agreed: 'runs 180 times a year',
  changedWords: 'About 90 percent of the crews',
  disputed: 'dredged to nine metres',
  settledByThird: 'north pier is 640 metres',
  overrideAlone: '45 fishing boats',
  overrideOverFirst: 'The ice house closed in 2008',
  overrideOverDispute: 'lost a third of our customers',
  staleStatement: 'pays £2.4 million a year',
  staleEvidence: 'contract with the company ends in 2031',
  staleSource: 'Parking on the quay costs £7',
  confirmed: 'called out 61 times',
  superseded: 'lighthouse was built in 1873',
  withdrawnVerdict: '58 per cent of visitors',
  withdrawnSignOff: 'school has 212 pupils',
  excluded: 'closed for eleven days',
  restored: 'Repairs cost £180,000',
  split: 'bridge carries 5,300 vehicles a day',
  splitUndone: 'second lane begins in 2027',
  renamedAuthor: 'runs the kiosk',
  queried: 'said Tor Aske',
  mergedOne: 'It bought two',
  mergedTwo: 'new boats for £31 million in March',
  withdrawn: 'The night boat',
  excludedJudged: 'for the birds',
  fixRefused: 'Its north pier',
  fixApplied: 'still land there',
  third: 'in one winter',
}))
  claims[name] = await on(harbour, name, words);

await attach(db, first, claims.inReview.id, 'Annual report');
await assignClaims(db, editor, { claims: [await handle(editor, claims.inReview)], assigneeId: second.id });

await attach(db, first, claims.awaiting.id, 'Shipyard contract');
await judge(db, first, claims.awaiting.id, 'mostly-true', {
  rationale: 'The contract says so [1].',
  fix: 'bought two boats',
});

await attach(db, first, claims.signedOff.id, 'Fare table', 'supports', 'Second column.');
await judge(db, first, claims.signedOff.id, 'true', { rationale: 'As in the table [1].' });
await sign(second, claims.signedOff);

await judge(db, first, claims.agreed.id, 'half-true', { rationale: 'The timetable lists fewer.' });
await judge(db, second, claims.agreed.id, 'half-true', { rationale: 'Counted again: the same.' });

await attach(db, first, claims.changedWords.id, 'Crew list');
await judge(db, first, claims.changedWords.id, 'mostly-true', { rationale: 'Nearly [1].' });
await sign(second, claims.changedWords);

await judge(db, first, claims.disputed.id, 'true');
await judge(db, second, claims.disputed.id, 'false', { rationale: 'The chart says seven.' });

await judge(db, first, claims.settledByThird.id, 'true');
await judge(db, second, claims.settledByThird.id, 'misleading', { rationale: 'Measured with the mole.' });
await judge(db, third, claims.settledByThird.id, 'mostly-true', { rationale: 'Both measures are in use.' });

await judge(db, admin, claims.overrideAlone.id, 'true', { overrideReason: 'Press time.' });

// The first reader says True, both have edited the statement and put it back, and the admin overrides with False.
await judge(db, first, claims.overrideOverFirst.id, 'true');
for (const who of [first, second, admin]) {
  await reword(who, claims.overrideOverFirst, 'The ice house closed in 2009');
  await reword(who, claims.overrideOverFirst, claims.overrideOverFirst.statement);
}
await judge(db, admin, claims.overrideOverFirst.id, 'false', {
  rationale: 'It closed in 2011.',
  overrideReason: 'Everybody has edited the statement.',
});

await judge(db, first, claims.overrideOverDispute.id, 'true');
await judge(db, second, claims.overrideOverDispute.id, 'false');
await judge(db, admin, claims.overrideOverDispute.id, 'half-true', {
  rationale: 'A quarter.',
  overrideReason: 'Nobody else is here tonight.',
});

await judge(db, first, claims.staleStatement.id, 'true');
await sign(second, claims.staleStatement);
await reword(third, claims.staleStatement, 'The council pays £2.4 million a year for the winter boats');

await attach(db, first, claims.staleEvidence.id, 'Contract of carriage');
await judge(db, first, claims.staleEvidence.id, 'true', { rationale: 'Clause four [1].' });
await sign(second, claims.staleEvidence);
const clause = await evidence(third, claims.staleEvidence);
const { stance, aspect, locator, note, means, consultedOn } = clause;
await editEvidence(db, third, {
  id: clause.id,
  version: clause.version,
  stance,
  aspect,
  locator,
  note,
  means,
  consultedOn,
  quote: 'until the end of 2030',
});

await attach(db, first, claims.staleSource.id, 'Quay byelaws');
await judge(db, first, claims.staleSource.id, 'true', { rationale: 'Schedule two [1].' });
const { source } = await evidence(second, claims.staleSource);
await editSource(db, second, { ...source, title: 'Quay byelaws, second edition' });

await judge(db, first, claims.confirmed.id, 'true', { rationale: 'The log book.' });
await reword(second, claims.confirmed, 'The lifeboat was called out 61 times in 2025');
const stale = await lead(db, third, claims.confirmed.id);
await confirmVerdict(db, third, {
  claimId: claims.confirmed.id,
  verdictId: stale.id,
  basisDigest: (await fresh(third, claims.confirmed)).basisDigest,
});
await sign(first, claims.confirmed);

await judge(db, first, claims.superseded.id, 'true');
await judge(db, first, claims.superseded.id, 'half-true', { rationale: 'Lit in 1874.' });

await judge(db, first, claims.withdrawnVerdict.id, 'true');
await withdrawVerdict(db, first, {
  verdictId: (await lead(db, first, claims.withdrawnVerdict.id)).id,
  reason: 'Wrong survey.',
});

await judge(db, first, claims.withdrawnSignOff.id, 'true');
await sign(second, claims.withdrawnSignOff);
await withdrawSignOff(db, second, {
  signOffId: (await lead(db, second, claims.withdrawnSignOff.id)).signOff.id,
  reason: 'Too quick.',
});

for (const name of ['excluded', 'restored']) {
  await excludeClaims(db, editor, { claims: [await handle(editor, claims[name])], reason: 'Common knowledge.' });
}
await restoreClaims(db, editor, { claims: [await handle(editor, claims.restored)] });
await judge(db, first, claims.excludedJudged.id, 'not-checkable');
await excludeClaims(db, editor, { claims: [await handle(editor, claims.excludedJudged)], reason: 'Said twice.' });

// Split with a verdict and evidence on it; merged; a split taken back.
await attach(db, first, claims.split.id, 'Traffic count');
await attach(db, first, claims.split.id, 'Older traffic count', 'refutes');
await judge(db, first, claims.split.id, 'true', { rationale: 'The count [1].' });
await judge(db, second, claims.split.id, 'false', { rationale: 'The older count [2].' });
const parts = (claim, at) => [
  { span: { start: claim.start, end: claim.start + at } },
  { span: { start: claim.start + at + 1, end: claim.end } },
];
const counts = (await fresh(second, claims.split)).evidence;
await splitClaim(db, second, {
  ...(await handle(second, claims.split)),
  revisionId: harbour.revision.id,
  parts: parts(claims.split, 14),
  evidence: [
    { id: counts[0].id, parts: [0, 1] },
    { id: counts[1].id, parts: [1] },
  ],
});
await splitClaim(db, second, {
  ...(await handle(second, claims.splitUndone)),
  revisionId: harbour.revision.id,
  parts: parts(claims.splitUndone, 11),
  evidence: [],
});
const halves = (await fresh(second, claims.splitUndone)).became.map(({ claim }) => claim);
await undoLineage(db, second, {
  kind: 'split',
  from: [claims.splitUndone.id],
  to: await Promise.all(halves.map((half) => handle(second, half))),
});
await judge(db, first, claims.mergedTwo.id, 'true');
await mergeClaims(db, second, {
  claims: [await handle(second, claims.mergedOne), await handle(second, claims.mergedTwo)],
  revisionId: harbour.revision.id,
  statement: 'The company bought two new boats for £31 million in March.',
  evidence: [],
});
await judge(db, first, claims.withdrawn.id, 'true');
await withdrawClaim(db, editor, { ...(await handle(editor, claims.withdrawn)), reason: 'Not a claim.' });

for (const [name, state] of [
  ['fixRefused', 'refused'],
  ['fixApplied', 'applied'],
  ['third', 'accepted'],
]) {
  await judge(db, first, claims[name].id, 'mostly-false', { fix: 'Better words' });
  const { fix } = (await lead(db, editor, claims[name].id)).content;
  await decideFix(db, editor, { id: fix.id, version: fix.version, state, reason: 'As agreed.' });
}

// A reviewer takes the editor's name, gives a verdict, and takes her own name again.
await editOwnName(db, third, { name: 'Emil Editor' });
await judge(db, third, claims.renamedAuthor.id, 'true');
await sign(second, claims.renamedAuthor);
await editOwnName(db, third, { name: 'Thea Third' });

const write = (who, claim, body, more = {}) =>
  writeComment(db, who, {
    articleId,
    claimId: claim?.id ?? null,
    threadId: null,
    onVerdictId: null,
    kind: 'note',
    body,
    ...more,
  });
await judge(db, first, claims.queried.id, 'true');
await sign(second, claims.queried);
await write(editor, claims.queried, 'Is that how he spells it?', { kind: 'query' });
const answered = await write(editor, claims.signedOff, 'Which table?', { kind: 'query' });
await write(first, claims.signedOff, 'The one of April.', { threadId: answered.id });
await resolveComment(db, editor, { id: answered.id, version: 1, resolved: true });
const dropped = await write(first, claims.agreed, 'Never mind.');
await withdrawComment(db, first, { id: dropped.id, version: 1 });
await write(editor, null, 'Of the whole piece.');

await attach(db, second, claims.agreed.id, 'Timetable');
const timetable = await evidence(second, claims.agreed);
await withdrawEvidence(db, second, { id: timetable.id, version: timetable.version, reason: 'Of another year.' });
await attach(db, second, claims.agreed.id, 'Timetable of this year');
const latest = await evidence(second, claims.agreed, 1);
await withdrawEvidence(db, second, { id: latest.id, version: latest.version, reason: 'By mistake.' });
await restoreEvidence(db, second, { id: latest.id, version: latest.version + 1 });

const marked = harbour.revision.sentences.slice(0, 3).map(({ start, end }) => ({ start, end }));
await markSentences(db, editor, {
  articleId,
  revisionId: harbour.revision.id,
  sentences: marked,
  reason: 'Nothing to check.',
});
const { marks } = await reopen(db, editor, articleId);
await unmarkSentences(db, editor, { articleId, marks: marks.slice(0, 1).map(({ id }) => id) });

const early = await freezeReport(db, editor, { articleId });
await noteExport(db, editor, { id: early.id, articleId, number: early.number }, 'csv');

// Other words: 92 percent for 90, one sentence gone, one new.
const newer = HARBOUR.replace('About 90 percent', 'About 92 percent')
  .replace(' The lighthouse was built in 1873.', '')
  .replace('The school has 212 pupils.', 'The school has 212 pupils. The museum has three rooms.');
await revise(db, editor, { articleId, basedOn: harbour.revision.id, text: newer, origin: 'paste' });
await reextract(db, editor, articleId);
await freezeReport(db, editor, { articleId });
await freezeReport(db, admin, { articleId, correction: 'The ice house closed in 2011, not in 2008.' });

// ---- an article whose second reader reads blind ----

const library = await add(BLIND, { mode: 'blind' });
const blind = {};
for (const [name, words] of Object.entries({
  blindPending: 'opens 34 hours a week',
  blindAgreed: 'lent 1.1 million books',
  blindDisputed: 'Eleven of its 19 branches',
  blindSuperseded: 'mended for £640,000',
  blindOverride: 'drives 120 miles a day',
  blindWithdrawn: 'Fines brought in £88,000',
  blindStale: 'have no full-time staff',
}))
  blind[name] = await on(library, name, words);
await attach(db, first, blind.blindPending.id, 'Opening hours', 'refutes', 'The side door too.');
await judge(db, first, blind.blindPending.id, 'false', {
  rationale: 'It opens 36 hours [1].',
  fix: 'opens 36 hours a week',
});
await writeComment(db, first, {
  articleId: library.article.id,
  claimId: blind.blindPending.id,
  threadId: null,
  onVerdictId: (await lead(db, first, blind.blindPending.id)).id,
  kind: 'query',
  body: 'Should the side door count?',
});
await judge(db, first, blind.blindAgreed.id, 'true');
await judge(db, second, blind.blindAgreed.id, 'true');
await judge(db, first, blind.blindDisputed.id, 'true');
await judge(db, second, blind.blindDisputed.id, 'false');
await judge(db, first, blind.blindSuperseded.id, 'true');
await judge(db, first, blind.blindSuperseded.id, 'mostly-true');
await judge(db, admin, blind.blindOverride.id, 'true', { overrideReason: 'The second reader is ill.' });
await judge(db, first, blind.blindWithdrawn.id, 'true');
await withdrawVerdict(db, first, {
  verdictId: (await lead(db, first, blind.blindWithdrawn.id)).id,
  reason: 'Too soon.',
});
await judge(db, first, blind.blindStale.id, 'true');
await reword(first, blind.blindStale, 'Eleven branches have no full-time staff');
await freezeReport(db, editor, { articleId: library.article.id });

// ---- one reader, and an article for named people ----

const bakery = await add(ALONE, { mode: 'one' });
const alone = await on(bakery, 'settledByOne', 'The prize is worth £5,000');
await judge(db, first, alone.id, 'true');
const aloneStale = await on(bakery, 'settledByOneStale', 'There were 73 entries');
await judge(db, first, aloneStale.id, 'true');
await reword(second, aloneStale, 'There were 73 entries this year');
const machines = (await reopen(db, editor, bakery.article.id)).claims.filter(({ origin }) => origin === 'machine');
await excludeClaims(db, editor, {
  claims: machines.slice(1).map(({ id, version }) => ({ id, version })),
  reason: 'Said by the organisers.',
});
await freezeReport(db, editor, { articleId: bakery.article.id });

const inquiry = await add(NAMED, { access: 'named', memberIds: [editor.id, first.id] });
const grant = await on(inquiry, 'namedAwaiting', 'paid £310,000 to a company');
await judge(db, first, grant.id, 'true');
const head = (await reopen(db, editor, inquiry.article.id)).article;
await setAccess(db, editor, {
  id: head.id,
  version: head.version,
  access: 'named',
  memberIds: [editor.id, first.id, second.id],
});
await sign(second, grant);

// Two articles that say the same, so that claims are linked, and a person decides on one link.
const again = await add(ALONE.replace('Bakery prize goes to a village', 'A village wins the bakery prize'));
await db.$transaction((tx) => suggestLinks(tx, again.article.id, 'by hand'));
const link = await db.claimLink.findFirst({ where: { decidedAt: null } });
if (!link) throw new Error('No two claims were found alike');
await decideLink(db, editor, { id: link.id, accepted: true });

// ---- the desk ----

const { version, defaultMode } = await getSettings(db);
await editSettings(db, admin, { version, deskName: 'The island desk', timeZone: 'Europe/London', defaultMode });
const { id: added } = await addRating(db, admin, { label: 'Out of date', description: '', value: null, stands: false });
await moveRating(db, admin, { id: added, version: 1, to: 'up' });
const described = await db.rating.findUniqueOrThrow({ where: { id: await ratingId(db, 'unsupported') } });
await editRating(db, admin, {
  id: described.id,
  version: described.version,
  label: described.label,
  value: described.value,
  stands: described.stands,
  description: 'Nothing was found that bears it out.',
});
await archiveRating(db, admin, {
  id: added,
  version: (await db.rating.findUniqueOrThrow({ where: { id: added } })).version,
  archived: true,
});
const gone = await person('Gustav Gone', 'reviewer');
await setDisabled(db, admin, { id: gone.id, version: 1, disabled: true });
await changeRole(db, admin, { id: viewer.id, version: 1, role: 'reviewer' });
await changeRole(db, admin, { id: viewer.id, version: 2, role: 'viewer' });
await invite(db, admin, 'http://127.0.0.1', { email: 'new@desk.example', name: null, role: 'viewer' });
const [taken] = await sql()`select chain, sequence from events where action = 'comment.withdrawn'`;
await eraseDetail(db, admin, { chain: taken.chain, sequence: taken.sequence, reason: 'Asked for by the writer.' });

// ---- what this release says of it ----

const ids = (await db.claim.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
const states = await claimStates(db, ids);
const said = states.map(({ record, source: basisSource, verdicts }) => {
  const now = standing({
    assigned: record.assigneeId !== null,
    evidence: record.evidence.filter((item) => item.withdrawnAt === null).length,
    verdicts,
  });
  const kept = {
    progress: record.progress,
    settledBy: record.settledBy,
    settledVerdictId: record.settledVerdictId,
    stale: record.stale,
  };
  if (JSON.stringify(now) !== JSON.stringify(kept)) throw new Error(`Claim ${record.id} is not kept as it stands`);
  return {
    id: record.id,
    story: names[record.id] ?? null,
    ...kept,
    verdicts: verdicts.map((verdict) => ({
      id: verdict.id,
      seat: verdict.seat,
      inForce: verdict.inForce,
      revealed: verdict.revealed,
      stale: verdict.stale,
      signedOff: verdict.signedOff,
      basisDigest: verdict.record.basisDigest,
      presentDigest: digestOf(presentBasis(record, basisSource, verdict.record)),
    })),
  };
});
const articles = await db.article.findMany({ orderBy: { id: 'asc' } });
const reports = await db.report.findMany({ orderBy: { id: 'asc' } });
console.log(
  JSON.stringify(
    {
      articles: articles.map(({ id, headline, sentencesRead, sentencesTotal }) => ({
        id,
        headline,
        sentencesRead,
        sentencesTotal,
      })),
      claims: said,
      reports: reports.map(({ id, number, digest }) => ({ id, number, digest })),
      verify: await verifyHistory(sql(), []),
    },
    null,
    1,
  ),
);
await Promise.all([closeDatabase(), closeSql()]);
