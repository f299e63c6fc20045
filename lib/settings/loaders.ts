import { cache } from 'react';
import { database } from '#lib/platform/db.ts';
import { troubleOf } from '#lib/platform/trouble.ts';
import { getSettings, listScale } from './data.ts';

/** The desk's settings, read once per request. */
export const deskSettings = cache(() => getSettings(database()));

/** The desk's scale, read once per request. */
export const deskScale = cache(() => listScale(database()));

/** The zone in which every date and time is shown. While the database is away pages must still say so: then UTC. */
export async function deskTimeZone(): Promise<string> {
  try {
    return (await deskSettings()).timeZone;
  } catch (error) {
    if (!troubleOf(error)) throw error;
    return 'UTC';
  }
}
