import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { findPairs, type Pair } from '#lib/match/index.ts';
import { CommandError, EXIT } from '../errors.ts';

type Options = { published?: string; format: 'text' | 'json'; related?: boolean };

/** A claim of one of the files that were given. */
type Found = EngineClaim & { readonly document: string; readonly line: number };

/** `stet match FILE…`: which claims of these articles say the same, one more exactly, or do not go together. */
export function configure(command: Command): void {
  command
    .argument('<files...>', 'articles as plain text')
    .option('--published <date>', 'the day they were published, YYYY-MM-DD: without it "on Monday" stays open')
    .option('--related', 'also claims that are about the same thing and no more')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action((files: string[], options: Options) => {
      if (options.published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.published)) {
        throw new CommandError(`--published wants a date like 2026-01-31, not ${options.published}.`, EXIT.usage);
      }
      const claims = files.flatMap((file) => claimsOf(file, readText(file), options.published));
      const pairs = findPairs(claims).filter((pair) => options.related || pair.relation !== 'related');
      process.stdout.write(
        options.format === 'json' ? `${JSON.stringify(asData(claims, pairs), null, 2)}\n` : inWords(claims, pairs),
      );
    });
}

function claimsOf(file: string, text: string, publishedOn: string | undefined): Found[] {
  const { claims } = extractClaims(text, publishedOn === undefined ? {} : { publishedOn });
  return claims.map((claim) => ({ ...claim, document: file, line: text.slice(0, claim.start).split('\n').length }));
}

function asData(claims: readonly Found[], pairs: readonly Pair[]) {
  const side = (i: number) => {
    const claim = claims[i];
    return (
      claim && {
        file: claim.document,
        start: claim.start,
        end: claim.end,
        quote: claim.quote,
        statement: claim.statement,
      }
    );
  };
  return { claims: claims.length, pairs: pairs.map(({ a, b, ...rest }) => ({ ...rest, a: side(a), b: side(b) })) };
}

const MEANING: Readonly<Record<Pair['relation'], string>> = {
  same: 'the same claim',
  'more precise': 'the first is more precise',
  'less precise': 'the second is more precise',
  tension: 'do not go together',
  related: 'about the same thing',
};

function inWords(claims: readonly Found[], pairs: readonly Pair[]): string {
  const side = (i: number) => `  ${claims[i]?.document}:${claims[i]?.line}  ${claims[i]?.quote.replace(/\s+/g, ' ')}`;
  const found = pairs.map((p) =>
    [`${MEANING[p.relation]} (${p.because.join('; ')})`, side(p.a), side(p.b), ''].join('\n'),
  );
  return found.length === 0
    ? `No two of the ${claims.length} claims say the same or contradict one another.\n`
    : found.join('\n');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CommandError(`There is no file ${file}.`, EXIT.absent);
    }
    throw error;
  }
}
