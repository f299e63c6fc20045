import { z } from 'zod';
import { isMoment } from '#lib/platform/days.ts';
import { done, type Outcome, refused, type Saying, say } from '#lib/platform/result.ts';
import { type Answered, askService, checkPublic, type FetchPolicy, fetchPolicy } from '../fetch/index.ts';

/*
 * Copies in the Internet Archive: Save Page Now (its version 2) is asked for one, and whether it is there is looked up. The
 * archive answers errors for copies that it has made, and success for others', so what it says of a job is only a hint: a
 * copy is there when its index names one of this page since that time.
 */

export type ArchivePolicy = {
  /** Where the archive is, without a slash at its end. */
  readonly base: string;
  /** An S3-like key with its secret, "key:secret"; null for a guest. */
  readonly keys: string | null;
  readonly fetch: FetchPolicy;
};

export type Copy = { readonly address: string; readonly at: Date };
/** The archive's own name for the job where it gave one; a copy where it told one; what it said that was no good. */
export type Asked = { readonly ticket: string | null; readonly copy: Copy | null; readonly why: Saying | null };
export type Looked = { readonly copy: Copy | null; readonly why: Saying | null };

const MB = 1024 * 1024;

/** The policy of this installation: that of links, for one step, with room for an archive that takes its time. */
export function archivePolicy(
  signal: AbortSignal,
  settings: Readonly<Record<string, string | undefined>> = process.env,
  given: Partial<FetchPolicy> = {},
): ArchivePolicy {
  return {
    base: (settings.STET_ARCHIVE_URL || 'https://web.archive.org').replace(/\/+$/, ''),
    keys: settings.STET_ARCHIVE_KEYS || null,
    fetch: fetchPolicy({ mostBytes: MB, headMs: 60_000, wholeMs: 90_000, signal, ...given }, settings),
  };
}

/** The archive's own words, as far as they are shown. */
const LONGEST_WORDS = 200;
const words = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_WORDS),
  )
  .pipe(z.string().min(1));
const ticketed = z.object({ job_id: z.string().regex(/^[\w-]{1,200}$/) });
const failed = z.object({ status: z.literal('error'), status_ext: words.optional(), message: words.optional() });
const made = z.object({ status: z.literal('success'), timestamp: z.string(), original_url: z.string().optional() });
const index = z.array(z.array(z.string()));

/** What the archive calls its own limits. */
const LIMITS = /session-limit|too-many|capacity|limit-reached/;

/** Whether the archive may be told of a link: nobody outside is told of what is not on the public internet. */
async function mayBeTold(link: string, fetch: FetchPolicy): Promise<Outcome<URL>> {
  const open = await checkPublic(link, fetch);
  return !open.ok && (open.code === 'fetch-private' || open.code === 'fetch-port')
    ? refused('forbidden', 'archive-inside', { values: { host: String(open.values?.host ?? '') } })
    : open;
}

/** Asks for a copy of a page. Whatever went wrong on the way, the copy may be made all the same: only what is certain is refused. */
export async function askForCopy(link: string, { base, keys, fetch }: ArchivePolicy): Promise<Outcome<Asked>> {
  const open = await mayBeTold(link, fetch);
  if (!open.ok) return open;
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...(keys === null ? {} : { authorization: `LOW ${keys}` }),
  };
  const body = new URLSearchParams({ url: open.value.href, skip_first_archive: '1' }).toString();
  const answer = await askService(`${base}/save`, { method: 'POST', headers, body }, fetch);
  if (!answer.ok) return answer.reason === 'forbidden' ? answer : done(asked({ why: sayingOf(answer) }));
  const { status } = answer.value;
  if (status === 401 || status === 403) return refused('forbidden', 'archive-keys');
  if (status === 429) return refused('unavailable', 'archive-too-often');
  const said = jsonOf(answer.value);
  const ticket = ticketed.safeParse(said);
  if (ticket.success) return done(asked({ ticket: ticket.data.job_id }));
  const failure = failed.safeParse(said);
  if (failure.success && LIMITS.test(failure.data.status_ext ?? '')) return refused('unavailable', 'archive-too-often');
  const time = timeInPath(answer.value);
  if (time !== null) return done(asked({ copy: copyAt(base, time, link) }));
  return done(asked({ why: failure.success ? failureWords(failure.data) : statusWords(status) }));
}

const asked = (part: Partial<Asked>): Asked => ({ ticket: null, copy: null, why: null, ...part });

export type Look = {
  readonly link: string;
  readonly ticket: string | null;
  /** Copies of before do not count. */
  readonly since: Date;
};

/** Looks whether there is a copy, first by what the archive says of the job, then in its index: the first since that time. */
export async function lookForCopy({ link, ticket, since }: Look, policy: ArchivePolicy): Promise<Looked> {
  const { base, fetch } = policy;
  if (!(await mayBeTold(link, fetch)).ok) return { copy: null, why: null };
  const job = ticket === null ? null : await get(`/save/status/${ticket}`, policy);
  const success = made.safeParse(job?.said);
  if (success.success && isSamePage(success.data.original_url ?? link, link)) {
    const copy = copyAt(base, success.data.timestamp, link);
    if (copy && copy.at >= since) return { copy, why: null };
  }
  const query = new URLSearchParams({ url: link, output: 'json', fl: 'timestamp,original,statuscode', limit: '20' });
  query.set('from', digitsOf(since));
  const found = await get(`/cdx/search/cdx?${query}`, policy);
  const rows = index.safeParse(found.said);
  const copies = (rows.success ? rows.data : []).flatMap(([time = '', original = '', status = '']) => {
    const copy = /^[45]/.test(status) || !isSamePage(original, link) ? null : copyAt(base, time, link);
    return copy && copy.at >= since ? [copy] : [];
  });
  const [first] = copies.sort((a, b) => a.at.getTime() - b.at.getTime());
  if (first) return { copy: first, why: null };
  const failure = failed.safeParse(job?.said);
  return { copy: null, why: failure.success ? failureWords(failure.data) : (job?.why ?? found.why) };
}

type Said = { readonly said: unknown; readonly why: Saying | null };

async function get(path: string, { base, keys, fetch }: ArchivePolicy): Promise<Said> {
  const headers = { accept: 'application/json', ...(keys === null ? {} : { authorization: `LOW ${keys}` }) };
  const answer = await askService(`${base}${path}`, { method: 'GET', headers }, fetch);
  if (!answer.ok) return { said: null, why: sayingOf(answer) };
  const said = jsonOf(answer.value);
  // An index that holds nothing of a page is an empty text.
  const isFine = answer.value.status === 200 && (said !== null || answer.value.bytes.length === 0);
  return { said, why: isFine ? null : statusWords(answer.value.status) };
}

const sayingOf = ({ code, values }: Saying): Saying => (values === undefined ? { code } : { code, values });

const failureWords = ({ status_ext, message }: z.infer<typeof failed>): Saying =>
  say('archive-says', { why: message ?? status_ext ?? 'error' });

const statusWords = (status: number): Saying =>
  status === 200 ? say('archive-nonsense') : say('archive-trouble', { status });

function jsonOf({ bytes }: Answered): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Where the archive leads to the copy itself, the time in that address. */
function timeInPath({ headers }: Answered): string | null {
  const led = headers.filter(([name]) => name === 'location' || name === 'content-location').map(([, value]) => value);
  return led.flatMap((value) => /\/web\/(\d{14})(?:[a-z]{2}_)?\//.exec(value)?.[1] ?? [])[0] ?? null;
}

const digitsOf = (at: Date): string => at.toISOString().replace(/\D/g, '').slice(0, 14);

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const DAY_MS = 86_400_000;

/** The copy of a time as the archive writes it, in UTC; null where it is none, or is still to come. */
function copyAt(base: string, time: string, link: string): Copy | null {
  const iso = time.replace(TIME, '$1-$2-$3T$4:$5:$6Z');
  const at = new Date(iso);
  const isTime = TIME.test(time) && isMoment(at) && at.getTime() < Date.now() + DAY_MS;
  return isTime ? { address: `${base}/web/${time}/${link}`, at } : null;
}

/** Whether two addresses are one page to an archive: scheme, "www.", port, a slash at the end and case are no matter. */
function isSamePage(a: string, b: string): boolean {
  const plain = (address: string) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    return url && `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`.toLowerCase();
  };
  return plain(a) !== null && plain(a) === plain(b);
}
