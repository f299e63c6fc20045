/**
 * Times, measured on the two articles' hand-made gold: a mention resolved to one day is right where a time overlaps it and says that day and no other.
 * Mentions resolved to longer stretches are counted as placed where a time overlaps them and has at least one end; vague ones are left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { timesBySentence } from '#lib/engine/times/times.ts';
import type { Row } from './types.ts';

type Place = { start: number; end: number };
type Mention = Place & { resolved: string | null; kind: string };
type GoldDocument = {
  file: string;
  published: string;
  sentences: Place[];
  boilerplate: Place[];
  timeMentions: Mention[];
};

const overlaps = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
const isDay = (resolved: string | null): resolved is string => /^\d{4}-\d{2}-\d{2}$/.test(resolved ?? '');

type Counts = { days: number; daysRight: number; stretches: number; stretchesPlaced: number };

function count(folder: string, document: GoldDocument): Counts {
  const text = readFileSync(join(folder, document.file), 'utf8');
  const body = document.sentences.filter((s) => !document.boilerplate.some((b) => overlaps(b, s)));
  const found = timesBySentence(text, body, { publishedOn: document.published }).flat();
  const counts: Counts = { days: 0, daysRight: 0, stretches: 0, stretchesPlaced: 0 };
  for (const gold of document.timeMentions) {
    const hits = found.filter((time) => overlaps(gold, time));
    if (isDay(gold.resolved)) {
      counts.days++;
      const { resolved } = gold;
      if (hits.some((t) => t.from === resolved && (t.to === null || t.to === resolved))) counts.daysRight++;
    } else if (gold.resolved !== null && gold.kind !== 'vague') {
      counts.stretches++;
      if (hits.some((t) => t.from !== null || t.to !== null)) counts.stretchesPlaced++;
    }
  }
  return counts;
}

/** Measures the gold in `folder/file`; `name` goes into the rows. */
function measure(folder: string, file: string, name: string, target: string): Row[] {
  const { documents } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { documents: GoldDocument[] };
  const all = documents.map((document) => count(folder, document));
  const sum = (key: keyof Counts): number => all.reduce((n, counts) => n + counts[key], 0);
  const days = sum('days');
  const stretches = sum('stretches');
  return [
    {
      measure: `times: resolved to the day, ${name}`,
      value: days === 0 ? 0 : sum('daysRight') / days,
      target,
      note: `${sum('daysRight')} of ${days}`,
    },
    {
      measure: `times: longer stretches placed, ${name}`,
      value: stretches === 0 ? 0 : sum('stretchesPlaced') / stretches,
      target: '–',
      note: `${sum('stretchesPlaced')} of ${stretches}`,
    },
  ];
}

const OWN_GOLD = new URL('./gold/', import.meta.url).pathname;

/** The shared articles where they are there, and the project's own gold always. */
export async function run(sharedDir: string | null): Promise<Row[]> {
  const shared = sharedDir === null ? null : join(sharedDir, 'articles');
  return [
    ...(shared !== null && existsSync(shared) ? measure(shared, 'gold.json', 'two articles', '≥ .85') : []),
    ...measure(OWN_GOLD, 'dev.json', 'own gold, development half', '–'),
    ...measure(OWN_GOLD, 'test.json', 'own gold, test half', '–'),
  ];
}
