import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { z } from 'zod';

const Exports = z.object({ __wbindgen_start: z.function({ output: z.void() }) });

/**
 * Prisma's schema engine in WebAssembly: the binary its command line would download, as an npm package. The interface is
 * undocumented, so it is pinned to one version and met in this file only.
 */
async function openEngine(pool: pg.Pool, schema: string): Promise<glue.SchemaEngine> {
  await loadOnce();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
}

/**
 * The engine reads the catalogue's columns of the type "char", which Prisma's adapter refuses. They are passed through
 * the adapter as the array type it does know, and become single characters behind it.
 */
class CatalogueAdapter extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(instead(pool, 'query', asArrays));
  }

  override async connect() {
    return instead(await super.connect(), 'queryRaw', asCharacters);
  }
}

const CHAR = 18;
const CHAR_ARRAY = 1002;

function asArrays(result: unknown): unknown {
  for (const field of listIn(result, 'fields')) {
    if (isRecord(field) && field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
  }
  return result;
}

function asCharacters(result: unknown): unknown {
  const types = listIn(result, 'columnTypes');
  const { CharacterArray, Character } = ColumnTypeEnum;
  for (const [column, type] of types.entries()) if (type === CharacterArray) types[column] = Character;
  return result;
}

/** The same object, but with what one of its methods resolves to passed through `change`. */
function instead<T extends object>(object: T, method: string, change: (result: unknown) => unknown): T {
  return new Proxy(object, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (key !== method) return value.bind(target);
      return async (...args: unknown[]) => change(await Reflect.apply(value, target, args));
    },
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function listIn(value: unknown, key: string): unknown[] {
  const list = isRecord(value) ? value[key] : null;
  return Array.isArray(list) ? list : [];
}

let loading: Promise<void> | undefined;

function loadOnce(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  // Where the engine puts its words before it gives up; without it a failure says only "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => console.error(words) } });
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(readFileSync(entry.replace(/\.js$/, '.wasm')));
  const imports = { './schema_engine_bg.js': { ...glue } };
  const { exports } = await WebAssembly.instantiate(module, imports);
  glue.__wbg_set_wasm(exports);
  Exports.parse(exports).__wbindgen_start();
}

/**
 * The SQL that takes the database at `databaseUrl` to what `schema` (the text of a Prisma schema) describes; null where
 * it is there already. What the schema language cannot say (triggers, checks, partial indexes) is left as it is.
 */
export async function diffSchema(databaseUrl: string, schema: string): Promise<string | null> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const engine = await openEngine(pool, schema);
    const files = [{ path: 'schema.prisma', content: schema }];
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    await pool.end();
  }
}
