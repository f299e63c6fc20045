import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle } from '#lib/articles/mutations.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { readNeeds } from '#lib/needs/data.ts';
import { peopleToLookAt } from '#lib/needs/data-mail.ts';
import { mailHandlers, putInMail } from '#lib/needs/jobs.ts';
import { markNeeds } from '#lib/needs/mutations.ts';
import { chooseMail } from '#lib/needs/mutations-mail.ts';
import { sendLetter, sendsMail } from '#lib/platform/mail.ts';
import { runJob } from '#lib/worker/run.ts';
import { article, type Cast, cast, claimOn, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { plainHandlers } from '../jobs/site.ts';
import { plant as plantVerdict, SECRET } from '../trust/planted.ts';
import { need } from '../trust/scene.ts';

/* Letters go to a real mail server, which is told to refuse or to take them. */
const database = withDatabase();
let people: Cast;
let server: SMTPServer;
const taken: { readonly to: readonly string[]; readonly text: string }[] = [];
let refuses = false;

const ADDRESS = 'https://stet.example';
const doors = { sends: sendsMail, send: sendLetter, address: () => ADDRESS };
const handlers = () => ({ ...plainHandlers(), ...mailHandlers(doors) });
const look = () => putInMail(doors)(database.db);
const waiting = () => database.db.job.findMany({ where: { kind: 'mail', state: 'queued' }, orderBy: { id: 'asc' } });
async function work(): Promise<void> {
  for (const { id } of await waiting()) await runJob(database.db, handlers(), new Map(), id);
}

beforeAll(async () => {
  people = await cast(database.db);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refuses) return done(new Error('No'));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, text: Buffer.concat(chunks).toString('utf8').replace(/=\r\n/g, '').replaceAll('=3D', '=') });
        done();
      });
    },
  });
  const port = await new Promise<number>((ready) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      ready(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  vi.stubEnv('STET_SMTP_URL', `smtp://127.0.0.1:${port}`);
  vi.stubEnv('STET_MAIL_FROM', 'Stet <stet@desk.test>');
});
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
beforeEach(async () => {
  refuses = false;
  taken.length = 0;
  await plant(database.db, (tx) => tx.article.updateMany({ data: { archivedAt: new Date() } }));
  await database.db.mailChoice.deleteMany({});
});

/** Two minutes later, as far as letters go. */
const letTimePass = () =>
  database.owner`update mail_choices set sent_at = now() - interval '3 minutes', looked_at = looked_at - interval '3 minutes'`;

async function called(to: PersonActor, more: Parameters<typeof article>[2] = {}) {
  const bench = await article(database.db, people.editor, more);
  const claim = await claimOn(database.db, people.first, bench, 'one in five berths');
  const note = {
    articleId: bench.article.id,
    claimId: claim.id,
    threadId: null,
    kind: 'note',
    onVerdictId: null,
  } as const;
  await writeComment(database.db, people.first, { ...note, body: `The minister lied, @${to.name}.` });
  return { bench, claim };
}

test('a letter names kind, article and link, and goes out once for each state of a thing, to whom asked for it', async () => {
  const { bench, claim } = await called(people.second);
  await look();
  expect(await waiting()).toEqual([]);
  await chooseMail(database.db, people.second, 'each');
  await look();
  await work();
  expect(taken.map(({ to }) => to)).toEqual([[people.second.email]]);
  const { text } = need(taken[0]);
  expect(text).toContain('Subject: Stet: You are called by name');
  expect(text).toContain(bench.article.headline);
  expect(text).toContain(`${ADDRESS}/articles/${bench.article.id}?claim=${claim.number}`);
  expect(text).not.toMatch(/minister|Ruben|berths/);
  await letTimePass();
  await look();
  expect(await waiting()).toEqual([]);
  // What they have seen is no news.
  await called(people.second);
  const { items } = await readNeeds(database.db, people.second, 'now');
  await markNeeds(database.db, people.second, { parts: items.flatMap(({ parts }) => parts), as: 'read', until: null });
  await letTimePass();
  await look();
  expect(await waiting()).toEqual([]);
});

test('one that the server does not take is sent again; one that was taken by a worker that died comes with the same id', async () => {
  await called(people.third);
  await chooseMail(database.db, people.third, 'each');
  await look();
  const [job] = await waiting();
  refuses = true;
  await runJob(database.db, handlers(), new Map(), need(job).id);
  expect(await database.db.job.findUniqueOrThrow({ where: { id: need(job).id } })).toMatchObject({
    state: 'queued',
    error: { code: 'mail-not-taken' },
  });
  refuses = false;
  // It dies when the server has it, before it could note so.
  const dying = mailHandlers({
    ...doors,
    send: async (letter) => {
      await sendLetter(letter);
      throw new Error('Killed');
    },
  });
  await runJob(database.db, { ...plainHandlers(), ...dying }, new Map(), need(job).id);
  await runJob(database.db, handlers(), new Map(), need(job).id);
  const ids = taken.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('it is written by what its reader may see when it goes out: nothing of a blind verdict, of a restricted article no headline', async () => {
  const blind = await article(database.db, people.editor, { mode: 'blind' });
  await plantVerdict(database.db, people.first, blind.article.id, SECRET);
  const named = await called(people.second, { access: 'named', memberIds: [people.first.id, people.second.id] });
  for (const actor of [people.second, people.admin]) await chooseMail(database.db, actor, 'each');
  await look();
  await work();
  const all = taken.map(({ text }) => text).join('\n');
  expect(taken.map(({ to }) => to[0]).sort()).toEqual([people.admin.email, people.second.email].sort());
  for (const hidden of [SECRET.word, SECRET.finding, SECRET.stance, 'Ruben', named.bench.article.headline])
    expect(all).not.toContain(hidden);
  expect(all).toContain('an article kept to named people');
  // The admin is no member: of that article their letter has nothing.
  expect(taken.find(({ to }) => to[0] === people.admin.email)?.text).not.toContain(named.bench.article.id);
  const gone = await called(people.third);
  await chooseMail(database.db, people.third, 'each');
  await look();
  await archiveArticle(database.db, people.editor, { id: gone.bench.article.id, version: 1, archived: true });
  taken.length = 0;
  await work();
  expect(taken.map(({ text }) => text).join()).not.toContain(gone.bench.article.id);
});

test('who wants the morning’s letter is looked at once a morning, and takes no place in the row meanwhile', async () => {
  const { db } = database;
  await chooseMail(db, people.second, 'digest');
  await chooseMail(db, people.third, 'each');
  const inRow = async (morning: Date | null) => (await peopleToLookAt(db, morning)).sort();
  const morning = new Date(Date.now() - 1000);
  expect(await inRow(null)).toEqual([people.third.id]);
  expect(await inRow(morning)).toEqual([people.second.id, people.third.id].sort());
  await database.owner`update mail_choices set looked_at = now() where how = 'digest'`;
  expect(await inRow(morning)).toEqual([people.third.id]);
});
