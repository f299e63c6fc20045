import { canonicalText, cut, sha256 } from '#lib/platform/canonical.ts';
import { minuteOf, type Ours, oursIn } from './changes.ts';
import { rebuild } from './text.ts';
import type { CameBack, CameIn, FixFate, ReadComment, ReadCopy, SentCopy } from './types.ts';

/** What came back, held against what went out. Pure. */
export function cameBack(sent: SentCopy, read: ReadCopy): CameBack {
  const changes = oursIn(sent);
  const text = rebuild(sent, read.paragraphs, changes);
  const { ours, theirs } = partComments(sent, read.comments);
  const isThere = (thread: number) => ours.some((one) => one.thread === thread && one.remark === 0);
  const isNowDone = (thread: number) => ours.some((one) => one.thread === thread && one.comment.isDone);
  const claimsOf = (holds: (thread: number) => boolean) => [
    ...new Set(sent.threads.flatMap(({ claim }, i) => (holds(i) ? [claim] : []))),
  ];
  return {
    text,
    fixes: sent.fixes.map((fix) => ({
      claim: fix.claim,
      before: fix.before,
      after: fix.after,
      fate: fateOf(fix, text, read, changes),
    })),
    cameIn: cameInOf(sent, read.comments, ours, theirs),
    markedDone: claimsOf((i) => !sent.threads[i]?.isDone && isNowDone(i)),
    takenOut: claimsOf((i) => !isThere(i)),
    beyond: read.beyond.map((words) => cut(canonicalText(words), 1000)).slice(0, 50),
  };
}

/** By the text, which holds one wording or the other; a suggestion that is still tracked and was not taken is left. */
function fateOf(fix: SentCopy['fixes'][number], text: string, read: ReadCopy, ours: Ours): FixFate {
  const fate = fateIn(fix, text);
  const tracked = read.paragraphs.flatMap(({ pieces }) =>
    pieces.flatMap(({ change, text: words }) => (change && ours(change, words)) ?? []),
  );
  const isWhole = fix.parts.some(
    (part) =>
      tracked.includes(part) && (part.other === null || tracked.some(({ text: words }) => words === part.other)),
  );
  return isWhole && fate !== 'accepted' ? 'left' : fate;
}

function fateIn({ before, after }: SentCopy['fixes'][number], text: string): FixFate {
  // Of two wordings of which one holds the other, the longer one tells.
  const isAfterFirst = after.length >= before.length;
  const [first, second] = isAfterFirst ? [after, before] : [before, after];
  const fates = isAfterFirst ? (['accepted', 'refused'] as const) : (['refused', 'accepted'] as const);
  if (text.includes(first)) return fates[0];
  return text.includes(second) ? fates[1] : 'other';
}

type OurComment = {
  readonly comment: ReadComment;
  readonly thread: number;
  readonly remark: number;
  readonly added: string;
};

const folded = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

type Remark = SentCopy['threads'][number]['remarks'][number] & {
  readonly thread: number;
  readonly remark: number;
  readonly claim: number;
  /** It is what the report says of its claim: its first line has the claim's number, so that there is one of it. */
  readonly isHead: boolean;
};

/** Which of the comments went out with the copy, and which somebody wrote since. */
function partComments(sent: SentCopy, comments: readonly ReadComment[]): { ours: OurComment[]; theirs: ReadComment[] } {
  const remarks = sent.threads.flatMap(({ remarks: all, claim, query }, thread) =>
    all.map((said, remark): Remark => ({ ...said, thread, remark, claim, isHead: query === null && remark === 0 })),
  );
  const byText = Map.groupBy(remarks, ({ lines }) => folded(lines.join('\n')));
  const byWhom = Map.groupBy(remarks, ({ by, at }) => `${minuteOf(at)} ${by}`);
  const candidates = comments.map((comment) => {
    const text = folded(comment.text);
    const same = byText.get(text) ?? [];
    if (same.length > 0) return { comment, found: same, isSame: true };
    const kept = byWhom.get(`${minuteOf(comment.at)} ${comment.by}`);
    if (!kept) return { comment, found: null, isSame: false };
    // Somebody has written into a comment that went out, or Stet has other words for it since.
    const begun = kept.filter(({ lines }) => text.startsWith(folded(lines[0] ?? '')));
    const number = Number(/\d+/.exec(text)?.[0]);
    const numbered = kept.filter(({ isHead, claim }) => isHead && claim === number);
    return { comment, found: begun.length > 0 ? begun : numbered, isSame: begun.length === 0 };
  });
  const heads = new Map(
    candidates.flatMap(({ comment, found }) => (found?.[0]?.isHead ? [[found[0].claim, comment] as const] : [])),
  );
  const isOn = ({ claim }: Remark, { from, to, parent }: ReadComment): boolean => {
    const head = heads.get(claim);
    return head !== undefined && (head.id === parent || (head.from === from && head.to === to));
  };
  return {
    ours: candidates.flatMap(({ comment, found, isSame }): OurComment[] => {
      // The same words may stand on several claims: where they stand tells of which they are.
      const one = found?.find((remark) => isOn(remark, comment)) ?? found?.[0];
      if (!one) return [];
      const added = isSame ? '' : addedTo(comment.text, one.lines);
      return [{ comment, thread: one.thread, remark: one.remark, added }];
    }),
    theirs: candidates.flatMap(({ comment, found }) => (found === null ? [comment] : [])),
  };
}

/** What stands in a comment beside the lines that went out with it. */
function addedTo(text: string, lines: readonly string[]): string {
  const sent = lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '');
  // The longest first: a short line may be part of another.
  const left = sent.sort((a, b) => b.length - a.length).reduce((rest, line) => rest.replace(line, '\n'), text);
  return left
    .split('\n')
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => line.trim())
    .join('\n');
}

const MOST_WORDS = 5000;
const MOST_NAME = 200;
const MOST_CAME_IN = 2000;

function cameInOf(
  sent: SentCopy,
  comments: readonly ReadComment[],
  ours: readonly OurComment[],
  theirs: readonly ReadComment[],
): CameIn[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const threads = new Map(ours.map(({ comment, thread }) => [comment.id, thread]));
  const heads = ours.filter(({ remark, comment }) => remark === 0 && comment.from >= 0);
  const written = theirs.map((comment) => ({ comment, thread: threadOf(comment, byId, threads), words: comment.text }));
  const added = ours.flatMap(({ comment, thread, added: words }) =>
    words === '' ? [] : [{ comment: { ...comment, by: '', at: null }, thread, words }],
  );
  const found = [...written, ...added].flatMap(({ comment, thread, words }): CameIn[] => {
    const text = canonicalText(words).trim();
    if (text === '') return [];
    const by = cut(canonicalText(comment.by).replace(/\s+/g, ' ').trim(), MOST_NAME);
    const claim = thread === null ? claimAt(sent, heads, comment) : (sent.threads[thread]?.claim ?? null);
    const query = queryOf(sent, thread, claim);
    const at = /^[12]\d{3}-\d\d-\d\dT[\d:]+/.exec(comment.at ?? '')?.[0] ?? null;
    return [
      {
        key: sha256(JSON.stringify([by, at, claim, text])).slice(0, 24),
        by,
        at,
        text: cut(text, MOST_WORDS),
        isCut: text.length > MOST_WORDS,
        claim,
        on: canonicalText(comment.on),
        query,
      },
    ];
  });
  // Twice the same is once.
  return [...new Map(found.map((one) => [one.key, one])).values()].slice(0, MOST_CAME_IN);
}

/** The thread of ours that a comment is a reply in, however many replies down; null where it opens one of its own. */
function threadOf(
  comment: ReadComment,
  byId: ReadonlyMap<string, ReadComment>,
  threads: ReadonlyMap<string, number>,
): number | null {
  const seen = new Set<string>();
  for (let at: ReadComment | undefined = comment; at && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
    const thread = threads.get(at.id);
    if (thread !== undefined) return thread;
    seen.add(at.id);
  }
  return null;
}

/** The claim on whose words a comment stands: of several the one with the fewest. */
function claimAt(sent: SentCopy, heads: readonly OurComment[], { from, to }: ReadComment): number | null {
  if (from < 0) return null;
  const over = heads
    .filter(({ comment }) => comment.from <= Math.max(to - 1, from) && from <= Math.max(comment.to - 1, comment.from))
    .sort((a, b) => a.comment.to - a.comment.from - (b.comment.to - b.comment.from));
  const [narrowest] = over;
  return narrowest ? (sent.threads[narrowest.thread]?.claim ?? null) : null;
}

/** The open question that a comment answers: the one it is a reply to; of a claim's others the only one that is open. */
function queryOf(sent: SentCopy, thread: number | null, claim: number | null): CameIn['query'] {
  const said = thread === null ? undefined : sent.threads[thread];
  if (said?.query) return said.isOpen ? said.query : null;
  const open = sent.threads.filter((one) => one.claim === claim && one.query !== null && one.isOpen);
  return open.length === 1 ? (open[0]?.query ?? null) : null;
}
