/*
 * The source that somebody last took evidence from, in each article: the next piece mostly comes from it too. Kept in the
 * browser.
 */

export type LastSource = { readonly id: string; readonly title: string };

const nameOf = (readerId: string, articleId: string) => `stet:last-source:${readerId}:${articleId}`;

export function lastSource(readerId: string, articleId: string): LastSource | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(nameOf(readerId, articleId)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('title' in kept)) return null;
    const { id, title } = kept;
    return typeof id === 'string' && typeof title === 'string' ? { id, title } : null;
  } catch {
    // No storage, or not what we have put there: nothing is remembered.
    return null;
  }
}

/** Nothing is kept of a confidential one: whoever has the browser after is asked nothing. */
export function rememberSource(
  readerId: string,
  articleId: string,
  source: (LastSource & { readonly isConfidential: boolean }) | null,
): void {
  try {
    if (source === null || source.isConfidential) window.localStorage.removeItem(nameOf(readerId, articleId));
    else {
      const { id, title } = source;
      window.localStorage.setItem(nameOf(readerId, articleId), JSON.stringify({ id, title }));
    }
  } catch {
    // As above.
  }
}
