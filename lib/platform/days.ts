/** A local date as the database keeps it, as YYYY-MM-DD. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** YYYY-MM-DD as the database keeps it. */
export const dateOf = (day: string | null): Date | null => (day ? new Date(day) : null);
