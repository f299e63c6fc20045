import { type Saying, say } from '#lib/platform/result.ts';

/** Whether this machine knows the zone, by its IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as "+02:00" passes too, but knows no summer time.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** Every zone to choose from, UTC first. */
export const timeZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/**
 * Whether a rating says how true a claim is, by its number: then it needs evidence. One without ("Unsupported", "Not checkable") may say that there is none.
 */
export const asksForEvidence = ({ value }: { readonly value: number | null }): boolean => value !== null;

type Step = { readonly id: string; readonly label: string; readonly archived: boolean };

/** Fewer steps than this are no scale. */
export const MIN_STEPS = 2;

/** What is wrong with a scale, or null: too few steps, or two of one name. */
export function scaleProblem(steps: readonly Step[]): Saying | null {
  const active = steps.filter((step) => !step.archived);
  if (active.length < MIN_STEPS) return say('scale-too-short', { least: MIN_STEPS });
  const seen = new Set<string>();
  for (const { label } of active) {
    const folded = label.normalize('NFKC').toLowerCase();
    if (seen.has(folded)) return say('rating-twice', { rating: label });
    seen.add(folded);
  }
  return null;
}

/** A key for a new rating, out of its label: "Mostly true" is mostly-true. Never one of those taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const base =
    label
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'rating';
  let key = base;
  for (let number = 2; taken.includes(key); number++) key = `${base}-${number}`;
  return key;
}

/** The steps' ids with one of them moved by a place; unchanged where it stands at that end. */
export function moved(ids: readonly string[], id: string, to: 'up' | 'down'): string[] {
  const from = ids.indexOf(id);
  const target = from + (to === 'up' ? -1 : 1);
  const rest = ids.filter((other) => other !== id);
  if (from < 0 || target < 0 || target >= ids.length) return [...ids];
  return [...rest.slice(0, target), id, ...rest.slice(target)];
}
