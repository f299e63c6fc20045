import { canonicalJson } from '#lib/platform/canonical.ts';
import type { ReportClaim, ReportEvidence, ReportModel } from '../model.ts';
import { plain, there } from './line.ts';
import type { Line, OutlineSource, Run } from './types.ts';
import { dayWords, momentWords, rangeWords, say, sayOne } from './words.ts';

/** How evidence is cited throughout a report. */
export type Citing = {
  readonly sources: readonly OutlineSource[];
  /** By a claim's id and the number of its evidence. */
  readonly labelOf: (claim: ReportClaim, evidence: number) => string | null;
  readonly sourceOf: (claim: ReportClaim, evidence: number) => string | null;
};

export const sourceId = (number: number): string => `source-${number}`;
export const claimId = (number: number): string => `claim-${number}`;

type Source = ReportEvidence['source'];
type Captured = NonNullable<Source['capture']>;
type Numbered = {
  readonly number: number;
  readonly source: Source;
  readonly claims: Set<number>;
  /** The captures of it that evidence stands in, by their hash and time. */
  readonly captures: Map<string, Captured>;
};

/** Numbers the sources as they are first cited, the same source once. What is told of two in the very same words is one. */
export function citing(model: ReportModel): Citing {
  const known = new Map<string, Numbered>();
  const labels = new Map<string, { readonly label: string; readonly number: number }>();
  for (const claim of [...model.claims, ...model.formerClaims]) {
    const cited = claim.evidence.map((item) => {
      const { capture, ...same } = item.source;
      const key = canonicalJson(same);
      const first = { number: known.size + 1, source: item.source, claims: new Set<number>(), captures: new Map() };
      const source = known.get(key) ?? first;
      if (capture) source.captures.set(`${capture.takenAt} ${capture.sha256}`, capture);
      known.set(key, source);
      source.claims.add(claim.number);
      return { item, number: source.number };
    });
    for (const { item, number } of cited) {
      const same = cited.filter((other) => other.number === number);
      const at = same.findIndex((other) => other.item === item);
      const label = same.length === 1 ? `${number}` : `${number}${letters(at)}`;
      labels.set(`${claim.id} ${item.number}`, { label, number });
    }
  }
  const of = (claim: ReportClaim, evidence: number) => labels.get(`${claim.id} ${evidence}`);
  return {
    sources: [...known.values()].map(outlined),
    labelOf: (claim, evidence) => of(claim, evidence)?.label ?? null,
    sourceOf: (claim, evidence) => {
      const found = of(claim, evidence);
      return found ? sourceId(found.number) : null;
    },
  };
}

/** a … z, aa, ab … */
function letters(at: number): string {
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`;
}

/** What was kept of a source, and who else bears witness to it. */
const captureWords = ({ sha256: hash, takenAt, erased, stamp, archived }: Captured): (string | null)[] => [
  say(erased ? 'capturedErased' : 'captured', { when: momentWords(takenAt), hash }),
  stamp && say('stamped', { when: momentWords(stamp.at), name: stamp.by }),
  archived && say('archived', { when: momentWords(archived.at), address: archived.address }),
];

/** A link to the web as browsers follow it: signs that an address cannot have stand in it as their numbers. */
function hrefOf(link: string | null): string | null {
  const url = link === null ? null : URL.parse(link);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

function outlined({ number, source, claims, captures }: Numbered): OutlineSource {
  const numbers = [...claims].sort((a, b) => a - b);
  return {
    id: sourceId(number),
    number,
    title: source.title,
    about: there([
      source.author,
      source.publisher,
      source.publishedOn && dayWords(source.publishedOn),
      sayOne('sourceKind', source.kind),
      sayOne('tier', source.tier),
      source.saltedHash && say('saltedHash', { hash: source.saltedHash }),
      ...[...captures.values()].flatMap(captureWords),
    ]),
    link: source.link,
    href: hrefOf(source.link),
    citedBy: say('citedBy', { count: numbers.length, numbers: rangeWords(numbers) }),
    claims: numbers,
  };
}

const CITED = /\[(\d{1,4}(?:\s?,\s?\d{1,4})*)\]/g;

/** A rationale, its citations of the claim's evidence put as the report cites, each leading to its source. */
export function withCitations(text: string, claim: ReportClaim, cites: Citing): Line {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(CITED)) {
    const numbers = (match[1] ?? '').split(',').map(Number);
    const labels = numbers.map((number) => cites.labelOf(claim, number));
    if (labels.some((label) => label === null)) continue;
    if (match.index > from) runs.push(plain(text.slice(from, match.index)));
    runs.push(...numbers.map((number) => plain(`[${cites.labelOf(claim, number)}]`, cites.sourceOf(claim, number))));
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push(plain(text.slice(from)));
  return runs;
}

/** Citations with their places: "[3, p. 12]". */
export const cited = (numbers: readonly number[], claim: ReportClaim, cites: Citing): Line =>
  numbers.flatMap((number, i) => {
    const label = cites.labelOf(claim, number);
    const locator = claim.evidence.find((item) => item.number === number)?.locator;
    if (label === null) return [];
    const words = plain(`[${locator ? `${label}, ${locator}` : label}]`, cites.sourceOf(claim, number));
    return i === 0 ? [words] : [plain(' '), words];
  });
