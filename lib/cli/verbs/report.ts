import type { Command } from 'commander';
import type { Actor } from '#lib/access/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { claimsByNumber } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { freezeReportInput } from '#lib/reports/schema.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor, checked } from '../input.ts';
import { listedNumbers } from '../listed-numbers.ts';
import { withDatabase } from '../store.ts';

type Options = { as: string; claims?: string; note?: string };

/** `stet report`: freezes what stands now as a report, in a person's name. */
export function configure(command: Command): void {
  command
    .description(
      'Freeze what stands now in an article as a report, or of the claims that --claims names alone, and print its id and its number, parted by a tab.',
    )
    .argument('ARTICLE', 'the article’s id')
    .requiredOption('--as <EMAIL>', 'the person who makes it')
    .option('--claims <NUMBERS>', 'these claims alone, as 1,4,7-20: the report says that it is a part')
    .option('--note <WORDS>', 'why these')
    .action((article: string, options: Options) => withDatabase((db) => run(db, article, options)));
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
