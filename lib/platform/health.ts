import { database } from './db.ts';
import { sql } from './sql.ts';

/** The first may be asked on a connection that was lost and does not know it yet. */
const TRIES = 3;

let asking: Promise<boolean> | null = null;

/**
 * True where the database answers within `ms` milliseconds on each of the connections that pages read by. Those who ask
 * while it is being asked share the answer: health is open to anybody, and takes no connection from pages for each of them.
 */
export function databaseAnswers(ms = 2_000): Promise<boolean> {
  asking ??= within(ms).finally(() => {
    asking = null;
  });
  return asking;
}

async function within(ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), ms);
  });
  try {
    return await Promise.race([answers(TRIES), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function answers(tries: number): Promise<boolean> {
  const asked = await Promise.allSettled([database().$queryRaw`select 1`, sql()`select 1`]);
  if (asked.every(({ status }) => status === 'fulfilled')) return true;
  if (tries <= 1) return false;
  await new Promise((done) => setTimeout(done, 50));
  return answers(tries - 1);
}
