import { checkActor } from '#lib/access/policy-articles.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import type { Needy } from './data.ts';
import type { MailChoice, NeedPart } from './types.ts';

/** Says how somebody wants to be told by e-mail. What stands already is told as if it were new. */
export async function chooseMail(db: Db, actor: Needy, how: MailChoice): Promise<void> {
  await checkActor(db, actor, 'article.read');
  const userId = actor.id;
  await transact(db, async (tx) => {
    if (how === 'none') await tx.mailChoice.deleteMany({ where: { userId } });
    else await tx.mailChoice.upsert({ where: { userId }, create: { userId, how }, update: { how } });
  });
}

/** Notes that it was looked whether there is something to tell, and puts in the job that writes where there is. */
export async function noteLook(db: Db, actor: Needy, hasNews: boolean): Promise<void> {
  await transact(db, async (tx) => {
    await tx.$executeRaw`update mail_choices set looked_at = now() where user_id = ${actor.id}::uuid`;
    if (hasNews) await addJob(tx, actor, { kind: 'mail', input: {}, onlyKey: `mail:${actor.id}` });
  });
}

/** Notes what a letter has told of. */
export async function noteTold(tx: Tx, actor: Needy, parts: readonly NeedPart[]): Promise<void> {
  await tx.$executeRaw`
    insert into mailed_needs (user_id, key, state, sent_at)
    select ${actor.id}::uuid, p.key, p.state, now()
    from unnest(${parts.map(({ key }) => key)}::text[], ${parts.map(({ state }) => state)}::text[]) p (key, state)
    on conflict (user_id, key) do update set state = excluded.state, sent_at = now()`;
  await tx.$executeRaw`update mail_choices set sent_at = now() where user_id = ${actor.id}::uuid`;
}
