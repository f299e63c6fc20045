import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { commandActor } from '#lib/access/gate-command.ts';
import { ROLES } from '#lib/access/types.ts';
import { findPersonByEmail, listAccounts } from '#lib/people/data.ts';
import { changeRole, createUser, setDisabled, setPassword } from '#lib/people/mutations.ts';
import { changeRoleInput, createUserInput, resetInput } from '#lib/people/schema.ts';
import type { AccountDTO } from '#lib/people/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { makePassword } from '#lib/platform/password.ts';
import { refuse } from '#lib/platform/result.ts';
import { checked } from '../input.ts';
import { withDatabase } from '../store.ts';

type PasswordOption = { passwordStdin?: boolean };
const PASSWORD_OPTION = [
  '--password-stdin',
  'read the password from standard input; else one is made and printed',
] as const;

/** `stet users`: people of the desk, for whoever runs the machine. */
export function configure(command: Command): void {
  command
    .command('add')
    .description('Add a person. Prints the address and, where it was made here, the password.')
    .argument('EMAIL')
    .requiredOption('--name <NAME>', 'as colleagues and reports read it')
    .requiredOption('--role <ROLE>', ROLES.join(', '))
    .option(...PASSWORD_OPTION)
    .action((email: string, options: PasswordOption & { name: string; role: string }) => add(email, options));

  command
    .command('list')
    .description('List everybody: address, role, active or disabled, name; parted by tabs.')
    .option('--json', 'as a JSON array')
    .action(({ json }: { json?: boolean }) =>
      withDatabase(async (db) => {
        const accounts = await listAccounts(db);
        console.log(json ? JSON.stringify(accounts) : accounts.map(line).join('\n'));
      }),
    );

  command
    .command('reset')
    .description('Set a new password, which signs the person out everywhere. Prints it where it was made here.')
    .argument('EMAIL')
    .option(...PASSWORD_OPTION)
    .action((email: string, options: PasswordOption) => reset(email, options));

  command
    .command('role')
    .description('Change what a person may do.')
    .argument('EMAIL')
    .argument('ROLE', ROLES.join(', '))
    .action((email: string, role: string) =>
      onPerson(email, (db, person) =>
        changeRole(db, commandActor(), checked(parse(changeRoleInput, { ...person, role }))),
      ),
    );

  for (const [name, disabled, says] of SWITCHES) {
    command
      .command(name)
      .description(says)
      .argument('EMAIL')
      .action((email: string) =>
        onPerson(email, (db, { id, version }) => setDisabled(db, commandActor(), { id, version, disabled })),
      );
  }
}

const SWITCHES = [
  ['disable', true, 'Shut a person out at once. What they have done stays.'],
  ['enable', false, 'Let a disabled person in again.'],
] as const;

async function add(email: string, { name, role, passwordStdin }: PasswordOption & { name: string; role: string }) {
  const { password, shown } = await passwordFor(passwordStdin);
  const input = checked(parse(createUserInput, { email, name, role, password }));
  await withDatabase((db) => createUser(db, commandActor(), input));
  console.log([input.email, ...shown].join('\t'));
}

async function reset(email: string, { passwordStdin }: PasswordOption) {
  const { password, shown } = await passwordFor(passwordStdin);
  checked(parse(resetInput, { password }));
  await onPerson(email, (db, { id }) => setPassword(db, commandActor(), { id, password }));
  console.log([email, ...shown].join('\t'));
}

/** A password from standard input, without the line end that ends it, or a made one, which is to be shown. */
async function passwordFor(fromStdin: boolean | undefined): Promise<{ password: string; shown: string[] }> {
  if (fromStdin) return { password: (await text(process.stdin)).replace(/\r?\n$/, ''), shown: [] };
  const password = makePassword();
  return { password, shown: [password] };
}

type Person = { id: string; version: number };

async function onPerson(email: string, work: (db: Db, person: Person) => Promise<void>): Promise<void> {
  await withDatabase(async (db) => {
    const person = await findPersonByEmail(db, email);
    if (!person) refuse('not-found', 'nobody-by-address', { values: { email } });
    await work(db, person);
  });
}

const line = ({ email, role, disabled, name }: AccountDTO) =>
  [email, role, disabled ? 'disabled' : 'active', name].join('\t');
