import { type Later, outcomeWords, type ReportClaim, type ReportModel, type ReportVerdict } from './model.ts';
import { partWords } from './outline/part.ts';
import { joined, jsonPieces } from './pieces.ts';
import { aloneNote, findingWords } from './settled-words.ts';

type Thing = { readonly [key: string]: unknown };

/**
 * The claims as W3C Web Annotations on the article, one page of them in JSON-LD: each with what it came to, every verdict in
 * force with who gave it, that one person settled it alone, what was proposed instead, what is still asked, and what it rests on. A claim whose words are no
 * longer in the article has nothing to stand on and is left out. https://www.w3.org/TR/annotation-model
 */
export const renderAnnotations = (report: ReportModel, address: string, later: Later | null = null): string =>
  joined(piecesOfAnnotations(report, address, later));

/** The same in pieces. */
export function* piecesOfAnnotations(report: ReportModel, address: string, later: Later | null): Generator<string> {
  yield* jsonPieces({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${address}#annotations`,
    type: 'AnnotationPage',
    items: itemsOn(report, address, later),
  });
  yield '\n';
}

function* itemsOn(report: ReportModel, address: string, later: Later | null): Generator<Thing> {
  const points = codePoints(report.article.text);
  for (const claim of report.claims) yield* annotation(report, claim, address, points);
  yield* notesOn(report, address, later);
}

/** That it is a part, that it corrects a report, and what has come after it, as comments on the whole article. */
function notesOn(report: ReportModel, address: string, later: Later | null): Thing[] {
  const notes = [
    ...(report.part === null
      ? []
      : [{ note: [partWords(report), report.part.note].filter(Boolean).join('\n'), at: report.frozenAt }]),
    ...(report.correction === null ? [] : [{ note: report.correction, at: report.frozenAt }]),
    ...(later?.corrections ?? []),
    ...(later ? [{ note: `Superseded by report ${later.number}`, at: later.createdAt }] : []),
  ];
  return notes.map(({ note, at }, i) => ({
    id: `${address}#note-${i + 1}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: at,
    creator: { type: 'Organization', name: report.desk },
    body: [words('commenting', note)],
    target: { source: report.article.link ?? `${address}#proof` },
  }));
}

function annotation(report: ReportModel, claim: ReportClaim, address: string, points: Uint32Array): Thing[] {
  const { start, end } = claim;
  if (start === null || end === null) return [];
  const { text, link, language } = report.article;
  const inArticle = language === 'und' ? {} : { language };
  const alone = aloneNote(claim);
  return [
    {
      id: `${address}#claim-${claim.number}`,
      type: 'Annotation',
      motivation: 'assessing',
      created: report.frozenAt,
      creator: { type: 'Organization', name: report.desk },
      body: [
        words('classifying', outcomeWords(claim)),
        ...(alone === null ? [] : [words('commenting', alone)]),
        words('describing', claim.statement, inArticle),
        ...claim.verdicts.filter(({ ended }) => ended === null).flatMap((verdict) => verdictBodies(verdict, inArticle)),
        ...[...claim.openQueries, ...claim.closedQueries].map(({ by, at, body }) =>
          words('questioning', body, { creator: person(by.name), created: at }),
        ),
        ...claim.closedQueries.flatMap(({ answer, closedAt }) =>
          answer === null ? [] : [words('replying', answer, { created: closedAt })],
        ),
        ...claim.evidence.filter(({ withdrawn }) => !withdrawn).map(evidenceBody),
      ],
      target: {
        source: link ?? `${address}#proof`,
        ...inArticle,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
            suffix: text.slice(end, end + AROUND).toWellFormed(),
          },
          // This one counts characters of Unicode, and a report counts UTF-16 code units.
          { type: 'TextPositionSelector', start: points[start] ?? 0, end: points[end] ?? 0 },
        ],
      },
    },
  ];
}

/** How many code units before and after a quotation tell it from others like it. */
const AROUND = 32;

const words = (purpose: string, value: string, more: Thing = {}): Thing => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
  ...more,
});
const person = (name: string): Thing => ({ type: 'Person', name });

function verdictBodies(verdict: ReportVerdict, inArticle: Thing): Thing[] {
  const { by, at, rating, rationale, fix } = verdict;
  const whose = { creator: person(by.name), created: at };
  const said = [rating.label, findingWords(verdict)?.replace(/\.$/, ''), rationale].filter(Boolean).join('. ');
  return [
    words('assessing', said, whose),
    ...(fix ? [words('editing', fix.replacement, { ...inArticle, ...whose })] : []),
  ];
}

/** Evidence with a link is that page, with the words that are quoted there; other evidence is told in words. */
function evidenceBody({ number, source, quote, locator, stance }: ReportClaim['evidence'][number]): Thing {
  const title = [`[${number}] ${source.title}`, locator, stance].filter(Boolean).join(', ');
  if (source.link === null) return words('describing', quote === null ? title : `${title}: “${quote}”`);
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    label: title,
    source: source.link,
    ...(quote === null ? {} : { selector: { type: 'TextQuoteSelector', exact: quote } }),
  };
}

/** At each code unit of a text, and at its end, how many characters of Unicode stand before it. */
function codePoints(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    before[at] = count;
    const isSecond = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
    // The second half of a pair stands where its first does.
    if (isSecond) before[at] = count - 1;
    else count += 1;
  }
  before[text.length] = count;
  return before;
}
