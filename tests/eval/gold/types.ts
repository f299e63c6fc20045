/** The form of the gold files (`test.json`, `dev.json`): what a checker would mark in an article. Offsets are UTF-16 code units, half-open. */

export type GoldSpan = { start: number; end: number; quote: string };

export type GoldSpeaker = {
  name: string;
  role: string | null;
  kind: 'author' | 'person' | 'organization' | 'document' | 'study' | 'unnamed-person' | 'unnamed-group';
  mode: 'narration' | 'direct-quote' | 'indirect' | 'nested-quote';
  via?: string;
};

export type GoldQuantity = {
  text: string;
  /** Null where no number is said ("thousands"); a range has its lower end here. Percent as 40, fractions as decimals. */
  value: number | null;
  unit: string | null;
  modifier: string | null;
  measure: string | null;
  per?: string;
  low?: number | null;
  high?: number | null;
  start: number;
  end: number;
  outOfSentence?: boolean;
};

/** `resolved` is ISO 8601 or EDTF against the publication date; ".." is an open end; null where it cannot be resolved. */
export type GoldTime = { text: string; resolved: string | null; kind: string; start: number; end: number };

export type GoldClaim = GoldSpan & {
  id: string;
  sentences: number[];
  zone: string;
  rewording: string;
  type: string;
  alsoTypes: string[];
  layer: 'content' | 'attribution' | 'context';
  speaker: GoldSpeaker;
  attributionCue?: string;
  quantities: GoldQuantity[];
  times: GoldTime[];
  entities: { name: string; type: string }[];
  checkWorthiness: number;
  tier: 'core' | 'standard' | 'minor';
  modality: string;
  opinionOrPrediction: boolean;
  checkable: boolean;
  negated: boolean;
  optional: boolean;
};

export type GoldSentence = { index: number; start: number; end: number; zone: string; text: string };

export type GoldPair = { a: string; b: string; relation: string; merge: boolean | 'either'; why: string };

export type GoldDocument = {
  id: string;
  file: string;
  title: string;
  source: string;
  byline: string;
  published: string;
  publishedNote: string;
  sha256: string;
  lengthUtf16: number;
  claims: GoldClaim[];
  zones: (GoldSpan & { zone: string; kind: string | null })[];
  boilerplate: (GoldSpan & { kind: string })[];
  noClaimSpans: (GoldSpan & { reason: string })[];
  quotes: (GoldSpan & { speaker: string | null; kind: string })[];
  sentences: GoldSentence[];
  hardBoundaries: GoldSpan[];
  quantityMentions: (GoldQuantity & { quote: string; claims: string[] })[];
  timeMentions: (GoldTime & { quote: string; claims: string[] })[];
  decoyNumbers: GoldSpan[];
};

export type Gold = { schema: string; documents: GoldDocument[]; crossPairs: GoldPair[] };
