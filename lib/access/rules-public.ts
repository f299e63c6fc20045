/**
 * Where the public pages stand for readers, without a slash at its end.
 *
 * @param publicAddress of the settings; null for Stet's own
 * @param origin Stet's own address
 */
export const publicBase = (publicAddress: string | null, origin: string): string =>
  (publicAddress ?? new URL('/published', origin).href).replace(/\/+$/, '');
