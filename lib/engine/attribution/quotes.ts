import type { TextView } from '../text/text.ts';
import type { Block, BlockRole, Quotation, Span } from '../types.ts';

type Mark = {
  readonly at: number;
  readonly width: number;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly single: boolean;
};

const WITHOUT_QUOTES: ReadonlySet<BlockRole> = new Set(['boilerplate', 'byline', 'dateline', 'note']);
const TERM_WORDS = 5;
const SPEECH_WORDS = 6;

/**
 * Words inside quotation marks, per paragraph. Curly marks say which way they face; straight ones are told by what stands
 * beside them; apostrophes are kept apart. Two apostrophes in a row are one mark. Linear in the text.
 */
export function findQuotations(view: TextView, blocks: readonly Block[]): Quotation[] {
  return blocks.flatMap((block, i) => {
    if (WITHOUT_QUOTES.has(block.role)) return [];
    const next = blocks[i + 1];
    const goesOn = next !== undefined && /^["'“‘]/.test(view.raw.slice(next.start, next.start + 1));
    return pairsIn(view, block, goesOn).map((pair) => quotationOf(view, pair));
  });
}

type Pair = Span & { readonly open: boolean; readonly width: number };

function pairsIn(view: TextView, block: Block, goesOn: boolean): Pair[] {
  const marks = marksIn(view, block);
  const doubles = pairDoubles(
    view,
    marks.filter((mark) => !mark.single),
    block,
    goesOn,
  );
  const singles = pairSingles(
    view,
    marks.filter((mark) => mark.single),
    block,
  );
  // "'I heard it said that "the board slept",' she said": others may stand inside, where it ends as speech does
  const crossing = (pair: Pair): boolean =>
    doubles.some((other) => {
      const atStart = pair.start < other.start !== pair.end < other.start;
      const atEnd = pair.start < other.end !== pair.end < other.end;
      return atStart !== atEnd || (atStart && !/[.,!?]/.test(view.folded[pair.end - 1] ?? ''));
    });
  return [...doubles, ...singles.filter((pair) => singles.length < 200 && !crossing(pair))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function marksIn(view: TextView, block: Span): Mark[] {
  const marks: Mark[] = [];
  const { folded, raw } = view;
  for (let at = block.start; at < block.end; at++) {
    const character = folded[at];
    if (character !== '"' && character !== "'") continue;
    const doubled = character === "'" && folded[at + 1] === "'" && folded[at + 2] !== "'" && folded[at - 1] !== "'";
    const width = doubled ? 2 : 1;
    const before = at > block.start ? (folded[at - 1] ?? ' ') : ' ';
    const after = at + width < block.end ? (folded[at + width] ?? ' ') : ' ';
    const facing = raw[at] === '“' || raw[at] === '‘' || raw[at] === '„' ? 'open' : raw[at] === '”' ? 'close' : null;
    const openBefore = /[\s([{—"'/:-]/.test(before);
    // "“... fed the police a story”": something was left out in front
    const openAfter = /[^\s.,;:!?)\]}]/.test(after) || /^\.\.\. ?\p{L}/u.test(folded.slice(at + width, at + width + 5));
    const closeBefore = /[^\s([{]/.test(before);
    const closeAfter = /[\s.,;:!?)\]}—"'/[-]/.test(after);
    marks.push({
      at,
      width,
      opens: facing === 'open' || (facing === null && openBefore && openAfter),
      closes: facing === 'close' || (facing === null && closeBefore && (closeAfter || !openBefore)),
      single: character === "'" && !doubled,
    });
    at += width - 1;
  }
  return marks;
}

/** Pairs double marks with a stack; a mark that could do both closes what is open. */
function pairDoubles(view: TextView, marks: readonly Mark[], block: Span, goesOn: boolean): Pair[] {
  const pairs: Pair[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    const last = open.at(-1);
    if (last !== undefined && mark.closes && !(mark.opens && open.length === 0)) {
      pairs.push({ start: last.at + last.width, end: mark.at, open: false, width: last.width });
      open.pop();
    } else if (mark.opens) open.push(mark);
  }
  const [left] = open;
  const inside = left !== undefined && pairs.some((pair) => pair.start > left.at);
  if (left !== undefined && (goesOn || left.at === block.start) && !inside)
    pairs.push({ start: left.at + left.width, end: block.end, open: goesOn, width: left.width });
  else pairs.push(...reopened(view, marks, open));
  return pairs.filter((pair) => pair.end > pair.start);
}

/** "said: “We lost. “But we tried.”": paragraphs that were run together, each of which opens the quotation anew: what no mark closes ends where it is opened again. */
function reopened({ folded }: TextView, marks: readonly Mark[], open: readonly Mark[]): Pair[] {
  const openers = marks.filter(({ opens }) => opens);
  const following = new Map(openers.map((mark, i) => [mark, openers[i + 1]]));
  const behind = new Map(marks.map((mark, i) => [mark, marks[i + 1]]));
  return open.flatMap((mark): Pair[] => {
    const { at, width } = mark;
    const next = following.get(mark);
    // "like, 'This matters,' " with a space before the mark that closes
    const stray = behind.get(mark);
    if (stray !== undefined && stray !== next && !stray.opens && !stray.closes)
      return [{ start: at + width, end: stray.at, open: false, width }];
    const words = next === undefined ? '' : folded.slice(at + width, next.at).trimEnd();
    const isSpeech = /[.!?…]$/.test(words) && !SAYS.test(words);
    return isSpeech ? [{ start: at + width, end: at + width + words.length, open: true, width }] : [];
  });
}

/** The author speaks: the mark that closes has been lost. */
const SAYS = /[,!?] (?:(?:s?he|it|they|\p{Lu}\p{L}+) )?(?:said|says|added|told)\b/u;

/** Pairs single marks, which may be apostrophes: an opener has a gap before it and a letter after it. */
function pairSingles(view: TextView, marks: readonly Mark[], block: Span): Pair[] {
  const pairs: Pair[] = [];
  let from = block.start;
  marks.forEach((mark, i) => {
    if (
      mark.at < from ||
      !mark.opens ||
      /^(?:\d\ds|em|tis|twas|til|cause|n)\b/i.test(view.folded.slice(mark.at + 1, mark.at + 7))
    )
      return;
    const close = closerOf(view, marks, i);
    if (close === null || close.at === mark.at + 1) return;
    pairs.push({ start: mark.at + 1, end: close.at, open: false, width: 1 });
    from = close.at;
  });
  return pairs;
}

function closerOf(view: TextView, marks: readonly Mark[], opener: number): Mark | null {
  let possessive: Mark | null = null;
  for (const mark of marks.slice(opener + 1, opener + 40)) {
    const before = view.folded[mark.at - 1] ?? ' ';
    const after = view.folded[mark.at + 1] ?? ' ';
    if (mark.opens && !mark.closes) break;
    if (!mark.closes || /[\p{L}\p{N}]/u.test(after)) continue;
    if (!/[sS]/.test(before)) return mark;
    possessive ??= mark;
  }
  return possessive;
}

function quotationOf(view: TextView, pair: Pair): Quotation {
  const words = view.folded.slice(pair.start, pair.end);
  const count = words.length > 400 ? SPEECH_WORDS : words.split(/\s+/).filter((word) => word !== '').length;
  const term = count <= TERM_WORDS && isTerm(view, pair, words);
  return {
    start: pair.start,
    end: pair.end,
    direct: !term && (count >= SPEECH_WORDS || /[.,!?…]$/.test(words)),
    term,
    continues: pair.open,
  };
}

const NAMING =
  /\b(?:so-called|known as|dubbed|nicknamed|titled|entitled|named|termed|labell?ed|headlined|the (?:word|words|term|terms|phrase|name|title|hashtag|slogan|acronym|song|film|book|novel|album|show|series|game|movie|play)|(?:is|was|are|were|be|been|being|also|often|commonly|now) (?:\w+ly )?called)(?: an?| the)? ?,?$/i;

/** A name or a term, not speech: announced as one, or standing as an adjective between an article and its noun. */
function isTerm(view: TextView, pair: Pair, words: string): boolean {
  const before = view.folded.slice(Math.max(0, pair.start - 60), pair.start - pair.width);
  const after = view.folded.slice(pair.end + pair.width, pair.end + pair.width + 24);
  if (NAMING.test(before.trimEnd()) || /^(?:so-called|known as)$/i.test(before.trim())) return true;
  if (/[.!?]$/.test(words) && !/^\p{Lu}/u.test(words)) return false;
  const article = /\b(?:the|an?|its|their|this|these|those|no|any)(?: [\p{L}-]+)? $/iu.test(before);
  const title =
    /^(?:\p{Lu}[\p{L}'-]*|of|the|and|in|to|for|a|on)(?: (?:\p{Lu}[\p{L}'-]*|of|the|and|in|to|for|a|on))+[?!]?$/u.test(
      words,
    );
  if (title && !/\b(?:said|says|tweeted|added|shouted|asked|saying)[,:]? $/i.test(before)) return true;
  return (
    article &&
    /^ \p{Ll}/u.test(after) &&
    !/[,.!?]$/.test(words) &&
    !/^ (?:and|or|but|by|that|which|for|in|on|at|to|with|after|when|because|if|is|was|were|are|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should)\b/.test(
      after,
    )
  );
}
