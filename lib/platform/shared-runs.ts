type Runs<T> = { readonly running: Promise<T>; next: Promise<T> | null };

/**
 * Work by key, of which one run goes on at a time: whoever asks while it does shares the next one, which begins after they have asked. However many ask
 * for the same at once, it is done twice, and nobody is told what was there before they asked.
 */
export class SharedRuns<T> {
  readonly #runs = new Map<string, Runs<T>>();

  run(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#runs.get(key);
    if (!known) return this.#begin(key, work);
    const begin = () => this.#begin(key, work);
    known.next ??= known.running.then(begin, begin);
    return known.next;
  }

  #begin(key: string, work: () => Promise<T>): Promise<T> {
    const runs: Runs<T> = { running: work(), next: null };
    const end = () => {
      if (runs.next === null) this.#runs.delete(key);
    };
    this.#runs.set(key, runs);
    runs.running.then(end, end);
    return runs.running;
  }
}
