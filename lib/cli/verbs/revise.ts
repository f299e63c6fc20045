import type { Command } from 'commander';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { isId } from '#lib/platform/fields.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { articleText } from '#lib/revisions/rules-text.ts';
import type { RevisionPreviewDTO } from '#lib/revisions/types.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor, readGivenFile, remarks, type Taking, takingOption } from '../input.ts';
import { withDatabase } from '../store.ts';

type Options = { accept?: boolean; as?: string; json?: boolean; changes?: Taking };

/** `stet revise ARTICLE FILE`: what a new text does to the checking, and with --accept the text itself. */
export function configure(command: Command): void {
  command
    .description(
      'Show what a new text would do to an article’s claims, a line for each outcome: its name and how many, parted by a tab; then the claims that do not stay. Changes nothing without --accept.',
    )
    .argument('<article>', 'the article’s id')
    .argument('<file>', 'the new text, as .txt, .md, .html, .docx, .odt or .pdf')
    .option('--accept', 'take the text as the present revision; prints its number first')
    .option('--as <email>', 'the person who revises; else the command line itself')
    .addOption(takingOption())
    .option('--json', 'as JSON')
    .action((article: string, file: string, options: Options) => reviseFrom(article, file, options));
}

async function reviseFrom(articleId: string, file: string, { accept, as, json, changes }: Options): Promise<void> {
  if (!isId(articleId)) throw new CommandError(`There is no article ${articleId} here.`, EXIT.absent);
  const given = await readGivenFile(file, changes);
  const text = articleText(given.text);
  for (const remark of remarks(given)) process.stderr.write(`stet: ${file}: ${remark}\n`);
  readInThisProcess(TASKS);
  await withDatabase(async (db) => {
    const actor = await actorFor(db, as);
    const preview = await previewRevision(db, actor, { articleId, text });
    // What is taken is what was shown: a revision that comes in between refuses this one.
    const taken = accept
      ? await revise(db, actor, { articleId, basedOn: preview.basedOn, text, origin: 'command' }, given.original)
      : null;
    const outcome = {
      revision: taken?.number ?? null,
      basedOn: preview.basedOnNumber,
      counts: preview.counts,
      claims: notStaying(preview),
    };
    process.stdout.write(`${json ? JSON.stringify(outcome) : asLines(outcome)}\n`);
  });
}

const notStaying = ({ claims }: RevisionPreviewDTO) =>
  claims
    .filter(({ state }) => state !== 'unchanged' && state !== 'moved')
    .map(({ number, state, isSettled, statement, before, after }) => ({
      number,
      state,
      isSettled,
      statement,
      before,
      after,
    }));

type Outcome = {
  readonly revision: number | null;
  readonly counts: RevisionPreviewDTO['counts'];
  readonly claims: ReturnType<typeof notStaying>;
};

function asLines({ revision, counts, claims }: Outcome): string {
  return [
    ...(revision === null ? [] : [`revision\t${revision}`]),
    ...Object.entries(counts).map(([state, count]) => `${inWords(state)}\t${count}`),
    ...claims.map(
      ({ state, number, statement }) => `${inWords(state)}\tclaim ${number}\t${statement.replace(/\s+/g, ' ')}`,
    ),
  ].join('\n');
}

const inWords = (state: string): string => (state === 'fresh' ? 'new' : state.replaceAll('_', ' '));
