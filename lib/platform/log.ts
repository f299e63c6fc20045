import pino from 'pino';

/** The process's log: one JSON object a line, on standard error, so that a command's own output stays clean. */
export const log = pino({ name: 'stet', level: process.env.STET_LOG_LEVEL ?? 'info' }, pino.destination(2));
