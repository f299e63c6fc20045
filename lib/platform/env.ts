import { z } from 'zod';
import { inProject } from './paths.ts';

/** What may be set from outside. `.env.example` explains each for those who run Stet. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be 1 to 65535')
  .max(65_535, 'must be 1 to 65535');

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
  STET_DATA_DIR: z.string().default('.stet'),
  STET_DIST_DIR: z
    .string()
    .regex(/^\.next[\w.-]*$/, 'must be a folder name that begins with .next')
    .default('.next'),
  STET_HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  NEXTAUTH_URL: ownAddress.optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  // Read where requests are counted (rate-limit.ts).
  STET_TRUSTED_PROXIES: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 9')
    .max(9, 'must be 0 to 9')
    .default(0),
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
  STET_READING_MB: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(256, 'must be 256 to 65536')
    .max(65_536, 'must be 256 to 65536')
    .default(1024),
  STET_LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
});

/** Their names. */
export const VARIABLES: readonly string[] = Object.keys(Variables.shape);

export type Configuration = {
  /** Null where the embedded Postgres serves. */
  readonly databaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Relative to the project, as Next wants it. */
  readonly distDir: string;
  readonly host: string;
  readonly port: number;
  /** The address people open; null to make it out of host and port. */
  readonly address: string | null;
  readonly secret: string | null;
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
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: inProject(data.STET_DATA_DIR),
    distDir: data.STET_DIST_DIR,
    host: data.STET_HOST,
    port: data.PORT,
    address: data.NEXTAUTH_URL ? new URL(data.NEXTAUTH_URL).origin : null,
    secret: data.NEXTAUTH_SECRET ?? null,
    logLevel: data.STET_LOG_LEVEL,
  };
}
