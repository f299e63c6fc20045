import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { there } from './line.ts';
import { groupOf } from './outcome.ts';
import type { Outline, OutlinePerson, Row } from './types.ts';
import { rangeWords, say, sayOne } from './words.ts';

type Somebody = { readonly id: string | null; readonly name: string };
type Deeds = {
  readonly name: string;
  readonly role: string | null;
  verdicts: number;
  signed: number;
  asked: number;
  excluded: number;
  readonly read: Set<number>;
  isMaker: boolean;
};

/** Everybody who has had a hand in it, with their part: who judged most comes first. */
export function peopleOf(model: ReportModel): Outline['people'] {
  const known = new Map<string, Deeds>();
  const deedsOf = ({ id, name }: Somebody): Deeds => {
    const key = id ?? name;
    const person = model.people.find((one) => one.id === id);
    const fresh = { verdicts: 0, signed: 0, asked: 0, excluded: 0, isMaker: false };
    const found = known.get(key) ?? {
      ...fresh,
      name: person?.name ?? name,
      role: person ? sayOne('role', person.role) : null,
      read: new Set<number>(),
    };
    known.set(key, found);
    return found;
  };
  for (const claim of [...model.claims, ...model.formerClaims]) noteClaim(claim, deedsOf);
  deedsOf(model.frozenBy).isMaker = true;
  const all = [...known.values()].sort(
    (a, b) => b.verdicts - a.verdicts || b.signed - a.signed || (a.name < b.name ? -1 : 1),
  );
  return { title: say('whoTitle'), items: all.map(outlined) };
}

function noteClaim(claim: ReportClaim, deedsOf: (by: Somebody) => Deeds): void {
  for (const verdict of claim.verdicts) {
    const author = deedsOf(verdict.by);
    author.read.add(claim.number);
    if (verdict.ended === null) author.verdicts += 1;
    if (!verdict.signedOff) continue;
    const signer = deedsOf(verdict.signedOff.by);
    signer.signed += 1;
    signer.read.add(claim.number);
  }
  for (const { override } of claim.verdicts) if (override) deedsOf(override.by);
  for (const { by } of [...claim.openQueries, ...claim.closedQueries]) deedsOf(by).asked += 1;
  for (const { closedBy } of claim.closedQueries) deedsOf(closedBy);
  if (claim.excluded) deedsOf(claim.excluded.by).excluded += 1;
  if (claim.withdrawn?.by) deedsOf(claim.withdrawn.by);
}

function outlined({ name, role, read, ...did }: Deeds): OutlinePerson {
  const counts = there([
    did.verdicts > 0 && say('verdicts', { count: did.verdicts }),
    did.signed > 0 && say('signed', { count: did.signed }),
    did.asked > 0 && say('asked', { count: did.asked }),
    did.excluded > 0 && say('excludedCount', { count: did.excluded }),
    did.isMaker && say('madeReport'),
  ]);
  return {
    name,
    role,
    counts: counts.join(', '),
    read: read.size === 0 ? null : say('readWhat', { count: read.size, numbers: rangeWords([...read]) }),
  };
}

const FIGURES: ReadonlySet<string> = new Set(['quantity', 'comparison', 'trend']);

/** What the claims rest on, in numbers. What was withdrawn is not counted. */
export function restsOf(model: ReportModel, sources: number): Outline['rests'] {
  const claims = model.claims.filter((claim) => groupOf(claim) !== null);
  const live = (claim: ReportClaim) => claim.evidence.filter((item) => !item.withdrawn);
  const evidence = claims.flatMap(live);
  const looked = evidence.filter(({ quoteCheck }) => quoteCheck !== null);
  const settled = claims.filter((claim) => settlingVerdict(claim) !== null);
  const figures = settled.filter(({ kind }) => FIGURES.has(kind));
  const isPrimary = ({ source }: ReportClaim['evidence'][number]) => source.tier === 'primary';
  const of = (label: string, count: number, total: number): Row[] =>
    total === 0 ? [] : [{ label, value: say('ofMany', { count, total }) }];
  return {
    title: say('restTitle'),
    rows: [
      { label: say('restEvidence'), value: say('fromSources', { count: evidence.length, sources }) },
      ...of(say('restPrimary'), evidence.filter(isPrimary).length, evidence.length),
      ...of(
        say('restQuotes'),
        looked.filter(({ quoteCheck }) => quoteCheck === 'exact' || quoteCheck === 'broken').length,
        looked.length,
      ),
      ...of(say('restFigures'), figures.filter((claim) => live(claim).some(isPrimary)).length, figures.length),
      ...of(say('restPeople'), settled.filter(({ settledBy }) => settledBy !== 'one').length, settled.length),
    ],
  };
}
