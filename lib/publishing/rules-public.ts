import type { PublicSearch } from '#lib/exports/public/types.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { numberIn } from '#lib/platform/fields.ts';

const LONGEST = 100;
const PAGES = 10_000;

/** What the list's address asks for; what makes no sense asks for nothing. */
export function publicSearch(asked: URLSearchParams): PublicSearch {
  const words = (name: string) => canonicalText((asked.get(name) ?? '').slice(0, LONGEST)).trim();
  const page = numberIn(asked.get('page') ?? undefined) ?? 1;
  return { q: words('q'), rating: words('rating'), page: Math.min(page, PAGES) };
}

/** Whether a piece of an address can be a report's place there. */
export const isSlug = (value: string): boolean => value.length <= 80 && /^[a-z0-9_]+(?:-[a-z0-9_]+)*$/.test(value);
