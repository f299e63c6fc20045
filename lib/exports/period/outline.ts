import { textOf } from '../outline/line.ts';
import { countedLine, type Group } from '../outline/outcome.ts';
import { statusOfMark } from '../outline/status.ts';
import type { Bar, RatingsPicture, Row } from '../outline/types.ts';
import { dayWords, listWords, momentWords, say } from '../outline/words.ts';
import type { MadePeriod, PeriodArticle, PeriodModel, PeriodRating, PeriodStanding } from './model.ts';

/** What every readable format of a period's report prints, in its order and in words. */
export type PeriodOutline = {
  readonly title: string;
  readonly desk: string;
  readonly kicker: string;
  readonly made: string;
  readonly madeAt: string;
  /** What was done, in a sentence, and of what. */
  readonly says: string;
  readonly scope: string;
  readonly totals: { readonly title: string; readonly rows: readonly Row[] };
  readonly picture: RatingsPicture | null;
  readonly people: { readonly title: string; readonly rows: readonly Row[]; readonly note: string | null };
  readonly articles: {
    readonly title: string;
    readonly items: readonly PeriodOutlineArticle[];
    readonly none: string;
  };
  readonly record: { readonly title: string; readonly rows: readonly Row[] };
  readonly words: Readonly<Record<'inNumbers' | 'theme' | 'system' | 'light' | 'dark', string>>;
};
export type PeriodOutlineArticle = {
  readonly headline: string;
  readonly about: string;
  readonly outcome: string;
  readonly rows: readonly Row[];
  /** Each correction that was made, with when. */
  readonly corrections: readonly Row[];
};

/** Pure; the same report has the same outline. */
export function periodOutline({ model, digest }: MadePeriod): PeriodOutline {
  const { totals, articles } = model;
  return {
    title: say('periodTitle', { from: dayWords(model.from), to: dayWords(model.to) }),
    desk: model.desk,
    kicker: say('periodKicker', { desk: model.desk }),
    made: say('periodMade', { name: model.madeBy.name, when: momentWords(model.madeAt) }),
    madeAt: model.madeAt,
    says: say('periodSays', {
      settled: totals.settled,
      articles: articles.filter(({ settled }) => settled > 0).length,
      corrections: totals.corrections,
    }),
    scope: say('periodScope', { name: model.madeBy.name, zone: model.timeZone }),
    totals: { title: say('periodTotals'), rows: totalRows(model) },
    picture: pictureOf(totals.ratings),
    people: peopleOf(model),
    articles: { title: say('periodArticles'), items: articles.map(outlined), none: say('periodNone') },
    record: {
      title: say('recordTitle'),
      rows: [
        { label: say('digest'), value: digest },
        { label: say('head', { chain: 'desk', sequence: model.head.sequence }), value: model.head.hash },
      ],
    },
    words: {
      inNumbers: say('inNumbers'),
      theme: say('theme'),
      system: say('themeSystem'),
      light: say('themeLight'),
      dark: say('themeDark'),
    },
  };
}

function totalRows({ totals }: PeriodModel): Row[] {
  const { wordings } = totals;
  return [
    { label: say('periodWorkedOn'), value: `${totals.articles}` },
    { label: say('laneVerdicts'), value: `${totals.firstVerdicts}` },
    { label: say('laneSecond'), value: `${totals.secondReadings}` },
    { label: say('periodSettled'), value: `${totals.settled}` },
    { label: say('periodWrong'), value: say('ofMany', { count: totals.wrong, total: totals.settled }) },
    { label: say('periodDisputes'), value: `${totals.disputes}` },
    { label: say('periodCorrections'), value: `${totals.corrections}` },
    { label: say('periodWordings'), value: say('periodWordingsOf', wordings) },
    { label: say('periodOpenNow'), value: openWords(totals.standing, totals.questions) },
  ];
}

/** What is open: disputes, what is stale, waits or is unchecked, and questions. */
function openWords(standing: PeriodStanding, questions: number): string {
  const counts = (['disputed', 'stale', 'await', 'unchecked'] as const).filter((group) => standing[group] > 0);
  const said = [
    ...counts.map((group) => say(`open-${group}`, { count: standing[group] })),
    ...(questions > 0 ? [say('open-questions', { count: questions })] : []),
  ];
  return said.length === 0 ? say('openNone') : listWords(said);
}

const markOf = ({ stands, value }: PeriodRating) => (stands ? (value === null ? 'unrated' : 'stands') : 'wrong');

function pictureOf(ratings: readonly PeriodRating[]): RatingsPicture | null {
  if (ratings.length === 0) return null;
  const bars: Bar[] = ratings.map((rating) => ({
    status: statusOfMark(markOf(rating)),
    label: rating.label,
    count: rating.count,
    isOpen: false,
  }));
  const total = ratings.reduce((sum, { count }) => sum + count, 0);
  return {
    id: 'ratings',
    title: say('periodRatings'),
    says: say('ratingsSays', { count: total, list: listed(ratings) }),
    rows: ratings.map(({ label, count }) => ({ label, value: `${count}` })),
    drawing: { bars },
  };
}

const listed = (ratings: readonly PeriodRating[]): string =>
  listWords(ratings.map(({ label, count }) => say('picturesCount', { label, count })));

function peopleOf({ people, least }: PeriodModel): PeriodOutline['people'] {
  const isSmall = people.some((one) => [one.firstVerdicts, one.secondReadings, one.evidence].includes(null));
  const shown = (count: number | null) => (count === null ? say('periodFew', { least }) : `${count}`);
  return {
    title: say('whoTitle'),
    rows: people.map(({ name, ...did }) => ({
      label: name,
      value: say('periodDid', {
        first: shown(did.firstVerdicts),
        second: shown(did.secondReadings),
        evidence: shown(did.evidence),
      }),
    })),
    note: isSmall ? say('periodSmall', { least }) : null,
  };
}

const GROUPS: readonly Group[] = ['stands', 'change', 'disputed', 'stale', 'await', 'unchecked'];

function outlined(article: PeriodArticle): PeriodOutlineArticle {
  const { standing, coverage, settled, ratings, disputes, questions, reports } = article;
  const counts = new Map(GROUPS.map((group) => [group, standing[group]]));
  const leftOut = standing.leftOut > 0 ? ` ${say('leftOutCount', { count: standing.leftOut })}` : '';
  const made = reports.map(({ number, publicAt }) =>
    say(publicAt === null ? 'periodReport' : 'periodReportPublic', {
      number,
      when: publicAt ? momentWords(publicAt) : '',
    }),
  );
  return {
    headline: article.headline,
    about: [article.outlet, article.byline, article.publishedOn && dayWords(article.publishedOn)]
      .filter(Boolean)
      .join(' · '),
    outcome: `${textOf(countedLine(counts))}${leftOut}`,
    rows: [
      {
        label: say('periodSettled'),
        value:
          settled === 0 ? say('periodNoneSettled') : say('periodSettledAs', { count: settled, list: listed(ratings) }),
      },
      ...(disputes > 0 ? [{ label: say('periodDisputes'), value: `${disputes}` }] : []),
      { label: say('periodOpenNow'), value: openWords(standing, questions) },
      ...(coverage.total > 0
        ? [{ label: say('sentences'), value: say('ofMany', { count: coverage.read, total: coverage.total }) }]
        : []),
      ...(made.length > 0 ? [{ label: say('periodReports'), value: listWords(made) }] : []),
    ],
    corrections: reports.flatMap(({ at, correction }) =>
      correction === null ? [] : [{ label: say('laterCorrection', { when: momentWords(at) }), value: correction }],
    ),
  };
}
