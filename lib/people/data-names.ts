import { z } from 'zod';
import type { Db, Tx } from '#lib/platform/db.ts';

/** Who people were by name at any moment: their present names, and the changes of name that the history holds. */
export type Names = {
  readonly present: ReadonlyMap<string, { readonly name: string; readonly role: string }>;
  /** By person, oldest first: until when they bore which name. */
  readonly before: ReadonlyMap<string, readonly { readonly until: Date; readonly name: string }[]>;
};

const renamed = z.object({ changes: z.object({ name: z.object({ before: z.string() }) }) });

/** Reads the names of everybody, present and past. A change whose detail was erased by law is not there to be read. */
export async function readNames(db: Db | Tx): Promise<Names> {
  const people = await db.user.findMany({ select: { id: true, name: true, role: true } });
  const rows = await db.$queryRaw<{ id: string; at: Date; detail: string }[]>`
    select e.subject_id as id, e.at, d.detail from events e join event_details d on d.chain = e.chain and d.sequence = e.sequence
    where e.chain = 'desk' and e.action = 'person.edited' and d.detail is not null order by e.sequence`;
  const before = new Map<string, { until: Date; name: string }[]>();
  for (const { id, at, detail } of rows) {
    const change = renamed.safeParse(JSON.parse(detail));
    if (!change.success) continue;
    const names = before.get(id) ?? [];
    names.push({ until: at, name: change.data.changes.name.before });
    before.set(id, names);
  }
  return { present: new Map(people.map(({ id, name, role }) => [id, { name, role }])), before };
}

/** The name that somebody bore at a moment; empty for nobody. */
export function nameAt({ present, before }: Names, id: string | null, at: Date): string {
  if (id === null) return '';
  const then = before.get(id)?.find((name) => at < name.until);
  return then?.name ?? present.get(id)?.name ?? '';
}

/** The names that others than this person bear or have borne. */
export function namesOfOthers({ present, before }: Names, selfId: string | null): string[] {
  return [...present].flatMap(([id, { name }]) =>
    id === selfId ? [] : [name, ...(before.get(id) ?? []).map((one) => one.name)],
  );
}
