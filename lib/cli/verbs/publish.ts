import type { Command } from 'commander';
import type { Actor } from '#lib/access/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { listPublications, publishingOf } from '#lib/publishing/data.ts';
import { publishReport, withdrawReport } from '#lib/publishing/mutations.ts';
import { makeReportLink } from '#lib/publishing/mutations-links.ts';
import { makeLinkInput, publishInput, withdrawInput } from '#lib/publishing/schema.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor, checked } from '../input.ts';
import { withDatabase } from '../store.ts';
import { findReport } from './export.ts';

type Options = {
  as?: string;
  number?: string;
  notBefore?: string;
  withdraw?: string;
  link?: string;
  days: string;
  list?: boolean;
};

/** Stet's own address, where it is not told otherwise. */
const ORIGIN = process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000';

/** `stet publish`: a report for the public, in a person's name. */
export function configure(command: Command): void {
  command
    .description(
      'Publish a report, of an article its latest or the one that --number names, and print its address. With --withdraw a note stands in its place; with --link nothing is published, and a secret link to the report is printed.',
    )
    .argument('[ID]', 'of an article or of a report')
    .option('--as <EMAIL>', 'the person who publishes')
    .option('--number <N>', 'the report’s number')
    .option('--not-before <INSTANT>', 'when the public may read it, as 2026-05-01T06:00:00Z')
    .option('--withdraw <NOTE>', 'take it from the public; what readers are told')
    .option('--link <LABEL>', 'make a secret link; for whom')
    .option('--days <N>', 'for how many days the link is good: 1, 7, 30 or 90', '7')
    .option(
      '--list',
      'list what is published: address, report, since when, and whether it is open, waits or was withdrawn',
    )
    .action((id: string | undefined, options: Options) => withDatabase((db) => run(db, id, options)));
}

async function run(db: Db, id: string | undefined, options: Options): Promise<void> {
  if (options.list) {
    for (const { address, number, publicAt, state } of await listPublications(db, ORIGIN))
      console.log([address, number, publicAt, state].join('\t'));
    return;
  }
  if (id === undefined || options.as === undefined)
    throw new CommandError('Say of what, and as whom: ID --as EMAIL.', EXIT.usage);
  const actor = await actorFor(db, options.as);
  const report = await findReport(db, id, options.number);
  const { withdraw, link, days } = options;
  if (withdraw !== undefined) return withdrawn(db, actor, report, withdraw);
  if (link !== undefined) {
    const input = checked(parse(makeLinkInput, { reportId: report.id, label: link, days }));
    console.log((await makeReportLink(db, actor, ORIGIN, input)).url);
    return;
  }
  await publishReport(db, actor, checked(parse(publishInput, { reportId: report.id, publicAt: options.notBefore })));
  console.log((await publishingOf(db, actor, ORIGIN, report.id))?.publication?.address ?? '');
}

async function withdrawn(db: Db, actor: Actor, { id, articleId }: { id: string; articleId: string }, note: string) {
  const version = (await publishingOf(db, actor, ORIGIN, id))?.publication?.version ?? 1;
  await withdrawReport(db, actor, checked(parse(withdrawInput, { articleId, version, note })));
}
