import { type ChainHead, type ChainLink, hashOf } from '#lib/history/rules.ts';
import { sql } from '#lib/platform/sql.ts';
import { tamper } from './desk.ts';
import { need } from './scene.ts';

/** A chain as it stands in the database, or in a history's file. */
export type Chain = { readonly links: readonly ChainLink[]; readonly head: ChainHead };

export async function chainOf(id: string): Promise<Chain> {
  const links = await sql()<ChainLink[]>`
    select e.chain, e.sequence, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_id as "actorId",
      e.actor_kind as "actorKind", e.action, e.subject_type as "subjectType", e.subject_id as "subjectId",
      e.detail_hash as "detailHash", e.previous_hash as "previousHash", e.hash, e.records_hash as "recordsHash",
      json_build_object('salt', r.salt, 'lines', r.records) as records, d.salt, d.detail, null as hidden
    from events e join event_details d using (chain, sequence) left join event_records r using (chain, sequence) where e.chain = ${id} order by e.sequence`;
  const [head] = await sql()<ChainHead[]>`select id as chain, sequence, hash from chains where id = ${id}`;
  return { links: [...links], head: need(head) };
}

/** Puts the chain into the database in the place of what is there, past every guard. */
export const putChain = ({ links, head }: Chain): Promise<void> =>
  tamper(async (tx) => {
    await tx`delete from event_records where chain = ${head.chain}`;
    await tx`delete from event_details where chain = ${head.chain}`;
    await tx`delete from events where chain = ${head.chain}`;
    for (const link of links) {
      await tx`
        insert into events (chain, sequence, at, actor_id, actor_kind, action, subject_type, subject_id, detail_hash, previous_hash, hash, records_hash)
        values (${link.chain}, ${link.sequence}, ${link.at}, ${link.actorId}, ${link.actorKind}, ${link.action}, ${link.subjectType},
          ${link.subjectId}, ${link.detailHash}, ${link.previousHash}, ${link.hash}, ${link.recordsHash})`;
      await tx`
        insert into event_details (chain, sequence, salt, detail)
        values (${link.chain}, ${link.sequence}, ${link.salt}, ${link.detail})`;
      // What an event says of records goes along with it: whoever forges a chain moves all of it.
      if (link.records?.lines != null)
        await tx`
          insert into event_records (chain, sequence, salt, records)
          values (${link.chain}, ${link.sequence}, ${link.records.salt}, ${link.records.lines})`;
    }
    await tx`update chains set sequence = ${head.sequence}, hash = ${head.hash} where id = ${head.chain}`;
  });

/** A history's file, line by line, with the chain in the place of the one that it holds; its count is made to fit. */
export function withChain(lines: readonly string[], { links, head }: Chain): string {
  const isOurs = (line: string) => line.includes(`"chain":"${head.chain}"`);
  const others = lines.slice(1, -1).filter((line) => !isOurs(line));
  const isHead = (line: string) => line.startsWith('{"kind":"head"');
  const body = [
    ...others.filter((line) => !isHead(line)),
    ...links.map(({ records: _, ...link }) => JSON.stringify({ kind: 'event', link })),
    ...others.filter(isHead),
    JSON.stringify({ kind: 'head', head }),
  ];
  return [need(lines[0]), ...body, JSON.stringify({ kind: 'end', count: body.length }), ''].join('\n');
}

/** Numbers and hashes the links anew, as who knows how it is done would. */
function rehash(links: readonly ChainLink[], { chain }: ChainHead): Chain {
  let head: ChainHead = { chain, sequence: 0, hash: '' };
  const anew = links.map((link) => {
    const placed = { ...link, sequence: head.sequence + 1, previousHash: head.hash };
    const hashed = { ...placed, hash: hashOf(placed) };
    head = { chain, sequence: hashed.sequence, hash: hashed.hash };
    return hashed;
  });
  return { links: anew, head };
}

const renumber = (links: readonly ChainLink[]) => links.map((link, i) => ({ ...link, sequence: i + 1 }));
const edit = (links: readonly ChainLink[], sequence: number, change: Partial<ChainLink>) =>
  links.map((link) => (link.sequence === sequence ? { ...link, ...change } : link));
const at = (links: readonly ChainLink[], sequence: number) => need(links.find((link) => link.sequence === sequence));
const endAt = ({ links, head }: Chain, sequence: number): Chain => ({
  links: links.filter((link) => link.sequence <= sequence),
  head: { ...head, sequence, hash: at(links, sequence).hash },
});

type Found = { readonly sequence: number; readonly words: string; readonly byReport?: true };
export type Tampering = {
  readonly name: string;
  /** `seen` is how far a report has seen the chain. */
  readonly change: (chain: Chain, seen: number) => Chain;
  /** The first broken link, and what is said of it; `byReport` where the chain alone does not tell. */
  readonly found: (seen: number) => Found;
};

const WORDS = {
  changed: 'the event was changed',
  detail: 'the detail of the event was changed or taken away',
  follows: 'the event does not follow from the one before it',
  missing: 'the event is missing',
  end: 'the end of the chain is not where it was kept',
} as const;

export const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'an edited row',
    change: (chain) => ({ ...chain, links: edit(chain.links, 3, { action: 'claim.accepted' }) }),
    found: () => ({ sequence: 3, words: WORDS.changed }),
  },
  {
    name: 'an edited row with a hash that fits it',
    change: (chain) => {
      const forged = { ...at(chain.links, 3), actorId: null };
      return { ...chain, links: edit(chain.links, 3, { ...forged, hash: hashOf(forged) }) };
    },
    found: () => ({ sequence: 4, words: WORDS.follows }),
  },
  {
    name: 'an edited detail',
    change: (chain) => {
      const { detail } = at(chain.links, 3);
      return { ...chain, links: edit(chain.links, 3, { detail: need(detail).replace('True', 'False') }) };
    },
    found: () => ({ sequence: 3, words: WORDS.detail }),
  },
  {
    name: 'a deleted row',
    change: (chain) => ({ ...chain, links: chain.links.filter((link) => link.sequence !== 2) }),
    found: () => ({ sequence: 2, words: WORDS.missing }),
  },
  {
    name: 'a deleted row and the rest numbered anew',
    change: (chain) => ({ ...chain, links: renumber(chain.links.filter((link) => link.sequence !== 2)) }),
    found: () => ({ sequence: 2, words: WORDS.follows }),
  },
  {
    name: 'an inserted row',
    change: (chain) => {
      const inserted = { ...at(chain.links, 2), sequence: 3, previousHash: at(chain.links, 2).hash };
      const [before, after] = [chain.links.slice(0, 2), chain.links.slice(2)];
      return { ...chain, links: renumber([...before, { ...inserted, hash: hashOf(inserted) }, ...after]) };
    },
    found: () => ({ sequence: 4, words: WORDS.follows }),
  },
  {
    name: 'a row put after the end',
    change: (chain) => {
      const last = need(chain.links.at(-1));
      const added = { ...last, sequence: last.sequence + 1, previousHash: last.hash };
      return { ...chain, links: [...chain.links, { ...added, hash: hashOf(added) }] };
    },
    // After what the report has seen comes the report's own event, and what `stet export` wrote down.
    found: (seen) => ({ sequence: seen + 3, words: WORDS.end }),
  },
  {
    name: 'a cut tail',
    change: (chain, seen) => ({ ...chain, links: chain.links.filter((link) => link.sequence < seen) }),
    found: (seen) => ({ sequence: seen, words: WORDS.end }),
  },
  {
    name: 'a tail cut two links back, with the end that is kept moved along',
    change: (chain, seen) => endAt(chain, seen - 2),
    found: (seen) => ({
      sequence: seen - 1,
      words: 'the chain ends before the head that was kept of it',
      byReport: true,
    }),
  },
  {
    name: 'a chain hashed anew from end to end',
    change: (chain) => rehash(edit(chain.links, 2, { actorId: null }), chain.head),
    found: (seen) => ({
      sequence: seen,
      words: 'the chain was hashed anew since its head was kept',
      byReport: true,
    }),
  },
  {
    name: 'a row left out of a chain hashed anew',
    change: (chain) =>
      rehash(
        chain.links.filter((link) => link.sequence !== 3),
        chain.head,
      ),
    found: (seen) => ({
      sequence: seen,
      words: 'the chain was hashed anew since its head was kept',
      byReport: true,
    }),
  },
];
