import type { HistoryItem, HistoryItems } from './rules-verify.ts';
import { historyLine } from './schema-file.ts';

/*
 * A history as a file: JSON Lines, `stet-history/2`. The first line names the form, the last says how many lines came
 * between, so that a file cut short is not taken for a whole one.
 */

/** The lines of a history's file, each with its line end. */
export async function* historyLines(items: HistoryItems): AsyncGenerator<string> {
  yield line({ kind: 'history', format: 'stet-history/2' });
  let count = 0;
  for await (const batch of items) {
    count += batch.length;
    yield batch.map(line).join('');
  }
  yield line({ kind: 'end', count });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const AT_ONCE = 500;

/** Thrown where a file is no history, or not all of one. `message` names the line, counted from 1. */
export class BadHistoryFile extends Error {}

/** Reads a history back from the lines of its file. */
export async function* readHistoryLines(lines: AsyncIterable<string>): AsyncGenerator<readonly HistoryItem[]> {
  let batch: HistoryItem[] = [];
  let number = 0;
  let count: number | null = null;
  for await (const text of lines) {
    number++;
    const item = parseLine(text, number);
    if ((item.kind === 'history') !== (number === 1)) throw new BadHistoryFile(`Line ${number}: not a history's file.`);
    if (count !== null) throw new BadHistoryFile(`Line ${number}: something stands after the end.`);
    if (item.kind === 'end') count = item.count;
    if (item.kind === 'event' || item.kind === 'head') batch.push(item);
    if (batch.length >= AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
  if (count === null) throw new BadHistoryFile(`The file ends at line ${number}, before the history does.`);
  if (count !== number - 2) throw new BadHistoryFile(`The file holds ${number - 2} lines where it says ${count}.`);
}

function parseLine(text: string, number: number) {
  try {
    return historyLine.parse(JSON.parse(text));
  } catch {
    throw new BadHistoryFile(`Line ${number}: not a line of a history's file.`);
  }
}
