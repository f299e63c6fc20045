import { jobActor } from '#lib/access/gate-job.ts';
import type { Actor } from '#lib/access/types.ts';
import type { JobHandler, RunningJob } from '#lib/jobs/jobs.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import type { Letter } from '#lib/platform/mail.ts';
import { getSettings } from '#lib/settings/data.ts';
import { type Needy, needRows } from './data.ts';
import { mailChoiceOf, peopleToLookAt, toldOf } from './data-mail.ts';
import { noteLook, noteTold } from './mutations-mail.ts';
import { letterOf, morningOf, untold } from './rules-letter.ts';

/** The way out of the process, and the address that people open. */
export type MailDoors = {
  readonly sends: () => boolean;
  readonly send: (letter: Letter) => Promise<void>;
  readonly address: () => string;
};

export const mailHandlers = (doors: MailDoors): Readonly<Record<'mail', JobHandler>> => ({
  mail: { seconds: 60, run: (job) => writeTo(job, doors) },
});

const isNeedy = (actor: Actor): actor is Needy => actor.id !== null;

async function newsFor(db: Db, actor: Needy) {
  const [{ rows, now }, told] = await Promise.all([needRows(db, actor), toldOf(db, actor.id)]);
  return { rows: untold(rows, told, now), now };
}

/**
 * Tells one person what needs them, by what they may see at that moment. The letter goes out before it is noted that it did: a worker
 * that dies in between sends it once more, with the same id.
 */
async function writeTo(job: RunningJob, doors: MailDoors): Promise<void> {
  const { db, actor } = job;
  if (!isNeedy(actor)) return;
  const isWanted = doors.sends() && (await mailChoiceOf(db, actor.id)) !== 'none';
  const { rows, now } = isWanted ? await newsFor(db, actor) : { rows: [], now: new Date() };
  if (rows.length === 0) return transact(db, (tx) => job.finish(tx));
  const { parts, ...letter } = letterOf(actor, rows, doors.address(), now);
  job.signal.throwIfAborted();
  await doors.send(letter);
  await transact(db, async (tx) => {
    await noteTold(tx, actor, parts);
    await job.finish(tx);
  });
}

/** Looks at those who want letters, and has one written to whom there is something to tell. */
export const putInMail =
  (doors: Pick<MailDoors, 'sends'>) =>
  async (db: Db): Promise<void> => {
    if (!doors.sends()) return;
    const { timeZone } = await getSettings(db);
    for (const userId of await peopleToLookAt(db, morningOf(new Date(), timeZone))) {
      const actor = await jobActor(db, userId);
      if (isNeedy(actor)) await noteLook(db, actor, (await newsFor(db, actor)).rows.length > 0);
    }
  };
