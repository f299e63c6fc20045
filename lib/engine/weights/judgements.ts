// Made by scripts/train-judgements.ts from Wikinews articles (CC BY 2.5) and Stet's own, annotated for Stet; do not edit. See docs/model-card.md.
import type { Weights } from '../judgement/model.ts';
export const DETACH: Weights = {
  "bias": 2.14,
  "of": {
    "a finite verb in the tail": -0.457,
    "a host of over fifteen words": -0.548,
    "a modal in the tail": -0.223,
    "a name in the tail": 0.365,
    "a tail of over twelve words": -0.093,
    "a tail of under five words": -1.235,
    "a verb in the tail": -0.15,
    "behind a comma": 0.69,
    "not checkable": -0.438,
    "quoted": -0.177,
    "row: because": -0.33,
    "row: comma, and that": 0.38,
    "row: comma, doing": 0.458,
    "row: comma, who or what it is": 0.15,
    "row: people who": 0.426,
    "row: something done": 0.172,
    "row: something that somebody": -0.914,
    "somebody said it": 0.453
  }
};
