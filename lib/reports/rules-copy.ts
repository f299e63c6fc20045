import { type Copy, type CopyPiece, copyOf } from '#lib/exports/copy/index.ts';
import { END_MARK } from '#lib/exports/docx/back.ts';
import { COPY_PROPERTIES } from '#lib/exports/docx/parts.ts';
import { REPORT_STYLES } from '#lib/exports/docx/styles.ts';
import type { ReportModel } from '#lib/exports/model.ts';
import { outlineOf, textOf } from '#lib/exports/outline/index.ts';
import { say } from '#lib/exports/outline/words.ts';
import type { CopyMarks, SentCopy } from '#lib/ingest/returned/types.ts';

/** By what a writer's copy is known when it comes back. */
export const COPY_MARKS: CopyMarks = {
  end: END_MARK,
  title: say('copyEnd'),
  styles: REPORT_STYLES,
  properties: COPY_PROPERTIES,
};

/** What went out as the writer's copy of a report, as what comes back is held against it. */
export function sentCopy(model: ReportModel, digest: string): SentCopy {
  const copy = copyOf(model, outlineOf(model, digest), digest);
  return {
    text: model.article.text,
    blocks: model.article.blocks.map(({ start, end, role }, i) => ({
      start,
      end,
      isItem: role === 'list-item',
      words: wordsOf(copy, i),
    })),
    fixes: copy.fixes.map(({ claim, before, after, by, at, block }, i) => ({
      claim,
      before,
      after,
      by,
      at,
      parts: partsOf(copy.blocks[block]?.pieces ?? [], i),
    })),
    threads: copy.threads.map(({ claim, query, isOpen, isDone, remarks }) => ({
      claim,
      query,
      isOpen,
      isDone,
      remarks: remarks.map(({ by, at, lines }) => ({ by, at, lines: lines.map(textOf) })),
    })),
  };
}

/** A suggestion's parts. What it takes out and what it puts in with nothing between are the two halves of one replacement. */
function partsOf(pieces: readonly CopyPiece[], fix: number): SentCopy['fixes'][number]['parts'] {
  const words = pieces.filter((piece) => 'text' in piece);
  return words.flatMap((piece, i) => {
    if (piece.fix !== fix || piece.kind === 'same') return [];
    const other = [words[i - 1], words[i + 1]].find(
      (beside) => beside?.fix === fix && beside.kind !== 'same' && beside.kind !== piece.kind,
    );
    return [{ kind: piece.kind, text: piece.text, other: other?.text ?? null }];
  });
}

/** A block's words without what was suggested. */
const wordsOf = ({ blocks }: Copy, at: number): string =>
  (blocks[at]?.pieces ?? []).map((piece) => ('text' in piece && piece.kind !== 'inserted' ? piece.text : '')).join('');
