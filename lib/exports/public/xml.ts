import { withoutControls } from '#lib/platform/canonical.ts';
import { escaped } from '../html/tree.ts';

/** Words as XML can hold them, in text and in attributes: without signs that no XML parser takes. */
export const xml = (text: string): string =>
  escaped(withoutControls(text.toWellFormed()).replace(/[\uFFFE\uFFFF]/g, '\uFFFD'));
