/** What has been read as somebody's verb of saying is a verb, whatever the tagger took it for: "engineers *say*", "the bank *forecast* growth". */
import { CUE_FORMS } from '../lexicon/cues.ts';
import type { Found } from '../sentence/sentence.ts';
import type { Token } from '../types.ts';

/** The tokens of a sentence, with the cues that stand right behind whoever speaks as verbs. */
export function withCueVerbs({ text, tokens, attributions }: Found): readonly Token[] {
  const ends = new Set(
    attributions.flatMap(({ cue, claimant, cueClass }) => {
      const { end } = claimant;
      // "the report shows", "records": as often the paper's own name
      if (cueClass === 'document') return [];
      return cue !== null && end !== null && end <= cue.start && text.slice(end, cue.start).trim() === ''
        ? [cue.end]
        : [];
    }),
  );
  if (ends.size === 0) return tokens;
  return tokens.map((token) =>
    ends.has(token.end) && token.tag !== 'VERB' && token.tag !== 'AUX' && CUE_FORMS.has(token.lower)
      ? { ...token, tag: 'VERB' }
      : token,
  );
}
