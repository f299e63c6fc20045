import { type VerbGroup, verbGroups } from '../clauses/verbs.ts';
import { tokenize } from '../sentence/tokens.ts';
import type { Token } from '../types.ts';

/** Words that may open a whole sentence's first clause and are no subject of it by themselves. */
const OPENS_A_FRAGMENT =
  /^(?:which|who|whose|whom|because|although|while|since|when|where|whereas|with|despite [^,]*$|(?:most|many|some|all|half|several|none) of (?:whom|which))\b/i;

/**
 * Whether a claim's statement is a whole sentence, which a reader understands away from its article: it has a finite verb
 * with a subject before it, and its end has not been torn off. Brackets around added words are read as if they were not there.
 *
 * @param isClause whether its verb and subject are known from the article, where words are read surer than alone
 */
export function isWholeSentence(statement: string, isClause = false): boolean {
  const text = statement
    .replace(/\bI \[[^\][]*\]/g, 'I')
    .replace(/[[\]]/g, '')
    .replace(/’/g, "'")
    .trim();
  if (OPENS_A_FRAGMENT.test(text) || (SUPPOSES.test(text) && !CONCLUDES.test(text))) return false;
  if (isClause && !mayBeTorn(text)) return true;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const groups = verbGroups(tokens).filter((group) => group.finite !== 'no');
  return (
    (isClause || (groups.length > 0 && TURNED_ROUND.test(text)) || hasVerb(tokens, groups)) && !isTorn(tokens, groups)
  );
}

const SUBJECTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ']);

/** "Never before has the river been so low": the subject stands behind. */
const TURNED_ROUND = /^["“]?(?:never|rarely|seldom|hardly|scarcely|not|nor|neither|nowhere|only|in no|at no)\b/i;

/** A finite verb with a subject before it: the first that may be one, or any that surely is; "Vera Lund stars in it", "it involved six boats" by their place. */
function hasVerb(tokens: readonly Token[], groups: readonly VerbGroup[]): boolean {
  const hasSubject = ({ from }: VerbGroup): boolean => tokens.slice(0, from).some(({ tag }) => SUBJECTS.has(tag));
  const isSure = groups.some((group, i) => (i === 0 || group.finite === 'yes') && hasSubject(group));
  return isSure || tokens.some((_, i) => isVerbByPlace(tokens, i));
}

function isVerbByPlace(tokens: readonly Token[], at: number): boolean {
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (word?.tag === 'NOUN')
    return /[^s]s$/.test(word.lower) && (before?.tag === 'PROPN' || (before?.tag === 'NOUN' && after?.lower === 'to'));
  const hasObject = /^(?:NUM|DET|PRON|SYM)$/.test(after?.tag ?? '');
  return (
    word?.tag === 'ADJ' && word.lower.endsWith('ed') && /^(?:NOUN|PROPN|PRON)$/.test(before?.tag ?? '') && hasObject
  );
}

/** "If somebody broke in", "Had it come earlier": what would follow is missing. */
const SUPPOSES = /^["“]?(?:if|unless|had)\b/i;
const CONCLUDES = /\b(?:would|could|might|may|will|should|can|must|is|are|has|have)\b|'(?:ll|d)\b/i;

/** Articles, and all that the tagger takes for a conjunction. */
const JOINING = /\b(?:and|but|either|minus|nor|or|plus|versus|yet|the|an?)\b|&/i;

/** False where no such word stands among the last two and no "who" anywhere: the end cannot be torn off, and the words need not be tagged to tell. */
function mayBeTorn(text: string): boolean {
  const words = text.split(/\s/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length < 2 || JOINING.test(words.slice(-2).join(' ')) || /\bwho\b/.test(text);
}

/** "… with someone who at this time", "… for the one and for": the end has been torn off. */
function isTorn(tokens: readonly Token[], groups: readonly VerbGroup[]): boolean {
  const words = tokens.filter(({ tag }) => tag !== 'PUNCT');
  const [last, before] = [words.at(-1), words.at(-2)];
  if (last === undefined || last.tag === 'CCONJ' || /^(?:the|an?)$/.test(last.lower)) return true;
  // "is seen as politically"
  if (last.lower.endsWith('ly') && last.tag === 'ADV' && before?.lower === 'as') return true;
  if (last.tag === 'ADP' && before?.tag === 'CCONJ') return true;
  const who = tokens.findLastIndex(({ text }) => text === 'who');
  return who > 0 && who < tokens.length - 1 && !groups.some(({ from }) => from > who);
}
