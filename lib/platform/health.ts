import { database } from './db.ts';
import { sql } from './sql.ts';

/** True where the database answers within `ms` milliseconds on each of the connections that pages read by. */
export async function databaseAnswers(ms = 2_000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), ms);
  });
  const answers = Promise.all([database().$queryRaw`select 1`, sql()`select 1`]).then(() => true);
  try {
    return await Promise.race([answers, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
