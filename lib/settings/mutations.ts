import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Changes } from '#lib/history/types.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { readConfiguration } from '#lib/platform/env.ts';
import { refuse, refuseField } from '#lib/platform/result.ts';
import { getSettings, listScale } from './data.ts';
import { keyFor, moved, scaleProblem } from './rules.ts';
import type { AddRatingInput, EditRatingInput, EditSettingsInput, MoveRatingInput } from './schema.ts';
import { rulesColumn } from './schema-columns.ts';
import type { ScaleStepDTO } from './types.ts';

/** Changes what holds for the desk; articles keep what they have. Gives the version that the settings are at then. */
export async function editSettings(
  db: Db,
  actor: Actor,
  { version, ...next }: EditSettingsInput,
): Promise<{ readonly version: number }> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'settings.manage');
    await tx.$queryRaw`select 1 from settings for update`;
    const before = await getSettings(tx);
    if (before.version !== version)
      refuse('stale-version', 'settings-changed', {
        present: before,
      });
    const changes = differences(before, next);
    if (Object.keys(changes).length === 0) return { version };
    if (changes.stampCaptures?.after === true && readConfiguration().timestamps.authority === null)
      refuse('conflict', 'stamp-not-set', { field: 'stampCaptures' });
    const { figureRule, quotationRule, misdeedRule, openedRule, ...rest } = next;
    await tx.setting.update({
      where: { id: 1 },
      data: {
        ...rest,
        rules: rulesColumn.write({
          figure: figureRule ?? before.figureRule,
          quotation: quotationRule ?? before.quotationRule,
          misdeed: misdeedRule ?? before.misdeedRule,
          opened: openedRule ?? before.openedRule,
        }),
        version: { increment: 1 },
      },
    });
    const subject = { type: 'settings', id: '1' };
    await appendEvent(tx, actor, { chain: DESK_CHAIN, action: 'settings.edited', subject, detail: { changes } });
    return { version: version + 1 };
  });
}

function differences<T extends Readonly<Record<string, string | number | boolean | null>>>(
  before: T,
  after: Partial<T>,
): Changes {
  const changed = Object.entries(after).filter(([key, value]) => value !== undefined && before[key] !== value);
  return Object.fromEntries(
    changed.map(([key, value]) => [key, { before: before[key] ?? null, after: value ?? null }]),
  );
}

/** Adds a step at the end of the scale. */
export async function addRating(db: Db, actor: Actor, input: AddRatingInput): Promise<{ id: string }> {
  return onScale(db, actor, async (tx, scale) => {
    const key = keyFor(
      input.label,
      scale.map((step) => step.key),
    );
    const position = Math.max(0, ...scale.map((step) => step.position)) + 1;
    const { id } = await tx.rating.create({ data: { ...input, key, position } });
    await note(tx, actor, id, { action: 'rating.added', detail: { rating: input.label } });
    return { id };
  });
}

/**
 * Edits a step. Once a verdict bears it, only its description can be: a verdict that was signed off as “False” reads so
 * for good. What was reported keeps the words of its day.
 */
export async function editRating(db: Db, actor: Actor, { id, version, ...next }: EditRatingInput): Promise<void> {
  await onScale(db, actor, async (tx, scale) => {
    const { label, description, value, stands } = presentStep(scale, id, version);
    const changes = differences({ label, description, value, stands }, next);
    if (Object.keys(changes).length === 0) return;
    if (Object.keys(changes).some((key) => key !== 'description')) await assertBorneByNone(tx, id, label);
    await tx.rating.update({ where: { id }, data: { ...next, version: { increment: 1 } } });
    await note(tx, actor, id, { action: 'rating.edited', detail: { rating: label, changes } });
  });
}

async function assertBorneByNone(tx: Tx, id: string, label: string): Promise<void> {
  // A verdict that is being given with it holds it until it is there to be counted.
  await tx.$queryRaw`select 1 from ratings where id = ${id}::uuid for update`;
  const borne = await tx.verdict.count({ where: { ratingId: id, revealedAt: { not: null } } });
  if (borne > 0) refuse('conflict', 'rating-is-borne', { values: { rating: label }, field: 'label' });
  // Whether a verdict that nobody may read yet bears the rating is not to be learned here: while there is any, the answer
  // is the same for every rating.
  if ((await tx.verdict.count({ where: { revealedAt: null } })) > 0)
    refuse('conflict', 'rating-may-be-borne', { field: 'label' });
}

/** Takes a step out of use, or brings it back. Verdicts that bear it keep it. */
export async function archiveRating(
  db: Db,
  actor: Actor,
  { id, version, archived }: { id: string; version: number; archived: boolean },
): Promise<void> {
  await onScale(db, actor, async (tx, scale) => {
    const step = presentStep(scale, id, version);
    if (step.archived === archived) return;
    await tx.rating.update({
      where: { id },
      data: { archivedAt: archived ? new Date() : null, version: { increment: 1 } },
    });
    await note(tx, actor, id, {
      action: archived ? 'rating.archived' : 'rating.restored',
      detail: { rating: step.label },
    });
  });
}

/** Moves a step one place up or down among those in use. */
export async function moveRating(db: Db, actor: Actor, { id, version, to }: MoveRatingInput): Promise<void> {
  await onScale(db, actor, async (tx, scale) => {
    const step = presentStep(scale, id, version);
    const ids = scale.filter((other) => !other.archived).map((other) => other.id);
    const order = moved(ids, id, to);
    if (step.archived || order.every((other, index) => other === ids[index])) return;
    for (const [index, other] of order.entries())
      await tx.rating.update({ where: { id: other }, data: { position: index + 1 } });
    const changes = { position: { before: ids.indexOf(id) + 1, after: order.indexOf(id) + 1 } };
    await note(tx, actor, id, { action: 'rating.edited', detail: { rating: step.label, changes } });
  });
}

/** One change of the scale at a time; a scale that would be none is refused. */
async function onScale<T>(db: Db, actor: Actor, work: (tx: Tx, scale: ScaleStepDTO[]) => Promise<T>): Promise<T> {
  return transact(db, async (tx) => {
    await holdActor(tx, actor, 'settings.manage');
    // The settings' row stands for the scale as a whole: two who each archive "the other" rating take turns.
    await tx.$queryRaw`select 1 from settings for update`;
    const value = await work(tx, await listScale(tx));
    const problem = scaleProblem(await listScale(tx));
    if (problem) refuseField('label', problem);
    return value;
  });
}

function presentStep(scale: readonly ScaleStepDTO[], id: string, version: number): ScaleStepDTO {
  const step = scale.find((other) => other.id === id);
  if (!step) refuse('not-found', 'no-rating');
  if (step.version !== version)
    refuse('stale-version', 'rating-changed', { values: { rating: step.label }, present: step });
  return step;
}

type RatingEvent =
  | { action: 'rating.added' | 'rating.archived' | 'rating.restored'; detail: { rating: string } }
  | { action: 'rating.edited'; detail: { rating: string; changes: Changes } };

const note = (tx: Tx, actor: Actor, id: string, event: RatingEvent) =>
  appendEvent(tx, actor, { ...event, chain: DESK_CHAIN, subject: { type: 'rating', id } });
