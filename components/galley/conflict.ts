/** A field that somebody else has saved otherwise since its writer began, and that its writer has changed too. */
export type Conflict = {
  readonly field: string;
  /** As it was when they began, as it is saved now, and as they have it. */
  readonly base: unknown;
  readonly saved: unknown;
  readonly mine: unknown;
};

/** Whether two values of a field are the same; what went through the browser's store is no longer the same object. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A draft in which what its writer has not touched follows what others save. */
export function followed<T extends object>(draft: T, base: Partial<T>, saved: T): T {
  const keys = Object.keys(saved) as (keyof T)[];
  const followers = keys.filter((key) => key in base && isSame(draft[key], base[key]));
  return Object.assign({ ...draft }, ...followers.map((key) => ({ [key]: saved[key] })));
}

/**
 * The ground of a draft whose writer types on: a field in which it says by now what is saved rests on that. It was sent, and the page
 * left before the answer came.
 */
export function groundOf<T extends object>(base: Partial<T>, draft: T, saved: T): Partial<T> {
  const keys = Object.keys(base) as (keyof T)[];
  const same = keys.filter((key) => key in saved && isSame(draft[key], saved[key]));
  return Object.assign({ ...base }, ...same.map((key) => ({ [key]: saved[key] })));
}

/** The fields, of those given, in which both have changed what there was, and not to the same. */
export function conflictsIn<T extends object>(
  fields: readonly (keyof T & string)[],
  draft: T,
  base: Partial<T>,
  saved: T,
): Conflict[] {
  return fields
    .filter(
      (field) =>
        field in base &&
        !isSame(base[field], saved[field]) &&
        !isSame(draft[field], base[field]) &&
        !isSame(draft[field], saved[field]),
    )
    .map((field) => ({ field, base: base[field], saved: saved[field], mine: draft[field] }));
}
