/** Where a page is out of sight nothing is painted, and nobody waits. */
const AT_MOST_MS = 100;

/** Resolves once what has been drawn until now is on the screen, so that what costs more does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, AT_MOST_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer);
        done();
      }),
    );
  });
}
