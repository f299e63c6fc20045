/** Places where a claim may be cut, and whether the person who marked the article made a claim of what hangs there. */
import { claimsOfSentence } from '#lib/engine/claims/claims.ts';
import { cutsOf, detachFeatures } from '#lib/engine/claims/detach.ts';
import { tokenSpan } from '#lib/engine/sentence/sentence.ts';
import type { Span } from '#lib/engine/types.ts';
import { type Article, iou } from './articles.ts';
import type { Example } from './logistic.ts';

/** From here on a stretch is the one that was marked. */
const SAME = 0.75;

export const detachExamples = (articles: readonly Article[]): Example[] =>
  articles.flatMap(({ id, gold, sentences }) =>
    sentences.flatMap((sentence) => {
      const { tokens } = sentence;
      const best = (span: Span | null): number =>
        span === null ? 0 : Math.max(0, ...gold.claims.map((claim) => iou(claim, span)));
      return claimsOfSentence(sentence, { whole: true })
        .filter(({ layer }) => layer === 'clause')
        .flatMap((draft) =>
          cutsOf(sentence, draft).flatMap((cut): Example[] => {
            const from = tokens.findIndex((token) => token.end > draft.start);
            const own = Math.max(best(tokenSpan(tokens, cut.from, cut.tail[1])), best(tokenSpan(tokens, ...cut.tail)));
            const host = best(tokenSpan(tokens, from, cut.hostEnd));
            const isOwn = own >= SAME;
            // The claim ends there, and what follows is none: that speaks neither way.
            if (!isOwn && host >= 0.9 && host > best(draft)) return [];
            return [{ features: detachFeatures(sentence, draft, cut), label: isOwn, article: id }];
          }),
        );
    }),
  );
