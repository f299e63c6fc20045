import type { Store, UndoStep } from './store.ts';
import { selectClaim } from './use-select.ts';

type Withdrawal = 'withdrawVerdict' | 'withdrawSignOff';

/** Names the step that a withdrawal takes off the pile, however it came about. */
export const stepOf = (claimId: string, withdrawal: Withdrawal): string => `${withdrawal} ${claimId}`;

/** A verdict or a sign-off is taken back with a reason: the step opens what asks for it, on its own claim. */
export const askWithdrawal = (store: Store, claimId: string, withdrawal: Withdrawal, says: string): UndoStep => ({
  says,
  of: stepOf(claimId, withdrawal),
  open: () => {
    selectClaim(store, claimId);
    store.set({ form: withdrawal });
  },
});
