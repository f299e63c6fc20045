import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Actor } from '#lib/access/types.ts';
import { renderPeriod } from '#lib/exports/period/render.ts';
import { periodInput, periodOf } from '#lib/numbers/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { claimsByNumber } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { reportPeriod } from '#lib/reports/mutations-period.ts';
import { freezeReportInput, periodFormat } from '#lib/reports/schema.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor, checked } from '../input.ts';
import { listedNumbers } from '../listed-numbers.ts';
import { withDatabase } from '../store.ts';

type Options = {
  as: string;
  claims?: string;
  note?: string;
  from?: string;
  to?: string;
  format: string;
  out?: string;
};

/** `stet report`: freezes what stands now as a report, in a person's name. */
export function configure(command: Command): void {
  command
    .description(
      'Freeze what stands now in an article as a report, or of the claims that --claims names alone, and print its id and its number, parted by a tab. Without an article, print a report on the desk’s work from one day to another.',
    )
    .argument('[ARTICLE]', 'the article’s id')
    .requiredOption('--as <EMAIL>', 'the person who makes it')
    .option('--claims <NUMBERS>', 'these claims alone, as 1,4,7-20: the report says that it is a part')
    .option('--note <WORDS>', 'why these')
    .option('--from <DAY>', 'without an article: the first day, as 2026-11-01')
    .option('--to <DAY>', 'and the last one')
    .option('--format <FORMAT>', `of a report on a period: ${periodFormat.options.join(', ')}`, 'json')
    .option('--out <FILE>', 'write it there instead')
    .action((article: string | undefined, options: Options) =>
      withDatabase((db) => (article === undefined ? period(db, options) : run(db, article, options))),
    );
}

/** The desk's work in a period, of the articles that the person may read. */
async function period(db: Db, { as, from, to, format, out }: Options): Promise<void> {
  if (from === undefined || to === undefined)
    throw new CommandError('Say of what: an ARTICLE, or --from and --to.', EXIT.usage);
  const known = periodFormat.safeParse(format);
  if (!known.success)
    throw new CommandError(`There is no format ${format}. Formats: ${periodFormat.options.join(', ')}.`, EXIT.usage);
  const asked = periodOf(checked(parse(periodInput, { from, to })));
  const made = await reportPeriod(db, await actorFor(db, as), asked, known.data);
  const file = await renderPeriod(made, known.data);
  if (out) writeFileSync(out, file);
  else process.stdout.write(file);
}

async function run(db: Db, articleId: string, { as, claims, note }: Options): Promise<void> {
  if (!isId(articleId)) throw new CommandError(`There is no article ${articleId} here.`, EXIT.absent);
  if (note !== undefined && claims === undefined)
    throw new CommandError('--note says why these claims: name them with --claims.', EXIT.usage);
  const actor = await actorFor(db, as);
  const chosen = claims === undefined ? null : { claims: await idsOf(db, actor, articleId, claims), note };
  const { id, number } = await freezeReport(db, actor, checked(parse(freezeReportInput, { articleId, chosen })));
  console.log(`${id}\t${number}`);
}

async function idsOf(db: Db, actor: Actor, articleId: string, words: string): Promise<string[]> {
  const numbers = listedNumbers(words);
  if (numbers === null) throw new CommandError(`${words} names no claims. Name them as 1,4,7-20.`, EXIT.usage);
  const ids = await claimsByNumber(db, actor, articleId);
  return numbers.map((number) => {
    const id = ids.get(number);
    if (id === undefined) throw new CommandError(`There is no claim ${number} in this article.`, EXIT.absent);
    return id;
  });
}
