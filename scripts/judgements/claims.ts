/** The engine's drafts beside the claims that a person marked, as examples of what can be checked and what matters how much. */
import { claimsOfSentence } from '#lib/engine/claims/claims.ts';
import { scoreSentence } from '#lib/engine/judgement/checkworthiness.ts';
import { draftFeatures } from '#lib/engine/judgement/features.ts';
import { placeOf } from '#lib/engine/judgement/judge.ts';
import type { GoldClaim } from '#tests/eval/gold/types.ts';
import { type Article, iou } from './articles.ts';
import type { Example } from './logistic.ts';

/** From here on a draft is the claim that was marked. */
const SAME = 0.5;

type Pair = { readonly features: readonly string[]; readonly gold: GoldClaim; readonly article: string };

/** Each marked claim with the features of the draft that is most like it. */
export const pairsOf = (articles: readonly Article[]): Pair[] =>
  articles.flatMap(({ id, gold, sentences, text }) => {
    const drafts = sentences.flatMap((sentence) =>
      claimsOfSentence(sentence).map((draft) => ({
        draft,
        sentence,
        place: placeOf(draft.start, text.length),
        score: scoreSentence(text.slice(sentence.span.start, sentence.span.end)).score,
      })),
    );
    return gold.claims.flatMap((claim): Pair[] => {
      const [best] = drafts.map((one) => ({ ...one, like: iou(claim, one.draft) })).sort((a, b) => b.like - a.like);
      if (best === undefined || best.like < SAME) return [];
      return [{ features: draftFeatures(best.sentence, best.draft, best.place, best.score), gold: claim, article: id }];
    });
  });

export const examplesOf = (pairs: readonly Pair[], label: (gold: GoldClaim) => boolean): Example[] =>
  pairs.map(({ features, gold, article }) => ({ features, label: label(gold), article }));
