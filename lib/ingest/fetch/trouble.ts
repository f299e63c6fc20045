import { AppError, type PlainCode, type Refusal, refuse, refused, type Unsaid } from '#lib/platform/result.ts';

/** What is thrown while a link is fetched, as it is told: by the codes of Node and undici, never by their words. */

type HostCode =
  | 'fetch-no-such-host'
  | 'fetch-names-away'
  | 'fetch-unreachable'
  | 'fetch-certificate'
  | 'fetch-tls'
  | 'fetch-nonsense'
  | 'fetch-head-large'
  | 'fetch-cut-short'
  | 'fetch-packed-badly';

type Row = {
  readonly codes: RegExp;
  readonly reason: Refusal;
  readonly code: HostCode;
};

const TROUBLES: readonly Row[] = [
  { codes: /^(?:ENOTFOUND|ENODATA|EBADNAME|EBADRESP)$/, reason: 'not-found', code: 'fetch-no-such-host' },
  { codes: /^(?:EAI_\w+|ESERVFAIL|EREFUSED|ETIMEOUT|ECANCELLED)$/, reason: 'unavailable', code: 'fetch-names-away' },
  {
    codes:
      /^(?:ECONNREFUSED|ECONNABORTED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM|EINVAL|UND_ERR_CONNECT_TIMEOUT)$/,
    reason: 'unavailable',
    code: 'fetch-unreachable',
  },
  {
    codes:
      /^(?:CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS_CERT_\w+|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT_\w+)$/,
    reason: 'invalid',
    code: 'fetch-certificate',
  },
  { codes: /^(?:ERR_SSL_\w+|ERR_TLS_\w+|EPROTO)$/, reason: 'invalid', code: 'fetch-tls' },
  { codes: /^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, reason: 'too-large', code: 'fetch-head-large' },
  { codes: /^(?:HPE_\w+|HTTPParserError)$/, reason: 'unavailable', code: 'fetch-nonsense' },
  { codes: /^(?:Z_BUF_ERROR|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, reason: 'unavailable', code: 'fetch-cut-short' },
  { codes: /^(?:Z_\w+|ERR_\w*BROTLI\w*|ERR__ERROR_\w+)$/, reason: 'invalid', code: 'fetch-packed-badly' },
];

/** A connection that ends: before the answer's head it is none, and within its body it is half of one. */
const ENDED = /^(?:UND_ERR_SOCKET|UND_ERR_INFO|ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/;

/** Its name where it has no code: undici gives what is no HTTP none. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/**
 * Runs a step that asks a host, and leaves with a refusal where the host or the way to it is at fault. What is none of its
 * faults is thrown as it came.
 */
export async function asking<T>(host: string, isBody: boolean, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (ENDED.test(code)) {
      refuse('unavailable', isBody ? 'fetch-cut-short' : 'fetch-nonsense', { values: { host } });
    }
    const row = TROUBLES.find(({ codes }) => codes.test(code));
    if (row) refuse(row.reason, row.code, { values: { host } });
    throw error;
  }
}

type StatusCode =
  | 'fetch-sign-in'
  | 'fetch-paywall'
  | 'fetch-forbidden'
  | 'fetch-not-there'
  | 'fetch-gone'
  | 'fetch-legal'
  | 'fetch-too-often';
const STATUSES: Readonly<Record<number, readonly [Refusal, StatusCode]>> = {
  401: ['forbidden', 'fetch-sign-in'],
  402: ['forbidden', 'fetch-paywall'],
  403: ['forbidden', 'fetch-forbidden'],
  404: ['not-found', 'fetch-not-there'],
  407: ['forbidden', 'fetch-sign-in'],
  410: ['not-found', 'fetch-gone'],
  429: ['unavailable', 'fetch-too-often'],
  451: ['forbidden', 'fetch-legal'],
};

/** What an answer without a page says, or null where it has one: 200, or 203, which is 200 through a proxy that changed it. */
export function refusalOfStatus(status: number, host: string): Unsaid | null {
  if (status === 200 || status === 203) return null;
  if (status === 204 || status === 205) return refused('not-found', 'fetch-empty' satisfies PlainCode);
  const row = STATUSES[status];
  if (row) return refused(row[0], row[1], { values: { host } });
  return status >= 500
    ? refused('unavailable', 'fetch-site-trouble', { values: { host, status } })
    : refused('invalid', 'fetch-status', { values: { host, status } });
}

/** Leaves with a refusal that is there already. */
export function leave(refusal: Unsaid): never {
  throw new AppError(refusal);
}
