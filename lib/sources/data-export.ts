import type { Actor } from '#lib/access/types.ts';
import type { CitationFormat } from '#lib/ingest/citations/types.ts';
import { writeBibtex, writeCsl } from '#lib/ingest/citations/write.ts';
import type { Db } from '#lib/platform/db.ts';
import { sourcePage } from './data-list.ts';
import { toCsl } from './rules-citations.ts';
import type { SourcesAsked } from './schema.ts';
import type { ListedSourceDTO } from './types.ts';

const AT_ONCE = 1000;

const FORMATS = {
  csl: { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', ending: 'json', write: writeCsl },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', ending: 'bib', write: writeBibtex },
} as const satisfies Record<CitationFormat, unknown>;

/**
 * The sources that the reader may know of and that were asked for, as a file of references, the newest first. Confidential ones are
 * left out, those that are named to the reader too: the file is handed on.
 */
export async function sourcesAsFile(
  db: Db,
  actor: Actor,
  asked: Partial<SourcesAsked>,
  format: CitationFormat,
): Promise<{ readonly text: string; readonly type: string; readonly ending: string; readonly count: number }> {
  const sources: ListedSourceDTO[] = [];
  for (let after: string | null = null; ; ) {
    const page = await sourcePage(db, actor, { words: '', ...asked, after }, AT_ONCE);
    sources.push(...page.rows.filter(({ confidential }) => confidential === null));
    after = page.next;
    if (after === null) break;
  }
  const { write, type, ending } = FORMATS[format];
  return { text: write(sources.map(toCsl)), type, ending, count: sources.length };
}
