import type { PersonActor } from '#lib/access/types.ts';
import type { Period } from '#lib/numbers/types.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { article, attach, cast, claimOn, judge } from '../desk.ts';

/** Numbers from 0 to 1 that look like chance and are the same every time (a linear congruential generator, Numerical Recipes). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const DAY = Date.UTC(2024, 2, 1, 12);

/**
 * Claims of March 2024, each judged by one of two people, and most of them blind by the other too: written as rows, as no two people could give so
 * many within a test. With what there is to count, counted here one by one.
 */
export async function plantedNumbers(db: Db, owner: Sql, claims: number) {
  const people = await cast(db, 'Planted');
  const readers = [people.first, people.second] satisfies PersonActor[];
  const blind = await article(db, people.editor, { mode: 'blind' });
  const model = await claimOn(db, people.first, blind, 'approved a £48.6 million budget');
  await attach(db, people.first, model.id, 'Minutes');
  await judge(db, people.first, model.id, 'true');
  await judge(db, people.second, model.id, 'true');
  const scale = await db.rating.findMany({ select: { id: true } });
  const next = chance(7);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  };
  const minutes: number[] = [];
  const byPerson = [0, 0];
  let [pairs, same] = [0, 0];
  await owner.begin(async (tx) => {
    // The triggers that keep the record are not asked: these rows are no record of anything.
    await tx`set local session_replication_role = replica`;
    const verdict = (claimId: string, seat: number, reader: PersonActor, ratingId: string, at: Date) => tx`
      insert into verdicts select (jsonb_populate_record(v, ${tx.json({
        id: crypto.randomUUID(),
        claim_id: claimId,
        author_id: reader.id,
        seat,
        rating_id: ratingId,
        created_at: at.toISOString(),
        revealed_at: at.toISOString(),
      })})).* from verdicts v where v.claim_id = ${model.id} and v.seat = 1`;
    for (let number = 0; number < claims; number++) {
      const id = crypto.randomUUID();
      const added = DAY + Math.floor(next() * 30 * 86_400_000);
      const took = 1 + Math.floor(next() * 600);
      const given = new Date(added + took * 60_000);
      if (given.getTime() >= Date.UTC(2024, 3, 1)) continue;
      await tx`insert into claims select (jsonb_populate_record(c, ${tx.json({
        id,
        number: 1000 + number,
        created_at: new Date(added).toISOString(),
        settled_verdict_id: null,
        progress: 'open',
        settled_by: null,
      })})).* from claims c where c.id = ${model.id}`;
      const first = Math.floor(next() * 2);
      const [one, two] = [readers[first], readers[1 - first]];
      if (!one || !two) throw new Error('There are two readers');
      const rating = pick(scale).id;
      await verdict(id, 1, one, rating, given);
      minutes.push(took);
      byPerson[first] = (byPerson[first] ?? 0) + 1;
      if (next() < 0.2) continue;
      const other = next() < 0.6 ? rating : pick(scale).id;
      await verdict(id, 2, two, other, new Date(given.getTime() + 1000));
      pairs += 1;
      if (other === rating) same += 1;
    }
  });
  const sorted = minutes.sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const period: Period = { from: '2024-03-01', to: '2024-03-31' };
  return {
    actor: people.editor,
    period,
    wanted: {
      pairs,
      same,
      firsts: minutes.length,
      median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
      byPerson,
    },
  };
}
