import { sentenceStates } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { readingKey } from '#lib/workbench/rules.ts';
import type { BenchNewsDTO } from '#lib/workbench/types.ts';
import { applyPatch, markKey, type WorkbenchState } from './store.ts';

/**
 * The state with what the server has now: only what is otherwise is made anew, so that the rest stays as drawn, and what is
 * chosen, open and typed stays as it is. Of another text only the news is taken in: its places mean nothing in this one.
 */
export function withNews(state: WorkbenchState, fresh: BenchNewsDTO): WorkbenchState {
  const { bench } = state;
  const isRevision = fresh.revision.id !== bench.revision.id;
  if (isRevision || fresh.reading !== readingKey(bench.revision)) {
    const newer = { number: fresh.revision.number, isRevision };
    return isSame(state.newer, newer) ? state : { ...state, newer };
  }
  const patched = patchedBy(state, fresh);
  const now = {
    article: kept(bench.article, fresh.article),
    people: kept(bench.people, fresh.people),
    talk: kept(bench.talk, fresh.talk),
    guests: kept(bench.guests, fresh.guests),
    ratings: kept(bench.ratings, fresh.ratings),
    reader: kept(bench.reader, fresh.reader),
    latestReport: kept(bench.latestReport, fresh.latestReport),
    presentRevision: fresh.presentRevision,
  };
  const isBenchSame = Object.entries(now).every(([name, value]) => bench[name as keyof typeof now] === value);
  if (isBenchSame) return patched;
  const next = { ...patched, bench: { ...bench, ...now } };
  return now.article.minorCounts === bench.article.minorCounts ? next : { ...next, reading: readingOf(next) };
}

/** How far the text is read, where it is counted otherwise than before. */
const readingOf = ({ bench, claims, marks }: WorkbenchState): WorkbenchState['reading'] =>
  sentenceStates(bench.revision.sentences, [...claims.values()], [...marks.values()], bench.article.minorCounts);

function patchedBy(state: WorkbenchState, fresh: BenchNewsDTO): WorkbenchState {
  const claims = fresh.claims.filter((claim) => !isSame(state.claims.get(claim.id), claim));
  const known = new Set(fresh.claims.map(({ id }) => id));
  // Withdrawn, or become others: what it is no more its own page tells.
  const gone = [...state.claims.values()].flatMap((claim): ClaimDTO[] =>
    known.has(claim.id) || claim.withdrawn || claim.replaced ? [] : [{ ...claim, withdrawn: true }],
  );
  const marks = fresh.marks.filter((mark) => !isSame(state.marks.get(markKey(mark)), mark));
  const marked = new Set(fresh.marks.map(({ id }) => id));
  const marksGone = [...state.marks.values()].flatMap(({ id }) => (marked.has(id) ? [] : [id]));
  if (claims.length + gone.length + marks.length + marksGone.length === 0) return state;
  const patched = applyPatch(state, { claims: [...claims, ...gone], marks, marksGone });
  const details = new Map(patched.details);
  for (const { id } of [...claims, ...gone]) if (id !== patched.selectedId) details.delete(id);
  return { ...patched, details };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const kept = <T>(before: T, now: T): T => (isSame(before, now) ? before : now);
