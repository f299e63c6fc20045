/**
 * Scores an extraction against gold. Counts are kept per document, so that a score over many documents is that of their claims taken together.
 *
 * The definitions are those of the desk's own scoring sheet: recall over checkable gold that is not optional, precision against all gold; an opinion or a
 * prediction is no claim, but counts for telling checkable from not; "X said that Y" is also found where a claim in its sentence has X as claimant.
 */
import { inSingular } from '#lib/engine/quantities/singular.ts';
import { type Tier, UNCHECKABLE_KINDS } from '#lib/engine/types.ts';
import { chrF } from './chrf.ts';
import type { GoldClaim, GoldDocument } from './gold/types.ts';
import { periodOf } from './periods.ts';
import {
  iou,
  matchClaims,
  type PredictedClaim,
  type Prediction,
  type Range,
  sameNumber,
  sentenceFinder,
  shared,
  touches,
} from './scorer-match.ts';

/** Found, and out of how many. */
export type Share = { readonly right: number; readonly of: number };

export type DocumentScore = {
  id: string;
  predicted: number;
  hits: number;
  strictHits: number;
  /** Predictions that are no match of their own but stand on a gold claim about who said it. */
  saidHits: number;
  /** Matches whose spans overlap by .8: the words, not only the neighbourhood. */
  tightHits: number;
  duplicates: number;
  broken: number;
  core: Share;
  coreAndStandard: Share;
  strictCoreAndStandard: Share;
  tightCoreAndStandard: Share;
  checkable: Share;
  uncheckable: Share;
  sentences: { right: number; found: number; gold: number };
  quantityValue: Share;
  quantityUnit: Share;
  decoys: number;
  time: Share;
  /** Times of more than a day with both ends right. */
  periods: Share;
  /** Gold tier and ours, of claims that were found. */
  tiers: readonly (readonly [Tier, Tier])[];
  coreShare: Share;
  /** Sum of chrF over the claims that have a person's wording: of the statements, and of the bare quotes. */
  wording: Share;
  bareQuote: Share;
  polarity: Share;
  negatives: Share;
  speaker: Share;
  author: Share;
  forbidden: string[];
  missedCore: string[];
  /** Checkable predictions that stand on no gold claim. */
  spurious: string[];
  wrongSpeakers: string[];
};

/** From here on it is the words that are right, not only the neighbourhood. */
const TIGHT = 0.8;

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

const isCheckable = ({ kind }: PredictedClaim): boolean => !UNCHECKABLE_KINDS.includes(kind);

/** Words to compare names by: no accents, no case, no single letters. */
function wordsOf(name: string | null | undefined): string[] {
  return (name ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);
}

const UNIT_NAMES: Record<string, string> = {
  '%': 'percent',
  'per cent': 'percent',
  pct: 'percent',
  $: 'usd',
  us$: 'usd',
  dollar: 'usd',
  '£': 'gbp',
  pound: 'gbp',
  '€': 'eur',
  euro: 'eur',
};

/** In the singular on both sides, and a share without a name: some marks were made before units had theirs. */
function unitName(unit: string | null): string {
  const plain = inSingular(unit ?? '')
    .toLowerCase()
    .trim();
  return plain === 'share' ? '' : (UNIT_NAMES[plain] ?? plain);
}

function sameUnit(gold: string | null, predicted: string | null): boolean {
  if (unitName(gold) === unitName(predicted)) return true;
  const words = wordsOf(unitName(predicted));
  return wordsOf(unitName(gold)).some((word) => words.includes(word));
}

const byAuthor = ({ claimant }: PredictedClaim): boolean => !claimant || claimant.type === 'author';

/** True where a claim's claimant shares a word of three letters or more with the gold speaker. */
function speaks(gold: GoldClaim['speaker'], claim: PredictedClaim): boolean {
  if (byAuthor(claim)) return false;
  const words = wordsOf(claim.claimant.name);
  return wordsOf(gold.name).some((word) => word.length > 2 && words.includes(word));
}

export function scoreDocument(document: GoldDocument, text: string, prediction: Prediction): DocumentScore {
  const golds = document.claims;
  const sentencesOf = sentenceFinder(document.sentences);
  const checkable = prediction.claims.filter(isCheckable);
  const loose = matchClaims(golds, checkable, sentencesOf, true);
  const strict = matchClaims(golds, checkable, sentencesOf, false);
  const tight = matchClaims(golds, checkable, sentencesOf, false, TIGHT);
  const any = matchClaims(golds, prediction.claims, sentencesOf, true);
  const foundBy = (index: number): PredictedClaim | undefined => {
    const place = any.predictionOf.get(index);
    return place === undefined ? undefined : prediction.claims[place];
  };

  /** A saying is found where a claim in its sentence is ascribed to a speaker whose words the saying holds. */
  const sayingFound = (gold: GoldClaim): boolean =>
    gold.layer === 'attribution' &&
    checkable.some((claim) => {
      if (!touches(claim, gold) || byAuthor(claim)) return false;
      const own = sentencesOf(gold);
      if (!sentencesOf(claim).some((index) => own.includes(index))) return false;
      return golds.some(
        (other) =>
          other.layer === 'content' &&
          touches(other, gold) &&
          other.speaker.kind !== 'author' &&
          speaks(other.speaker, claim),
      );
    });

  const wanted = golds.map((gold, index) => ({ gold, index })).filter(({ gold }) => gold.checkable && !gold.optional);
  const isFound = (matching: typeof loose) => (entry: (typeof wanted)[number]) =>
    matching.predictionOf.has(entry.index) || sayingFound(entry.gold);
  const recall = (entries: typeof wanted, matching: typeof loose): Share => ({
    right: entries.filter(isFound(matching)).length,
    of: entries.length,
  });
  const core = wanted.filter(({ gold }) => gold.tier === 'core');
  const notMinor = wanted.filter(({ gold }) => gold.tier !== 'minor');

  const content = golds
    .map((gold, index) => ({ gold, claim: foundBy(index) }))
    .filter(({ gold }) => gold.layer === 'content');
  const judged = content.flatMap(({ gold, claim }) => (claim && !gold.optional ? [{ gold, claim }] : []));
  const judgedOpinions = judged.filter(({ gold }) => !gold.checkable);
  const spoken = content.filter(({ gold }) => gold.speaker.kind !== 'author' && !gold.optional);
  const wrongSpeakers = spoken.filter(({ gold, claim }) => !claim || !speaks(gold.speaker, claim));
  const narrated = content.flatMap(({ gold, claim }) => (claim && gold.speaker.kind === 'author' ? [claim] : []));
  const onSaying = (claim: PredictedClaim): boolean =>
    golds.some((gold) => gold.layer === 'attribution' && iou(gold, claim) >= 0.5);
  const unmatched = checkable.filter((_, index) => !loose.goldOf.has(index));

  const found = golds.flatMap((gold, index) => {
    const claim = foundBy(index);
    return claim === undefined ? [] : [{ gold, claim }];
  });
  const worded = found.filter(({ gold }) => gold.rewording !== '');
  const isNegative = ({ polarity, factuality }: PredictedClaim): boolean =>
    polarity === 'negative' || factuality === 'denied';
  const negatives = found.filter(({ gold }) => gold.negated);

  return {
    id: document.id,
    tightHits: tight.goldOf.size,
    tightCoreAndStandard: recall(notMinor, tight),
    periods: scorePeriods(document, prediction),
    tiers: found.map(({ gold, claim }) => [gold.tier, claim.tier] as const),
    coreShare: { right: prediction.claims.filter(({ tier }) => tier === 'core').length, of: prediction.claims.length },
    wording: { right: sumOf(worded, ({ gold, claim }) => chrF(claim.statement, gold.rewording)), of: worded.length },
    bareQuote: { right: sumOf(worded, ({ gold, claim }) => chrF(claim.quote, gold.rewording)), of: worded.length },
    polarity: { right: found.filter(({ gold, claim }) => gold.negated === isNegative(claim)).length, of: found.length },
    negatives: { right: negatives.filter(({ claim }) => isNegative(claim)).length, of: negatives.length },
    predicted: checkable.length,
    hits: loose.goldOf.size,
    strictHits: strict.goldOf.size,
    saidHits: unmatched.filter(onSaying).length,
    duplicates: loose.duplicates,
    broken: prediction.claims.filter((claim) => !stands(claim, text)).length,
    core: recall(core, loose),
    coreAndStandard: recall(notMinor, loose),
    strictCoreAndStandard: recall(notMinor, strict),
    checkable: {
      right: judged.filter(({ gold, claim }) => gold.checkable === isCheckable(claim)).length,
      of: judged.length,
    },
    uncheckable: { right: judgedOpinions.filter(({ claim }) => !isCheckable(claim)).length, of: judgedOpinions.length },
    sentences: scoreSentences(document, prediction),
    ...scoreQuantities(document, prediction),
    time: scoreTimes(document, prediction),
    speaker: { right: spoken.length - wrongSpeakers.length, of: spoken.length },
    author: { right: narrated.filter(byAuthor).length, of: narrated.length },
    forbidden: forbiddenQuotes(document, prediction.claims, checkable),
    missedCore: core.filter((entry) => !isFound(loose)(entry)).map(({ gold }) => gold.quote),
    spurious: unmatched.filter((claim) => !onSaying(claim)).map(({ quote }) => quote),
    wrongSpeakers: wrongSpeakers.map(
      ({ gold, claim }) => `${gold.speaker.name} | ${claim?.claimant.name ?? '(not found)'} | ${gold.quote}`,
    ),
  };
}

function stands({ start, end, quote }: PredictedClaim, text: string): boolean {
  const inText = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  return inText && text.slice(start, end) === quote;
}

function scoreSentences({ sentences }: GoldDocument, prediction: Prediction): DocumentScore['sentences'] {
  const edges = new Set(sentences.map(({ start, end }) => `${start}:${end}`));
  const right = prediction.sentences.filter(({ start, end }) => edges.has(`${start}:${end}`)).length;
  return { right, found: prediction.sentences.length, gold: sentences.length };
}

/** Values, units and decoys among the quantities of all claims, checkable or not. Ordinals are not scored. */
function scoreQuantities(
  { quantityMentions, decoyNumbers }: GoldDocument,
  { claims }: Prediction,
): Pick<DocumentScore, 'quantityValue' | 'quantityUnit' | 'decoys'> {
  const found = claims.flatMap(({ quantities }) => quantities ?? []);
  const mentions = quantityMentions.filter(({ modifier }) => modifier !== 'ordinal');
  const valued = mentions.map((mention) =>
    found.filter((quantity) => {
      if (!touches(mention, quantity)) return false;
      if (sameNumber(quantity.value, mention.value)) return true;
      // the gold has a vote or a score by size, the smaller first, or each side of it alone
      const tally = quantity.tally?.toSorted((a, b) => a - b);
      if (tally !== undefined && mention.low != null)
        return sameNumber(tally[0], mention.low) && sameNumber(tally[1], mention.high);
      if (tally !== undefined) return tally.some((side) => sameNumber(side, mention.value));
      const [low, high] = quantity.range ?? [];
      return sameNumber(low, mention.low ?? mention.value) || sameNumber(high, mention.high ?? mention.value);
    }),
  );
  return {
    quantityValue: { right: valued.filter((list) => list.length > 0).length, of: mentions.length },
    quantityUnit: {
      right: mentions.filter((mention, i) => valued[i]?.some(({ unit }) => sameUnit(mention.unit, unit))).length,
      of: mentions.length,
    },
    decoys: decoyNumbers.filter((decoy) => found.some((quantity) => touches(decoy, quantity))).length,
  };
}

/** Times that the gold resolves to one day. */
function scoreTimes({ timeMentions }: GoldDocument, { claims }: Prediction): Share {
  const found = claims.flatMap(({ times }) => times ?? []);
  const days = timeMentions.filter(({ resolved }) => /^\d{4}-\d{2}-\d{2}$/.test(resolved ?? ''));
  const right = days.filter((day) =>
    found.some((time) => touches(day, time) && time.from === day.resolved && (!time.to || time.to === day.resolved)),
  );
  return { right: right.length, of: days.length };
}

/** Times that the gold resolves to more than a day: months, quarters, years, and what is open at one end. */
function scorePeriods({ timeMentions }: GoldDocument, { claims }: Prediction): Share {
  const found = claims.flatMap(({ times }) => times ?? []);
  const wanted = timeMentions.flatMap((mention) => {
    const period = periodOf(mention.resolved);
    return period === null ? [] : [{ mention, period }];
  });
  const right = wanted.filter(({ mention, period }) =>
    found.some((time) => touches(mention, time) && time.from === period.from && time.to === period.to),
  );
  return { right: right.length, of: wanted.length };
}

/** Quotes of claims that lie by more than half in text that must give none: boilerplate for all, the rest for checkable ones. */
function forbiddenQuotes(
  { boilerplate, noClaimSpans }: GoldDocument,
  all: readonly PredictedClaim[],
  checkable: readonly PredictedClaim[],
): string[] {
  const within = (claims: readonly PredictedClaim[], zones: readonly Range[]): string[] =>
    claims
      .filter((claim) =>
        zones.some((zone) => shared(claim, zone) > 0.5 * Math.min(zone.end - zone.start, claim.end - claim.start)),
      )
      .map(({ quote }) => quote);
  return [...new Set([...within(all, boilerplate), ...within(checkable, [...boilerplate, ...noClaimSpans])])];
}
