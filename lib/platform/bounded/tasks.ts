/** What a bounded process can be asked for, by name. Each takes one value and gives one; both are copied between processes. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>;

export type Input<T extends Tasks, K extends keyof T> = Parameters<T[K]>[0];
export type Answer<T extends Tasks, K extends keyof T> = Awaited<ReturnType<T[K]>>;

/** What goes to the child: one at a time. */
export type Ask = { readonly task: string; readonly input: unknown };

/** What comes back: first `ready`, then one answer to each asking, packed with node:v8. */
export type Tell =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly packed: Uint8Array }
  | { readonly kind: 'fault'; readonly name: string; readonly message: string; readonly stack: string };

/** Megabytes that the child may take, and that one answer of its may have; handed over on its command line. */
export type ChildLimits = { readonly memoryMb: number; readonly answerMb: number };

/** What the child writes on its standard error before it ends itself over its memory. */
export const OVER_MEMORY = 'stet: over its memory';
