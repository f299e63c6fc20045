import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file: its path from the project's root, its text, and what it imports of the project's own. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly path: string }[];
};

const ROOTS = ['app', 'components', 'lib'];
export const ALL_ROOTS = [...ROOTS, 'scripts', 'tests'];
const SKIPPED = /(?:^|\/)(?:generated|weights)(?:\/|$)/;

/** Every TypeScript source of the product; with `roots`, of other folders. */
export function readSources(root: string, roots: readonly string[] = ROOTS): Source[] {
  return roots
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !SKIPPED.test(path))
    .map((path) => readSource(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')));
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm;

export function readSource(path: string, text: string): Source {
  const imports = [...text.matchAll(IMPORT)].flatMap((match) => {
    const target = resolveImport(path, match[2] ?? match[3] ?? match[4] ?? '');
    return target ? [{ path: target, isType: match[1] !== undefined }] : [];
  });
  return { path, text, imports };
}

function resolveImport(from: string, target: string): string | null {
  if (target.startsWith('#')) return target.slice(1);
  if (target.startsWith('.')) return normalize(join(dirname(from), target)).replaceAll('\\', '/');
  return null;
}

const PURE = ['lib/engine', 'lib/anchor', 'lib/match'];

/**
 * The domains, from the ground up: each imports those before it, types included, never one after it. Those of one row
 * stand side by side and know nothing of each other: what they share lies below them.
 */
export const ORDER: readonly (readonly string[])[] = [
  ['access'],
  ['history'],
  ['jobs'],
  ['people'],
  ['settings'],
  ['articles'],
  ['standing'],
  ['sources'],
  ['claims', 'evidence', 'verdicts', 'comments'],
  ['revisions'],
  ['inbox'],
  ['foreign'],
  ['live'],
  ['needs'],
  ['workbench'],
  ['numbers'],
  ['reports'],
  ['publishing'],
  ['proof'],
  ['travel'],
];
const DOMAINS = ORDER.flat().map((name) => `lib/${name}`);
const within = (path: string, folder: string) => path.startsWith(`${folder}/`);
const isIn = (path: string, folders: readonly string[]) => folders.some((folder) => within(path, folder));

const BELOW_ENTRIES = ['components', 'lib/i18n', ...DOMAINS, 'lib/exports', 'lib/ingest', 'lib/platform', ...PURE];

/** Places beside the domains, and which of them each may import, its own always. */
const MAY_IMPORT: readonly { readonly folders: readonly string[]; readonly imports: readonly string[] }[] = [
  { folders: PURE, imports: PURE },
  { folders: ['lib/platform'], imports: [] },
  { folders: ['lib/exports', 'lib/ingest'], imports: ['lib/platform', ...PURE] },
  { folders: DOMAINS, imports: ['lib/exports', 'lib/ingest', 'lib/platform', ...PURE] },
  { folders: ['components'], imports: [...DOMAINS, 'lib/exports', ...PURE] },
  { folders: ['lib/i18n'], imports: [...DOMAINS, 'lib/platform'] },
  { folders: ['app', 'lib/worker'], imports: BELOW_ENTRIES },
  // The command that runs a worker starts it, as another starts the server.
  { folders: ['lib/cli'], imports: [...BELOW_ENTRIES, 'lib/worker'] },
];

/** Of lib, what anybody may import but the pure: what a refusal is and how it is told, and what the languages are. */
const FOR_ALL = /^lib\/(?:platform\/result|i18n\/(?:locales|formats|types|tell|letters))\.ts$/;
/** What of a domain a component may import: what leaves it, what is pure, and who may what. Server actions are its way back. */
const FOR_COMPONENTS = /\/(?:types|schema|rules|actions)(?:-[a-z-]+)?\.ts$|^lib\/access\/policy\.ts$/;

const rank = (path: string): number => ORDER.findIndex((row) => row.some((name) => within(path, `lib/${name}`)));
const domainOf = (path: string): string => DOMAINS.find((folder) => within(path, folder)) ?? '';

/** Why a file may not import another, or null. */
function objection(from: string, to: string): string | null {
  const place = MAY_IMPORT.find(({ folders }) => isIn(from, folders));
  if (!place || !/^(?:app|components|lib)\//.test(to)) return null;
  const home = [...place.folders, ...PURE, ...DOMAINS].find((folder) => within(from, folder)) ?? '';
  if (within(to, home) || (isIn(from, PURE) && isIn(to, PURE))) return null;
  if (FOR_ALL.test(to) && !isIn(from, PURE)) return null;
  if (isIn(from, DOMAINS) && isIn(to, DOMAINS)) {
    if (rank(to) < rank(from)) return null;
    return rank(to) === rank(from) ? 'these two stand side by side' : `${domainOf(to)} stands above ${home}`;
  }
  if (!isIn(to, place.imports)) return `${home} does not reach there`;
  if (within(from, 'components') && isIn(to, DOMAINS) && !FOR_COMPONENTS.test(to))
    return 'components know of a domain its types, schemas, rules and actions, and the table of rights';
  return null;
}

export const layering = (sources: readonly Source[]): string[] =>
  sources.flatMap((source) =>
    source.imports.flatMap(({ path }) => {
      const why = objection(source.path, path);
      return why === null ? [] : [`${source.path} imports ${path}: ${why}`];
    }),
  );

/** Files that import one another in a circle, each circle once; imports of types make one like any other. */
export function circles(sources: readonly Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, source.imports.map((item) => item.path)]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done' || !graph.has(path)) return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

const DOMAIN_FILE = /^(?:schema|types|rules|policy|data|mutations|loaders|actions|jobs)(?:-[a-z][a-z0-9-]*)?\.ts$/;
/** Who is asking: only `access` has these. */
const GATE_FILE = /^lib\/access\/gate(?:-[a-z][a-z0-9-]*)?\.ts$/;

export const fileNames = (sources: readonly Source[]): string[] =>
  sources
    .filter(
      ({ path }) =>
        isIn(path, DOMAINS) && !DOMAIN_FILE.test(path.split('/').slice(2).join('/')) && !GATE_FILE.test(path),
    )
    .map(({ path }) => `${path}: a domain's files are named by their layer`);

const QUERY =
  /\$(?:queryRaw|executeRaw)|\b(?:db|tx)\.[a-zA-Z]+\.(?:find|create|update|delete|upsert|count|aggregate|groupBy)/;
const MAY_QUERY = /\/(?:data|mutations|policy)(?:-[a-z-]+)?\.ts$/;

/** Only reads, writes and gates speak to the database. */
export const queries = (sources: readonly Source[]): string[] =>
  sources
    .filter(
      ({ path, text }) =>
        QUERY.test(text) && !MAY_QUERY.test(path) && !isIn(path, ['lib/platform', 'lib/cli']) && !GATE_FILE.test(path),
    )
    .map(({ path }) => `${path}: only data, mutations, policy and the platform speak to the database`);

/** Only the gates make an actor. */
export const minting = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path, text }) => /\bmint(?:Actor|Guest|Reader)\(/.test(text) && !GATE_FILE.test(path))
    .map(({ path }) => `${path}: only the gates mint actors`);

/** Lines that a file has at most: pure libraries are tables and rules, and may be longer. */
const LONGEST = { pure: 400, other: 300 } as const;

export const lengths = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) => {
    const most = isIn(path, [...PURE, 'lib/platform']) ? LONGEST.pure : LONGEST.other;
    const lines = text.split('\n').length;
    return lines > most && !within(path, 'lib/engine/lexicon') ? [`${path}: ${lines} lines, at most ${most}`] : [];
  });

const DOUBLE_CAST = /\bas unknown\s+as\b/;

/** A value is checked on its way in, not told to be of another type. */
export const doubleCasts = (sources: readonly Source[]): string[] =>
  sources.filter(({ text }) => DOUBLE_CAST.test(text)).map(({ path }) => `${path}: a cast by way of unknown`);

const PUTS_IN_PLACE = /\bvi\.(?:mock|hoisted|doMock)\((?:'([^']+)')?/g;
const OF_NEXT = /^next(?:-intl)?\//;
/**
 * Files of unit and of database tests share a process, and so what one has put in a module's place would stand there for the next.
 * Those that knock at doors share one of their own, and put the same in the place of what is Next's.
 */
export const mocks = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => /^tests\/(?:db|unit)\/.*\.test\.ts$/.test(path) && !path.endsWith('.apart.test.ts'))
    .filter(({ path, text }) => {
      const replaced = [...text.matchAll(PUTS_IN_PLACE)].map(([, module = '']) => module);
      return replaced.some((module) => !(path.endsWith('.doors.test.ts') && OF_NEXT.test(module)));
    })
    .map(({ path }) => `${path}: puts something in a module’s place, so that it is to be named *.apart.test.ts`);

const ACTIONS_FILE = /^lib\/[a-z]+\/actions(?:-[a-z-]+)?\.ts$/;
/** Server actions that nothing calls: a door to the server that no page needs, and that nobody looks after. */
export const uncalled = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => ACTIONS_FILE.test(path))
    .flatMap((file) =>
      exported(file.text)
        .filter(({ name }) => !sources.some((other) => other !== file && calls(other, file.path, name)))
        .map(({ name }) => `${file.path}: nothing calls ${name}`),
    );

const calls = ({ imports, text }: Source, path: string, name: string): boolean =>
  imports.some((item) => item.path === path) && new RegExp(`\\b${name}\\b`).test(text);

const LOADERS_FILE = /^lib\/[a-z]+\/loaders(?:-[a-z-]+)?\.ts$/;
const ROUTE_FILE = /^app\/.*\/route\.ts$/;
const PAGE_FILE = /^app\/\(desk\)\/.*page\.tsx$/;

/** What loads for pages that anybody may open, and so asks nobody who they are. */
const OPEN_LOADERS = new Set(['loadLink', 'deskIsEmpty', 'deskSettings', 'deskScale', 'deskTimeZone']);

/** How what each transport exports must begin: with its gate, before anything else is done. */
const ACTION_GATE = /^return run(?:Action|Change|Proven)\(\s*'[a-zA-Z. ]+',/;
const ROUTE_GATE =
  /^return (?:handle(?:Unattended)?\(request,\s*'[a-zA-Z. ]+',|handle(?:Open|Guest|Public|PublicSecret)\(request,)/;
const LOADER_GATE =
  /^(?:(?:const actor = )?await requireActor\('[a-zA-Z. ]+'\);|const guest = await currentGuest\(\w+\);\n\s*if \(!guest\) return null;)/;
const PAGE_GATE = /\b(?:requireActor\('[a-zA-Z. ]+'\)|load[A-Z]\w*\()/;

/** A function or value that a file exports, and what its function does first. */
function exported(text: string): { readonly name: string; readonly first: string }[] {
  const found = [...text.matchAll(/^export\s+(?!type\b|interface\b)(.*)$/gm)];
  return found.flatMap((match) => {
    const name = /^(?:async )?(?:function|const) (\w+)/.exec(match[1] ?? '')?.[1] ?? match[1] ?? '';
    const rest = text.slice(match.index);
    // The body opens at the end of a line; a type of its own may stand on the lines before.
    const body = /\{\n\s*(?=(?:return|const|await|if|let)\b)/.exec(rest);
    return [{ name, first: body ? rest.slice(body.index + body[0].length) : '' }];
  });
}

/** Every page, action and route handler is built by its transport's gate, so that nothing is done for whom it is not for. */
export const gates = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) => {
    const must = (gate: RegExp, kind: string, open: ReadonlySet<string> = new Set()) =>
      exported(text)
        .filter(({ name, first }) => !open.has(name) && !gate.test(first))
        .map(({ name }) => `${path}: ${name} does not begin with the gate of ${kind}`);
    if (ACTIONS_FILE.test(path)) return must(ACTION_GATE, 'actions');
    if (ROUTE_FILE.test(path)) return must(ROUTE_GATE, 'routes', new Set(['dynamic']));
    if (LOADERS_FILE.test(path)) return must(LOADER_GATE, 'pages', OPEN_LOADERS);
    return PAGE_FILE.test(path) && !PAGE_GATE.test(text) ? [`${path}: this page asks no gate`] : [];
  });
