import { Command } from 'commander';
import { generateClient } from '#lib/platform/generate.ts';
import { EXIT } from './errors.ts';

/** A verb's file: says in `configure` which arguments and options it takes and what it does. */
type VerbModule = { configure(command: Command): void };
type Verb = { name: string; summary: string; load: () => Promise<VerbModule> };

/** Only the file of the verb in use is loaded, so that each starts as fast as its own work allows. */
const VERBS: readonly Verb[] = [
  { name: 'start', summary: 'start the server (npm start)', load: () => import('./verbs/start.ts') },
  {
    name: 'worker',
    summary: 'run what is done in the background',
    load: () => withClient(() => import('./verbs/worker.ts')),
  },
  { name: 'status', summary: 'say whether Stet is running, and where', load: () => import('./verbs/status.ts') },
  { name: 'migrate', summary: 'bring the database up to date', load: () => import('./verbs/migrate.ts') },
  { name: 'build', summary: 'build the pages, without starting', load: () => import('./verbs/build.ts') },
  { name: 'extract', summary: 'list the claims of an article', load: () => import('./verbs/extract.ts') },
  { name: 'score', summary: 'say how much each sentence is worth checking', load: () => import('./verbs/score.ts') },
  { name: 'match', summary: 'find claims that say the same, or contradict', load: () => import('./verbs/match.ts') },
  {
    name: 'import',
    summary: 'bring articles in from files',
    load: () => withClient(() => import('./verbs/import.ts')),
  },
  {
    name: 'revise',
    summary: 'show what a new text does to the checking, and take it',
    load: () => withClient(() => import('./verbs/revise.ts')),
  },
  {
    name: 'reread',
    summary: 'have the engine read articles again, after an upgrade',
    load: () => withClient(() => import('./verbs/reread.ts')),
  },
  {
    name: 'export',
    summary: 'print a frozen report, or take an article’s captures out',
    load: () => withClient(() => import('./verbs/export.ts')),
  },
  {
    name: 'report',
    summary: 'make a report on an article, on chosen claims of it, or on a period of the desk’s work',
    load: () => withClient(() => import('./verbs/report.ts')),
  },
  {
    name: 'publish',
    summary: 'publish a report, withdraw it, or make a secret link to it',
    load: () => withClient(() => import('./verbs/publish.ts')),
  },
  {
    name: 'sources',
    summary: 'bring sources in from BibTeX or CSL-JSON, and take them out',
    load: () => withClient(() => import('./verbs/sources.ts')),
  },
  {
    name: 'precedents',
    summary: 'bring in what others have checked, from ClaimReview or a table',
    load: () => withClient(() => import('./verbs/precedents.ts')),
  },
  {
    name: 'blobs',
    summary: 'move the bytes of captures to another storage',
    load: () => withClient(() => import('./verbs/blobs.ts')),
  },
  {
    name: 'verify',
    summary: 'walk the history and say whether it is whole',
    load: () => withClient(() => import('./verbs/verify.ts')),
  },
  {
    name: 'heads',
    summary: 'write down where the history ends, for somebody else to keep',
    load: () => withClient(() => import('./verbs/heads.ts')),
  },
  {
    name: 'users',
    summary: 'add people, list them, give new passwords, shut out',
    load: () => withClient(() => import('./verbs/users.ts')),
  },
];

/** For verbs whose files import the database client, which a fresh clone does not have yet. */
async function withClient<T>(load: () => Promise<T>): Promise<T> {
  await generateClient();
  return load();
}

/** The command line's grammar. `chosen` is the verb that will run: the others are there by name only, for the help. */
export async function makeProgram(chosen: string | undefined): Promise<Command> {
  const program = new Command('stet')
    .description('Stet, a claim fact-checking workbench for newsrooms.')
    .usage('VERB [options]')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', EPILOGUE);
  for (const { name, summary, load } of VERBS) {
    const command = program.command(name).summary(summary).description(sentence(summary));
    if (name === chosen) (await load()).configure(command);
  }
  for (const command of [program, ...descendants(program)]) command.exitOverride(({ exitCode }) => leave(exitCode));
  return program;
}

/** Commander ends with 1 on a wrong call; here that means a failure, and a wrong call is its own code. */
function leave(exitCode: number): never {
  process.exit(exitCode === 0 ? EXIT.done : EXIT.usage);
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const EPILOGUE = `
Each verb says more with --help.
Exit codes: 0 done, 1 failed, 2 called the wrong way, 3 not there or not running, 4 refused.`;
