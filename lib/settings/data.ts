import type { Db, Tx } from '#lib/platform/db.ts';
import { rulesColumn } from './schema-columns.ts';
import type { DeskRules, RatingDTO, ScaleStepDTO, SettingsDTO } from './types.ts';

/** The desk's scale in its order. */
export async function ratingsOf(db: Db): Promise<RatingDTO[]> {
  const rows = await db.rating.findMany({ orderBy: { position: 'asc' } });
  return rows.map(({ archivedAt, version: _, ...rating }) => ({ ...rating, archived: archivedAt !== null }));
}

/** The desk's settings. The first migration writes the one row, so it is there. */
export async function getSettings(db: Db | Tx): Promise<SettingsDTO> {
  const { id: _, createdAt: __, rules, ...same } = await db.setting.findUniqueOrThrow({ where: { id: 1 } });
  const { figure, quotation, misdeed, opened } = rulesColumn.read(rules);
  return {
    ...same,
    figureRule: figure,
    quotationRule: quotation,
    misdeedRule: misdeed,
    openedRule: opened,
  } satisfies SettingsDTO;
}

/** What the desk asks of evidence. */
export async function getDeskRules(db: Db | Tx): Promise<DeskRules> {
  const { rules } = await db.setting.findUniqueOrThrow({ where: { id: 1 }, select: { rules: true } });
  return rulesColumn.read(rules);
}

/** The same for a change that goes by it: whoever changes the rules waits for it, or is seen by it. */
export async function holdDeskRules(tx: Tx): Promise<DeskRules> {
  await tx.$queryRaw`select 1 from settings for share`;
  return getDeskRules(tx);
}

/** Who is asked to bear witness to captures. */
export const getWitnesses = (db: Db | Tx): Promise<Pick<SettingsDTO, 'stampCaptures' | 'archiveCaptures'>> =>
  db.setting.findUniqueOrThrow({ where: { id: 1 }, select: { stampCaptures: true, archiveCaptures: true } });

/** The desk's scale in its order, the archived steps last: old verdicts still bear them. */
export async function listScale(db: Db | Tx): Promise<ScaleStepDTO[]> {
  const rows = await db.rating.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const steps = rows.map(
    ({ archivedAt, ...row }) =>
      ({
        id: row.id,
        key: row.key,
        label: row.label,
        description: row.description,
        position: row.position,
        value: row.value,
        stands: row.stands,
        archived: archivedAt !== null,
        version: row.version,
      }) satisfies ScaleStepDTO,
  );
  return steps.sort((a, b) => Number(a.archived) - Number(b.archived));
}
