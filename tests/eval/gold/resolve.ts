/** Turns an annotated article into gold with offsets, and refuses every note that does not match the text exactly. */
import { createHash } from 'node:crypto';
import { readClaim, readQuantity, readTime } from './notes.ts';
import type { Source, SourceSentence } from './source.ts';
import type { GoldClaim, GoldDocument, GoldQuantity, GoldSpan, GoldTime } from './types.ts';

export type Resolved = { text: string; document: GoldDocument; labels: Map<string, string> };

type Place = SourceSentence & { index: number; start: number; end: number };

/** Every place where `needle` stands in `text` and neither edge cuts a word or a number in two. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  const word = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    const cutsStart = word.test(text[at - 1] ?? ' ') && word.test(needle[0] ?? ' ');
    const cutsEnd = word.test(text[end] ?? ' ') && word.test(needle.at(-1) ?? ' ');
    const insideNumber =
      (/[\d][.,]$/.test(text.slice(0, at)) && /^\d/.test(needle)) ||
      (/\d$/.test(needle) && /^[.,]\d/.test(text.slice(end)));
    if (!cutsStart && !cutsEnd && !insideNumber) found.push(at);
  }
  return found;
}

/**
 * Finds one quote in one sentence. "head ... tail" stands for everything from head through the first tail after it; "@2" at the end chooses the
 * second occurrence.
 * @throws Error where it does not stand there, or stands there more than once and no occurrence is chosen.
 */
export function locate(sentence: { text: string; start: number }, wanted: string): GoldSpan {
  const chosen = /^(.*) @(\d)$/s.exec(wanted);
  const phrase = chosen?.[1] ?? wanted;
  const [head = '', tail] = phrase.split(' ... ');
  const places = occurrences(sentence.text, head);
  if (!chosen && places.length !== 1) throw new Error(`"${head}" stands ${places.length} times in: ${sentence.text}`);
  const from = places[chosen ? Number(chosen[2]) - 1 : 0];
  if (from === undefined) throw new Error(`no such occurrence of "${head}" in: ${sentence.text}`);
  let to = from + head.length;
  if (tail !== undefined) {
    const at = occurrences(sentence.text, tail).find((place) => place >= to);
    if (at === undefined) throw new Error(`"${tail}" does not follow "${head}" in: ${sentence.text}`);
    to = at + tail.length;
  }
  return { start: sentence.start + from, end: sentence.start + to, quote: sentence.text.slice(from, to) };
}

const inside = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

export function resolve(name: string, source: Source, file: string, prefix: string): Resolved {
  let text = '';
  const places: Place[] = source.sentences.map((sentence, index) => {
    const start = text.length + sentence.before.length;
    text += sentence.before + sentence.text;
    return { ...sentence, index, start, end: text.length };
  });
  text += '\n';

  const labels = new Map<string, string>();
  const document: GoldDocument = {
    id: source.head.id ?? '',
    file,
    title: source.head.title ?? '',
    source: source.head.source ?? '',
    byline: source.head.byline ?? '',
    published: source.head.published ?? '',
    publishedNote: source.head.publishedNote ?? '',
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    lengthUtf16: text.length,
    claims: [],
    zones: zonesOf(text, places),
    boilerplate: places
      .filter((place) => place.zone === 'boilerplate')
      .map(({ start, end, text: quote, kind }) => ({ start, end, quote, kind: kind ?? '' })),
    noClaimSpans: [],
    quotes: [],
    sentences: places.map(({ index, start, end, zone, text: words }) => ({ index, start, end, zone, text: words })),
    hardBoundaries: [],
    quantityMentions: [],
    timeMentions: [],
    decoyNumbers: [],
  };

  for (const place of places) {
    const speakers = place.notes.filter((note) => note.mark === 's');
    const quotations = quotationsFrom(text, places, place);
    const quantities: (GoldQuantity & GoldSpan)[] = [];
    const times: (GoldTime & GoldSpan)[] = [];
    const claims: GoldClaim[] = [];
    for (const note of place.notes) {
      try {
        if (note.mark === 'q') quantities.push(readQuantity(note.body, (words) => locate(place, words)));
        if (note.mark === 't') times.push(readTime(note.body, (words) => locate(place, words)));
        if (note.mark === 'd') document.decoyNumbers.push(locate(place, note.body));
        if (note.mark === 'x') {
          const [words = '', reason] = note.body.split(' | ');
          if (reason === undefined) throw new Error('a span without claims wants a reason');
          document.noClaimSpans.push({ ...locate(place, words), reason });
        }
      } catch (error) {
        throw new Error(`${name}:${note.line}: ${(error as Error).message}`);
      }
    }
    for (const note of place.notes.filter(({ mark }) => mark === '-')) {
      try {
        const { words, label, allTimes, ...fields } = readClaim(note.body, source.speakers);
        const span = locate(place, words);
        const torn = quantities.find((q) => q.start < span.end && q.end > span.start && !inside(q, span));
        if (torn) throw new Error(`the claim cuts the quantity "${torn.quote}" in two`);
        const id = `${prefix}${String(document.claims.length + claims.length + 1).padStart(2, '0')}`;
        if (label) labels.set(label, id);
        const strip = <T extends GoldSpan>({ quote: _, ...rest }: T): Omit<T, 'quote'> => rest;
        claims.push({
          id,
          ...span,
          sentences: [place.index],
          zone: place.zone,
          rewording: fields.rewording ?? span.quote,
          ...fields.claim,
          quantities: quantities.filter((q) => inside(q, span)).map(strip),
          times: times.filter((t) => allTimes || inside(t, span)).map(strip),
          entities: source.entities
            .filter(({ aliases }) => aliases.some((alias) => occurrences(span.quote, alias).length > 0))
            .map(({ name: entity, type }) => ({ name: entity, type })),
        });
      } catch (error) {
        throw new Error(`${name}:${note.line}: ${(error as Error).message}`);
      }
    }
    const holding = (mention: GoldSpan, of: 'quantities' | 'times'): string[] =>
      claims.filter((claim) => claim[of].some((held) => held.start === mention.start)).map(({ id }) => id);
    document.quantityMentions.push(...quantities.map((q) => ({ ...q, claims: holding(q, 'quantities') })));
    document.timeMentions.push(...times.map((t) => ({ ...t, claims: holding(t, 'times') })));
    document.claims.push(...claims);

    const explicit = speakers.filter(({ body }) => body.includes(' = '));
    const implicit = speakers.filter(({ body }) => !body.includes(' = '));
    if (place.zone !== 'boilerplate' && implicit.length !== quotations.length) {
      throw new Error(`${name}:${place.line}: ${quotations.length} quotations, ${implicit.length} speakers`);
    }
    const quoteOf = (body: string, span: GoldSpan) => {
      const [code = '', kind = 'full'] = body.split(' ');
      const speaker = source.speakers.get(code);
      if (!speaker && code !== '-') throw new Error(`${name}:${place.line}: nobody is called ${code}`);
      return { ...span, speaker: speaker?.name ?? null, kind };
    };
    implicit.forEach(({ body }, i) => {
      const span = quotations[i];
      if (span) document.quotes.push(quoteOf(body, span));
    });
    for (const { body } of explicit) {
      const [head = '', words = ''] = body.split(' = ');
      document.quotes.push(quoteOf(head, locate(place, words)));
    }
  }
  return { text, document, labels };
}

/** Runs of neighbouring sentences in one zone; the body has none. */
function zonesOf(text: string, places: readonly Place[]): GoldDocument['zones'] {
  const zones: GoldDocument['zones'] = [];
  let previous: Place | undefined;
  for (const place of places) {
    const last = zones.at(-1);
    if (place.zone !== 'body') {
      if (last && previous?.zone === place.zone && previous.kind === place.kind) last.end = place.end;
      else zones.push({ zone: place.zone, kind: place.kind, start: place.start, end: place.end, quote: '' });
    }
    previous = place;
  }
  return zones.map((zone) => ({ ...zone, quote: text.slice(zone.start, zone.end) }));
}

/** The double quotations that open in a sentence; one left open runs to the end of its line, as newspapers leave it. */
function quotationsFrom(text: string, places: readonly Place[], place: Place): GoldSpan[] {
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const newline = text.indexOf('\n', place.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const spans: GoldSpan[] = [];
  let open: number | null = null;
  for (let at = lineStart; at < lineEnd; at += 1) {
    const mark = text[at];
    if (open === null && (mark === '“' || mark === '"')) open = at;
    else if (open !== null && (mark === '”' || mark === '"')) {
      spans.push({ start: open, end: at + 1, quote: text.slice(open, at + 1) });
      open = null;
    }
  }
  if (open !== null) {
    const last = places.filter((other) => other.start >= lineStart && other.end <= lineEnd).at(-1)?.end ?? lineEnd;
    spans.push({ start: open, end: last, quote: text.slice(open, last) });
  }
  return spans.filter((span) => span.start >= place.start && span.start < place.end);
}
