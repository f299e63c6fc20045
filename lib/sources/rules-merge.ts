import { type SourcePart, sourceDifferences } from '#lib/standing/rules-basis.ts';
import { linkKey } from './rules-links.ts';
import type { SourceDTO } from './types.ts';

const cited = (source: SourceDTO) => ({ ...source, linkKey: source.link && linkKey(source.link) });

/** In what two sources differ for verdicts that cite one of them: where in nothing, a merge makes none of them stale. */
export const differencesOf = (a: SourceDTO, b: SourceDTO): SourcePart[] => sourceDifferences(cited(a), cited(b));
