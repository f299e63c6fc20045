import type { ForeignOutcome, ForeignSaid, NewForeignClaim } from '#lib/foreign/types.ts';
import type { MatchClaim } from '#lib/match/index.ts';
import { canonicalText } from '#lib/platform/canonical.ts';
import { optionalLink } from '#lib/platform/fields.ts';
import { outcomeOf } from '#lib/reports/rules-upgrade.ts';
import type { ArticleFile } from './rules-file.ts';
import type { FileClaim, FileVerdict } from './schema-file.ts';

/** A claim on its way in, before it is known by which keys it is looked up. */
export type KeylessClaim = Omit<NewForeignClaim, 'lookUpKeys'> & {
  /** Somebody has come to a finding on it, so that it can be a precedent. */
  readonly isFound: boolean;
};

/** The claims of an article's file, as they are shown and looked up elsewhere: people by their names, sources by their titles. */
export function claimsOfFile(file: ArticleFile): KeylessClaim[] {
  const names = new Map(file.person.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const present = file.revision.find((revision) => revision.present)?.number;
  const ratings = new Map(file.rating.map((rating) => [rating.id, rating]));
  const sources = new Map(file.source.map((source) => [source.id, source]));
  const verdicts = Map.groupBy(file.verdict, ({ claim }) => claim);
  const evidence = Map.groupBy(file.evidence, ({ claim }) => claim);
  const comments = Map.groupBy(file.comment, ({ claim }) => claim);
  const findingOf = (verdict: FileVerdict): ForeignSaid['findings'][number] => ({
    by: nameOf(verdict.by),
    at: verdict.at,
    rating: ratings.get(verdict.rating)?.label ?? '',
    rationale: verdict.rationale,
    signedOffBy: verdict.signOffs.filter(({ withdrawn }) => withdrawn === null).map(({ by }) => nameOf(by))[0] ?? null,
    inForce: isInForce(verdict),
  });
  return file.claim.map((claim) => {
    const own = verdicts.get(claim.id) ?? [];
    const settling = own.find(({ id }) => id === claim.settledVerdict) ?? null;
    const anchor = claim.anchors.find(({ revision }) => revision === present) ?? claim.anchors[0];
    const quote = anchor?.exact ?? null;
    const outcome = outcomeIn(claim);
    return plain({
      number: claim.number,
      statement: claim.statement,
      publisher: file.article.desk,
      outcome,
      rating: settling === null ? null : ratingIn(claim, ratings.get(settling.rating)?.label ?? ''),
      link: null,
      checkedOn: settling?.at.slice(0, 10) ?? null,
      saidBy: claim.claimant.kind === 'author' ? file.article.outlet : claim.claimant.name,
      saidOn: claim.saidOn ?? file.article.publishedOn,
      match: matchOf(claim, quote),
      said: {
        quote,
        findings: own.map(findingOf),
        evidence: (evidence.get(claim.id) ?? []).map((item) => ({
          number: item.number,
          stance: item.stance,
          quote: item.quote,
          locator: item.locator,
          source: sources.get(item.source)?.title ?? '',
          publisher: sources.get(item.source)?.publisher ?? null,
          link: webLink(sources.get(item.source)?.link),
          withdrawn: item.withdrawn !== null,
        })),
        comments: (comments.get(claim.id) ?? [])
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map(({ by, guest, at, body }) => ({ by: guest ?? nameOf(by), at, body })),
      },
      isFound: (outcome === 'settled' || outcome === 'disputed') && own.some(isInForce),
    });
  });
}

/** Another desk's word for where something stands, which is opened here with a press: the web, or nowhere. */
const webLink = (link: unknown): string | null => optionalLink.safeParse(link).data ?? null;

/** The settling rating, with what a report there would say beside it. */
const ratingIn = ({ stale, held }: FileClaim, label: string): string => {
  const notes = [stale && 'asks for a fresh look', held && 'a question is open'].filter(Boolean).join('; ');
  return notes === '' ? label : `${label} (${notes})`;
};

const isInForce = ({ supersededAt, withdrawn }: FileVerdict): boolean => supersededAt === null && withdrawn === null;

function outcomeIn({ replacedAt, withdrawn, excluded, progress }: FileClaim): ForeignOutcome {
  if (replacedAt !== null) return 'replaced';
  if (withdrawn !== null) return 'withdrawn';
  return excluded === null ? outcomeOf(progress) : 'excluded';
}

const matchOf = (claim: FileClaim, quote: string | null): MatchClaim => ({
  quote: quote ?? claim.statement,
  statement: claim.statement,
  kind: claim.kind,
  polarity: claim.polarity,
  factuality: claim.factuality,
  claimant: { name: claim.claimant.name, type: claim.claimant.kind, start: null, end: null, via: claim.via },
  quantities: claim.figures,
  times: claim.times,
  entities: claim.entities,
});

/** The same with every text as Stet keeps texts: a file may hold signs that a database refuses and a terminal obeys. */
export const plain = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? canonicalText(part) : part));
