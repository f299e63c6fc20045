import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One source file: its path from the project's root, its text, and what it imports of the project's own. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly { readonly path: string; readonly isType: boolean }[];
};

const ROOTS = ['app', 'components', 'lib'];
const SKIPPED = /(?:^|\/)(?:generated|weights)(?:\/|$)/;

/** Every TypeScript source of the product. */
export function readSources(root: string): Source[] {
  return ROOTS.flatMap((folder) =>
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
const DOMAINS = [
  'articles',
  'claims',
  'evidence',
  'verdicts',
  'reports',
  'people',
  'comments',
  'history',
  'settings',
  'search',
].map((name) => `lib/${name}`);
const within = (path: string, folder: string) => path.startsWith(`${folder}/`);
const isIn = (path: string, folders: readonly string[]) => folders.some((folder) => within(path, folder));

/** From the widest to the narrowest: a file imports its own layer or a narrower one. */
const LAYERS: readonly (readonly string[])[] = [
  ['app', 'lib/cli', 'lib/worker'],
  ['components', 'lib/i18n'],
  DOMAINS,
  ['lib/exports', 'lib/ingest'],
  PURE,
];
const layerOf = (path: string): number => LAYERS.findIndex((folders) => isIn(path, folders));

/** What of a domain a component may import: what leaves it, and what is pure. Server actions are its way back. */
const FOR_COMPONENTS = /\/(?:types|schema|rules|policy|actions)(?:-[a-z-]+)?\.ts$/;

export function layering(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap(({ path, isType }) => {
      const says = (why: string) => [`${source.path} imports ${path}: ${why}`];
      if (isIn(source.path, PURE))
        return isIn(path, PURE) ? [] : says('the engine, anchor and match import nothing else of lib');
      if (within(path, 'lib/platform'))
        return within(source.path, 'components') && !isType && !path.endsWith('/result.ts')
          ? says('components do not reach the platform')
          : [];
      if (within(source.path, 'lib/platform'))
        return isType || within(path, 'lib/people') || within(path, 'lib/platform')
          ? []
          : says('the platform stands under the domains');
      const [from, to] = [layerOf(source.path), layerOf(path)];
      if (from === -1 || to === -1) return [];
      if (to < from) return says('imports run one way');
      if (within(source.path, 'components') && isIn(path, DOMAINS) && !FOR_COMPONENTS.test(path))
        return says('components know of a domain its types, schemas, rules and actions');
      return [];
    }),
  );
}

/** Files that import one another in a circle, each circle once. Imports of types alone make no circle. */
export function circles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [source.path, source.imports.filter((item) => !item.isType).map((item) => item.path)]),
  );
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

export const fileNames = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => isIn(path, DOMAINS) && !DOMAIN_FILE.test(path.split('/').at(-1) ?? ''))
    .map(({ path }) => `${path}: a domain's files are named by their layer`);

const QUERY =
  /\$(?:queryRaw|executeRaw)|\b(?:db|tx)\.[a-zA-Z]+\.(?:find|create|update|delete|upsert|count|aggregate|groupBy)/;
const MAY_QUERY = /\/(?:data|mutations|policy)(?:-[a-z-]+)?\.ts$/;

/** Only reads, writes and gates speak to the database. */
export const queries = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path, text }) => QUERY.test(text) && !MAY_QUERY.test(path) && !isIn(path, ['lib/platform', 'lib/cli']))
    .map(({ path }) => `${path}: only data, mutations, policy and the platform speak to the database`);

/** Only the gates make an actor. */
export const minting = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path, text }) => /\bmintActor\(/.test(text) && !/^lib\/platform\/(?:actor|auth[a-z-]*)\.ts$/.test(path))
    .map(({ path }) => `${path}: only the gates mint actors`);

const LONGEST = { app: 300, components: 300, lib: 400 } as const;

export const lengths = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) => {
    const most = path.startsWith('lib/') ? LONGEST.lib : LONGEST.app;
    const lines = text.split('\n').length;
    return lines > most && !within(path, 'lib/engine/lexicon') ? [`${path}: ${lines} lines, at most ${most}`] : [];
  });
