/** Which claims come later than their words and figures ask for, and which lack something that a person has to fill in; and why. */
import type { Draft, Form, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { standingOf } from '../statement/standing.ts';
import type { tierOf } from './select.ts';

type Weighed = ReturnType<typeof tierOf>;

const BEHIND = {
  alone: '',
  loose: 'does not say which is meant',
  open: 'points to what it does not name',
  why: 'only tells why something is so that it does not name',
  frame: 'only tells where something comes from',
  event: 'only tells that something took place',
  thing: 'only tells more of what something else is said of',
} as const;

const ONLY_TELLS_WHO: ReadonlySet<Form> = new Set(['source', 'frame']);

/** How much a claim matters does not hang on what a person can fill in, nor on whether the article tells an event in a clause or takes it for granted ("an emergency meeting on Wednesday"). */
const KEEPS_ITS_TIER: ReadonlySet<string> = new Set(['loose', 'open', 'event']);

/** "asked not to be named": why a name is missing. */
const NAMELESS = /\b(?:not to be (?:named|identified|quoted)|to remain anonymous|condition of anonymity)\b/i;

/** "declined to comment", "gave no details", "could not be reached": that there is no more. */
const NO_MORE =
  /\b(?:(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to (?:comment|elaborate|give (?:further |more |any )?details|speak on the record|be interviewed)|(?:declin(?:ed|es|ing)) to say|(?:would|could|did) not (?:immediately )?comment|(?:gave|giving|provided|had) no (?:further |more |other )?details|(?:would|did) not elaborate|(?:could|can) not (?:immediately )?be reached|not (?:immediately )?available for comment|did not (?:immediately )?(?:return|respond to) (?:\w+ ){0,4}(?:calls?|messages?|requests?|emails?))\b/i;

/** ", the developer Greg Munt", ", The Salt Road": hangs on a claim, with neither a verb nor a figure of its own. */
const isThing = ({ tokens, quantities, times }: ReadSentence, draft: Draft): boolean =>
  draft.form === 'headless' &&
  draft.layer === 'clause' &&
  draft.lead.length > 0 &&
  tokens[tokens.findIndex((token) => token.end > draft.start) - 1]?.text === ',' &&
  ![...quantities, ...times].some((one) => holds(draft, one)) &&
  !tokens.some((token) => holds(draft, token) && (token.tag === 'VERB' || token.tag === 'AUX'));

/** "This is because fares fell", "That was despite the strike": what it is of is a whole sentence before it. */
const ONLY_WHY =
  /^["“]?(?:This|That|It) (?:is|was|came|comes|follows|followed) (?:\p{Ll}+ )?(?:because|despite|due to|thanks to|owing to|in spite of|why|in line with)\b/u;

function reasonOf(statement: string, sentence: ReadSentence, draft: Draft): keyof typeof BEHIND {
  const { start, end, lead, form, layer } = draft;
  if (
    ONLY_TELLS_WHO.has(form ?? 'whole') ||
    [NAMELESS, NO_MORE].some((one) => one.test(sentence.text.slice(start, end)))
  )
    return 'frame';
  if (isThing(sentence, draft)) return 'thing';
  if (layer === 'event' && statement.endsWith('[took place]')) return 'event';
  const standing = standingOf(statement, sentence, { start: lead[0]?.start ?? start, end });
  return standing === 'open' && ONLY_WHY.test(statement) ? 'why' : standing;
}

/**
 * What tells no more than who says something is minor; what only tells of a thing one tier down. What points to "it", or is about
 * "the plan" of which nothing says which, is told so and stays where its words and figures put it: a person fills that in, and what matters is not put away.
 *
 * @param statement as it is shown, with its brackets
 */
export function putBehind(weighed: Weighed, statement: string, sentence: ReadSentence, draft: Draft): Weighed {
  const why = weighed.tier === 'minor' ? 'alone' : reasonOf(statement, sentence, draft);
  if (why === 'alone') return weighed;
  const tier = KEEPS_ITS_TIER.has(why)
    ? weighed.tier
    : why !== 'frame' && why !== 'why' && weighed.tier === 'core'
      ? 'standard'
      : 'minor';
  return { ...weighed, tier, reasons: [...weighed.reasons.slice(0, 4), BEHIND[why]] };
}
