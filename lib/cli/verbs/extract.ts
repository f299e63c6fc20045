import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim, Extraction } from '#lib/engine/types.ts';
import { isDay } from '#lib/platform/days.ts';
import { counted } from '../count.ts';
import { CommandError, EXIT } from '../errors.ts';
import { readGivenFile, remarks, type Taking, takingOption } from '../input.ts';

type Options = { published?: string; format: 'json' | 'text'; changes: Taking };

/**
 * `stet extract FILE|-`: the claims of one article, as data or to read. Offsets are UTF-16 code units into the file read as UTF-8; of a document, into its
 * text, which the data then has.
 */
export function configure(command: Command): void {
  command
    .argument('<file>', 'an article as plain text, .html, .docx, .odt or .pdf; - for standard input')
    .option('--published <date>', 'the day it was published, YYYY-MM-DD: without it "on Monday" stays open')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addOption(takingOption())
    .action(async (file: string, { published, format, changes }: Options) => {
      const isDocument = /\.(?:html?|docx|odt|pdf)$/i.test(file);
      const text = isDocument ? await documentText(file, changes) : readText(file);
      const extraction = extractClaims(text, published === undefined ? {} : { publishedOn: readDate(published) });
      const data = isDocument ? { ...extraction, text } : extraction;
      process.stdout.write(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : inWords(text, extraction));
    });
}

async function documentText(file: string, changes: Taking): Promise<string> {
  const given = await readGivenFile(file, changes);
  for (const remark of remarks(given)) process.stderr.write(`stet: ${file}: ${remark}\n`);
  return given.text;
}

function readDate(date: string): string {
  if (!isDay(date)) throw new CommandError(`--published wants a date like 2026-01-31, not ${date}.`, EXIT.usage);
  return date;
}

/** One block for each sentence with claims in it: the sentence, then its claims, the first to check first. */
export function inWords(text: string, { language, sentences, claims }: Extraction): string {
  if (language !== 'en' && language !== 'und' && claims.length === 0)
    return `The text is not in English (${language}): no claims are read.\n`;
  const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
  const blocks: string[] = [];
  let next = 0;
  for (const { start, end } of sentences) {
    const own: EngineClaim[] = [];
    for (; next < claims.length && (claims[next]?.start ?? 0) < end; next += 1) {
      const claim = claims[next];
      if (claim !== undefined) own.push(claim);
    }
    if (own.length === 0) continue;
    const line = text.slice(0, start).split('\n').length;
    const lines = [...own].sort((a, b) => b.checkworthiness - a.checkworthiness).map(claimLine);
    blocks.push([`${line}: ${oneLine(text.slice(start, end))}`, ...lines, ''].join('\n'));
  }
  const core = claims.filter(({ tier }) => tier === 'core').length;
  return `${blocks.join('\n')}\n${counted(claims.length, 'claim')} in ${counted(sentences.length, 'sentence')}, ${core} core.\n`;
}

function claimLine({ tier, kind, statement, claimant, reasons }: EngineClaim): string {
  const who = claimant.type === 'author' ? '' : ` [says ${claimant.name}]`;
  return `   ${tier.padEnd(8)} ${kind.padEnd(11)} ${statement}${who}\n   ${' '.repeat(20)} ${reasons.join('; ')}`;
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new CommandError(`There is no file ${file}.`, EXIT.absent);
    throw error;
  }
}
