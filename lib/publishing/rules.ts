import { type ReportModel, settlingVerdict } from '#lib/exports/model.ts';
import { isPublic } from '#lib/exports/public/report.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { fileName } from '#lib/reports/rules-file-name.ts';
import type { ChangedVerdict, Declined } from './types.ts';

/** Those changes that nobody has declined as they are now. */
export const dueChanges = (changed: readonly ChangedVerdict[], declined: Declined | null): ChangedVerdict[] =>
  changed.filter(({ claimId, now }) => declined === null || declined.ratings[claimId] !== now);

/** Names just these changes, whatever order they come in. */
export const seenOf = (changed: readonly ChangedVerdict[]): string =>
  sha256(canonicalJson(Object.fromEntries(changed.map(({ claimId, now }) => [claimId, now])))).slice(0, 16);

/** By claim, the key of the rating that a report goes out with. Only what the public is shown can be wrong before it. */
export function findingsOf(model: ReportModel): Record<string, string> {
  return Object.fromEntries(
    model.claims.filter(isPublic).flatMap((claim) => {
      const verdict = settlingVerdict(claim);
      return verdict ? [[claim.id, verdict.rating.key] as const] : [];
    }),
  );
}

/** What the public's lists know of a report: the words that are searched in, and the ratings it gives. */
export function listedAs(model: ReportModel) {
  const claims = model.claims.filter(isPublic);
  const { headline, outlet } = model.article;
  return {
    headline,
    outlet,
    words: [headline, outlet ?? '', ...claims.map(({ statement }) => statement)].join('\n').toLowerCase(),
    ratings: [...new Set(Object.values(findingsOf(model)))].sort(),
  };
}

/** Addresses beside reports' own. */
const TAKEN = new Set(['methodology', 'corrections', 'people', 'index', 'feed', 'page']);

/** A report's place in its address, out of the headline: readable, and none of those that are taken. It never changes again. */
export function slugFor(headline: string, isTaken: (slug: string) => boolean): string {
  const base = fileName(headline).replace(/-+/g, '-').replace(/^-|-$/g, '') || 'article';
  let slug = base;
  for (let number = 2; TAKEN.has(slug) || isTaken(slug); number++) slug = `${base}-${number}`;
  return slug;
}

/** Whether a published report was put out after whatever was withdrawn at its address: it is there, or will be. `standsSql` in lib/access/policy-public.ts is the same. */
export const stands = (
  { withdrawnAt, withdrawnThrough }: { readonly withdrawnAt: Date | null; readonly withdrawnThrough: number | null },
  { number, createdAt }: { readonly number: number; readonly createdAt: Date },
): boolean => number > (withdrawnThrough ?? 0) && (withdrawnAt === null || createdAt > withdrawnAt);

type Withdrawable = {
  readonly number: number;
  /** The public can read it now. */
  readonly isOpen: boolean;
  readonly publication: {
    readonly withdrawnAt: Date | null;
    readonly withdrawnNote: string | null;
    readonly withdrawnThrough: number | null;
  } | null;
};

/**
 * The note that a secret link leads to since its report was withdrawn; null as long as the link leads to the report. A withdrawal takes back every link that was made before it to a
 * report of the article, published or not: they say the same. One that is published again is read again once the public reads it, and not while it waits or a flag holds it.
 */
export function takenBack(
  link: { readonly createdAt: Date },
  { number, isOpen, publication }: Withdrawable,
): { readonly note: string; readonly at: Date | null } | null {
  if (!publication || isOpen) return null;
  const { withdrawnAt, withdrawnNote, withdrawnThrough } = publication;
  if (withdrawnAt !== null)
    return link.createdAt <= withdrawnAt ? { note: withdrawnNote ?? '', at: withdrawnAt } : null;
  // It was withdrawn when neither the time nor the note was kept past the next report.
  return number <= (withdrawnThrough ?? 0) ? { note: '', at: null } : null;
}
