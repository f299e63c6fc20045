/**
 * The engine's contract: what `extractClaims` returns, and what its stages hand to one another.
 *
 * Every `start` and `end` is a UTF-16 code unit offset, half-open, into the text exactly as it was given.
 */

/** A half-open stretch of the text, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

export const BLOCK_ROLES = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'paragraph',
  'quote',
  'list-item',
  'table',
  'caption',
  'figure',
  'advice',
  'note',
  'boilerplate',
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];
export type Block = Span & { readonly role: BlockRole };

export type Suggestion = 'claimed' | 'nothing to check';
export type Sentence = Span & {
  readonly suggestion: Suggestion;
  /** Why, in a few words a person can read. */
  readonly reason: string;
  /** 0 to 1. */
  readonly checkworthiness: number;
};

export const CLAIM_KINDS = [
  'quantity',
  'comparison',
  'trend',
  'event',
  'attribution',
  'causal',
  'identity',
  'position',
  'rule',
  'plan',
  'prediction',
  'opinion',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The kinds that nobody can check: that something will happen, or that it is good. */
export const UNCHECKABLE_KINDS: readonly ClaimKind[] = ['prediction', 'opinion'];

export const CLAIMANT_TYPES = ['author', 'person', 'organization', 'document', 'unnamed'] as const;
export type ClaimantType = (typeof CLAIMANT_TYPES)[number];
export type EngineClaimant = {
  readonly name: string;
  readonly type: ClaimantType;
  /** Where the claimant is named; both null for the author. */
  readonly start: number | null;
  readonly end: number | null;
  /** Who passed it on, where a claim is quoted through somebody else. */
  readonly via: string | null;
};

export const MODIFIERS = ['approximately', 'at least', 'at most', 'more than', 'less than'] as const;
export type Modifier = (typeof MODIFIERS)[number];
export type Quantity = Span & {
  readonly text: string;
  /** The number itself: 40 for "almost 40%", 48_600_000 for "£48.6 million". Null where `range` or `tally` holds the numbers. */
  readonly value: number | null;
  /** In the singular: "percent", "percentage point", an ISO currency code ("USD"), "kilometre", "share" for a part of a whole, or the counted noun ("troop", "person"); null where none. */
  readonly unit: string | null;
  readonly modifier: Modifier | null;
  /** Both ends of a range, either null where it is open ("hundreds": [200, null]). */
  readonly range: readonly [number | null, number | null] | null;
  /** Both numbers of a vote or a score, in the order of the text. */
  readonly tally: readonly [number, number] | null;
  /** The rate's base: "100,000 people", "year". */
  readonly per: string | null;
  /** What is measured, in the article's words. */
  readonly of: string | null;
  readonly change: 'up' | 'down' | null;
  /** True for "third-largest", "first". */
  readonly rank: boolean;
};

export type TimeBasis = 'stated' | 'publication date' | 'earlier date' | 'unresolved';
export type Time = Span & {
  readonly text: string;
  /** Local dates, YYYY-MM-DD, both ends included; null where unresolved or open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: TimeBasis;
  /** True where it dates the saying ("he tweeted Wednesday"), not what is said. Such a time lies outside the claim's span. */
  readonly ofSaying?: true;
};

export type EntityType = 'place' | 'person' | 'organization' | 'other';
export type Entity = Span & { readonly text: string; readonly name: string; readonly type: EntityType };

export const TIERS = ['core', 'standard', 'minor'] as const;
export type Tier = (typeof TIERS)[number];

export const CLAIM_LAYERS = ['content', 'attribution', 'context'] as const;
/** What is said, that it was said, or what the sentence takes for granted. */
export type ClaimLayer = (typeof CLAIM_LAYERS)[number];

export const POLARITIES = ['positive', 'negative'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FACTUALITIES = ['asserted', 'possible', 'planned', 'expected', 'conditional', 'denied'] as const;
/** How the claim is put forward, whatever its kind. Of a denial the denied content is `denied`, by the denier. */
export type Factuality = (typeof FACTUALITIES)[number];

export type EngineClaim = Span & {
  /** Verbatim: `text.slice(start, end)`. */
  readonly quote: string;
  /** Self-contained wording; whatever it adds to the quote stands in [brackets] and comes from the article. */
  readonly statement: string;
  readonly kind: ClaimKind;
  readonly layer: ClaimLayer;
  readonly polarity: Polarity;
  readonly factuality: Factuality;
  readonly claimant: EngineClaimant;
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly entities: readonly Entity[];
  /** 0 to 1. */
  readonly checkworthiness: number;
  readonly tier: Tier;
  /** What moved the score, in words. */
  readonly reasons: readonly string[];
};

export type Extraction = {
  readonly engine: string;
  /** ISO 639-1 code of the text's language; "und" where it cannot be told. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly claims: readonly EngineClaim[];
};

export type ExtractOptions = {
  /** Local date YYYY-MM-DD; without it relative times stay unresolved. */
  readonly publishedOn?: string;
  /** IANA name; only used to say which local day a stated instant falls on. */
  readonly timeZone?: string;
  /** Outlet or agency, where known. */
  readonly source?: string;
};

// ---- what the stages hand to one another ----

/** Universal part-of-speech tags, as wink-nlp names them. */
export const TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Tag = (typeof TAGS)[number];

/** What the stages before have found a token to be part of. */
export type Mark = 'figure' | 'time' | 'quoted' | EntityType;

/** One word or mark of one sentence. */
export type Token = Span & {
  readonly text: string;
  readonly lower: string;
  readonly tag: Tag;
  readonly marks: ReadonlySet<Mark>;
};

/** One person, body or place through the whole document, with everywhere it is named. */
export type NamedEntity = {
  readonly name: string;
  readonly type: EntityType;
  readonly gender: 'male' | 'female' | null;
  /** "a professor at Peking University", in the article's words. */
  readonly role: string | null;
  readonly mentions: readonly Span[];
};

/** Words inside quotation marks, without the marks. */
export type Quotation = Span & {
  readonly direct: boolean;
  /** True where the marks hold a term or a nickname rather than speech. */
  readonly term: boolean;
  /** Paragraphs may leave a quotation open; it then goes on in the next. */
  readonly continues: boolean;
};

/** Who is answerable for a stretch of text, and by which words of the article. */
export type Attribution = {
  /** The words said, quoted or reported. */
  readonly content: Span;
  /** The cue verb or phrase ("said", "according to"); null where a quotation goes on without one. */
  readonly cue: Span | null;
  readonly claimant: EngineClaimant;
  readonly cueClass: 'say' | 'claim' | 'deny' | 'warn' | 'opinion' | 'document';
  readonly quoted: boolean;
  /** 0 to 1. */
  readonly confidence: number;
};
