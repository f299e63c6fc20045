import pino from 'pino';

/**
 * An error as the log has it: what kind it is, what it says, and where. The database's own errors carry the rows that it was about, and the client's the
 * values that it was asked with: these are somebody's words, and a log is read by whoever runs the machine.
 */
export function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) };
  const message = withoutRows(error.message);
  return { type: error.name, message, stack: framesOf(error), ...code, ...cause };
}

/** Postgres tells the row, or the value of a key, after these words; of a wrong call the client prints all that it was called with. */
const ROWS = /\b(?:DETAIL|Failing row contains|Key \()|invocation:/;
const withoutRows = (message: string): string => {
  const at = message.search(ROWS);
  return at === -1 ? message : `${message.slice(0, at).trim()} …`;
};

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** The process's log: one JSON object a line, on standard error, so that a command's own output stays clean. */
export const log = pino(
  { name: 'stet', level: process.env.STET_LOG_LEVEL ?? 'info', serializers: { err: plainError } },
  pino.destination(2),
);
