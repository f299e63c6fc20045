import { maskedEvidence, type ReportClaim, type ReportModel, settlingVerdict, unmetWhenSettled } from '../model.ts';
import { unmetWords } from '../unmet-words.ts';
import type { Outline, Row } from './types.ts';
import { rangeWords, say, sayOne } from './words.ts';

/** How the article was checked. */
export function methodOf(model: ReportModel): Outline['method'] {
  const { article, claims, coverage } = model;
  const numbers = (list: readonly ReportClaim[]) => rangeWords(list.map(({ number }) => number));
  const overridden = claims.filter((claim) => settlingVerdict(claim)?.override);
  const machine = claims.filter(({ proposedByMachine }) => proposedByMachine);
  const rows: (Row | null)[] = [
    { label: say('revision'), value: say('revisionWords', { number: article.revision }) },
    { label: say('readers'), value: sayOne('readers', article.mode) },
    { label: say('settledHow'), value: settledHow(claims) },
    coverage.total === 0 ? null : { label: say('sentences'), value: sentences(coverage) },
    { label: say('rules'), value: rules(claims) },
    overridden.length === 0
      ? null
      : {
          label: say('overrides'),
          value: say('overridesOf', {
            numbers: say('citedBy', { count: overridden.length, numbers: numbers(overridden) }),
          }),
        },
    machine.length === 0
      ? null
      : { label: say('wording'), value: say('wordingMachine', { numbers: numbers(machine) }) },
  ];
  return { title: say('methodTitle'), rows: rows.filter((row) => row !== null) };
}

function settledHow(claims: readonly ReportClaim[]): string {
  const count = (how: ReportClaim['settledBy']) => claims.filter((claim) => claim.settledBy === how).length;
  const ways = [
    { words: 'byOne', count: count('one') },
    { words: 'byTwo', count: count('two') },
    { words: 'byThird', count: count('third') },
  ] as const;
  const said = ways.filter((way) => way.count > 0).map((way) => say(way.words, { count: way.count }));
  return said.join(', ') || say('settledNone');
}

const sentences = ({ read, minor, total }: ReportModel['coverage']): string =>
  [read === total ? say('allRead') : say('read', { read, total }), minor > 0 && say('minor', { count: minor })]
    .filter(Boolean)
    .join(' ');

/** Each rule that was unmet where a claim was settled, with those claims. */
function rules(claims: readonly ReportClaim[]): string {
  const unmet = claims.flatMap((claim) =>
    unmetWhenSettled(claim).map((one) => ({ rule: unmetWords(one), number: claim.number })),
  );
  const said = [...Map.groupBy(unmet, ({ rule }) => rule)].map(([rule, of]) =>
    say('rulesUnmet', {
      rule,
      numbers: say('citedBy', { count: of.length, numbers: rangeWords(of.map(({ number }) => number)) }),
    }),
  );
  return said.join(' ') || say('rulesMet');
}

/** The desk's ratings, with the number that each stands for. */
export const scaleOf = (model: ReportModel): Outline['scale'] => ({
  title: say('scaleTitle'),
  rows: model.scale.map(({ label, description, value }) => ({
    label: value === null ? label : `${label} (${value})`,
    value: description,
  })),
});

/** The digest is of the report as it was frozen, whose masked sources this one does not name. */
function maskedRows(model: ReportModel): Outline['record']['rows'] {
  const count = maskedEvidence(model);
  return count === 0 ? [] : [{ label: say('masked'), value: say('maskedNote', { count }) }];
}

/** What it takes to check that the report and the records behind it are what they were. */
export const recordOf = (model: ReportModel, digest: string): Outline['record'] => ({
  title: say('recordTitle'),
  rows: [
    { label: say('digest'), value: digest },
    ...maskedRows(model),
    { label: say('textDigest'), value: model.article.sha256 },
    ...model.heads.map(({ chain, sequence, hash }) => ({
      label: say('head', { chain: chain === 'desk' ? 'desk' : 'article', sequence }),
      value: hash,
    })),
  ],
});
