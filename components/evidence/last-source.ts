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

export function rememberSource(readerId: string, articleId: string, source: LastSource | null): void {
  try {
    if (source === null) window.localStorage.removeItem(nameOf(readerId, articleId));
    else window.localStorage.setItem(nameOf(readerId, articleId), JSON.stringify(source));
  } catch {
    // As above.
  }
}
