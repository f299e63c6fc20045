import { nightShift } from './night-shift.ts';
import { trade } from './trade.ts';
import type { Sample } from './types.ts';

const tramBudget: Sample = { file: 'tram-budget.txt', dueInHours: 30, finished: false, steps: [] };

/** The articles that a new desk starts with. */
export const samples: readonly Sample[] = [trade, tramBudget, nightShift];
