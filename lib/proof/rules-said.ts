import { GUEST_SAYINGS } from '#lib/articles/rules-proof.ts';
import { CLAIM_SAYINGS } from '#lib/claims/rules-proof.ts';
import { COMMENT_SAYINGS } from '#lib/comments/rules-proof.ts';
import { EVIDENCE_SAYINGS } from '#lib/evidence/rules-proof.ts';
import { brief, type SaidEvent, type Saying, type Sayings } from '#lib/history/rules-said.ts';
import type { Action } from '#lib/history/types.ts';
import { PEOPLE_SAYINGS } from '#lib/people/rules-proof.ts';
import { canonicalJson, type Json } from '#lib/platform/canonical.ts';
import { PUBLISHING_SAYINGS } from '#lib/publishing/rules-proof.ts';
import { REPORT_SAYINGS } from '#lib/reports/rules-proof.ts';
import { REVISION_SAYINGS } from '#lib/revisions/rules-proof.ts';
import { SETTINGS_SAYINGS } from '#lib/settings/rules-proof.ts';
import { SOURCE_SAYINGS } from '#lib/sources/rules-proof.ts';
import { CAPTURE_SAYINGS } from '#lib/sources/rules-proof-captures.ts';
import { VERDICT_SAYINGS } from '#lib/verdicts/rules-proof.ts';
import type { ProofBreak } from './types.ts';

const SAYINGS: Sayings = {
  ...PEOPLE_SAYINGS,
  ...SETTINGS_SAYINGS,
  ...SOURCE_SAYINGS,
  ...CAPTURE_SAYINGS,
  ...CLAIM_SAYINGS,
  ...EVIDENCE_SAYINGS,
  ...VERDICT_SAYINGS,
  ...COMMENT_SAYINGS,
  ...GUEST_SAYINGS,
  ...REVISION_SAYINGS,
  ...REPORT_SAYINGS,
  ...PUBLISHING_SAYINGS,
};

/** An event of a chain as the walk reads it; `detail` is null where it was erased. */
export type ToldEvent = Omit<SaidEvent, 'detail'> & {
  readonly sequence: number;
  readonly action: string;
  readonly detail: string | null;
};

type Said = { readonly sequence: number; readonly value: string };
/** What a chain's events say of its records: by table and key, by column. Null where a detail that told of it was erased. */
export type ChainSays = Map<string, Map<string, Said> | null>;

const nameOf = ({ table, key }: Pick<Saying, 'table' | 'key'>) => `${table} ${key}`;
const textOf = (value: Json) => canonicalJson(brief(value));

/** Takes one more event of the chain in. */
export function hear(says: ChainSays, event: ToldEvent): void {
  for (const saying of sayingsOf(event)) {
    if (saying.key === ANY && saying.says !== null) {
      forgetOfAll(says, saying);
      continue;
    }
    const name = nameOf(saying);
    if (saying.says === null) {
      says.set(name, null);
      continue;
    }
    const columns = says.has(name) ? says.get(name) : new Map<string, Said>();
    // Of a record whose words were erased, what is said later is not enough to tell.
    if (!columns) continue;
    says.set(name, columns);
    for (const column of saying.forgets ?? []) columns.delete(column);
    for (const [column, value] of Object.entries(saying.says))
      if (value !== undefined) columns.set(column, { sequence: event.sequence, value: textOf(value) });
  }
}

/** What was said of some columns of every record of a table holds no longer. */
function forgetOfAll(says: ChainSays, { table, forgets = [] }: Pick<Saying, 'table' | 'forgets'>): void {
  for (const [name, columns] of says)
    if (name.startsWith(`${table} `)) for (const column of forgets) columns?.delete(column);
}

type Heard = Pick<Saying, 'table' | 'key' | 'forgets'> & { readonly says: Saying['says'] | null };

function sayingsOf(event: ToldEvent): readonly Heard[] {
  // Who forges events may name an action as they like.
  if (!Object.hasOwn(SAYINGS, event.action)) return [];
  const saying = SAYINGS[event.action as Action] as (event: SaidEvent) => readonly Saying[];
  if (event.detail === null) return erased(event);
  try {
    return saying({ ...event, detail: JSON.parse(event.detail) });
  } catch {
    // Not what Stet writes: the walk has found it changed.
    return [];
  }
}
const ABOUT_THEIR_SUBJECT = [
  'users',
  'settings',
  'ratings',
  'claims',
  'evidence',
  'verdicts',
  'sign_offs',
  'fixes',
  'comments',
  'reports',
  'captures',
];
/** Any record of a table that nothing else is said of: which of the article's texts or readings it was, only the detail had told. */
const ANY = '*';

/** What an event whose detail was erased spoke of, without what it said. */
const erased = ({ subjectId, action }: ToldEvent): readonly Heard[] => [
  // Which evidence came to which source.
  ...(action === 'source.merged' ? [{ table: 'evidence', key: ANY, says: {}, forgets: ['source_id'] }] : []),
  ...ABOUT_THEIR_SUBJECT.map((table) => ({ table, key: subjectId, says: null })),
  { table: 'revisions', key: ANY, says: null },
  { table: 'readings', key: ANY, says: null },
];

/** Tables in which no row stands but by an event of its own. */
const BY_EVENT = new Set(['users', 'verdicts', 'sign_offs', 'comments', 'reports', 'revisions', 'readings']);

/** A record in the words of the events, as it is now. */
export type AsSaid = { readonly table: string; readonly key: string; readonly has: Readonly<Record<string, Json>> };

/** How a record differs from what its chain says of it, or null. */
export function holdAgainst(says: ChainSays, chain: string, { table, key, has }: AsSaid): ProofBreak | null {
  const name = nameOf({ table, key });
  const columns = says.has(name) ? says.get(name) : says.get(nameOf({ table, key: ANY }));
  const record = { table, key };
  if (columns === undefined)
    return BY_EVENT.has(table) ? { chain, sequence: null, because: 'record-unspoken', record } : null;
  const unlike = [...(columns ?? [])].filter(([column, { value }]) => textOf(has[column] ?? null) !== value);
  const [first] = unlike;
  if (!first) return null;
  const sequence = Math.max(...unlike.map(([, said]) => said.sequence));
  return { chain, sequence, because: 'record-changed', record, columns: unlike.map(([column]) => column) };
}
