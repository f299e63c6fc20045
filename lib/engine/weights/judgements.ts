// Made by scripts/train-judgements.ts from Wikinews articles (CC BY 2.5) and Stet's own, annotated for Stet; do not edit. See docs/model-card.md.
import type { Weights } from '../judgement/model.ts';
export const DETACH: Weights = {
  "bias": -0.826,
  "of": {
    "a figure in the tail": -0.331,
    "a finite verb in the tail": 0.002,
    "a host of over fifteen words": -0.381,
    "a host of under five words": 0.469,
    "a modal in the tail": -0.413,
    "a name in the tail": 0.331,
    "a tail of over twelve words": -0.209,
    "a tail of under five words": -1.053,
    "a time in the tail": 0.313,
    "a verb in the tail": 1.312,
    "behind a comma": 1.031,
    "not checkable": -0.457,
    "quoted": 0.432,
    "row: after something": -0.115,
    "row: because": 0.044,
    "row: comma, and that": 0.658,
    "row: comma, doing": 0.253,
    "row: comma, who or what it is": 0.855,
    "row: dash or colon": -0.585,
    "row: people who": 0.645,
    "row: something doing": 0.288,
    "row: something done": 0.756,
    "row: something that": -0.207,
    "row: something that somebody": -0.082,
    "row: with something doing": -0.513,
    "somebody said it": 0.388
  }
};
