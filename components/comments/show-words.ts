/** Brings the article's words at a place of its text into view. */
export function showWords(at: number): void {
  document.querySelector(`.galley [data-at="${at}"]`)?.scrollIntoView({ block: 'center' });
}
