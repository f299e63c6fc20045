import { checkQuote, type QuoteCheck, quotable } from '#lib/anchor/quote-check.ts';
import { type Placement, reanchor, type Span, type SplitText } from '#lib/anchor/reanchor.ts';
import { detectLanguage, type Extraction, extractClaims, scoreSentence } from '#lib/engine/index.ts';
import {
  type Comparison,
  findPairs,
  lookUpKeys,
  type MatchClaim,
  type Pair,
  type PlacedClaim,
} from '#lib/match/index.ts';
import type { Outcome } from '#lib/platform/result.ts';
import type { ArticleFile } from './article.ts';
import { readCitations } from './citations/read.ts';
import type { FeedInput, ReadFeed } from './feed/types.ts';
import { type Guess, guessDetails } from './guess.ts';
import type { NamedAsked, NamedSource } from './named.ts';
import { type FiguresAsked, figuresBeside, type PassagesAsked, type PassagesFound, passagesIn } from './passages.ts';
import type { DocumentInput, ReadDocument } from './read/types.ts';
import type { CameBack, ReturnedFile, SaidOf, SentCopy } from './returned/types.ts';
import { type ReadStatement, readStatements, type Statement } from './statements.ts';

/** Where an article appeared, as far as its reading depends on it. */
export type Circumstances = { readonly publishedOn?: string; readonly source?: string };

type QuotesAsked = {
  readonly quotes: readonly { readonly words: string; readonly near: number }[];
  readonly text: string;
};

/**
 * Everything that is done to a text somebody has sent whose cost the text decides. Pure: the server has a process of
 * its own do it (child.ts), the command line does it itself.
 */
export const TASKS = {
  /** A document's bytes as text, with the place of every stretch. What reads it is loaded with the first one that comes. */
  document: async (input: DocumentInput): Promise<Outcome<ReadDocument>> =>
    (await import('./read/read.ts')).readDocument(input),
  /** The same as an article: its text, and what it says of itself. */
  article: async (input: DocumentInput): Promise<Outcome<ArticleFile>> =>
    (await import('./article.ts')).readArticleFile(input),
  /** Of what report a Word document says that it is a copy. */
  copyOf: async (input: ReturnedFile): Promise<Outcome<SaidOf | null>> =>
    (await import('./returned/index.ts')).copySaidOf(input),
  /** What a copy that came back says, held against what went out. */
  returned: async (input: ReturnedFile & { readonly sent: SentCopy }): Promise<Outcome<CameBack>> =>
    (await import('./returned/index.ts')).returnedCopy(input),
  /** What a feed tells of. */
  feed: async (input: FeedInput): Promise<Outcome<ReadFeed>> => (await import('./feed/read.ts')).readFeed(input),
  /** The references in a file of BibTeX or CSL-JSON. */
  citations: (bytes: Uint8Array) => readCitations(bytes),
  guess: (text: string): Guess & { readonly language: string } => ({
    ...guessDetails(text),
    language: detectLanguage(text),
  }),
  /** The claims of an article, and of each the keys it is looked up by. */
  extract: ({
    text,
    ...circumstances
  }: Circumstances & { readonly text: string }): {
    readonly extraction: Extraction;
    readonly keys: readonly (readonly string[])[];
  } => {
    const extraction = extractClaims(text, circumstances);
    return { extraction, keys: extraction.claims.map((claim) => lookUpKeys(claim)) };
  },
  score: (sentence: string) => scoreSentence(sentence),
  keys: (claims: readonly MatchClaim[]): string[][] => claims.map((claim) => lookUpKeys(claim)),
  /** What claims of an archive are compared and looked up by. */
  statements: (statements: readonly Statement[]): ReadStatement[] => readStatements(statements),
  /** Which of the claims go together; at least one of a pair is among the first `own`. */
  pairs: ({ claims, own }: { readonly claims: readonly PlacedClaim[]; readonly own: number }): Pair[] =>
    findPairs(claims, own),
  /** Whether and where quotations stand in a text, one answer for each; `near` is where one is thought to stand. */
  quotes: ({ quotes, text }: QuotesAsked): QuoteCheck[] => {
    const ready = quotable(text);
    return quotes.map(({ words, near }) => checkQuote(words, ready, near));
  },
  /** The sources that an article's own document names. */
  named: async (asked: NamedAsked): Promise<NamedSource[]> => (await import('./named.ts')).namedSources(asked),
  /** What of sources bears on a claim. */
  passages: (asked: PassagesAsked): PassagesFound => passagesIn(asked),
  /** The figures of quoted words beside those of a claim. */
  figures: (asked: FiguresAsked): Comparison[][] => figuresBeside(asked),
  /** Where stretches of one text stand in another. */
  carry: ({
    before,
    after,
    spans,
  }: {
    readonly before: SplitText;
    readonly after: SplitText;
    readonly spans: readonly Span[];
  }): Placement[] => reanchor(before, after, spans),
} as const;
