import { verbGroups } from '../clauses/verbs.ts';
import { tokenize } from '../sentence/tokens.ts';

/** Words that may open a whole sentence's first clause and are no subject of it by themselves. */
const OPENS_A_FRAGMENT =
  /^(?:and|or|but|which|who|whose|whom|that|because|although|while|since|when|where|whereas|with)\b/i;

/**
 * Whether a claim's statement is a whole sentence, which a reader understands away from its article: it has a finite verb
 * with a subject before it. Brackets around added words are read as if they were not there.
 */
export function isWholeSentence(statement: string): boolean {
  const text = statement.replace(/[[\]]/g, '').trim();
  if (OPENS_A_FRAGMENT.test(text)) return false;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const first = verbGroups(tokens).find((group) => group.finite !== 'no');
  return first !== undefined && tokens.slice(0, first.from).some((token) => SUBJECTS.has(token.tag));
}

const SUBJECTS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ']);
