import type { ReportModel } from '../model.ts';
import type { Outline } from '../outline/index.ts';
import { blocksOf, fixesIn, type Placed } from './blocks.ts';
import { threadsOn } from './threads.ts';
import type { Copy } from './types.ts';

export * from './types.ts';

/**
 * The writer's copy of a frozen report, and `outline`, the same report's. Pure; the same report has the same copy.
 *
 * @param digest SHA-256 of the report's canonical JSON, in hex
 */
export function copyOf(model: ReportModel, outline: Outline, digest: string): Copy {
  const placed = model.claims.filter((claim): claim is Placed => claim.start !== null && claim.end !== null);
  const fixes = fixesIn(model, placed);
  return {
    report: { article: model.article.id, number: model.number, digest },
    blocks: blocksOf(model, placed, fixes),
    threads: threadsOn(placed, model, outline),
    fixes: fixes.map(({ fix }) => fix),
  };
}
