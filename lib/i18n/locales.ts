/** The languages the interface speaks. British English is the first: its dates and times are the desk's. */
export const locales = ['en-GB'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = 'en-GB';

/** The writing direction of a language, for `<html dir>`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(locale) ? 'rtl' : 'ltr';
}
