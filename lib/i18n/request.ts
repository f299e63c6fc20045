import { getRequestConfig } from 'next-intl/server';
import { deskTimeZone } from '#lib/settings/loaders.ts';
import messages from '../../messages/en/index.ts';
import { formats } from './formats.ts';
import { defaultLocale } from './locales.ts';

// What the server alone says, in refusals, files, letters and to the public, goes with no page.
const { refusals: _refusals, outline: _outline, letters: _letters, public: _public, ...spoken } = messages;

/** What every page speaks: its language, its words, and the desk's time zone, so that 18:00 is one hour to everybody. */
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages: spoken,
  formats,
  timeZone: await deskTimeZone(),
}));
