/**
 * What costs to make and is asked for often, as long as what it is made of stands at the same stamp. The one used longest ago makes
 * room. Each process keeps its own.
 */
export class Kept<T> {
  readonly #most: number;
  readonly #made = new Map<string, { readonly stamp: string; readonly value: T }>();

  constructor(most: number) {
    this.#most = most;
  }

  async get(key: string, stamp: string, make: () => Promise<T>): Promise<T> {
    const found = this.#made.get(key);
    this.#made.delete(key);
    const value = found?.stamp === stamp ? found.value : await make();
    this.#made.set(key, { stamp, value });
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= this.#most) break;
      this.#made.delete(oldest);
    }
    return value;
  }
}
