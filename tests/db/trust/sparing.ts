import type { Db } from '#lib/platform/db.ts';
import { claimsById } from '#lib/standing/data-claims.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { Door } from './doors.ts';
import { need, type Scene } from './scene.ts';

/** How far anything was changed: every change leaves an event. */
export async function changes(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ sum: bigint | null }[]>`select sum(sequence)::bigint as sum from chains`;
  return row?.sum ?? 0n;
}

/** A scene that hands out again what an earlier knock has left as it was. */
export type SparingScene = Scene & {
  /** Before each knock: the claims that are asked for from now on may be those that the one before was given, unless the door wants them new. */
  nextKnock(door: Door): void;
};

/**
 * The same scene; a claim takes as long to make as ten doors to answer, and most doors leave it as it was. Two claims asked for in one knock are two.
 */
export function sparing(scene: Scene): SparingScene {
  const claims = shelf(scene, scene.claim);
  const judged = scene.judged === scene.claim ? claims : shelf(scene, scene.judged);
  return {
    ...scene,
    claim: claims.take,
    judged: judged.take,
    nextKnock: ({ anew = false }) => {
      claims.rewind(anew);
      judged.rewind(anew);
    },
  };
}

type Kept = { readonly claim: ClaimDTO; readonly state: string; readonly changes: bigint };

function shelf({ db, author }: Scene, make: () => Promise<ClaimDTO>) {
  const kept: Kept[] = [];
  let at = 0;
  const asGood = async (earlier: Kept): Promise<Kept | null> => {
    const now = await changes(db);
    if (now === earlier.changes) return earlier;
    if ((await stateOf(db, earlier.claim.id)) !== earlier.state) return null;
    const [claim] = await claimsById(db, author, [earlier.claim.id]);
    return { ...earlier, claim: need(claim), changes: now };
  };
  const fresh = async (): Promise<Kept> => {
    const claim = await make();
    return { claim, state: await stateOf(db, claim.id), changes: await changes(db) };
  };
  return {
    rewind: (anew: boolean) => {
      at = 0;
      if (anew) kept.length = 0;
    },
    take: async (): Promise<ClaimDTO> => {
      const place = at++;
      const earlier = kept[place];
      const one = (earlier && (await asGood(earlier))) ?? (await fresh());
      kept[place] = one;
      return one.claim;
    },
  };
}

/**
 * The claim's records, but for what decides on nothing that a door asks: what was said of it, how often it was changed, and what
 * is kept of its sources.
 */
async function stateOf(db: Db, id: string): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    select jsonb_build_array(
      to_jsonb(c) - 'version' - 'touched_at',
      (select jsonb_agg(to_jsonb(a) order by a.id) from anchors a where a.claim_id = c.id),
      (select jsonb_agg(to_jsonb(e) order by e.id) from evidence e where e.claim_id = c.id),
      (select jsonb_agg(to_jsonb(s) - 'link' - 'link_key' order by s.id) from sources s
        where s.id in (select e.source_id from evidence e where e.claim_id = c.id)),
      (select jsonb_agg(to_jsonb(v) order by v.id) from verdicts v where v.claim_id = c.id),
      (select jsonb_agg(to_jsonb(s) order by s.id) from sign_offs s join verdicts v on v.id = s.verdict_id where v.claim_id = c.id),
      (select jsonb_agg(to_jsonb(f) order by f.id) from fixes f where f.claim_id = c.id),
      (select jsonb_agg(to_jsonb(l) order by l.id) from claim_links l where c.id in (l.a_id, l.b_id)),
      (select jsonb_agg(to_jsonb(l) order by l.id) from lineage l where c.id in (l.from_id, l.to_id))
    )::text as state
    from claims c where c.id = ${id}::uuid`;
  return need(row).state;
}
