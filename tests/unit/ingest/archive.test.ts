import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForCopy, lookForCopy } from '#lib/ingest/witness/archive.ts';
import { type ArchiveConduct, startArchive, type WebArchive } from '#tests/web-archive.ts';

const LINK = 'https://harbour.example/List?b=2&a=1';
const SINCE = new Date('2024-05-01T08:00:00Z');
let archive: WebArchive;
beforeAll(async () => {
  archive = await startArchive();
});
beforeEach(() => {
  archive.behave({});
  archive.asked.length = 0;
});
afterAll(() => archive.stop());

const error = (ext: string, message?: string) =>
  JSON.stringify({ status: 'error', status_ext: ext, ...(message === undefined ? {} : { message }) });

describe('asked for a copy', () => {
  test('it is told the link and no more, with the keys of the machine', async () => {
    expect(await askForCopy(LINK, archive.policy)).toEqual({
      ok: true,
      value: { ticket: 'spn2-17', copy: null, why: null },
    });
    const [request] = archive.asked;
    expect(request).toMatchObject({ method: 'POST', path: '/save', keys: 'LOW key:secret' });
    expect([...new URLSearchParams(request?.body)]).toEqual([
      ['url', LINK],
      ['skip_first_archive', '1'],
    ]);
  });

  const REFUSED: readonly [string, ArchiveConduct['save'], string][] = [
    ['does not know the keys', { status: 401, body: '{}' }, 'archive-keys'],
    ['wants to be asked later', { status: 429, body: 'Too Many Requests' }, 'archive-too-often'],
    ['has a limit of its own', { body: error('error:user-session-limit') }, 'archive-too-often'],
  ];
  test.each(REFUSED)('one that %s is said to', async (_, save, code) => {
    archive.behave({ ...(save === undefined ? {} : { save }) });
    expect(await askForCopy(LINK, archive.policy)).toMatchObject({ ok: false, code });
  });

  const UNSURE: readonly [string, ArchiveConduct['save'], string][] = [
    ['answers with an error', { status: 503, body: '<html>' }, 'archive-trouble'],
    ['answers with a page', { body: '<html>Saved?</html>' }, 'archive-nonsense'],
    ['says that it has failed', { body: error('error:gateway-timeout', 'Gave\nup') }, 'archive-says'],
    ['breaks off', 'cut', 'fetch-cut-short'],
    ['answers with very much', { body: 'x'.repeat(2_000_000) }, 'fetch-too-large'],
    ['names a job that no job is called', { body: '{"job_id":"../../x"}' }, 'archive-nonsense'],
  ];
  test.each(UNSURE)('one that %s may have made it all the same', async (_, save, code) => {
    archive.behave({ ...(save === undefined ? {} : { save }) });
    expect(await askForCopy(LINK, archive.policy)).toMatchObject({
      ok: true,
      value: { ticket: null, copy: null, why: { code } },
    });
  });

  test('one that leads to the copy has it, and is not followed', async () => {
    const headers = { location: `http://10.1.2.3/web/20240501081500/${LINK}` };
    archive.behave({ save: { status: 302, headers, body: '' } });
    const asked = await askForCopy(LINK, archive.policy);
    expect(asked).toMatchObject({ ok: true, value: { copy: { at: new Date('2024-05-01T08:15:00Z') } } });
    expect(archive.asked).toHaveLength(1);
  });

  test.each([
    ['a name of an intranet, allowed to be fetched', 'https://inside.example/x', 'archive-inside'],
    ['an address of one', 'http://10.9.9.9/', 'archive-inside'],
    ['this machine', 'http://127.0.0.1/', 'archive-inside'],
    ['a port of no web server', 'http://harbour.example:5432/', 'archive-inside'],
    ['a link with a password', 'https://me:secret@harbour.example/', 'fetch-credentials'],
    ['no link', 'file:///etc/passwd', 'fetch-scheme'],
  ])('it is not told of %s', async (_, link, code) => {
    expect(await askForCopy(link, archive.policy)).toMatchObject({ ok: false, code });
    expect(await lookForCopy({ link, ticket: 'spn2-17', since: SINCE }, archive.policy)).toMatchObject({ copy: null });
    expect(archive.asked).toEqual([]);
  });

  test('an archive inside the network is not asked unless it is allowed', async () => {
    const { policy } = archive;
    const closed = { ...policy, fetch: { ...policy.fetch, allow: [] } };
    expect(await askForCopy(LINK, closed)).toMatchObject({ ok: false, reason: 'forbidden' });
    expect(await lookForCopy({ link: LINK, ticket: null, since: SINCE }, closed)).toMatchObject({ copy: null });
    expect(archive.asked).toEqual([]);
  });
});

describe('looking for the copy', () => {
  const look = (ticket: string | null = 'spn2-17') => lookForCopy({ link: LINK, ticket, since: SINCE }, archive.policy);
  const copy = (time: string, at: string) => ({
    address: `${archive.policy.base}/web/${time}/${LINK}`,
    at: new Date(at),
  });

  test('its job that has ended well names it', async () => {
    archive.behave({ job: { body: '{"status":"success","timestamp":"20240501081002"}' } });
    expect(await look()).toEqual({ copy: copy('20240501081002', '2024-05-01T08:10:02Z'), why: null });
  });

  test('a job that is said to have failed may have worked: the index says', async () => {
    archive.behave({
      job: { body: error('error:timeout') },
      index: [
        ['20240501082000', 'http://www.harbour.example:80/list?b=2&a=1', '200'],
        ['20240501081000', LINK, '-'],
      ],
    });
    expect((await look()).copy).toEqual(copy('20240501081000', '2024-05-01T08:10:00Z'));
    expect(archive.asked.at(-1)?.path).toContain('from=20240501080000');
    expect((await look(null)).copy).not.toBeNull();
  });

  const NOT: readonly [string, ArchiveConduct, string | null][] = [
    ['is still at it', {}, null],
    ['has failed', { job: { body: error('error:no-access', 'The site\u0000 says no') } }, 'archive-says'],
    ['answers with an error', { job: { status: 500, body: '' }, index: 'no' }, 'archive-trouble'],
    ['has copies of before', { index: [['20240501075959', LINK, '200']] }, null],
    ['has copies of an error alone', { index: [['20240501081000', LINK, '503']] }, null],
    ['has copies of another page', { index: [['20240501081000', 'https://harbour.example/other', '200']] }, null],
    [
      'has made one of another page',
      { job: { body: `{"status":"success","timestamp":"20240501081002","original_url":"https://x.example/"}` } },
      null,
    ],
    ['names a time that is none', { job: { body: '{"status":"success","timestamp":"20241399999999"}' } }, null],
    ['names a time to come', { job: { body: '{"status":"success","timestamp":"29990101000000"}' } }, null],
    ['has an index of something else', { index: '{"rows":1}' }, null],
    ['has an empty index', { index: '' }, null],
  ];
  test.each(NOT)('one that %s has none', async (_, conduct, code) => {
    archive.behave(conduct);
    const { copy: found, why } = await look();
    expect({ found, code: why?.code ?? null }).toEqual({ found: null, code });
  });
});
