// Made by scripts/train-judgements.ts; do not edit. See docs/model-card.md.
import type { Weights } from '../judgement/model.ts';
export const CHECKABLE: Weights = { bias: 0, of: {} };
