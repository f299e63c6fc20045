/** Signs a verdict off in a process of its own, for crash.test.ts to kill. Says "done" once the sign-off is in. */

import { flushCompileCache } from 'node:module';
import { sampleActor } from '#lib/access/gate-command.ts';
import type { Role } from '#lib/access/types.ts';
import { connect } from '#lib/platform/db.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';

type Task = {
  readonly url: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  readonly verdictId: string;
  readonly basisDigest: string;
  readonly seen: string[];
};

const { url, person, ...input } = JSON.parse(process.argv[2] ?? '{}') as Task;
const db = connect(url, 1);
await db.$queryRaw`select 1`;
// What is killed leaves nothing behind: the next one finds its code compiled.
flushCompileCache();
console.log('begins');
await signOff(db, sampleActor(person), input);
console.log('done');
// Stays until it is killed, so that the test alone ends it.
setInterval(() => {}, 1000);
