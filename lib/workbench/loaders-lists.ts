import { notFound } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { may, type Permission, permissionsOf } from '#lib/access/policy.ts';
import { articleDTO, readArticleRow } from '#lib/articles/data.ts';
import { guestsOf } from '#lib/articles/data-guests.ts';
import type { ArticleDTO, GuestDTO } from '#lib/articles/types.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { listPeople } from '#lib/people/data.ts';
import type { PersonDTO } from '#lib/people/types.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { deskSettings } from '#lib/settings/loaders.ts';
import type { SecondReaderMode } from '#lib/settings/types.ts';
import { readDesk } from './data-desk.ts';
import { countLines, readLine } from './data-lines.ts';
import { articlePage } from './data-list.ts';
import { type ArticlePage, type DeskDTO, LINE_KINDS, type LineDTO, type LineKind } from './types-lists.ts';

export type ListSearch = { readonly words: string; readonly archived: boolean; readonly after: string | null };
export type LoadedList = {
  readonly page: ArticlePage;
  readonly mayAdd: boolean;
  /** Where the page stands among all that moves. */
  readonly mark: string;
};

/** One page of articles. What the address asks for wrongly becomes the first page. */
export async function loadArticles({ words, ...search }: ListSearch): Promise<LoadedList> {
  const actor = await requireActor('article.read');
  const mark = await markFor(database(), actor);
  const page = await articlePage(database(), actor, { ...search, words: words.slice(0, 200) });
  return { page, mark, mayAdd: may(actor, 'article.add') };
}

export type LoadedNew = {
  readonly people: readonly PersonDTO[];
  readonly readerId: string;
  readonly defaultMode: SecondReaderMode;
};

/** What the form for a new article needs; 404 for who may not add one. */
export async function loadNewArticle(): Promise<LoadedNew> {
  const actor = await requireActor('article.add');
  const [people, settings] = await Promise.all([listPeople(database()), deskSettings()]);
  return { people, readerId: actor.id, defaultMode: settings.defaultMode };
}

export type LoadedDetails = {
  readonly article: ArticleDTO;
  readonly guests: readonly GuestDTO[];
  readonly people: readonly PersonDTO[];
  readonly readerId: string;
};

/** An article's details for who may edit them; 404 otherwise. */
export async function loadDetails(id: string): Promise<LoadedDetails> {
  const actor = await requireActor('article.edit');
  const row = isId(id) ? await readArticleRow(database(), actor, id) : null;
  if (!row) notFound();
  const [people, guests] = await Promise.all([listPeople(database()), guestsOf(database(), row.id)]);
  return { article: articleDTO(row), people, guests, readerId: actor.id };
}

export type LoadedDesk = {
  readonly desk: DeskDTO;
  readonly reader: { readonly name: string; readonly may: readonly Permission[] };
  /** Where the page stands among all that moves. */
  readonly mark: string;
};

export async function loadDesk(): Promise<LoadedDesk> {
  const actor = await requireActor('article.read');
  const mark = await markFor(database(), actor);
  const desk = await readDesk(database(), actor);
  return { desk, mark, reader: { name: actor.name, may: permissionsOf(actor) } };
}

/** A line of the desk, and where the page stands; 404 for who works none. What the address asks for wrongly is the first. */
export async function loadLine(
  kind: unknown,
): Promise<{ readonly line: LineDTO; readonly counts: Readonly<Record<LineKind, number>>; readonly mark: string }> {
  const actor = await requireActor('verdict.give');
  const mark = await markFor(database(), actor);
  const asked = LINE_KINDS.find((one) => one === kind) ?? 'second';
  const [line, counts] = await Promise.all([readLine(database(), actor, asked), countLines(database(), actor)]);
  return { line, counts, mark };
}
