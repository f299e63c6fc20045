import { beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { setMode } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims, restoreClaims, withdrawClaim } from '#lib/claims/mutations-exclude.ts';
import { mergeClaims, splitClaim } from '#lib/claims/mutations-lineage.ts';
import { rescopeClaim } from '#lib/claims/mutations-rescope.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { editEvidence, restoreEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { renderText } from '#lib/exports/render.ts';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { HISTORY_KINDS, type HistoryKind } from '#lib/history/schema.ts';
import type { NeedDTO } from '#lib/needs/types.ts';
import { AppError } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { withHistory } from '#lib/proof/data-history.ts';
import { type ReportRead, readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { reextract } from '#lib/revisions/mutations-reextract.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { sourceHistory } from '#lib/sources/data-history.ts';
import { sourcePage } from '#lib/sources/data-list.ts';
import { sourceInFull } from '#lib/sources/data-page.ts';
import { editSource } from '#lib/sources/mutations.ts';
import { confirmVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { workbench } from '#lib/workbench/data.ts';
import { readDesk } from '#lib/workbench/data-desk.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import { articlePage } from '#lib/workbench/data-list.ts';
import { article, attach, type Cast, cast, detail, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plant, SECRET, type Secret } from './planted.ts';
import { need } from './scene.ts';

/*
 * Two articles on which the same people do the same things, but for what the first reader keeps to themselves: in one the
 * claim is false, by evidence that refutes it, with another wording; in the other it is true, and nothing is cited. As long
 * as the verdict is blind, nobody else can tell the two articles apart, whatever they read, try or change.
 */
const database = withDatabase();
let people: Cast;
beforeAll(async () => {
  people = await cast(database.db);
});

const OTHER: Secret = {
  rating: 'true',
  finding: 'exact',
  stance: 'supports',
  word: 'all is well here',
  fix: null,
  cites: [],
};

type World = { readonly articleId: string; readonly claimId: string; readonly headline: string };

async function world(secret: Secret): Promise<World> {
  const bench = await article(database.db, people.editor, { mode: 'blind' });
  const { id, headline } = bench.article;
  return { articleId: id, headline, claimId: await plant(database.db, people.first, id, secret) };
}

/** Without what differs between any two articles: ids, times, the headline, and hashes of those. */
function plain({ headline }: World, value: unknown): string {
  const ids = new Map<string, string>();
  return (
    JSON.stringify(value, null, 1)
      .replaceAll(headline, 'HEADLINE')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const name = ids.get(id) ?? `id ${ids.size + 1}`;
        ids.set(id, name);
        return name;
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      // As a report says it in words.
      .replace(/\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC/g, 'TIME')
  );
}

/** What is there for every reader alike: a report frozen now, and the chain as others are given it. */
async function outOf(here: World) {
  const { id } = await freezeReport(database.db, people.viewer, { articleId: here.articleId });
  return { reportId: id, exported: await exportedChain(here) };
}
type Out = Awaited<ReturnType<typeof outOf>>;

/** A report in the formats for reading; one that reads the same for several readers is set once. */
const rendered = new Map<string, object>();
function render(report: ReportRead): object {
  const key = JSON.stringify(report);
  const made = rendered.get(key) ?? {
    csv: renderText(report, 'csv', 'http://desk.test/'),
    html: renderText(report, 'html', ''),
    review: renderText(report, 'claimreview', 'http://desk.test/'),
  };
  rendered.set(key, made);
  return made;
}

/** Everything there is to read of the article, as this person may; of the history's kinds those named. */
async function everything(
  reader: PersonActor,
  here: World,
  { reportId, exported }: Out,
  kinds: readonly HistoryKind[] = HISTORY_KINDS,
) {
  const { db } = database;
  const { articleId, claimId, headline } = here;
  const report = need(await readReport(db, reader, reportId));
  // A report's heads are hashes of other ids and salts.
  const model = { ...report.model, heads: report.model.heads.length };
  const queries = [{}, { claimId }, ...kinds.map((kind) => ({ kind })), { actorId: people.first.id }];
  return plain(here, {
    workbench: await workbench(db, reader, articleId),
    detail: await detailOf(reader, here),
    histories: await Promise.all(queries.map((query) => articleHistory(db, reader, { articleId, ...query }))),
    model,
    ...render(report),
    desk: await deskOf(reader, here),
    row: (await articlePage(db, reader, { words: headline, archived: false, after: null })).rows.filter(
      (row) => row.id === articleId,
    ),
    sources: await sourcesOf(reader, here),
    exported,
  }).replace(/[0-9a-f]{64}/g, 'HASH');
}

/** The claim in full. The two articles say the same, so each is related to the other: only what is in the article itself. */
async function detailOf(reader: PersonActor, { articleId, claimId }: World) {
  const seen = await claimDetail(database.db, reader, claimId);
  return seen && { ...seen, related: seen.related.filter(({ claim }) => claim.articleId === articleId) };
}

/** What the reader's home page has of the article. */
async function deskOf(reader: PersonActor, { articleId }: World) {
  const { articles, fixes, needs } = await readDesk(database.db, reader);
  return {
    articles: articles.rows.filter((row) => row.id === articleId),
    needs: needs.items.filter((item) => item.article.id === articleId).map(whatIsTold),
    fixes: fixes.rows.filter((fix) => fix.articleId === articleId),
  };
}

/** The states are hashes of ids of what may be seen: those of the two articles differ as the ids do. */
const whatIsTold = ({ parts, ...item }: NeedDTO) => ({ ...item, parts: parts.map(({ key }) => key) });

async function sourcesOf(reader: PersonActor, { claimId }: World) {
  const { evidence } = await detail(database.db, reader, claimId);
  const ids = new Set(evidence.map(({ source }) => source.id));
  const { rows } = await sourcePage(database.db, reader, { words: 'list', after: null });
  const pages = [...ids].map(async (id) => [
    await sourceInFull(database.db, reader, id),
    // Where a step stands on the desk's chain tells only what else was done on the desk before.
    (await sourceHistory(database.db, reader, id, '')).map(({ sequence, ...step }) => step),
  ]);
  return { rows: rows.filter((row) => ids.has(row.id)), pages: await Promise.all(pages) };
}

/** The article's chain as `stet verify --export` writes it for others to read. */
const exportedChain = ({ articleId }: World) =>
  withHistory(sql(), 'shared', async (items) => {
    const links: unknown[] = [];
    for await (const batch of items)
      for (const item of batch) {
        if (item.kind !== 'event' || item.link.chain !== articleId) continue;
        const { salt, ...link } = item.link;
        links.push({ ...link, salted: salt !== null });
      }
    return links;
  });

/** What was answered, refused or not. */
async function attempt(here: World, work: () => Promise<unknown>): Promise<string> {
  try {
    return plain(here, (await work()) ?? null);
  } catch (error) {
    if (error instanceof AppError) return plain(here, error.refusal);
    throw error;
  }
}

async function claimOf(here: World, reader: PersonActor) {
  const seen = await detail(database.db, reader, here.claimId);
  return { seen, id: here.claimId, version: seen.claim.version };
}
const words = {
  aspect: 'content',
  quote: 'Other words',
  locator: null,
  note: null,
  means: null,
  consultedOn: null,
} as const;

const note = ({ articleId, claimId }: World) => ({ articleId, claimId, threadId: null, kind: 'note' }) as const;

type Deed = (here: World, who: PersonActor) => Promise<unknown>;
const piece = async (here: World, who: PersonActor, number: number) => {
  const { id, version, source } = need((await claimOf(here, who)).seen.evidence[number - 1]);
  return { id, version, source };
};
const own = async (here: World) =>
  need((await claimOf(here, people.first)).seen.verdicts.find((verdict) => verdict.inForce));

/** What somebody could try, to find out by what is answered or by what it does. */
const DEEDS: readonly (readonly [string, Deed])[] = [
  [
    'guesses a stance',
    async (here, who) =>
      editEvidence(database.db, who, { ...(await piece(here, who, 1)), ...words, stance: 'refutes' }),
  ],
  [
    'withdraws evidence',
    async (here, who) => withdrawEvidence(database.db, who, { ...(await piece(here, who, 1)), reason: 'To see' }),
  ],
  ['brings it back', async (here, who) => restoreEvidence(database.db, who, await piece(here, who, 1))],
  [
    'edits a source',
    async (here, who) => {
      const { source } = await piece(here, who, 1);
      return editSource(database.db, who, { ...source, title: 'Another list' });
    },
  ],
  [
    'confirms',
    async (here, who) => {
      const { seen } = await claimOf(here, who);
      return confirmVerdict(database.db, who, {
        claimId: here.claimId,
        verdictId: (await own(here)).id,
        basisDigest: seen.basisDigest ?? '',
        seen: [...seen.seen],
        rationale: null,
      });
    },
  ],
  [
    'signs off',
    async (here, who) => {
      const { seen } = await claimOf(here, who);
      const input = { verdictId: (await own(here)).id, basisDigest: 'a'.repeat(64), seen: [...seen.seen] };
      return signOff(database.db, who, input);
    },
  ],
  [
    'excludes',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return excludeClaims(database.db, who, { claims: [{ id, version }], reason: 'To see' });
    },
  ],
  [
    'brings the claim back',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return restoreClaims(database.db, who, { claims: [{ id, version }] });
    },
  ],
  [
    'divides',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      const { revision } = await reopen(database.db, who, here.articleId);
      const parts = [{ span: { start: 0, end: 7 } }, { span: { start: 8, end: 17 } }];
      return splitClaim(database.db, who, { id, version, revisionId: revision.id, parts, evidence: [] });
    },
  ],
  [
    'previews the wording',
    async (here, who) => {
      const { revision } = await reopen(database.db, who, here.articleId);
      const text = revision.text.replace('About one in five berths is closed', need(SECRET.fix));
      const { claims } = await previewRevision(database.db, who, { articleId: here.articleId, text: typedText(text) });
      return claims;
    },
  ],
  [
    'moves its ends',
    async (here, who) => {
      const { seen, id, version } = await claimOf(here, who);
      const { revision } = await reopen(database.db, who, here.articleId);
      const span = { start: need(seen.claim.start), end: need(seen.claim.end) - 10 };
      return rescopeClaim(database.db, who, { id, version, revisionId: revision.id, span });
    },
  ],
  [
    'is given it',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return assignClaims(database.db, who, { claims: [{ id, version }], assigneeId: who.id });
    },
  ],
  ['attaches evidence', async (here, who) => attach(database.db, who, here.claimId, 'Another list', 'context')],
  [
    'comments on the claim',
    async (here, who) => writeComment(database.db, who, { ...note(here), onVerdictId: null, body: 'Is it so?' }),
  ],
  [
    'comments on the verdict',
    async (here, who) =>
      writeComment(database.db, who, { ...note(here), onVerdictId: (await own(here)).id, body: 'Is it?' }),
  ],
  [
    'joins it with another',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      const bench = await reopen(database.db, who, here.articleId);
      const other = need(bench.claims.find((claim) => claim.id !== id && claim.start !== null));
      const claims = [
        { id, version },
        { id: other.id, version: other.version },
      ];
      const span = { start: need(other.start), end: need(other.end) };
      return mergeClaims(database.db, who, {
        claims,
        revisionId: bench.revision.id,
        span,
        statement: 'Both.',
        evidence: [],
      });
    },
  ],
  [
    'withdraws the claim',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return withdrawClaim(database.db, who, { id, version, reason: 'To see' });
    },
  ],
  [
    'brings the withdrawn claim back',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return restoreClaims(database.db, who, { claims: [{ id, version }] });
    },
  ],
  [
    'changes the mode',
    async (here, who) => {
      const { version, mode } = (await reopen(database.db, who, here.articleId)).article;
      return setMode(database.db, who, { id: here.articleId, version, mode: mode === 'blind' ? 'open' : 'blind' });
    },
  ],
  ['has the text read again', async (here, who) => reextract(database.db, who, here.articleId)],
  [
    'erases what the verdict left in the history',
    async (here, who) => {
      const { id } = await own(here);
      const { sequence } = await database.db.event.findFirstOrThrow({ where: { subjectId: id } });
      return eraseDetail(database.db, who, { chain: here.articleId, sequence, reason: 'To see' });
    },
  ],
  [
    'rewords',
    async (here, who) => {
      const { id, version } = await claimOf(here, who);
      return editClaim(database.db, who, { id, version, statement: 'One berth in five is closed.' });
    },
  ],
  [
    'takes the wording into the text',
    async (here, who) => {
      const { revision } = await reopen(database.db, who, here.articleId);
      const text = revision.text.replace('About one in five', need(SECRET.fix));
      return revise(database.db, who, {
        articleId: here.articleId,
        basedOn: revision.id,
        text: typedText(text),
        origin: 'paste',
      });
    },
  ],
];

/** What nobody but the first reader may do meanwhile, for what it would show them. */
const REFUSED = [
  'guesses a stance',
  'confirms',
  'signs off',
  'divides',
  'comments on the verdict',
  'joins it with another',
];

test('two articles that differ only in what is hidden cannot be told apart', { timeout: 900_000 }, async () => {
  const [one, other] = [await world(SECRET), await world(OTHER)];
  // What would be undone, or refused, the second time.
  const ONCE: Readonly<Record<string, readonly PersonActor[]>> = {
    'withdraws evidence': [people.editor],
    'brings it back': [people.editor],
    'withdraws the claim': [people.editor],
    'brings the withdrawn claim back': [people.editor],
    'erases what the verdict left in the history': [people.admin],
  };
  const done = new Set<string>();
  const readers = [people.second, people.third, people.editor, people.admin, people.viewer];
  const same = async (after: string, by = readers, kinds: readonly HistoryKind[] = HISTORY_KINDS) => {
    const [ofOne, ofOther] = [await outOf(one), await outOf(other)];
    for (const reader of by) {
      const [a, b] = [await everything(reader, one, ofOne, kinds), await everything(reader, other, ofOther, kinds)];
      expect({ after, reader: reader.name, text: a }).toEqual({ after, reader: reader.name, text: b });
    }
  };
  await same('nothing');
  for (const [i, [name, deed]] of DEEDS.entries()) {
    for (const who of ONCE[name] ?? [people.third, people.editor]) {
      const a = await attempt(one, () => deed(one, who));
      const b = await attempt(other, () => deed(other, who));
      expect({ name, answer: a }).toEqual({ name, answer: b });
      if (!a.includes('"ok": false')) done.add(name);
    }
    // What a deed leaves stays there for the readers whose turn comes after the next ones, and in the history by every kind.
    const turn = [need(readers[i % readers.length]), need(readers[(i + 2) % readers.length])];
    await same(name, turn, [need(HISTORY_KINDS[i % HISTORY_KINDS.length])]);
  }
  await same('all of it');
  // What was refused tells nothing either; what is refused to everybody is only what would tell.
  expect(DEEDS.map(([name]) => name).filter((name) => !done.has(name))).toEqual(REFUSED);
  // And its author can: what differs is there.
  const last = [await outOf(one), await outOf(other)] as const;
  expect(await everything(people.first, one, last[0])).not.toEqual(await everything(people.first, other, last[1]));
});
