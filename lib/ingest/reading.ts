import { BoundError, type BoundedProcess, type BoundReason, boundedProcess } from '#lib/platform/bounded/process.ts';
import type { Answer, Input } from '#lib/platform/bounded/tasks.ts';
import { log } from '#lib/platform/log.ts';
import { type Outcome, type PlainCode, type Refusal, refuse } from '#lib/platform/result.ts';
import type { ArticleFile } from './article.ts';
import type { FeedInput, ReadFeed } from './feed/types.ts';
import type { DocumentInput, ReadDocument } from './read/types.ts';
import type { CameBack, ReturnedFile, SaidOf, SentCopy } from './returned/types.ts';
import type { TASKS } from './tasks.ts';

type Texts = typeof TASKS;

/** Megabytes of one answer: the claims of the longest article take half of it. */
const ANSWER_MB = 64;
/** How many texts may wait for the one that is being read, and how long. */
const WAITING = 24;
const WAIT_MS = 90_000;
const REST_MS = 5 * 60_000;
/** What a text may take, beside the seconds that any may: about ten times what prose of that length needs. */
const MS_PER_CHARACTER = 0.05;

// Next's development server reloads modules; the child outlives them.
const shared = globalThis as typeof globalThis & { stetReading?: Map<Lane, BoundedProcess<Texts>> };
let here: Texts | null = null;

/**
 * Has this process read texts itself: for the command line, which serves nobody else meanwhile, and whose texts are its
 * user's own.
 */
export function readInThisProcess(tasks: Texts): void {
  here = tasks;
}

/** Ends the processes that read texts; the next text starts a new one. */
export async function closeReading(): Promise<void> {
  const reading = [...(shared.stetReading?.values() ?? [])];
  shared.stetReading = undefined;
  await Promise.all(reading.map((process) => process.end()));
}

/**
 * One process for short texts and one for long ones, so that a sentence never waits behind a book; and one for what is read of sources, which
 * keeps it.
 */
type Lane = 'short' | 'long' | 'sources';
const LONGEST_SHORT = 40_000;

function readingOf(lane: Lane): BoundedProcess<Texts> {
  shared.stetReading ??= new Map();
  let reading = shared.stetReading.get(lane);
  if (!reading) {
    reading = boundedProcess<Texts>({
      entry: 'lib/ingest/child.ts',
      memoryMb: Number(process.env.STET_READING_MB || 1024),
      answerMb: ANSWER_MB,
      waiting: WAITING,
      waitMs: WAIT_MS,
      restMs: REST_MS,
    });
    shared.stetReading.set(lane, reading);
  }
  return reading;
}

/**
 * Works on a text that somebody sent, of `characters` UTF-16 units, in a process that is there for it.
 *
 * @throws AppError `too-large` where the text takes more time or memory than one text may, `invalid` where it is nested
 * too deeply, `unavailable` where too many are waiting. What else goes wrong is a fault.
 */
export async function onText<K extends keyof Texts & string>(
  task: K,
  input: Input<Texts, K>,
  characters: number,
): Promise<Answer<Texts, K>> {
  if (here) return (here[task] as (input: Input<Texts, K>) => Answer<Texts, K>)(input);
  const reading = readingOf(task === 'passages' ? 'sources' : characters > LONGEST_SHORT ? 'long' : 'short');
  const ms = readingSeconds() * 1000 + characters * MS_PER_CHARACTER;
  try {
    return await reading.run(task, input, ms);
  } catch (error) {
    if (!(error instanceof BoundError) || error.reason === 'fault') throw error;
    log.warn({ task, characters, reason: error.reason }, 'a text was not read');
    const [reason, code] = WORDS[error.reason];
    refuse(reason, code, reason === 'unavailable' ? {} : { field: 'text' });
  }
}

/** The claims of an article's text, and of each the keys it is looked up by. What that costs the text decides: to be asked for after the gate. */
export const onArticleText = (text: string, publishedOn: string | null, source: string | null) =>
  onText(
    'extract',
    { text, ...(publishedOn === null ? {} : { publishedOn }), ...(source === null ? {} : { source }) },
    text.length,
  );

/** As long as a long text may take: a document's bytes do not tell how much is in them. */
const CHARACTERS_OF_DOCUMENT = 2_000_000;

/**
 * Reads a document's bytes in the process that is there for texts.
 *
 * @throws AppError as `onText` does; a document that is none is a refusal in the outcome.
 */
export const onDocument = (input: DocumentInput): Promise<Outcome<ReadDocument>> =>
  onText('document', input, CHARACTERS_OF_DOCUMENT);

/** The same of a file that is to be an article. */
export const onArticleFile = (input: DocumentInput): Promise<Outcome<ArticleFile>> =>
  onText('article', input, CHARACTERS_OF_DOCUMENT);

/** Of what report a Word document says that it is a copy. */
export const onCopy = (input: ReturnedFile): Promise<Outcome<SaidOf | null>> =>
  onText('copyOf', input, CHARACTERS_OF_DOCUMENT);

/** What a copy that came back says, held against what went out. */
export const onReturned = (input: ReturnedFile & { readonly sent: SentCopy }): Promise<Outcome<CameBack>> =>
  onText('returned', input, CHARACTERS_OF_DOCUMENT);

/** The same of a feed. */
export const onFeed = (input: FeedInput): Promise<Outcome<ReadFeed>> => onText('feed', input, input.bytes.length);

const readingSeconds = () => Number(process.env.STET_READING_SECONDS || 20);

const WORDS: Readonly<Record<Exclude<BoundReason, 'fault'>, readonly [Refusal, PlainCode]>> = {
  time: ['too-large', 'reading-too-long'],
  memory: ['too-large', 'reading-too-much'],
  depth: ['invalid', 'reading-too-deep'],
  waiting: ['unavailable', 'reading-many-wait'],
};
