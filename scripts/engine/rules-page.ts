/** The engine's rules as a page to read: name, pattern and examples of every row. */
import type { Table } from '#lib/engine/rules/tables.ts';

const code = (words: string): string => `\`${words.replaceAll('`', "'")}\``;
const example = (words: string): string => words.replace(/\s+/g, ' ').replaceAll('{', '**').replaceAll('}', '**');

export function rulesPage(tables: readonly Table[]): string {
  const rows = tables.reduce((sum, { rules }) => sum + rules.length, 0);
  const sections = tables.map(
    ({ title, about, rules }) => `## ${title}

${about}

${rules
  .map(
    ({ name, pattern, unless = [], examples }) => `### ${name[0]?.toUpperCase()}${name.slice(1)}

- pattern: ${code(pattern)}
${unless.map((veto) => `- unless: ${code(veto)}\n`).join('')}${examples.right.map((words) => `- yes: ${example(words)}\n`).join('')}${examples.wrong.map((words) => `- no: ${example(words)}\n`).join('')}`,
  )
  .join('\n')}`,
  );
  return `# The engine's rules

Made by \`node scripts/engine-rules.ts\` out of the tables in \`lib/engine\`: ${rows} rows in ${tables.length} tables. What a row finds stands in bold in its examples; every example is
a test. How patterns are read: \`lib/engine/rules/pattern.ts\`.

${sections.join('\n')}`;
}
