import { notFound } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { may, permissionsOf } from '#lib/access/policy.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { capturesOf, openCapture, type SourceCaptures } from './data-captures.ts';
import type { OpenedCaptureDTO } from './types-captures.ts';

export type LoadedCapture = OpenedCaptureDTO & {
  /** Whether the reader may check it again and quote it; whether they may erase it. */
  readonly mayEdit: boolean;
  readonly mayErase: boolean;
};

/** A capture with its text, places and the evidence that quotes it; 404 where it is not the reader's to see. */
export async function loadCapture(id: string): Promise<LoadedCapture> {
  const actor = await requireActor('article.read');
  const opened = isId(id) ? await openCapture(database(), actor, id) : null;
  if (!opened) notFound();
  const rights = permissionsOf(actor);
  return { ...opened, mayEdit: rights.includes('evidence.edit'), mayErase: rights.includes('capture.erase') };
}

/** A source's captures, what is being done about them, and what they propose for its fields. */
export async function loadSourceCaptures(sourceId: string): Promise<SourceCaptures & { readonly mayEdit: boolean }> {
  const actor = await requireActor('article.read');
  const found = isId(sourceId) ? await capturesOf(database(), actor, sourceId) : null;
  if (!found) notFound();
  return { ...found, mayEdit: may(actor, 'evidence.edit') };
}
