import type { ReportModel } from '../model.ts';
import type { Lane, TimelinePicture } from './types.ts';
import { dayWords, listWords, momentWords, say, type Words } from './words.ts';

/** Columns that the time is cut into. */
export const COLUMNS = 40;
const DAY_MS = 86_400_000;

/** What happened: at an instant in milliseconds, or on a day, of which the hour is not known. */
type Moment = { readonly at: number; readonly isDay: boolean };
type Deeds = { readonly name: Words; readonly moments: readonly Moment[] };

/**
 * The check in time, from when the article was there (in an older report, from the first that is known of) to when the report was frozen: how many
 * verdicts, second readings, pieces of evidence, questions and answers fall into each stretch of it. Null where nothing was done.
 */
export function timelineIn(model: ReportModel): TimelinePicture | null {
  const deeds = deedsIn(model);
  const worked = deeds.filter(({ name }) => name !== 'laneRevisions');
  if (worked.every(({ moments }) => moments.length === 0)) return null;
  const to = Date.parse(model.frozenAt);
  const from = Math.min(to, startOf(model, worked));
  const lanes = [...deeds, published(model)].flatMap((one) => laneOf(one, from, to) ?? []);
  const list = listWords(lanes.map(({ lane }) => say('picturesCount', { label: lane.label, count: lane.count })));
  return {
    id: 'timeline',
    title: say('timelineTitle'),
    says: say('timelineSays', { from: momentWords(iso(from)), to: momentWords(iso(to)), list }),
    rows: [
      { label: say('timelineSpan'), value: say('fromTo', { from: momentWords(iso(from)), to: momentWords(iso(to)) }) },
      ...lanes.map(({ lane, when }) => ({ label: lane.label, value: when })),
    ],
    drawing: {
      lanes: lanes.map(({ lane }) => lane),
      from: shortWords(from, to - from),
      to: from === to ? '' : shortWords(to, to - from),
      days: daysBetween(from, to),
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function deedsIn(model: ReportModel): Deeds[] {
  const claims = [...model.claims, ...model.formerClaims];
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const signed = verdicts.flatMap(({ signedOff }) => signedOff ?? []);
  const talks = [model, ...claims];
  const closed = talks.flatMap(({ closedQueries }) => closedQueries);
  const asked = [...talks.flatMap(({ openQueries }) => openQueries), ...closed];
  const instants = (list: readonly string[]) => list.flatMap((at) => momentOf(at, false));
  return [
    { name: 'laneRevisions', moments: instants(model.article.revisions.map(({ at }) => at)) },
    {
      name: 'laneEvidence',
      moments: claims.flatMap(({ evidence }) => evidence).flatMap(({ consultedOn }) => momentOf(consultedOn, true)),
    },
    { name: 'laneVerdicts', moments: instants(verdicts.filter(({ seat }) => seat === 1).map(({ at }) => at)) },
    {
      name: 'laneSecond',
      moments: instants([...verdicts.filter(({ seat }) => seat > 1), ...signed].map(({ at }) => at)),
    },
    { name: 'laneQuestions', moments: instants(asked.map(({ at }) => at)) },
    { name: 'laneAnswers', moments: instants(closed.map(({ closedAt }) => closedAt)) },
  ];
}

const published = ({ article }: ReportModel): Deeds => ({
  name: 'lanePublished',
  moments: momentOf(article.publishedOn, true),
});

function momentOf(words: string | null, isDay: boolean): Moment[] {
  const at = words === null ? Number.NaN : Date.parse(words);
  return Number.isNaN(at) ? [] : [{ at, isDay }];
}

/** Days alone are the start only where no hour is known of anything. */
function startOf({ article }: ReportModel, deeds: readonly Deeds[]): number {
  if (article.addedAt !== null) return Date.parse(article.addedAt);
  const moments = deeds.flatMap((one) => one.moments);
  const exact = moments.filter(({ isDay }) => !isDay);
  return (exact.length > 0 ? exact : moments).reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
}

type Told = { readonly lane: Lane; readonly when: string };

/** Null where nothing of the kind is known; what came before the time that is drawn is told in words alone. */
function laneOf({ name, moments }: Deeds, from: number, to: number): Told | null {
  if (moments.length === 0) return null;
  const isWithin = ({ at, isDay }: Moment) => (isDay ? at + DAY_MS > from : at >= from) && at <= to;
  const within = moments.filter(isWithin);
  const bins = Array.from({ length: COLUMNS }, () => 0);
  for (const { at } of within) {
    const part = to === from ? 0 : (Math.max(at, from) - from) / (to - from);
    const column = Math.min(COLUMNS - 1, Math.floor(part * COLUMNS));
    bins[column] = (bins[column] ?? 0) + 1;
  }
  const times = moments.toSorted((a, b) => a.at - b.at);
  const outside = moments.length - within.length;
  const when = [
    say('laneWhen', { count: moments.length, when: spanWords(times) }),
    outside > 0 && say('laneOutside', { count: outside }),
  ];
  return { lane: { label: say(name), count: moments.length, bins }, when: when.filter(Boolean).join(' ') };
}

function spanWords(times: readonly Moment[]): string {
  const words = ({ at, isDay }: Moment) => (isDay ? dayWords(iso(at).slice(0, 10)) : momentWords(iso(at)));
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return '';
  const [a, b] = [words(first), words(last)];
  return a === b ? a : say('fromTo', { from: a, to: b });
}

const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const hours = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A moment at the foot of the picture; with its hour where days would not tell the ends apart. */
const shortWords = (at: number, span: number): string => (span > 3 * DAY_MS ? dates : hours).format(at);

/** So many midnights are marked at most. */
const MOST_DAYS = 31;

/** Midnights between, as parts of the time. */
function daysBetween(from: number, to: number): number[] {
  const first = Math.ceil((from + 1) / DAY_MS) * DAY_MS;
  const count = Math.max(0, Math.ceil((to - first) / DAY_MS));
  if (count > MOST_DAYS) return [];
  return Array.from({ length: count }, (_, i) => (first + i * DAY_MS - from) / (to - from));
}
