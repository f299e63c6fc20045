import type { SourceDTO } from '#lib/sources/types.ts';
import { useSourceLine } from './source-line.ts';

/** What a source is, in one line. */
export function SourceLine({ source }: { source: SourceDTO }) {
  const lineOf = useSourceLine();
  return lineOf(source);
}
