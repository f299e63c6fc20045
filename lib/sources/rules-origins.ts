import { fold } from '#lib/anchor/fold.ts';

/*
 * Whose words a source holds. Three papers that print one agency's report are one source for whoever counts.
 */

type OfOrigin = { readonly id: string; readonly origin: string | null };

/**
 * The key that sources of one origin share: what a person has named, whatever its case and signs; a source of which nobody
 * has said so is its own.
 */
export function originKey({ id, origin }: OfOrigin): string {
  const named =
    origin === null
      ? ''
      : fold(origin)
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
  return named === '' ? `source ${id}` : `origin ${named}`;
}

/** How many origins these sources come to. */
export const countOrigins = (sources: readonly OfOrigin[]): number => new Set(sources.map(originKey)).size;

/** News agencies, as they are named where their reports are printed. */
const AGENCIES: readonly (readonly [name: string, names: RegExp])[] = [
  ['Reuters', /\breuters\b/i],
  ['AP', /\b[Aa]ssociated [Pp]ress\b|\bAP\b/],
  ['AFP', /\bagence france[- ]presse\b|\bAFP\b/i],
  ['PA', /\bpress association\b|\bPA (?:media|news)\b/i],
  ['dpa', /\bdpa\b|\bdeutsche presse-agentur\b/i],
  ['ANSA', /\bansa\b/i],
  ['EFE', /\bagencia efe\b|\bEFE\b/],
  ['Kyodo', /\bkyodo\b/i],
  ['Xinhua', /\bxinhua\b/i],
  ['TASS', /\bTASS\b/],
  ['Bloomberg', /\bbloomberg news\b/i],
];

/** The agency whose report a source seems to be, by its author; null where it names none. A person decides. */
export function agencyIn(author: string | null): string | null {
  return AGENCIES.find(([, names]) => names.test(author ?? ''))?.[0] ?? null;
}
