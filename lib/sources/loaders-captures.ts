import { notFound } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { capturesOf, openCapture } from './data-captures.ts';
import { noteOpening } from './mutations-openings.ts';
import { captureRights } from './policy.ts';
import type { CaptureRightsDTO, OpenedCaptureDTO, SourceCapturesDTO } from './types-captures.ts';

export type LoadedCapture = OpenedCaptureDTO & {
  /** All of the source's, and what is being done about them. */
  readonly kept: SourceCapturesDTO;
  readonly may: CaptureRightsDTO;
};

/** A capture with its text, places and the evidence that quotes it; 404 where it is not the reader's to see. */
export async function loadCapture(id: string): Promise<LoadedCapture> {
  const actor = await requireActor('article.read');
  const opened = isId(id) ? await openCapture(database(), actor, id) : null;
  const kept = opened && (await capturesOf(database(), actor, opened.source.id));
  if (!opened || !kept) notFound();
  await noteOpening(database(), actor, opened.capture);
  return { ...opened, kept, may: captureRights(actor) };
}
