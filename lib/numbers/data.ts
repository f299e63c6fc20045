import { may } from '#lib/access/policy.ts';
import { visibleSql } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { getSettings } from '#lib/settings/data.ts';
import { LEAST_SHOWN } from '#lib/settings/types.ts';
import { isSecondReadingSql, readReadings } from './data-agreement.ts';
import { lastDays, maskedPairs, maskedPeople, stepDays, stepOf } from './rules.ts';
import { agreementOf, byRating, pairsOf } from './rules-readings.ts';
import type { Duration, NumbersDTO, Period, StepDTO, Stretch } from './types.ts';

/** What the desk has done in a period, of the articles that `actor` may see; without one, in the last thirty days. */
export async function readNumbers(db: Db, actor: Actor, asked: Period | null): Promise<NumbersDTO> {
  const settings = await getSettings(db);
  const { timeZone: zone } = settings;
  const today = await todayIn(db, zone);
  const period = asked ?? lastDays(today);
  const stretch = await stretchOf(db, period, zone);
  const seesPeople = may(actor, 'numbers.people');
  const least = settings.smallCounts ? 0 : LEAST_SHOWN;
  const [steps, toVerdict, settled, fixes, readings, people] = await Promise.all([
    readSteps(db, actor, stretch, period, zone),
    readToVerdict(db, actor, stretch),
    readSettled(db, actor, stretch),
    readFixes(db, actor, stretch),
    readReadings(db, actor, stretch),
    seesPeople ? readPeople(db, actor, stretch) : null,
  ]);
  const { toSettled, ...outcome } = settled;
  return {
    period,
    today,
    per: stepOf(period),
    steps,
    toVerdict,
    toSettled,
    settled: outcome,
    fixes,
    agreement: {
      blind: agreementOf(readings.filter(({ isBlind }) => isBlind)),
      open: agreementOf(readings.filter(({ isBlind }) => !isBlind)),
    },
    byRating: byRating(readings),
    people: people && maskedPeople(people, least),
    pairs: people && maskedPairs(pairsOf(readings), least),
    least,
  };
}

async function todayIn(db: Db, zone: string): Promise<string> {
  const [row] = await db.$queryRaw<{ day: string }[]>`select to_char(now() at time zone ${zone}, 'YYYY-MM-DD') as day`;
  if (!row) throw new Error('The database did not say what day it is');
  return row.day;
}

/** A period as instants. */
export async function stretchOf(db: Db, { from, to }: Period, zone: string): Promise<Stretch> {
  const [row] = await db.$queryRaw<Stretch[]>`
    select ${from}::date::timestamp at time zone ${zone} as from, (${to}::date + 1)::timestamp at time zone ${zone} as to`;
  if (!row) throw new Error('The database did not say when the period is');
  return row;
}

/** Verdicts `v` of the stretch that everybody may read, on claims `c` in `articles` that the actor may see. */
export const verdictsSql = (actor: Actor, { from, to }: Stretch) => Prisma.sql`
  verdicts v join claims c on c.id = v.claim_id join articles on articles.id = c.article_id
  where v.created_at >= ${from} and v.created_at < ${to} and v.revealed_at is not null and ${visibleSql(actor)}`;

/** A verdict `v` is the first that its claim ever got. */
const isFirstSql = Prisma.sql`v.seat = 1 and not exists (
  select from verdicts o where o.claim_id = v.claim_id and (o.created_at, o.id) < (v.created_at, v.id))`;

/** Sign-offs `s` of the stretch that are a second reading: not what comes by itself with a second verdict that finds the same. */
export const signOffsSql = (actor: Actor, { from, to }: Stretch) => Prisma.sql`
  sign_offs s join verdicts v on v.id = s.verdict_id join claims c on c.id = v.claim_id join articles on articles.id = c.article_id
  where s.created_at >= ${from} and s.created_at < ${to} and s.withdrawn_at is null and ${isSecondReadingSql} and ${visibleSql(actor)}`;

/**
 * Claims that were settled in the stretch and still are, as `settled`: when, with the verdict that settles. A claim is settled by the last of that
 * verdict, its sign-off, and a second verdict that found the same; so it is among those of which something came in the stretch.
 */
export const settledSql = (actor: Actor, stretch: Stretch) => Prisma.sql`
  touched as (
    select c.id from ${verdictsSql(actor, stretch)} union select c.id from ${signOffsSql(actor, stretch)}
  ), settled as (
    select c.id, v.created_at as given_at, r.stands, greatest(v.created_at,
      (select max(s.created_at) from sign_offs s where s.verdict_id = v.id and s.withdrawn_at is null),
      (select max(o.created_at) from verdicts o where o.claim_id = c.id and o.withdrawn_at is null and o.superseded_at is null)) as at
    from touched join claims c on c.id = touched.id join verdicts v on v.id = c.settled_verdict_id join ratings r on r.id = v.rating_id
    where c.progress = 'settled' and c.excluded_at is null and c.withdrawn_at is null and c.replaced_at is null
  ), settled_now as (select * from settled where at >= ${stretch.from} and at < ${stretch.to})`;

async function readSteps(db: Db, actor: Actor, stretch: Stretch, period: Period, zone: string): Promise<StepDTO[]> {
  const per = stepOf(period);
  const dayOf = (at: Prisma.Sql) => Prisma.sql`to_char(date_trunc(${per}, ${at} at time zone ${zone}), 'YYYY-MM-DD')`;
  const rows = await db.$queryRaw<{ day: string; what: keyof Omit<StepDTO, 'day'>; count: number }[]>`
    with ${settledSql(actor, stretch)}, done as (
      select ${dayOf(Prisma.sql`v.created_at`)} as day, case when ${isFirstSql} then 'firstVerdicts' else 'secondReadings' end as what
        from ${verdictsSql(actor, stretch)} and (v.seat = 2 or ${isFirstSql})
      union all select ${dayOf(Prisma.sql`s.created_at`)}, 'secondReadings' from ${signOffsSql(actor, stretch)}
      union all select ${dayOf(Prisma.sql`at`)}, 'settled' from settled_now)
    select day, what, count(*)::int as count from done group by day, what`;
  const found = new Map(rows.map(({ day, what, count }) => [`${day} ${what}`, count]));
  const of = (day: string, what: keyof Omit<StepDTO, 'day'>) => found.get(`${day} ${what}`) ?? 0;
  return stepDays(period).map((day) => ({
    day,
    firstVerdicts: of(day, 'firstVerdicts'),
    secondReadings: of(day, 'secondReadings'),
    settled: of(day, 'settled'),
  }));
}

/** Count, middle and ninetieth percentile of how many minutes lie between two instants of each row. */
const durationSql = (from: Prisma.Sql, to: Prisma.Sql) => {
  const minutes = Prisma.sql`extract(epoch from ${to} - ${from})::float8 / 60`;
  return Prisma.sql`count(*)::int as count, percentile_cont(0.5) within group (order by ${minutes}) as median,
    percentile_cont(0.9) within group (order by ${minutes}) as ninetieth`;
};

async function readToVerdict(db: Db, actor: Actor, stretch: Stretch): Promise<Duration> {
  const [row] = await db.$queryRaw<Duration[]>`
    select ${durationSql(Prisma.sql`c.created_at`, Prisma.sql`v.created_at`)} from ${verdictsSql(actor, stretch)} and ${isFirstSql}`;
  return row ?? { count: 0, median: null, ninetieth: null };
}

type SettledRow = Duration & Omit<NumbersDTO['settled'], 'count'>;

async function readSettled(
  db: Db,
  actor: Actor,
  stretch: Stretch,
): Promise<NumbersDTO['settled'] & { readonly toSettled: Duration }> {
  const has = (which: Prisma.Sql) => Prisma.sql`(count(*) filter (where exists (
    select from evidence e join sources on sources.id = e.source_id
    where e.claim_id = settled_now.id and e.withdrawn_at is null and ${which})))::int`;
  const [row] = await db.$queryRaw<SettledRow[]>`
    with ${settledSql(actor, stretch)}
    select (count(*) filter (where not stands))::int as wrong, ${has(Prisma.sql`true`)} as "withEvidence",
      ${has(Prisma.sql`sources.tier = 'primary'`)} as "withPrimary", ${has(Prisma.sql`e.capture_id is not null`)} as "withCapture",
      ${durationSql(Prisma.sql`given_at`, Prisma.sql`at`)}
    from settled_now`;
  if (!row) throw new Error('The database did not count the settled claims');
  const { count, median, ninetieth, ...outcome } = row;
  return { ...outcome, count, toSettled: { count, median, ninetieth } };
}

async function readFixes(db: Db, actor: Actor, stretch: Stretch): Promise<NumbersDTO['fixes']> {
  const [row] = await db.$queryRaw<NumbersDTO['fixes'][]>`
    select count(*)::int as proposed, (count(*) filter (where f.state in ('accepted', 'applied')))::int as accepted,
      (count(*) filter (where f.state = 'refused'))::int as refused
    from fixes f join (select v.id from ${verdictsSql(actor, stretch)}) given on given.id = f.verdict_id`;
  return row ?? { proposed: 0, accepted: 0, refused: 0 };
}

type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly firstVerdicts: number;
  readonly secondReadings: number;
  readonly evidence: number;
};

/** What each person did; evidence beside a verdict that is still blind is not counted, as its bringer would be told by it. */
function readPeople(db: Db, actor: Actor, stretch: Stretch): Promise<PersonRow[]> {
  return db.$queryRaw<PersonRow[]>`
    with done as (
      select v.author_id as id, case when ${isFirstSql} then 'first' else 'second' end as what
        from ${verdictsSql(actor, stretch)} and (v.seat = 2 or ${isFirstSql})
      union all select s.user_id, 'second' from ${signOffsSql(actor, stretch)}
      union all select e.created_by_id, 'evidence' from evidence e join claims c on c.id = e.claim_id join articles on articles.id = c.article_id
        where e.created_at >= ${stretch.from} and e.created_at < ${stretch.to} and e.withdrawn_at is null and ${visibleSql(actor)}
          and (articles.mode <> 'blind' or exists (select from verdicts v where v.claim_id = c.id and v.revealed_at is not null)
            and not exists (select from verdicts v where v.claim_id = c.id and v.revealed_at is null)))
    select users.id, users.name, (count(*) filter (where what = 'first'))::int as "firstVerdicts",
      (count(*) filter (where what = 'second'))::int as "secondReadings", (count(*) filter (where what = 'evidence'))::int as evidence
    from done join users on users.id = done.id group by users.id order by users.name, users.id`;
}
