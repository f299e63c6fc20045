'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { announce } from '#components/ui/announce.ts';
import { toast } from '#components/ui/toast.ts';
import type { Refusal, Refused, Result } from '#lib/platform/result.ts';
import { isLive } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO, WorkbenchPatch } from '#lib/standing/types.ts';
import { afterPaint } from './after-paint.ts';
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

const turns = new WeakMap<Store, Promise<unknown>>();

/** One deed after another: each is sent when the one before is settled, and so knows what that has made of the claim. */
function inTurn<T>(store: Store, deed: () => Promise<T>): Promise<T> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(deed);
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Does a deed: shows what is expected, asks the server, and settles by its answer. A refusal or a lost connection puts
 * everything back as it was, says so, and hands the refusal to the caller, who keeps what was typed.
 */
export function useAct(): (deed: Deed) => Promise<Outcome> {
  const store = useStore();
  const t = useTranslations('galley');
  return useCallback(
    async ({ run, expect, undo, says, inForm, seen }) => {
      const before = (expect ?? [])
        .map((claim) => store.get().claims.get(claim.id))
        .filter((claim) => claim !== undefined);
      const patchOf = (claims: readonly ClaimDTO[]): WorkbenchPatch => ({ claims, marks: [], marksGone: [] });
      store.set({ saving: store.get().saving + 1 });
      // First the button that was pressed is drawn, then what comes of it.
      await afterPaint();
      if (expect) store.set(applyPatch(store.get(), patchOf(expect)));
      return inTurn(store, async () => {
        const result = await run().catch(
          (): Refused => ({ ok: false, reason: 'unavailable', message: t('connectionLost') }),
        );
        const saving = Math.max(0, store.get().saving - 1);
        if (!result.ok) {
          const present = result.reason === 'stale-version' ? presentClaims(result.present) : [];
          // What an earlier deed has made of a claim meanwhile stays.
          const { own } = store.get();
          const back = before.filter(({ id, version }) => (own.get(id) ?? 0) <= version);
          store.set({ ...applyPatch(store.get(), patchOf([...back, ...present])), saving });
          // What has changed meanwhile is shown beside the refusal.
          const inHand = store.get().selectedId;
          if (SHOWN_IS_OLD.has(result.reason) && inHand) await readDetail(store, inHand);
          const isNews = result.reason === 'moved-on' && seen !== undefined && inHand !== null;
          if (isNews) store.set({ missed: { claimId: inHand, seen } });
          if (inForm || isNews) announce(result.message);
          else toast({ text: result.message, tone: 'bad' });
          return result;
        }
        const patched = applyPatch(store.get(), result.value);
        const details = new Map(patched.details);
        for (const claim of result.value.claims) if (claim.id !== patched.selectedId) details.delete(claim.id);
        const step = undo?.(result.value) ?? null;
        store.set({
          ...patched,
          details,
          saving,
          savedAt: Date.now(),
          undo: step ? [...patched.undo, step].slice(-50) : patched.undo,
          own: new Map([...patched.own, ...result.value.claims.map(({ id, version }) => [id, version] as const)]),
        });
        // What was in hand may be no more, after a split, a merge or their undoing: what came of it is taken up instead.
        const inHand = patched.selectedId ? patched.claims.get(patched.selectedId) : undefined;
        if (inHand && !isLive(inHand)) selectClaim(store, firstLive(result.value.claims), 'replace');
        if (says) toast(says);
        return null;
      });
    },
    [store, t],
  );
}

const firstLive = (claims: readonly ClaimDTO[]): string | null =>
  claims.filter(isLive).sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || a.number - b.number)[0]?.id ?? null;

const presentClaims = (present: unknown): ClaimDTO[] =>
  Array.isArray(present) && present.every((item) => typeof item === 'object' && item !== null && 'anchorState' in item)
    ? (present as ClaimDTO[])
    : [];
