import type { SentenceMarkDTO } from '#lib/articles/types.ts';
import type { PresentDTO } from '#lib/live/types.ts';
import type { Result } from '#lib/platform/result.ts';
import { isLive, sentenceStates } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO, SentenceState, WorkbenchPatch } from '#lib/standing/types.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { type ClaimFilter, everything } from './filter.ts';
import type { OpenForm } from './forms.ts';
import { type ManyState, noMany } from './many-state.ts';
import { indexAt, isPlaced, type Place, type PlacedClaim } from './segments.ts';

/**
 * A step of one's own in this sitting that can be taken back, and the words that say so: at once, by a server action that is
 * called in its turn and so asks for the versions there are then; or, where the record asks why, by opening what asks. Such a
 * step stays until what it is `of` has been taken back.
 */
export type UndoStep =
  | { readonly says: string; readonly run: () => Promise<Result<WorkbenchPatch>> }
  | { readonly says: string; readonly open: () => void; readonly of: string };

/** What is asked before it is written: whether to sign a verdict off, or to let it stand as given, on the basis that is seen. */
export type Asked = {
  readonly deed: 'signOff' | 'confirm';
  readonly verdictId: string;
  readonly basisDigest: string;
  /** The verdicts in force and sign-offs that are seen, by id. */
  readonly seen: readonly string[];
};

/** A claim on which somebody was about to decide, and what they had seen of its verdicts, and of their basis, when more came. */
export type Missed = { readonly claimId: string; readonly seen: readonly string[]; readonly basis: string | null };

/** What the focus can be asked to go to. */
export type FocusGoal = 'wording' | 'verdict' | 'comment' | 'list' | 'claim' | 'reader';

/** The words that a claim is being given: its ends are moved by keys, or one of them by its handle. */
export type Rescope = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly by: 'keys' | 'handle';
  /** A claim whose words were lost, as it was: it stands in the galley only for as long as it is being re-attached. */
  readonly lost?: ClaimDTO;
};

/** The source that is open beside the galley, and where its reader stands. */
export type OpenSource = {
  readonly sourceId: string;
  /** The capture asked for; null for the newest. */
  readonly captureId: string | null;
  /** The stretch to go to, and whether it is offered to be attached or only shown. */
  readonly at: { readonly start: number; readonly end: number; readonly isOffered: boolean } | null;
  /** The job that captures it, just asked for. */
  readonly jobId: string | null;
};

export type WorkbenchState = {
  readonly bench: WorkbenchDTO;
  readonly claims: ReadonlyMap<string, ClaimDTO>;
  /** Ids in the order of their place; claims without one last. */
  readonly order: readonly string[];
  /** For every block of the revision, the claims that stand in it. */
  readonly byBlock: readonly (readonly PlacedClaim[])[];
  readonly marks: ReadonlyMap<string, SentenceMarkDTO>;
  /** For every sentence, where its reading stands. */
  readonly reading: readonly SentenceState[];
  readonly selectedId: string | null;
  /** The sentence in hand: the selected claim's, or the one "next unread" came to. */
  readonly sentence: number | null;
  /** Where several sentences are in hand, the one at their other end. */
  readonly sentenceFrom: number | null;
  readonly checked: ReadonlySet<string>;
  readonly many: ManyState;
  readonly filter: ClaimFilter;
  /** Minor claims that nobody has touched are marked in the text too. */
  readonly showsMinor: boolean;
  readonly details: ReadonlyMap<string, ClaimDetailDTO>;
  readonly saving: number;
  readonly savedAt: number | null;
  readonly undo: readonly UndoStep[];
  /** The version that one's own last change of a claim has left it at. */
  readonly own: ReadonlyMap<string, number>;
  readonly rescope: Rescope | null;
  readonly form: OpenForm;
  readonly reader: OpenSource | null;
  readonly asks: Asked | null;
  readonly missed: Missed | null;
  /** Where the focus has been asked to go and has not come yet, because that is still being read or drawn. */
  readonly focus: FocusGoal | null;
  /** What is said of the article: whether it is shown, and the words that one is about to speak of. */
  readonly talk: { readonly isOpen: boolean; readonly stretch: Place | null };
  /** Who else has the article before them. */
  readonly here: readonly PresentDTO[];
  /** How often others have changed what a verdict on a claim rests on, in this sitting; by the claim's id. */
  readonly came: ReadonlyMap<string, number>;
  /** The claim on which a verdict was being written last, and when; the time of `performance.now()`. */
  readonly wrote: { readonly claimId: string; readonly at: number } | null;
  /** The number of the revision that has come while this text was open, or that its text has been read otherwise. */
  readonly newer: { readonly number: number; readonly isRevision: boolean } | null;
};

export type Store = {
  readonly get: () => WorkbenchState;
  readonly set: (next: Partial<WorkbenchState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createStore(initial: WorkbenchState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Resolves once nothing is being saved any more. */
export async function allSaved(store: Store): Promise<void> {
  while (store.get().saving > 0) await nextChange(store);
}

const nextChange = (store: Store): Promise<void> =>
  new Promise((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });

export const markKey = (place: { readonly start: number; readonly end: number }): string =>
  `${place.start}:${place.end}`;

export function openWorkbench(
  bench: WorkbenchDTO,
  detail: ClaimDetailDTO | null,
  selectedId: string | null,
  sourceId: string | null = null,
): WorkbenchState {
  const claims = new Map(bench.claims.map((claim) => [claim.id, claim]));
  const marks = new Map(bench.marks.map((mark) => [markKey(mark), mark]));
  const selected = selectedId ? claims.get(selectedId) : undefined;
  return {
    bench,
    claims,
    marks,
    order: orderOf(claims),
    byBlock: claimsByBlock(bench, [...claims.values()]),
    reading: sentenceStates(
      bench.revision.sentences,
      [...claims.values()],
      [...marks.values()],
      bench.article.minorCounts,
    ),
    selectedId: selected?.id ?? null,
    sentence: selected ? sentenceOf(bench, selected) : null,
    sentenceFrom: null,
    checked: new Set(),
    many: noMany,
    filter: everything,
    showsMinor: false,
    details: new Map(detail ? [[detail.claim.id, detail]] : []),
    saving: 0,
    savedAt: null,
    undo: [],
    own: new Map(),
    rescope: null,
    form: null,
    reader: sourceId === null ? null : { sourceId, captureId: null, at: null, jobId: null },
    asks: null,
    missed: null,
    focus: null,
    talk: { isOpen: false, stretch: null },
    here: [],
    came: new Map(),
    wrote: null,
    newer: null,
  };
}

/**
 * A claim as one's own last change left it. What is taken back is compared with this, so that several steps can be taken
 * back one after another, and none goes over what somebody else has changed since.
 */
export function ownVersion(store: Store, id: string): { readonly id: string; readonly version: number } {
  const { own, claims } = store.get();
  return { id, version: own.get(id) ?? claims.get(id)?.version ?? 0 };
}

/**
 * A claim as it is seen, for a deed on it: what one has changed oneself since it was drawn is no news. To be asked when the
 * deed is sent.
 */
export function seenVersion(
  store: Store,
  { id, version }: ClaimDTO,
): { readonly id: string; readonly version: number } {
  return { id, version: Math.max(version, store.get().own.get(id) ?? 0) };
}

/** The state once what a step is of has been taken back, by that step or otherwise. */
export const withoutStep = (state: WorkbenchState, of: string): WorkbenchState => ({
  ...state,
  undo: state.undo.filter((step) => 'run' in step || step.of !== of),
});

const byPlace = (a: ClaimDTO, b: ClaimDTO): number =>
  (a.start ?? Number.POSITIVE_INFINITY) - (b.start ?? Number.POSITIVE_INFINITY) ||
  (a.end ?? 0) - (b.end ?? 0) ||
  a.number - b.number;

const orderOf = (claims: ReadonlyMap<string, ClaimDTO>): string[] =>
  [...claims.values()]
    .filter(isLive)
    .sort(byPlace)
    .map((claim) => claim.id);

function claimsByBlock(bench: WorkbenchDTO, claims: readonly ClaimDTO[]): PlacedClaim[][] {
  const { blocks } = bench.revision;
  const rows: PlacedClaim[][] = blocks.map(() => []);
  for (const claim of claims) if (isLive(claim) && isPlaced(claim)) rows[indexAt(blocks, claim.start)]?.push(claim);
  return rows.map((row) => row.sort(byPlace));
}

/** The state after a change: only what the patch names is made anew, so that the rest of the galley stays as drawn. */
export function applyPatch(state: WorkbenchState, patch: WorkbenchPatch): WorkbenchState {
  const claims = new Map(state.claims);
  const marks = new Map(state.marks);
  const { blocks, sentences } = state.bench.revision;
  const changed = new Set<number>();
  let isMoved = false;
  for (const claim of patch.claims) {
    const old = claims.get(claim.id);
    isMoved ||= !old || isLive(old) !== isLive(claim) || byPlace(old, claim) !== 0;
    for (const start of [old?.start, claim.start]) if (typeof start === 'number') changed.add(indexAt(blocks, start));
    claims.set(claim.id, claim);
  }
  const gone = new Set(patch.marksGone);
  for (const [key, mark] of marks) if (gone.has(mark.id)) marks.delete(key);
  for (const mark of patch.marks) marks.set(markKey(mark), mark);
  const all = [...claims.values()];
  const inChanged = all.filter(
    (claim): claim is PlacedClaim => isLive(claim) && isPlaced(claim) && changed.has(indexAt(blocks, claim.start)),
  );
  const reading = sentenceStates(sentences, all, [...marks.values()], state.bench.article.minorCounts);
  return {
    ...state,
    claims,
    marks,
    order: isMoved ? orderOf(claims) : state.order,
    byBlock: state.byBlock.map((row, i) =>
      changed.has(i) ? inChanged.filter((claim) => indexAt(blocks, claim.start) === i).sort(byPlace) : row,
    ),
    reading: reading.every((now, i) => now === state.reading[i]) ? state.reading : reading,
  };
}

/** Sets the words a claim is being given; one that was lost is drawn on them meanwhile. */
export function withRescope(state: WorkbenchState, rescope: Rescope): WorkbenchState {
  const { lost, start, end } = rescope;
  const drawn = lost ? applyPatch(state, { claims: [{ ...lost, start, end }], marks: [], marksGone: [] }) : state;
  return { ...drawn, rescope };
}

/** Lays the moving of a claim's ends down. One that was lost is lost again. */
export function withoutRescope(state: WorkbenchState): WorkbenchState {
  const lost = state.rescope?.lost;
  const drawn = lost ? applyPatch(state, { claims: [lost], marks: [], marksGone: [] }) : state;
  return drawn.rescope === null ? drawn : { ...drawn, rescope: null };
}

/** The sentence in which a claim begins, or null where its words are lost. */
export const sentenceOf = (bench: WorkbenchDTO, claim: Pick<ClaimDTO, 'start'>): number | null =>
  claim.start === null ? null : Math.max(0, indexAt(bench.revision.sentences, claim.start));
