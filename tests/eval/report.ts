/** Turns rows into a table, and says of each whether its target is met. */
import type { Row } from './types.ts';

/** True or false against a target such as "≥ .85", "≤ 3", "0" or "≥ 52 of 57"; null where the target is empty or no number. */
export function met({ value, target }: Row): boolean | null {
  const bound = /^\s*(≥|>=|≤|<=|>|<|=)?\s*(\d*\.?\d+)/.exec(target);
  if (!bound) return null;
  const limit = Number(bound[2]);
  if (!Number.isFinite(value)) return false;
  switch (bound[1]) {
    case '≥':
    case '>=':
      return value >= limit;
    case '≤':
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '<':
      return value < limit;
    default:
      return value === limit;
  }
}

/** Counts (a target without a decimal point) as they are, shares with three digits, rounded down so that nothing looks reached that is not. */
export function shown({ value, target }: Row): string {
  if (Number.isInteger(value) && /\d/.test(target) && !target.includes('.')) return String(value);
  return (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3);
}

const HEAD = ['measure', 'value', 'target', 'met'] as const;

function cells(row: Row): [string, string, string, string] {
  const verdict = met(row);
  const measure = row.note ? `${row.measure} (${row.note})` : row.measure;
  return [measure, shown(row), row.target || '–', verdict === null ? '–' : verdict ? 'yes' : 'NO'];
}

/** A plain table for a terminal. */
export function asText(rows: readonly Row[]): string {
  const table = [[...HEAD], ...rows.map((row) => [...cells({ ...row, note: undefined })])];
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const notes = rows.flatMap(({ measure, note }) => (note ? [`  ${measure}: ${note}`] : []));
  const rule = '-'.repeat(lines[0]?.length ?? 0);
  return [lines[0], rule, ...lines.slice(1), ...(notes.length > 0 ? ['', 'Notes', ...notes] : [])].join('\n');
}

/** The same as a Markdown table. */
export function asMarkdown(rows: readonly Row[]): string {
  const line = (parts: readonly string[]): string =>
    `| ${parts.map((part) => part.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(HEAD), '|---|---:|---:|---|', ...rows.map((row) => line(cells(row)))].join('\n');
}
