import type { Store } from '../store.ts';
import type { FirstSteps } from './first-start.ts';

/** The block of text that ends a start: where Stet is, how to get in, how to stop it. */
export function welcome(address: string, store: Pick<Store, 'kind'>, dataDir: string, first: FirstSteps): string {
  return ['', `  Stet is running at ${address}`, '', ...firstLines(first), ...lastLines(store, dataDir), ''].join('\n');
}

function firstLines(first: FirstSteps): string[] {
  if (first.kind === 'set-up link') {
    return ['  Nobody can sign in yet. Open this link, once, to become the first admin:', `    ${first.url}`, ''];
  }
  if (first.kind === 'none') return [];
  const { accounts, editorLink } = first.samples;
  const width = (pick: (account: (typeof accounts)[number]) => string) =>
    Math.max(...accounts.map((a) => pick(a).length));
  const columns = [width((a) => a.name), width((a) => a.role), width((a) => a.email)];
  const rows = accounts.map(({ name, role, email, password }) =>
    ['   ', name.padEnd(columns[0] ?? 0), role.padEnd(columns[1] ?? 0), email.padEnd(columns[2] ?? 0), password].join(
      '  ',
    ),
  );
  return [
    '  Three sample articles are there to try it on. Straight in as the editor, with this link, once:',
    `    ${editorLink}`,
    '',
    '  Or sign in with a password. They are shown this once; npm run -s stet -- users reset EMAIL makes a new one.',
    ...rows,
    '',
  ];
}

function lastLines(store: Pick<Store, 'kind'>, dataDir: string): string[] {
  const data = store.kind === 'embedded' ? `  Everything is kept in ${dataDir}. ` : '  ';
  return [`${data}Ctrl-C stops Stet.`];
}
