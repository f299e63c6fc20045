import { beforeAll, describe, expect, test } from 'vitest';
import { commandActor } from '#lib/access/gate-command.ts';
import { setMode } from '#lib/articles/mutations.ts';
import { editClaim } from '#lib/claims/mutations.ts';
import { assignClaims } from '#lib/claims/mutations-assign.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { mergeClaims } from '#lib/claims/mutations-lineage.ts';
import { changeRole, setDisabled } from '#lib/people/mutations.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead, person, reopen } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { refusal } from './desk.ts';
import { race } from './race.ts';
import { need } from './scene.ts';

/*
 * Two at the same instant, each over a connection of their own. Every race is run several times with small delays on either
 * side, so that both orders come about; whichever comes first, the outcome must be one of those named.
 */
const database = withDatabase();
let people: Cast;
let other: Db;
beforeAll(async () => {
  people = await cast(database.db);
  other = connect(database.url, 3);
  return () => other.$disconnect();
});

const benches = new Map<'open' | 'blind', Promise<WorkbenchDTO>>();
/** An article for all the races that are about its claims alone: each has a claim of its own, as it would have in another article. */
function benchOf(mode: 'open' | 'blind' = 'open'): Promise<WorkbenchDTO> {
  const bench = benches.get(mode) ?? article(database.db, people.editor, { mode });
  benches.set(mode, bench);
  return bench;
}

async function judged() {
  const bench = await benchOf();
  const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
  await attach(database.db, people.first, claim.id, 'Berth list');
  await judge(database.db, people.first, claim.id, 'true', { rationale: 'So the list [1].' });
  const verdict = await lead(database.db, people.first, claim.id);
  const input = { verdictId: verdict.id, basisDigest: need(verdict.basisDigest), seen: verdict.seen };
  const { version } = (await detail(database.db, people.first, claim.id)).claim;
  return { id: claim.id, version, verdict, input };
}
type Judged = Awaited<ReturnType<typeof judged>>;

const standing = async (id: string) => (await detail(database.db, people.admin, id)).claim;
const signOffs = (verdictId: string) => database.db.signOff.count({ where: { verdictId, withdrawnAt: null } });

describe('races', () => {
  test('two sign-offs: one counts, the other is told', async () => {
    const seen = await race(
      judged,
      ({ input }) => signOff(database.db, people.second, input),
      ({ input }) => signOff(other, people.third, input),
      async ({ verdict }, outcomes) => {
        expect([...outcomes].sort()).toEqual(['done', 'moved-on']);
        expect(await signOffs(verdict.id)).toBe(1);
      },
    );
    expect(seen.size).toBe(2);
  });

  test('the same person twice: one sign-off', async () => {
    await race(
      judged,
      ({ input }) => signOff(database.db, people.second, input),
      ({ input }) => signOff(other, people.second, input),
      async ({ verdict }, outcomes) => {
        expect([...outcomes].sort()).toEqual(['done', 'moved-on']);
        expect(await signOffs(verdict.id)).toBe(1);
      },
    );
  });

  test('a sign-off against an edit: signed off and stale, or refused with the difference', async () => {
    const seen = await race(
      judged,
      ({ input }) => signOff(database.db, people.second, input),
      ({ id, version }) => editClaim(other, people.editor, { id, version, statement: 'Other words.' }),
      async ({ id }, [signed, edited]) => {
        expect(edited).toBe('done');
        expect(['done', 'basis-moved']).toContain(signed);
        const claim = await standing(id);
        expect(claim.stale).toBe(true);
        expect(claim.progress).toBe(signed === 'done' ? 'settled' : 'awaiting_second_reader');
      },
    );
    expect(seen.size).toBeGreaterThan(0);
  });

  test('a second reader who edits while they sign off is one or the other first', async () => {
    await race(
      judged,
      ({ input }) => signOff(database.db, people.second, input),
      ({ id, version }) => editClaim(other, people.second, { id, version, statement: 'Other words.' }),
      async (_, [signed]) => expect(['done', 'own-verdict']).toContain(signed),
    );
  });

  test('verdict against verdict: whoever has not read the other’s reads it first; then one seat each, and a dispute', async () => {
    await race(
      async () => {
        const bench = await benchOf();
        return claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
      },
      ({ id }) => judge(database.db, people.second, id, 'true'),
      ({ id }) => judge(other, people.third, id, 'false'),
      async ({ id }, outcomes) => {
        expect(outcomes).toContain('done');
        expect(['done', 'moved-on']).toEqual(expect.arrayContaining([...outcomes]));
        if (outcomes[0] === 'moved-on') await judge(database.db, people.second, id, 'true');
        if (outcomes[1] === 'moved-on') await judge(database.db, people.third, id, 'false');
        const seen = await detail(database.db, people.admin, id);
        expect(seen.verdicts.map(({ seat }) => seat).sort()).toEqual([1, 2]);
        expect(seen.claim.progress).toBe('disputed');
      },
    );
  });

  test('two blind verdicts at once: both count, neither was read before', async () => {
    await race(
      async () => {
        const bench = await benchOf('blind');
        return claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
      },
      ({ id }) => judge(database.db, people.second, id, 'true'),
      ({ id }) => judge(other, people.third, id, 'true'),
      async ({ id }, outcomes) => {
        expect(outcomes).toEqual(['done', 'done']);
        const { claim, verdicts } = await detail(database.db, people.viewer, id);
        expect(claim).toMatchObject({ progress: 'settled', settledBy: 'two' });
        expect(verdicts.map(({ mode, content }) => [mode, content !== null])).toEqual([
          ['blind', true],
          ['blind', true],
        ]);
        expect(verdicts.filter(({ signOff }) => signOff !== null)).toHaveLength(1);
      },
    );
  });

  test('two merges of one claim: one, and the other is shown what stands', async () => {
    await race(
      async () => {
        const bench = await benchOf();
        const claims = [];
        for (const words of ['Lorry tolls', 'will rise by 4.5 per cent', 'from June'])
          claims.push(await claimOn(database.db, people.first, bench, words));
        const [a, b, c] = claims.map(({ id, version }) => ({ id, version }));
        return { a: need(a), b: need(b), c: need(c), revisionId: bench.revision.id };
      },
      ({ a, b, revisionId }) =>
        mergeClaims(database.db, people.second, { claims: [a, b], revisionId, statement: 'Both', evidence: [] }),
      ({ b, c, revisionId }) =>
        mergeClaims(other, people.third, { claims: [c, b], revisionId, statement: 'Both', evidence: [] }),
      async ({ b }, outcomes) => {
        expect([...outcomes].sort()).toEqual(['done', 'stale-version']);
        expect(await database.db.lineage.count({ where: { fromId: b.id } })).toBe(1);
      },
    );
  });

  test('an exclusion against a verdict', async () => {
    await race(
      async () => {
        const bench = await benchOf();
        return claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
      },
      ({ id, version }) => excludeClaims(database.db, people.editor, { claims: [{ id, version }], reason: 'Not ours' }),
      ({ id }) => judge(other, people.third, id, 'true'),
      async ({ id }, [excluded, given]) => {
        expect(excluded).toBe('done');
        expect(['done', 'conflict']).toContain(given);
        const seen = await detail(database.db, people.admin, id);
        expect(seen.verdicts).toHaveLength(given === 'done' ? 1 : 0);
        expect(seen.claim.mark).toBe('excluded');
      },
    );
  });

  const newcomer = async () => {
    const made = await judged();
    const who = await person(database.db, `Newcomer ${Math.random()}`, 'reviewer');
    return { ...made, who };
  };
  const afterwards = async ({ verdict }: Judged, signed: string) => {
    expect(['done', 'forbidden']).toContain(signed);
    expect(await signOffs(verdict.id)).toBe(signed === 'done' ? 1 : 0);
  };

  test('a role taken away against a sign-off', async () => {
    await race(
      newcomer,
      ({ who, input }) => signOff(database.db, who, input),
      ({ who }) => changeRole(other, commandActor(), { id: who.id, version: 1, role: 'viewer' }),
      async (made, [signed, changed]) => {
        expect(changed).toBe('done');
        await afterwards(made, signed);
        expect(await refusal(signOff(database.db, made.who, made.input))).toBe('forbidden');
      },
    );
  });

  test('a person shut out against their sign-off', async () => {
    await race(
      newcomer,
      ({ who, input }) => signOff(database.db, who, input),
      ({ who }) => setDisabled(other, commandActor(), { id: who.id, version: 1, disabled: true }),
      async (made, [signed, changed]) => {
        expect(changed).toBe('done');
        await afterwards(made, signed);
      },
    );
  });

  test('rights that were taken since the session was read are gone: assigning to others, settling alone', async () => {
    const bench = await article(database.db, people.editor);
    const { id, version } = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise');
    const was = await person(database.db, 'Once an admin', 'admin');
    await changeRole(database.db, commandActor(), { id: was.id, version: 1, role: 'reviewer' });
    const assign = assignClaims(database.db, was, { claims: [{ id, version }], assigneeId: people.third.id });
    expect(await refusal(assign)).toBe('forbidden');
    expect(await refusal(judge(database.db, was, id, 'true', { overrideReason: 'I may' }))).toBe('forbidden');
  });

  test('a mode change against a verdict: the verdict has the mode before or after, and keeps it', async () => {
    await race(
      async () => {
        const bench = await article(database.db, people.editor, { mode: 'open' });
        return { bench, claim: await claimOn(database.db, people.first, bench, 'Lorry tolls will rise') };
      },
      async ({
        bench: {
          article: { id },
        },
      }) => {
        const { version } = (await reopen(other, people.editor, id)).article;
        return setMode(other, people.editor, { id, version, mode: 'blind' });
      },
      ({ claim }) => judge(database.db, people.second, claim.id, 'true'),
      async ({ claim }, outcomes) => {
        expect(outcomes).toEqual(['done', 'done']);
        const [verdict] = (await detail(database.db, people.third, claim.id)).verdicts;
        expect(verdict?.content === null).toBe(verdict?.mode === 'blind');
      },
    );
  });

  test('after all of that the history is whole', async () => {
    expect((await verifyHistory(sql(), [])).breaks).toEqual([]);
  });
});
