import { tell } from '#lib/i18n/tell.ts';
import { isCode } from '#lib/platform/files.ts';
import { AppError, type Refusal } from '#lib/platform/result.ts';

/**
 * Exit codes of every command: 0 done; 1 failed; 2 called the wrong way; 3 what was asked for is not there, or not
 * running; 4 refused (an input that is not acceptable, an action that is not allowed).
 */
export const EXIT = { done: 0, failed: 1, usage: 2, absent: 3, refused: 4 } as const;

/** An outcome to tell in words, without a stack trace. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Refusals that are no answer to what was asked. */
const FAILED = new Set<Refusal>(['unavailable', 'busy', 'disk-full', 'fault']);

/** Why the command did not do it, as it is printed, and the code to end with. */
export function explain(error: unknown): { words: string; exitCode: number } {
  const words = error instanceof AppError ? tell(error.refusal).message : wordsOf(error);
  if (error instanceof CommandError) return { words, exitCode: error.exitCode };
  if (!(error instanceof AppError)) return { words, exitCode: EXIT.failed };
  const { reason } = error.refusal;
  if (FAILED.has(reason)) return { words, exitCode: EXIT.failed };
  return { words, exitCode: reason === 'not-found' ? EXIT.absent : EXIT.refused };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isCode(error, 'ENOSPC')) return `The disk is full: make room, then try again. (${error.message})`;
  if (error instanceof AggregateError && !error.message) return error.errors.map(wordsOf).join('; ');
  return process.env.STET_LOG_LEVEL === 'debug' ? (error.stack ?? error.message) : error.message;
}
