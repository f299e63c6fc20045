'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { announce } from '#components/ui/announce.ts';
import { toast } from '#components/ui/toast.ts';
import type { Refusal, Refused, Result } from '#lib/platform/result.ts';
import { isLive } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO, WorkbenchPatch } from '#lib/standing/types.ts';
import { afterPaint } from './after-paint.ts';
import { turns } from './in-turn.ts';
import { applyPatch, type Store, type UndoStep } from './store.ts';
import { useStore } from './store-context.tsx';
import { readDetail } from './use-detail.ts';
import type { Outcome } from './use-form.ts';
import { selectClaim } from './use-select.ts';

export type Deed = {
  /** The server action. */
  readonly run: () => Promise<Result<WorkbenchPatch>>;
  /** How the claims will look if the server agrees; shown at once and settled by its answer. */
  readonly expect?: readonly ClaimDTO[];
  /** What to say and how to take it back, made from what the server answered. */
  readonly undo?: (patch: WorkbenchPatch) => UndoStep | null;
  /** The form that sends it shows a refusal itself; a note over it would only cover its buttons. */
  readonly inForm?: boolean;
  /** The verdicts and sign-offs that it was decided on: where more have come meanwhile, they are shown as news. */
  readonly seen?: readonly string[];
  /** Words for who cannot see the change happen. */
  readonly says?: string;
};

/** Refusals because of what somebody else has done since the claim in hand was read. A changed version brings its own. */
const SHOWN_IS_OLD: ReadonlySet<Refusal> = new Set([
  'basis-moved',
  'moved-on',
  'held',
  'undecided-wording',
  'not-in-force',
  'conflict',
  'own-verdict',
]);

/** One deed after another: each is sent when the one before is settled, and so knows what that has made of the claim. */
const inTurn = turns();

/**
 * Does a deed: shows what is expected, asks the server, and settles by its answer. A refusal or a lost connection puts
 * everything back as it was, says so, and hands the refusal to the caller, who keeps what was typed.
 */
export function useAct(): (deed: Deed) => Promise<Outcome> {
  const store = useStore();
  const t = useTranslations('galley');
  return useCallback(
    async ({ run, expect = [], undo, says, inForm, seen }) => {
      const before = expect.map(({ id }) => store.get().claims.get(id)).filter((claim) => claim !== undefined);
      store.set({ saving: store.get().saving + 1 });
      // First the button that was pressed is drawn, then what comes of it.
      await afterPaint();
      if (expect.length > 0) store.set(applyPatch(store.get(), patchOf(expect)));
      return inTurn(store, async () => {
        const result = await run().catch(
          (): Refused => ({ ok: false, reason: 'unavailable', message: t('connectionLost') }),
        );
        if (result.ok) {
          takeIn(store, result.value, undo?.(result.value) ?? null);
          if (says) toast(says);
          return null;
        }
        const isNews = await takeBack(store, result, before, seen);
        if (inForm || isNews) announce(result.message);
        else toast({ text: result.message, tone: 'bad' });
        return result;
      });
    },
    [store, t],
  );
}

const patchOf = (claims: readonly ClaimDTO[]): WorkbenchPatch => ({ claims, marks: [], marksGone: [] });
const oneSavedLess = (store: Store): number => Math.max(0, store.get().saving - 1);

/** Takes in what the server has made of a deed, and how to take it back. */
function takeIn(store: Store, patch: WorkbenchPatch, step: UndoStep | null): void {
  const patched = applyPatch(store.get(), patch);
  const details = new Map(patched.details);
  for (const claim of patch.claims) if (claim.id !== patched.selectedId) details.delete(claim.id);
  store.set({
    ...patched,
    details,
    saving: oneSavedLess(store),
    savedAt: Date.now(),
    undo: step ? [...patched.undo, step].slice(-50) : patched.undo,
    own: new Map([...patched.own, ...patch.claims.map(({ id, version }) => [id, version] as const)]),
  });
  // What was in hand may be no more, after a split, a merge or their undoing: what came of it is taken up instead.
  const inHand = patched.selectedId ? patched.claims.get(patched.selectedId) : undefined;
  if (inHand && !isLive(inHand)) selectClaim(store, firstLive(patch.claims), 'replace');
}

/** Puts back what a refused deed was expected to do, and shows what has changed meanwhile; whether that is news of verdicts. */
async function takeBack(
  store: Store,
  { reason, present }: Refused,
  before: readonly ClaimDTO[],
  seen: readonly string[] | undefined,
): Promise<boolean> {
  // What an earlier deed has made of a claim meanwhile stays.
  const { own } = store.get();
  const back = before.filter(({ id, version }) => (own.get(id) ?? 0) <= version);
  const now = reason === 'stale-version' ? presentClaims(present) : [];
  store.set({ ...applyPatch(store.get(), patchOf([...back, ...now])), saving: oneSavedLess(store) });
  const inHand = store.get().selectedId;
  if (SHOWN_IS_OLD.has(reason) && inHand) await readDetail(store, inHand);
  if (reason !== 'moved-on' || seen === undefined || inHand === null) return false;
  store.set({ missed: { claimId: inHand, seen, basis: null } });
  return true;
}

const firstLive = (claims: readonly ClaimDTO[]): string | null =>
  claims.filter(isLive).sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || a.number - b.number)[0]?.id ?? null;

const presentClaims = (present: unknown): ClaimDTO[] =>
  Array.isArray(present) && present.every((item) => typeof item === 'object' && item !== null && 'anchorState' in item)
    ? (present as ClaimDTO[])
    : [];
