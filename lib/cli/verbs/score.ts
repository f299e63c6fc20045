import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { scoreSentence } from '#lib/engine/index.ts';
import { CommandError, EXIT } from '../errors.ts';

/** `stet score FILE|-`: one sentence a line in, one number from 0 to 1 a line out; an empty line gives 0, so that the lines stay in step. */
export function configure(command: Command): void {
  command
    .argument('<file>', 'a text file with one sentence a line; - for standard input')
    .option('--reasons', 'after a tab, what moved the score')
    .action((file: string, { reasons }: { reasons?: boolean }) => {
      process.stdout.write(scoreLines(readText(file), reasons ?? false));
    });
}

/** The verb's output for a whole input; the line end of the last line is optional in it. */
export function scoreLines(text: string, withReasons: boolean): string {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines
    .map((line) => {
      const { score, reasons } = scoreSentence(line);
      return withReasons ? `${score.toFixed(4)}\t${reasons.join('; ')}\n` : `${score.toFixed(4)}\n`;
    })
    .join('');
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CommandError(`There is no file ${file}.`, EXIT.absent);
    }
    throw error;
  }
}
