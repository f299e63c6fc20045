/** Takes a revision in a process of its own, for crash.test.ts to kill. Says "done" once it is in. */

import { flushCompileCache } from 'node:module';
import { sampleActor } from '#lib/access/gate-command.ts';
import type { Role } from '#lib/access/types.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { connect } from '#lib/platform/db.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';

type Task = {
  readonly url: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  readonly articleId: string;
  readonly basedOn: string;
  readonly text: string;
};

const { url, person, ...input } = JSON.parse(process.argv[2] ?? '{}') as Task;
readInThisProcess(TASKS);
const db = connect(url, 1);
await db.$queryRaw`select 1`;
// What is killed leaves nothing behind: the next one finds its code compiled.
flushCompileCache();
console.log('begins');
await revise(db, sampleActor(person), { ...input, text: typedText(input.text), origin: 'paste' });
console.log('done');
// Stays until it is killed, so that the test alone ends it.
setInterval(() => {}, 1000);
