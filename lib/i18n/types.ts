import type messages from '../../messages/en/index.ts';
import type { formats } from './formats.ts';
import type { Locale } from './locales.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    /** What the browser has; refusals are told on the server. */
    Messages: Omit<typeof messages, 'refusals'>;
    Formats: typeof formats;
  }
}
