import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { inProject } from './paths.ts';
import { isAllowEntry } from './reach.ts';

/** What may be set from outside. `.env.example` explains each for those who run Stet. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(min, `must be ${min} to ${max}`)
    .max(max, `must be ${min} to ${max}`);

const databaseUrl = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^postgres(ql)?:$/.test(url.protocol);
}, 'must be an address such as postgresql://user:password@host:5432/stet');

const ownAddress = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
}, 'must be the address people open, such as https://stet.example.org, with no path after it');

const Variables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  // Read where changes are listened for (lib/live/data-hub.ts).
  STET_LISTEN_URL: databaseUrl.optional(),
  STET_DATABASE_CONNECTIONS: wholeNumber(6, 1_000).default(20),
  STET_LOCK_SECONDS: wholeNumber(1, 100).default(8),
  STET_STATEMENT_SECONDS: wholeNumber(1, 1_000).default(30),
  STET_WORKER: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  STET_WORKER_JOBS: wholeNumber(1, 64).default(4),
  STET_DATA_DIR: z.string().default('.stet'),
  STET_DIST_DIR: z
    .string()
    .regex(/^\.next[\w.-]*$/, 'must be a folder name that begins with .next')
    .default('.next'),
  STET_HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(1, 65_535).default(3000),
  NEXTAUTH_URL: ownAddress.optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  // Read where requests are counted (rate-limit.ts).
  STET_TRUSTED_PROXIES: wholeNumber(0, 9).default(0),
  // Read where it is shown (app/.well-known/security.txt).
  STET_SECURITY_CONTACT: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^(?:mailto|https):$/.test(new URL(value).protocol),
      'must be an address such as mailto:security@example.org or https://example.org/security',
    )
    .optional(),
  // Read where sessions are (session-token.ts).
  STET_SESSION_DAYS: z.coerce
    .number('must be a number')
    .min(0.01, 'must be 0.01 to 365')
    .max(365, 'must be 0.01 to 365')
    .default(14),
  STET_SESSION_IDLE_HOURS: z.coerce
    .number('must be a number')
    .min(0.01, 'must be 0.01 to 8760')
    .max(8760, 'must be 0.01 to 8760')
    .default(72),
  // Read where texts are (lib/ingest/reading.ts).
  STET_READING_SECONDS: z.coerce
    .number('must be a number')
    .min(1, 'must be 1 to 3600')
    .max(3600, 'must be 1 to 3600')
    .default(20),
  STET_READING_MB: wholeNumber(256, 65_536).default(1024),
  // Read where links are fetched (lib/ingest/fetch/policy.ts).
  STET_FETCH_ALLOW: z
    .string()
    .refine(
      (value) => value.split(',').every((entry) => entry.trim() === '' || isAllowEntry(entry)),
      'must be host names, addresses or ranges with commas between them, such as wiki.example.org,10.1.0.0/16',
    )
    .optional(),
  STET_FETCH_ABOUT: z
    .string()
    .regex(
      /^(?:https?:\/\/|mailto:)[\x21-\x27*-\x7E]{3,200}$/,
      'must be an address such as https://example.org/stet or mailto:stet@example.org',
    )
    .optional(),
  // Read where copies are asked for (lib/ingest/witness/archive.ts).
  STET_ARCHIVE_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).search === '',
      'must be the address of a web archive, such as https://web.archive.org',
    )
    .optional(),
  STET_ARCHIVE_KEYS: z
    .string()
    .regex(/^[\x21-\x39\x3B-\x7E]{1,200}:[\x21-\x7E]{1,200}$/, 'must be a key and its secret with a colon between them')
    .optional(),
  // Read where bytes are kept (elsewhere.ts).
  STET_S3_ENDPOINT: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).pathname !== '/',
      'must be the address of a bucket, such as https://s3.example.org/captures',
    )
    .optional(),
  STET_S3_REGION: z.string().default('auto'),
  STET_S3_KEY: z.string().optional(),
  STET_S3_SECRET: z.string().optional(),
  // Read where files are taken from it (watched-folder.ts).
  STET_INBOX_FOLDER: z
    .string()
    .refine(isAbsolute, 'must be the whole path of a folder, such as /srv/stet/inbox')
    .optional(),
  STET_TSA_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      'must be the address of a time-stamp authority, such as https://tsa.example.org',
    )
    .optional(),
  STET_TSA_CERTIFICATES: z.string().optional(),
  STET_SMTP_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol),
      'must be the address of a mail server, such as smtps://name:password@mail.example.org',
    )
    .optional(),
  STET_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an e-mail address, such as Stet <stet@example.org>')
    .optional(),
  STET_LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
});

/** Their names. */
export const VARIABLES: readonly string[] = Object.keys(Variables.shape);

/** How a web process divides its connections, and how long Postgres lets it wait; milliseconds. */
export type Pools = {
  /** For single statements of Prisma, for its transactions, and for postgres.js. */
  readonly statements: number;
  readonly transactions: number;
  readonly searches: number;
  readonly lockMs: number;
  readonly statementMs: number;
};

export type Configuration = {
  /** Null where the embedded Postgres serves. */
  readonly databaseUrl: string | null;
  /** The same database for the role that owns its tables; null where databaseUrl's does, or may not know it. */
  readonly ownerUrl: string | null;
  readonly pools: Pools;
  /** Whether a start runs a worker beside the server. */
  readonly worker: boolean;
  /** How many jobs one worker runs at a time. */
  readonly workerJobs: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Relative to the project, as Next wants it. */
  readonly distDir: string;
  readonly host: string;
  readonly port: number;
  /** The address people open; null to make it out of host and port. */
  readonly address: string | null;
  readonly secret: string | null;
  /** Where heads are stamped (RFC 3161); null where nowhere. */
  readonly timestamps: {
    readonly authority: string | null;
    /** Absolute path of a PEM file with the certificates that its own is to descend from, or null. */
    readonly certificates: string | null;
  };
  /** Where bytes of captures are kept beside the database, in a bucket that speaks S3; null where nowhere. */
  readonly storage: {
    readonly endpoint: string;
    readonly region: string;
    readonly key: string;
    readonly secret: string;
  } | null;
  /** By which server letters go out, and whose they say they are; null where none do. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly logLevel: (typeof LEVELS)[number];
};

export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/**
 * The configuration out of environment variables; an empty one counts as not set. Throws ConfigurationError, with the
 * name of each bad variable and what is wrong with it. Values are not repeated: some are secret.
 */
export function readConfiguration(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Configuration {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Variables.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new ConfigurationError(`The configuration is not right:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  refuseOwnerAlone(data.DATABASE_URL, data.DATABASE_OWNER_URL);
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    ownerUrl: data.DATABASE_OWNER_URL ?? null,
    pools: {
      ...divided(data.STET_DATABASE_CONNECTIONS),
      lockMs: data.STET_LOCK_SECONDS * 1000,
      statementMs: data.STET_STATEMENT_SECONDS * 1000,
    },
    worker: data.STET_WORKER === '1',
    workerJobs: data.STET_WORKER_JOBS,
    dataDir: inProject(data.STET_DATA_DIR),
    distDir: data.STET_DIST_DIR,
    host: data.STET_HOST,
    port: data.PORT,
    address: data.NEXTAUTH_URL ? new URL(data.NEXTAUTH_URL).origin : null,
    secret: data.NEXTAUTH_SECRET ?? null,
    timestamps: {
      authority: data.STET_TSA_URL ?? null,
      certificates: data.STET_TSA_CERTIFICATES ? inProject(data.STET_TSA_CERTIFICATES) : null,
    },
    storage: storageOf(data),
    mail: mailOf(data),
    logLevel: data.STET_LOG_LEVEL,
  };
}

type Mail = Pick<z.infer<typeof Variables>, 'STET_SMTP_URL' | 'STET_MAIL_FROM'>;

function mailOf({ STET_SMTP_URL: url, STET_MAIL_FROM: from }: Mail): Configuration['mail'] {
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined)
    throw new ConfigurationError(
      'The configuration is not right:\n  STET_SMTP_URL and STET_MAIL_FROM must come together',
    );
  return { url, from };
}

type Bucket = Pick<z.infer<typeof Variables>, 'STET_S3_ENDPOINT' | 'STET_S3_REGION' | 'STET_S3_KEY' | 'STET_S3_SECRET'>;

function storageOf(data: Bucket): Configuration['storage'] {
  const { STET_S3_ENDPOINT: endpoint, STET_S3_REGION: region, STET_S3_KEY: key, STET_S3_SECRET: secret } = data;
  if (endpoint === undefined && key === undefined && secret === undefined) return null;
  if (endpoint === undefined || key === undefined || secret === undefined)
    throw new ConfigurationError(
      'The configuration is not right:\n  STET_S3_ENDPOINT, STET_S3_KEY and STET_S3_SECRET must come together',
    );
  return { endpoint, region, key, secret };
}

/** A fifth for searches and lists; of the rest half for changes, so that those who wait for each other leave pages theirs. */
function divided(connections: number): Pick<Pools, 'statements' | 'transactions' | 'searches'> {
  const searches = Math.floor(connections / 5);
  const transactions = Math.floor((connections - searches) / 2);
  return { searches, transactions, statements: connections - searches - transactions };
}

function refuseOwnerAlone(work: string | undefined, owner: string | undefined): void {
  if (!owner) return;
  const problem = !work
    ? 'must come with DATABASE_URL, which names the role that works'
    : new URL(work).username === new URL(owner).username
      ? 'must name another role than DATABASE_URL'
      : null;
  if (problem) throw new ConfigurationError(`The configuration is not right:\n  DATABASE_OWNER_URL ${problem}`);
}
