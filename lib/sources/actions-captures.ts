'use server';

import { runAction, runChange } from '#lib/access/gate-action.ts';
import { database } from '#lib/platform/db.ts';
import { done, type Result, refused } from '#lib/platform/result.ts';
import * as data from './data-captures.ts';
import * as mutations from './mutations-captures.ts';
import * as opening from './mutations-open.ts';
import { confirmSeen } from './mutations-openings.ts';
import * as witnesses from './mutations-witnesses.ts';
import * as schema from './schema-captures.ts';
import type { SourceCapturesDTO } from './types-captures.ts';
import type { LinkedSourceDTO } from './types-reader.ts';

/** Has the source's link captured; the job is followed by `jobProgress`. */
export async function captureSource(input: unknown): Promise<Result<{ jobId: string }>> {
  return runAction('evidence.edit', schema.captureSourceInput, input, async (actor, value) =>
    done(await mutations.askCapture(database(), actor, value)),
  );
}

/** The source at a link, new or known, captured in the background where nothing of it is kept. */
export async function openLink(input: unknown): Promise<Result<LinkedSourceDTO>> {
  return runAction('evidence.edit', schema.linkInput, input, async (actor, value) =>
    done(await opening.openLink(database(), actor, value)),
  );
}

/** Has a capture's link fetched again and held against it. */
export async function recheckCapture(input: unknown): Promise<Result<{ jobId: string }>> {
  return runAction('evidence.edit', schema.captureInput, input, async (actor, { id }) =>
    done(await mutations.askRecheck(database(), actor, id)),
  );
}

/** Has a capture stamped by the desk's time-stamp authority. */
export async function stampCapture(input: unknown): Promise<Result<{ jobId: string }>> {
  return runAction('evidence.edit', schema.captureInput, input, async (actor, { id }) =>
    done(await witnesses.askStamp(database(), actor, id)),
  );
}

/** Has the Internet Archive asked for a copy of a capture's link. */
export async function archiveCapture(input: unknown): Promise<Result<{ jobId: string }>> {
  return runAction('evidence.edit', schema.captureInput, input, async (actor, { id }) =>
    done(await witnesses.askArchive(database(), actor, id)),
  );
}

export async function eraseCapture(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('capture.erase', schema.eraseCaptureInput, input, async (db, actor, value) => {
    await mutations.eraseCapture(db, actor, value);
    return { id: value.id };
  });
}

/** A source's captures, for a dialog or a reader that is already open. */
export async function sourceCaptures(input: unknown): Promise<Result<SourceCapturesDTO>> {
  return runAction('signed in', schema.ofSourceInput, input, async (actor, { sourceId }) => {
    const found = await data.capturesOf(database(), actor, sourceId);
    return found ? done(found) : refused('not-found', 'no-source');
  });
}

/** Says that one has seen a source of which nothing is kept. */
export async function confirmSource(input: unknown): Promise<Result<{ id: string }>> {
  return runChange('verdict.give', schema.ofSourceInput, input, async (db, actor, { sourceId }) => {
    await confirmSeen(db, actor, sourceId);
    return { id: sourceId };
  });
}
