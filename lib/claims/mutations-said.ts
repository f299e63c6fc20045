import type { Changes } from '#lib/history/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import { figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { Said } from '#lib/standing/types.ts';
import { changesOf, claimantId, type HeldClaim } from './mutations-shared.ts';
import { claimantKept, claimantLine } from './rules-said.ts';
import type { Wording } from './rules-wording.ts';

type KeptSaid = Pick<HeldClaim, 'polarity' | 'factuality' | 'via'> & {
  readonly claimant: Pick<HeldClaim['claimant'], 'kind' | 'name'>;
};
type Kept = KeptSaid & Pick<HeldClaim, 'statement' | 'figures' | 'times'>;

export const saidOf = ({ polarity, factuality, via, claimant: { kind, name } }: KeptSaid): Said => ({
  polarity,
  factuality,
  claimant: claimantKept(kind, name),
  via,
});

/** A claim's wording as its row keeps it. */
export const wordingOf = (claim: Kept): Wording => ({
  statement: claim.statement,
  figures: figuresColumn.read(claim.figures),
  times: timesColumn.read(claim.times),
  said: saidOf(claim),
});

/** What a claim's row keeps of its wording. */
export const wordingRow = async (tx: Tx, { statement, figures, times, said }: Wording) => ({
  statement,
  figures: figuresColumn.write(figures),
  times: timesColumn.write(times),
  polarity: said.polarity,
  factuality: said.factuality,
  claimantId: await claimantId(tx, said.claimant.kind, said.claimant.name),
  via: said.via,
});

/** What of a claim's wording differs, by the names of its fields: all of it is what verdicts rest on. */
export const wordingChanges = (was: Wording, next: Wording): Changes =>
  changesOf([
    ['statement', was.statement, next.statement],
    ['claimant', claimantLine(was.said.claimant), claimantLine(next.said.claimant)],
    ['via', was.said.via, next.said.via],
    ['polarity', was.said.polarity, next.said.polarity],
    ['factuality', was.said.factuality, next.said.factuality],
    ['figures', was.figures.map(figureLine), next.figures.map(figureLine)],
    ['times', was.times.map(timeLine), next.times.map(timeLine)],
  ]);
