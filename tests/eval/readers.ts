/**
 * What blind readers made of the engine's cards, from their marks as they gave them. Three people who had seen neither rules
 * nor gold read cards of articles that nobody develops on, the engine's mixed with a person's: each card with its sentence, who
 * is said to have said it, and whether it is taken for a fact. K keeps it as it stands, E would mend it, T throws it out, F says
 * that the article says no such thing. Kept here are the marks and where each card stands, without the articles' words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Row } from './types.ts';

const Sheet = z.object({
  engine: z.string(),
  /** Article, where its words begin and end there, whose card it is, and a mark by each reader. */
  cards: z.array(
    z.tuple([z.string(), z.number(), z.number(), z.enum(['engine', 'person']), z.string().regex(/^[KETF]+$/)]),
  ),
});
type Card = z.infer<typeof Sheet>['cards'][number];

const FOLDER = new URL('./readers/', import.meta.url);

const MARKS = [
  { mark: 'K', measure: 'cards kept as they stand', target: '≥ .70' },
  { mark: 'E', measure: 'cards to be mended', target: '' },
  { mark: 'T', measure: 'cards thrown out', target: '≤ .08' },
  { mark: 'F', measure: 'cards that say what the article does not', target: '≤ .01' },
] as const;

function shareOf(mark: string, cards: readonly Card[]): number {
  const given = cards.flatMap(([, , , , marks]) => [...marks]);
  return given.filter((one) => one === mark).length / given.length;
}

/** How often two of the readers gave a card the same mark. */
function agreement(cards: readonly Card[]): number {
  const pairs = cards.flatMap(([, , , , marks]) =>
    [...marks].flatMap((one, i) => [...marks.slice(i + 1)].map((other) => one === other)),
  );
  return pairs.filter(Boolean).length / pairs.length;
}

/** The last sheet that was read. */
export async function run(): Promise<Row[]> {
  const last = readdirSync(FOLDER).sort().at(-1);
  if (last === undefined) return [];
  const { engine, cards } = Sheet.parse(JSON.parse(readFileSync(new URL(last, FOLDER), 'utf8')));
  const of = (whose: Card[3]) => cards.filter((card) => card[3] === whose);
  const note = `${of('engine').length} cards of engine ${engine}, read on ${last.slice(0, 10)}`;
  return [
    ...MARKS.map(({ mark, measure, target }) => ({ measure, value: shareOf(mark, of('engine')), target, note })),
    ...MARKS.map(({ mark, measure }) => ({
      measure: `${measure}, a person’s`,
      value: shareOf(mark, of('person')),
      target: '',
      note: `${of('person').length} cards`,
    })),
    { measure: 'two readers of a card agree', value: agreement(cards), target: '' },
  ];
}
