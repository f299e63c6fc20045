import { ACTIONS, type Door, OTHER_ROUTES, PAGES, ROUTES } from './db/trust/doors.ts';
import { PROMISES } from './promises.ts';

/** docs/security.md with its generated lists as they are to be: between the comments that name each. */
export function writeLists(text: string): string {
  return Object.entries({ promises, doors }).reduce((done, [name, lines]) => {
    const [from, to] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const [start, end] = [done.indexOf(from), done.indexOf(to)];
    if (start === -1 || end === -1) throw new Error(`There is no list ${name} in the document`);
    return `${done.slice(0, start + from.length)}\n${lines().join('\n')}\n\n${done.slice(end)}`;
  }, text);
}

const promises = (): string[] => [
  '| promised | held to by |',
  '|---|---|',
  ...PROMISES.map(({ says, file, test }) => `| ${says} | [${file.replace(/^tests\//, '')}](../${file}): ${test} |`),
];

const WORDS = new Map<string, string>([
  ['anybody', 'anybody'],
  ['guest', 'guest of the article'],
  ['signed in', 'signed in'],
]);

function doors(): string[] {
  const all: [string, Door][] = [
    ...Object.entries(PAGES).map(([name, door]): [string, Door] => [`\`${name}\``, door]),
    ...Object.entries(ROUTES).map(([name, door]): [string, Door] => [`\`${name}\``, door]),
    ...Object.entries(ACTIONS).flatMap(([domain, actions]) =>
      Object.entries(actions).map(([name, door]): [string, Door] => [`\`${domain}.${name}\``, door]),
    ),
  ];
  const rules = [...new Set(all.map(([, { rule }]) => rule))].sort();
  return [
    '| asks for | what asks for it |',
    '|---|---|',
    ...rules.map((rule) => {
      const names = all
        .filter(([, door]) => door.rule === rule)
        .map(([name, door]) => name + (door.inArticle ? '°' : ''));
      const signIn = rule === 'anybody' ? OTHER_ROUTES.map((name) => `\`${name}\``) : [];
      return `| ${WORDS.get(rule) ?? `\`${rule}\``} | ${[...names, ...signIn].join(', ')} |`;
    }),
  ];
}
