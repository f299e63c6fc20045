import { getRequestConfig } from 'next-intl/server';
import { deskTimeZone } from '#lib/settings/loaders.ts';
import messages from '../../messages/en/index.ts';
import { formats } from './formats.ts';
import { defaultLocale } from './locales.ts';

// Refusals are told on the server: the browser gets them in words.
const { refusals: _, ...spoken } = messages;

/** What every page speaks: its language, its words, and the desk's time zone, so that 18:00 is one hour to everybody. */
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages: spoken,
  formats,
  timeZone: await deskTimeZone(),
}));
