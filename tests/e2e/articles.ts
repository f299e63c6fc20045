import { sampleActor } from '#lib/access/gate-command.ts';
import { addArticle } from '#lib/revisions/mutations.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { databaseOf } from './database.ts';
import type { SeededStet } from './stet.ts';

/**
 * A short article with eight claims: 1 the headline, 2 the budget, 3 the lorries, 4 the freight, 5 the quotation, 6 who is
 * quoted, 7 the people, 8 the year; and a greeting that the engine suggests leaving.
 */
export const ARTICLE = `Harbour tolls rise again

The authority approved a budget of £48.6 million on Wednesday. Tolls for lorries rose by 4.5 percent in June, and freight fell by 12 percent.

"We were promised a freeze until 2027," said Maren Holt, who chairs the hauliers' association. Good morning to all.

The harbour employs 310 people. It opened in 1934.`;

/** Brings a text in for one test alone and answers with its workbench's address. Where no text is given, the one above. */
export async function freshArticle(stet: SeededStet, text = ARTICLE): Promise<string> {
  const db = databaseOf(stet);
  const editor = await db.user.findFirstOrThrow({ where: { role: 'editor' } });
  const { id } = await addArticle(db, sampleActor(editor), {
    headline: text.split('\n')[0] ?? '',
    outlet: null,
    byline: null,
    link: null,
    publishedOn: '2026-11-20',
    dueAt: null,
    mode: 'open',
    access: 'desk',
    memberIds: [],
    text: typedText(text),
    origin: 'paste',
    evenIfKnown: true,
  });
  return `/articles/${id}`;
}
