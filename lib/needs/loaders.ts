import { requireActor } from '#lib/access/gate-session.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { sendsMail } from '#lib/platform/mail.ts';
import { readNeeds } from './data.ts';
import { mailChoiceOf } from './data-mail.ts';
import { viewInput } from './schema.ts';
import type { MailChoice, NeedsDTO } from './types.ts';

/** What needs the reader, in the view that the address asks for, and where the page stands among all that moves. */
export async function loadNeeds(view: unknown): Promise<{ readonly needs: NeedsDTO; readonly mark: string }> {
  const actor = await requireActor('signed in');
  const mark = await markFor(database(), actor);
  return { needs: await readNeeds(database(), actor, viewInput.parse(view)), mark };
}

/** How the reader wants to be told by e-mail; null where this Stet sends none. */
export async function loadMailChoice(): Promise<MailChoice | null> {
  const actor = await requireActor('signed in');
  return sendsMail() ? mailChoiceOf(database(), actor.id) : null;
}
