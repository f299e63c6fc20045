/** The first and last day that a resolved time of the gold means, where that is more than one day. */
const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

type Ends = readonly [string | null, string | null];

function endsOf(time: string): Ends | null {
  if (time === '..' || time === '') return [null, null];
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(time) ?? [];
  if (year === '') return null;
  if (rest === '') return [`${year}-01-01`, `${year}-12-31`];
  const quarter = /^Q([1-4])$/.exec(rest)?.[1];
  if (quarter !== undefined) {
    const month = 3 * Number(quarter);
    return [`${year}-${String(month - 2).padStart(2, '0')}-01`, lastDay(Number(year), month)];
  }
  if (/^\d{2}$/.test(rest)) return [`${time}-01`, lastDay(Number(year), Number(rest))];
  return /^\d{2}-\d{2}$/.test(rest) ? [time, time] : null;
}

export function periodOf(resolved: string | null): { from: string | null; to: string | null } | null {
  const parts = (resolved ?? '').split('/');
  const first = endsOf(parts[0] ?? '');
  const last = endsOf(parts.at(-1) ?? '');
  if (resolved === null || parts.length > 2 || first === null || last === null) return null;
  return parts.length === 1 && first[0] === first[1] ? null : { from: first[0], to: last[1] };
}
