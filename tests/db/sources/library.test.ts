import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { attachEvidence } from '#lib/evidence/mutations.ts';
import { eraseDetail } from '#lib/history/mutations-erase.ts';
import { readCitations } from '#lib/ingest/citations/read.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { findSources } from '#lib/sources/data.ts';
import { sourcesAsFile } from '#lib/sources/data-export.ts';
import { sourceHistory } from '#lib/sources/data-history.ts';
import { countSources, sourcePage } from '#lib/sources/data-list.ts';
import { keptSource, sourceInFull } from '#lib/sources/data-page.ts';
import { archiveSource, editSource } from '#lib/sources/mutations.ts';
import { importSources, previewImport } from '#lib/sources/mutations-import.ts';
import { keyLinks } from '#lib/sources/mutations-links.ts';
import { mergeSources } from '#lib/sources/mutations-merge.ts';
import { type SourceFields, sourceFields } from '#lib/sources/schema.ts';
import { articleHistory } from '#lib/workbench/data-history.ts';
import { stetHere } from '../command.ts';
import { article, type Cast, cast, claimOn, detail, judge, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal, tamper } from '../trust/desk.ts';

/*
 * A desk with an article for everybody and one that Ruben alone is in beside the editor: what the library shows and does
 * goes by who may read where a source is cited.
 */

const database = withDatabase();
let people: Cast;
let open: Awaited<ReturnType<typeof article>>;
let secret: typeof open;
beforeAll(async () => {
  people = await cast(database.db);
  open = await article(database.db, people.editor);
  secret = await article(database.db, people.editor, { access: 'named', memberIds: [people.first.id] });
});

const words = {
  stance: 'context' as const,
  aspect: 'content' as const,
  quote: null,
  locator: null,
  note: null,
  means: null,
  consultedOn: null,
};
const fields = (said: Partial<SourceFields> & { title: string }): SourceFields =>
  sourceFields.parse({ kind: 'page', tier: 'secondary', ...said });

async function cite(who: PersonActor, bench: typeof open, source: Partial<SourceFields> & { title: string }) {
  const claim = await claimOn(database.db, who, bench, 'one in five berths');
  const attached = await attachEvidence(database.db, who, {
    claimId: claim.id,
    source: { fields: fields(source) },
    stance: 'supports',
    aspect: 'content',
    quote: 'One berth in five',
    locator: 'p. 3',
    note: null,
    means: null,
    consultedOn: null,
  });
  return { claim, id: attached.source.id };
}
const versionOf = async (id: string) => {
  const { version } = await database.db.source.findUniqueOrThrow({ where: { id } });
  return { id, version };
};
const found = async (who: PersonActor, query: string, articleId?: string) =>
  (await findSources(database.db, who, { query, ...(articleId && { articleId }) })).map(({ title }) => title);
/** What every start does. */
async function keyed(): Promise<number> {
  const owner = new pg.Client({ connectionString: process.env.STET_TEST_OWNER_URL });
  await owner.connect();
  try {
    return await keyLinks(owner);
  } finally {
    await owner.end();
  }
}
const isWhole = async () => (await verifyHistory(sql(), [], database.db)).breaks;

describe('the same link written otherwise', () => {
  test('finds the source that is there, for whom it is there', async () => {
    await cite(people.first, open, {
      title: 'Berth list',
      link: 'https://www.example.org/berths/?utm_source=mail#top',
    });
    await cite(people.first, secret, { title: 'A letter', link: 'https://example.org/letter' });
    for (const written of [
      'http://example.org/berths',
      'example.org/berths/',
      'HTTPS://Example.org/berths?utm_medium=x',
    ])
      expect(await found(people.third, written)).toEqual(['Berth list']);
    expect(await found(people.third, 'https://example.org/letter')).toEqual([]);
    expect(await found(people.first, 'https://example.org/letter/')).toEqual(['A letter']);
    // Whoever may not know of it makes one of their own, and nothing tells that there is another.
    const own = await cite(people.third, open, { title: 'My letter', link: 'https://example.org/letter' });
    expect(await found(people.third, 'https://example.org/letter')).toEqual(['My letter']);
    expect((await sourceInFull(database.db, people.third, own.id))?.twins).toEqual([]);
    expect((await sourceInFull(database.db, people.first, own.id))?.twins).toMatchObject([
      { by: 'link', source: { title: 'A letter' } },
    ]);
  });

  test('the article’s own sources come first, the last one first', async () => {
    const [first] = await found(people.third, '', open.article.id);
    expect(first).toBe('My letter');
    const listed = await findSources(database.db, people.third, { query: '', articleId: open.article.id });
    expect(listed.slice(0, 2)).toMatchObject([{ isOfArticle: true, claims: 1 }, { title: 'Berth list' }]);
  });

  test('a key that is missing or of another rule is filled in, with no event, and a forged one is found', async () => {
    const count = () => database.db.event.count();
    const before = await count();
    await tamper((tx) => tx`update sources set link_key = null where title = 'Berth list'`);
    await tamper((tx) => tx`update sources set link_key = 'example.org/elsewhere' where title = 'A letter'`);
    expect(await isWhole()).toMatchObject([{ because: 'record-derived', columns: ['link_key'] }]);
    expect([await keyed(), await keyed()]).toEqual([2, 0]);
    expect([await count(), await isWhole()]).toEqual([before, []]);
    expect(await found(people.third, 'example.org/berths')).toEqual(['Berth list']);
  });
});

describe('a source’s page', () => {
  test('shows each claim where the reader may read it, as it stands for them, and no other', async () => {
    const { claim, id } = await cite(people.first, open, {
      title: 'Minutes',
      doi: '10.1000/1',
      origin: 'Reuters, 3 May',
    });
    const hidden = await claimOn(database.db, people.first, secret, '£48.6 million budget');
    await attachEvidence(database.db, people.first, {
      claimId: hidden.id,
      source: { id },
      ...words,
      stance: 'refutes',
      quote: 'What only the letter says',
    });
    await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the minutes [1].' });
    const [mine, theirs] = [
      await sourceInFull(database.db, people.first, id),
      await sourceInFull(database.db, people.third, id),
    ];
    expect([mine?.claims, theirs?.claims]).toEqual([2, 1]);
    expect(theirs?.uses).toMatchObject(
      [
        {
          number: 1,
          stance: 'supports',
          claim: { number: claim.number, mark: 'await', rating: null },
          article: open.article,
        },
      ].map(({ article: { id: articleId, headline }, ...use }) => ({ ...use, article: { id: articleId, headline } })),
    );
    expect(JSON.stringify(theirs)).not.toMatch(new RegExp(`${secret.article.headline}"|only the letter`));
    expect(
      await sourceInFull(database.db, people.admin, (await cite(people.first, secret, { title: 'Another' })).id),
    ).toBeNull();
  });

  test('on a blind article hides the stance of what others attached', async () => {
    const blind = await article(database.db, people.editor, { mode: 'blind' });
    const { id, claim } = await cite(people.first, blind, { title: 'Blind list' });
    await judge(database.db, people.first, claim.id, 'false');
    const stanceFor = async (who: PersonActor) => (await sourceInFull(database.db, who, id))?.uses[0]?.stance;
    expect([await stanceFor(people.first), await stanceFor(people.second)]).toEqual(['supports', null]);
  });

  test('its history tells of a change once, to whoever may read it', async () => {
    const { id } = await cite(people.first, open, { title: 'Ledger' });
    await cite(people.first, secret, { title: 'unused' });
    const edit = async (who: PersonActor, title: string) =>
      editSource(database.db, who, { ...fields({ title }), ...(await versionOf(id)) });
    await edit(people.second, 'Ledger of 2026');
    const own = await editSource(database.db, people.first, {
      ...fields({ title: 'Ledger of 2026', isbn: '9780306406157' }),
      ...(await versionOf(id)),
    });
    await archiveSource(database.db, people.second, { id, ...own, archived: true });
    expect(await found(people.third, 'ledger of')).toEqual([]);
    expect(await refusal(archiveSource(database.db, people.second, { id, ...own, archived: false }))).toBe(
      'stale-version',
    );
    await archiveSource(database.db, people.second, { ...(await versionOf(id)), archived: false });
    const told = async (who: PersonActor) =>
      (await sourceHistory(database.db, who, id, 'Ledger')).map(({ action, actor }) => `${actor.name} ${action}`);
    const steps = ['Sanne source.restored', 'Sanne source.archived', 'Ruben source.edited', 'Sanne source.edited'];
    expect(await told(people.third)).toEqual(steps);
    expect(await told(people.admin)).toEqual([...steps, 'Ruben source.added']);
    const other = await cite(people.first, secret, { title: 'Kept apart' });
    await editSource(database.db, people.first, { ...fields({ title: 'Kept' }), ...(await versionOf(other.id)) });
    expect(await sourceHistory(database.db, people.third, other.id, '')).toEqual([]);
  });

  test('what a basis says nothing of makes no verdict stale, and nobody its author', async () => {
    const { id, claim } = await cite(people.first, open, { title: 'Survey' });
    await judge(database.db, people.first, claim.id, 'true', { rationale: 'So [1].' });
    const edit = async (more: Partial<SourceFields>) => {
      await editSource(database.db, people.second, {
        ...fields({ title: 'Survey', ...more }),
        ...(await versionOf(id)),
      });
      const { verdicts } = await detail(database.db, people.first, claim.id);
      const authors = await database.db.verdictAuthor.count({ where: { verdictId: verdicts[0]?.id ?? '' } });
      return [verdicts[0]?.stale, authors];
    };
    expect(await edit({ doi: '10.1000/survey', origin: 'The survey', note: 'Seen' })).toEqual([false, 1]);
    expect(await edit({ publisher: 'The surveyors' })).toEqual([true, 2]);
  });
});

describe('two sources become one', () => {
  const merge = async (who: PersonActor, keep: string, gone: string) =>
    mergeSources(database.db, who, { keep: await versionOf(keep), gone: await versionOf(gone) });

  test('the same in substance: nothing is stale, evidence moves, the old one leads to the kept one', async () => {
    const link = 'https://example.org/tariff';
    const kept = await cite(people.first, open, { title: 'The “tariff”', link });
    const gone = await cite(people.second, open, {
      title: 'The "tariff"',
      link: `${link}?utm_source=x`,
      doi: '10.1000/t',
      note: 'Ours',
    });
    await judge(database.db, people.first, gone.claim.id, 'true', { rationale: 'So [1].' });
    await merge(people.third, kept.id, gone.id);
    const { verdicts, evidence } = await detail(database.db, people.first, gone.claim.id);
    expect(verdicts[0]).toMatchObject({ stale: false });
    expect(await database.db.verdictAuthor.count({ where: { verdictId: verdicts[0]?.id ?? '' } })).toBe(1);
    expect(evidence[0]?.source).toMatchObject({ id: kept.id, title: 'The “tariff”', doi: '10.1000/t', note: null });
    expect(await keptSource(database.db, people.third, gone.id)).toBe(kept.id);
    expect(await sourceInFull(database.db, people.third, gone.id)).toBeNull();
    expect(await found(people.third, link)).toEqual(['The “tariff”']);
    const [event] =
      (await articleHistory(database.db, people.third, { articleId: open.article.id, kind: 'source' }))?.events ?? [];
    expect(event).toMatchObject({
      action: 'source.merged',
      detail: { merged: 'The "tariff"', evidence: [{ number: 1 }] },
    });
    // A draft that still holds the old one cites the kept one.
    const again = await claimOn(database.db, people.first, open, 'Lorry tolls');
    const { source } = await attachEvidence(database.db, people.first, {
      claimId: again.id,
      source: { id: gone.id },
      ...words,
      stance: 'context',
    });
    expect(source.id).toBe(kept.id);
    expect(await isWhole()).toEqual([]);
  });

  test('another in substance: what cited it is stale, whoever merged is an author; and a third goes along', async () => {
    const [a, b, c] = [
      await cite(people.first, open, { title: 'First copy' }),
      await cite(people.first, open, { title: 'Second copy' }),
      await cite(people.first, open, { title: 'Third copy' }),
    ];
    await judge(database.db, people.first, c.claim.id, 'true', { rationale: 'So [1].' });
    await merge(people.third, b.id, c.id);
    await merge(people.third, a.id, b.id);
    const { verdicts, basisChanges } = await detail(database.db, people.first, c.claim.id);
    expect(verdicts[0]).toMatchObject({ stale: true });
    expect(basisChanges).toMatchObject([
      { what: 'source', before: 'Third copy · secondary page', after: 'First copy · secondary page' },
    ]);
    expect(await database.db.verdictAuthor.count({ where: { verdictId: verdicts[0]?.id ?? '' } })).toBe(2);
    expect(await keptSource(database.db, people.third, c.id)).toBe(a.id);
    for (const [keep, gone] of [
      [a.id, a.id],
      [c.id, a.id],
      [a.id, b.id],
    ] as const)
      expect(['invalid', 'not-found']).toContain(await refusal(merge(people.third, keep, gone)));
    expect(await isWhole()).toEqual([]);
    // The detail that tells which evidence went where may be erased: it is no forgery.
    const { events } = (await articleHistory(database.db, people.admin, {
      articleId: open.article.id,
      kind: 'source',
    })) ?? { events: [] };
    for (const { action, sequence } of events)
      if (action === 'source.merged')
        await eraseDetail(database.db, people.admin, { chain: open.article.id, sequence, reason: 'Asked for' });
    expect(await isWhole()).toEqual([]);
  });

  test('whoever cites a source while it is merged cites what is kept', async () => {
    const kept = await cite(people.first, open, { title: 'Kept in time' });
    for (let i = 0; i < 4; i++) {
      const gone = await cite(people.second, open, {
        title: `Gone in time ${i}`,
        link: `https://example.org/gone/${i}`,
      });
      const elsewhere = await article(database.db, people.editor);
      const claim = await claimOn(database.db, people.third, elsewhere, 'Lorry tolls');
      await Promise.all([
        merge(people.third, kept.id, gone.id),
        attachEvidence(database.db, people.third, { ...words, claimId: claim.id, source: { id: gone.id } }),
      ]);
      expect(await found(people.third, `http://example.org/gone/${i}`)).toEqual(['Kept in time']);
    }
    expect(await database.db.evidence.count({ where: { source: { mergedIntoId: { not: null } } } })).toBe(0);
    expect(await isWhole()).toEqual([]);
  });

  test('only who knows of both merges, and the other’s words are told to no article that did not cite it', async () => {
    const shown = await cite(people.third, open, { title: 'Shown list' });
    const kept = await cite(people.first, secret, { title: 'SECRET list', note: 'SECRET note', doi: '10.1000/s' });
    expect(await refusal(merge(people.third, shown.id, kept.id))).toBe('not-found');
    expect(await refusal(merge(people.viewer, shown.id, shown.id))).toBe('invalid');
    await merge(people.first, shown.id, kept.id);
    const seen = JSON.stringify([
      await articleHistory(database.db, people.third, { articleId: open.article.id }),
      await sourceHistory(database.db, people.third, shown.id, ''),
      await sourceHistory(database.db, people.admin, shown.id, ''),
      await sourceInFull(database.db, people.third, shown.id),
      await sourcePage(database.db, people.third, { words: '' }),
      await sourcesAsFile(database.db, people.third, {}, 'csl'),
    ]);
    expect(seen).toContain('10.1000/s');
    expect(seen).not.toContain('SECRET');
    expect(seen).not.toContain(secret.article.id);
    const told = await articleHistory(database.db, people.first, { articleId: secret.article.id, kind: 'source' });
    expect(told?.events[0]?.detail).toMatchObject({ source: 'Shown list', merged: 'SECRET list' });
  });
});

describe('files of references', () => {
  const file = async (text: string) => {
    const read = await readCitations(new TextEncoder().encode(text));
    if (!read.ok) throw new Error(read.code);
    return read.value;
  };

  test('come in once, for everybody, and go out as they came', async () => {
    const references = await file(
      JSON.stringify([
        { type: 'report', title: 'Annual report', URL: 'https://example.org/annual' },
        { type: 'webpage', title: 'Known list', URL: 'http://www.example.org/berths/' },
        { type: 'webpage', title: 'Letter', URL: 'https://example.org/letter?utm_source=a' },
        { type: 'webpage' },
      ]),
    );
    const states = (rows: readonly { state: string }[]) => rows.map(({ state }) => state);
    const preview = await previewImport(database.db, people.second, references);
    expect(states(preview.rows)).toEqual(['new', 'known', 'known', 'refused']);
    const { rows } = await importSources(database.db, people.second, references);
    expect(rows[3]?.why).toBe('Say something here.');
    expect(states((await importSources(database.db, people.editor, references)).rows)).toEqual([
      'known',
      'known',
      'known',
      'refused',
    ]);
    expect(await found(people.viewer, 'annual')).toEqual(['Annual report']);
    expect(await refusal(importSources(database.db, people.viewer, references))).toBe('forbidden');
    const out = await sourcesAsFile(database.db, people.viewer, { words: 'annual' }, 'bibtex');
    expect(states((await previewImport(database.db, people.third, await file(out.text))).rows)).toEqual(['known']);
    expect(await isWhole()).toEqual([]);
  });

  test('the command brings a file in and takes the library out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-sources-'));
    try {
      const path = join(folder, 'library.bib');
      writeFileSync(path, '@report{a, title={Tide tables}, isbn={978-0-14-044913-6}, pages={3}}');
      expect(await stetHere(['sources', 'import', path])).toEqual({
        code: 0,
        out: 'new\tTide tables\n',
        err: 'stet: no place here for: pages (1)\n',
      });
      expect((await stetHere(['sources', 'import', path])).out).toBe('known\tTide tables\n');
      const { out, code } = await stetHere(['sources', 'export', '--format', 'bibtex']);
      expect([code, out]).toEqual([0, expect.stringContaining('title = {{Tide tables}}')]);
      expect(await found(people.viewer, 'tide')).toEqual(['Tide tables']);
      writeFileSync(path, 'nothing of the kind');
      expect(await stetHere(['sources', 'import', path])).toMatchObject({
        code: 4,
        err: 'stet: This is neither BibTeX nor CSL-JSON.\n',
      });
      const tides = await database.db.source.findFirstOrThrow({ where: { title: 'Tide tables' } });
      await archiveSource(database.db, people.editor, { id: tides.id, version: tides.version, archived: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('the list narrows by kind, tier and shelf, and counts no more than it shows', async () => {
    const shown = async (asked: Parameters<typeof sourcePage>[2]) =>
      (await sourcePage(database.db, people.third, asked)).rows.map(({ title }) => title);
    expect(await shown({ words: '', kind: 'report' })).toEqual(['Annual report']);
    expect(await shown({ words: '', shelf: 'unused' })).toEqual(['Annual report']);
    expect(await shown({ words: 'https://example.org/annual#x' })).toEqual(['Annual report']);
    expect(await shown({ words: '', tier: 'primary' })).toEqual([]);
    const all = await shown({ words: '' });
    const { all: count, isMore, by } = await countSources(database.db, people.third, '');
    expect({ count, isMore, unused: by.unused, report: by.report, page: by.page }).toEqual({
      count: all.length,
      isMore: false,
      unused: 1,
      report: 1,
      page: all.length - 1,
    });
    expect(by.uncaptured).toBe(all.length);
    const [annual] = (await sourcePage(database.db, people.third, { words: 'annual' })).rows;
    await archiveSource(database.db, people.third, { ...(await versionOf(annual?.id ?? '')), archived: true });
    expect(await shown({ words: '', shelf: 'archived' })).toEqual(['Tide tables', 'Annual report']);
    await plant(database.db, (tx) =>
      tx.source.createMany({
        data: Array.from({ length: 1001 }, (_, i) => ({ title: `Many ${i}`, tier: 'primary' as const, shared: true })),
      }),
    );
    expect(await countSources(database.db, people.third, 'many')).toMatchObject({ all: 1000, isMore: true });
  });
});
