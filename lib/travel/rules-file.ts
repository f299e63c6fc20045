import { canonicalJson, type Json, sha256 } from '#lib/platform/canonical.ts';
import { refuse } from '#lib/platform/result.ts';
import { ARTICLE_FORMAT, LINE_KINDS, LINES, type LineKind, type LineOf } from './schema-file.ts';

/** How large an article's file may be, and how much may be in it. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;
export const MOST_FILE_CLAIMS = 10_000;
const MOST_LINES = 1_000_000;

/** An article's file, read: every line of its shape, in its place, and the digest right. What it says of itself is not yet held against its history. */
export type ArticleFile = { readonly article: LineOf<'article'> } & {
  readonly [K in Exclude<LineKind, 'article' | 'end'>]: readonly LineOf<K>[];
};

/** Whether the bytes begin as an article's file does. */
export const isArticleFile = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 400)).startsWith('{"article":{');

/**
 * Reads an article's file whole.
 *
 * @throws AppError `invalid` that names the line and what of it is wrong, or `too-large`.
 */
export function readArticleFile(bytes: Uint8Array): ArticleFile {
  if (bytes.length > MOST_FILE_BYTES) refuse('too-large', 'article-file-too-large');
  const lines = textOf(bytes).split('\n');
  if (lines.pop() !== '') refuse('invalid', 'article-file-cut');
  if (lines.length > MOST_LINES) refuse('too-large', 'article-file-too-large');
  const found: { [K in LineKind]: LineOf<K>[] } = {
    article: [],
    person: [],
    rating: [],
    revision: [],
    mark: [],
    source: [],
    capture: [],
    claim: [],
    lineage: [],
    evidence: [],
    verdict: [],
    comment: [],
    report: [],
    event: [],
    head: [],
    end: [],
  };
  let last = 0;
  for (const [i, text] of lines.entries()) {
    const { kind, value } = lineOf(text, i + 1);
    const place = LINE_KINDS.indexOf(kind);
    if (place < last || (place === 0) !== (i === 0))
      refuse('invalid', 'article-file-order', { values: { line: i + 1 } });
    last = place;
    (found[kind] as unknown[]).push(value);
  }
  const {
    article: [article],
    end: [end],
    ...records
  } = found;
  if (article === undefined || end === undefined || found.end.length > 1) refuse('invalid', 'article-file-cut');
  const count = lines.length - 1;
  const digest = sha256(
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (end.count !== count || end.sha256 !== digest) refuse('invalid', 'article-file-digest');
  if (records.claim.length > MOST_FILE_CLAIMS) refuse('too-large', 'article-file-too-large');
  const file = { article, ...records };
  assertWhole(file);
  return file;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    refuse('invalid', 'article-file-none', { values: { format: ARTICLE_FORMAT } });
  }
}

function lineOf(text: string, line: number): { kind: LineKind; value: unknown } {
  const parsed = parse(text, line);
  const [kind, ...more] = Object.keys(parsed);
  if (more.length > 0 || kind === undefined || !isKind(kind))
    refuse('invalid', 'article-file-line', { values: { line, field: kind ?? '{}' } });
  const read = LINES[kind].safeParse(parsed[kind]);
  if (!read.success)
    refuse('invalid', 'article-file-line', {
      values: { line, field: [kind, ...(read.error.issues[0]?.path ?? [])].join('.') },
    });
  // Equal records have equal lines: nothing stands in one that was not read.
  const data: Json = JSON.parse(JSON.stringify(read.data));
  if (canonicalJson({ [kind]: asWritten(data, parsed[kind]) }) !== text)
    refuse('invalid', 'article-file-line', { values: { line, field: kind } });
  return { kind, value: read.data };
}

/** What was read, without what a file of before leaves out and reading puts in. */
function asWritten(read: Json | undefined, written: unknown): Json {
  if (isArray(read) && isArray(written)) return read.map((item, i) => asWritten(item, written[i]));
  if (!isObject(read) || !isObject(written)) return read ?? null;
  const there = Object.entries(read).filter(([key]) => Object.hasOwn(written, key));
  return Object.fromEntries(there.map(([key, item]) => [key, asWritten(item, Reflect.get(written, key))]));
}

const isArray = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isKind = (name: string): name is LineKind => Object.hasOwn(LINES, name);

function parse(text: string, line: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { ...value };
  } catch {
    // Told below.
  }
  if (line === 1) refuse('invalid', 'article-file-none', { values: { format: ARTICLE_FORMAT } });
  refuse('invalid', 'article-file-line', { values: { line, field: 'JSON' } });
}

/** Every id leads to a record of the file, and each record is there once. */
function assertWhole(file: ArticleFile): void {
  const ids = <K extends 'person' | 'rating' | 'source' | 'capture' | 'claim' | 'evidence' | 'verdict' | 'comment'>(
    kind: K,
  ) => {
    const all = new Set(file[kind].map(({ id }) => id));
    if (all.size < file[kind].length) stray(kind, 'id');
    return (field: string, ...given: readonly (string | null)[]) => {
      for (const id of given) if (id !== null && !all.has(id)) stray(field, id);
    };
  };
  const [source, capture, claim, evidence, verdict, comment, rating] = [
    ids('source'),
    ids('capture'),
    ids('claim'),
    ids('evidence'),
    ids('verdict'),
    ids('comment'),
    ids('rating'),
  ];
  if (new Set(file.claim.map(({ number }) => number)).size < file.claim.length) stray('claim', 'number');
  for (const one of file.claim) verdict(`claim ${one.number}`, one.settledVerdict);
  for (const one of file.lineage) claim('lineage', one.from, one.to);
  for (const one of file.evidence) {
    claim('evidence', one.claim);
    source('evidence', one.source);
    capture('evidence', one.capture);
  }
  for (const one of file.verdict) {
    claim('verdict', one.claim);
    rating('verdict', one.rating);
    verdict('verdict', one.supersedes, one.confirms);
    evidence('verdict', ...one.cites.map((cite) => cite.evidence));
  }
  for (const one of file.comment) {
    claim('comment', one.claim);
    evidence('comment', one.evidence);
    comment('comment', one.thread);
    verdict('comment', one.verdict);
  }
  if (file.revision.filter(({ present }) => present).length !== 1) stray('revision', 'present');
  for (const { number, text, sha256: hash } of file.revision)
    if (sha256(text) !== hash) stray(`revision ${number}`, 'sha256');
}

const stray = (record: string, field: string): never =>
  refuse('invalid', 'article-file-stray', { values: { record, field } });
