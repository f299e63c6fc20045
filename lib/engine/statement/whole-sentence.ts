import { findClauses } from '../clauses/clauses.ts';
import { type VerbGroup, verbGroups } from '../clauses/verbs.ts';
import { tokenize } from '../sentence/tokens.ts';
import type { Token } from '../types.ts';

/** Words that may open a whole sentence's first clause and are no subject of it by themselves. */
const OPENS_A_FRAGMENT =
  /^(?:which|who|whose|whom|(?:where|because|although|while|since|when|whereas|despite) [^,]*$|(?:most|many|some|all|half|several|none) of (?:whom|which))\b/i;

/**
 * Whether a claim's statement is a whole sentence, which a reader understands away from its article: it has a finite verb
 * with a subject before it, and its end has not been torn off. Brackets around added words are read as if they were not there.
 *
 * @param isClause whether its verb and subject are known from the article, where words are read surer than alone
 */
export function isWholeSentence(statement: string, isClause = false): boolean {
  // "[Leeds and York, who both] have": the pronoun has come along with whom it means
  if (statement.includes('who') && /\bwho(?: both| all| also)?\] /.test(statement)) return false;
  const text = statement
    .replace(/\bI \[[^\][]*\]/g, 'I')
    .replace(/[[\]]/g, '')
    .replace(/’/g, "'")
    .trim();
  if (
    OPENS_A_FRAGMENT.test(text) ||
    (OPENS_WITH.test(text) && !isLedInByWith(text)) ||
    (SUPPOSES.test(text) && !CONCLUDES.test(text))
  )
    return false;
  const isPlaced = OPENS_A_PHRASE.test(text);
  if (isClause && !mayBeTorn(text) && (!isPlaced || SURELY_A_VERB.test(text))) return true;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const groups = verbGroups(tokens).filter((group) => group.finite !== 'no');
  // "After a gap of nine years": when or where, and nothing of what was
  if (isPlaced && groups.length === 0 && !tokens.some((_, i) => isVerbByPlace(tokens, i))) return false;
  return (
    (isClause || (groups.length > 0 && TURNED_ROUND.test(text)) || hasVerb(tokens, groups)) && !isTorn(tokens, groups)
  );
}

const OPENS_WITH = /^with /i;

/** "With demand growing, the mill hired 40": a clause stands behind the comma, as it does not in "with 40 hired, who work at night". */
function isLedInByWith(text: string): boolean {
  const tokens = tokenize(text, { start: 0, end: text.length });
  const comma = tokens.findIndex((token) => token.text === ',');
  return (
    comma > 0 &&
    findClauses(tokens).some(({ link, subject, verb }) => {
      const opens = subject?.[0] ?? 0;
      return link === 'main' && opens > comma && opens < verb.from;
    })
  );
}

const OPENS_A_PHRASE =
  /^["“]?(?:after|before|in|at|on|with|for|by|despite|during|following|under|because of|amid|since)\b/i;

const SUBJECTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ']);

/** "Never before has the river been so low": the subject stands behind. */
const TURNED_ROUND = /^["“]?(?:never|rarely|seldom|hardly|scarcely|not|nor|neither|nowhere|only|in no|at no)\b/i;

/** A finite verb with a subject before it: the first that may be one, or any that surely is; "Vera Lund stars in it", "it involved six boats" by their place. */
function hasVerb(tokens: readonly Token[], groups: readonly VerbGroup[]): boolean {
  // "Judging was hard": a deed is the subject
  const hasSubject = ({ from }: VerbGroup): boolean =>
    tokens.slice(0, from).some(({ tag }) => SUBJECTS.has(tag)) ||
    (from === 1 && tokens[0]?.lower.endsWith('ing') === true);
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

/** Verbs by every reading of them. */
const SURELY_A_VERB = /\b(?:is|are|was|were|has|had)\b/;

/** All that the tagger takes for a conjunction. */
const JOINING = /\b(?:and|but|either|minus|nor|or|plus|versus|yet)\b|&/i;
const ARTICLE = /\b(?:the|an?)\b/i;

/** False where no joining word stands among the last two, no article last and no "who" anywhere: the end cannot be torn off, and the words need not be tagged to tell. */
function mayBeTorn(text: string): boolean {
  const [last, before] = lastWords(text);
  return (
    last === undefined ||
    before === undefined ||
    JOINING.test(last) ||
    JOINING.test(before) ||
    ARTICLE.test(last) ||
    /\bwho\b/.test(text)
  );
}

/** The last two words of a text, the last first. */
function lastWords(text: string): string[] {
  const words: string[] = [];
  for (let end = text.length; end > 0 && words.length < 2; end -= 1) {
    const start = text.lastIndexOf(' ', end - 1) + 1;
    const word = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(word)) words.push(word);
    end = start;
  }
  return words;
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
