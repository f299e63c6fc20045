import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Providers } from '#components/shell/Providers.tsx';
import { StyleNonce } from '#components/shell/StyleNonce.tsx';
import { parseTheme, themeCookie } from '#components/shell/theme.ts';
import { directionOf } from '#lib/i18n/locales.ts';
import { fontClasses } from './fonts.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: { default: t('name'), template: `%s · ${t('name')}` }, description: t('description') };
}

const light = '#fffefb';
const dark = '#1c1a16';

/** The browser's own frame takes the header's colour. */
export async function generateViewport(): Promise<Viewport> {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const bySystem = [
    { media: '(prefers-color-scheme: light)', color: light },
    { media: '(prefers-color-scheme: dark)', color: dark },
  ];
  return {
    width: 'device-width',
    initialScale: 1,
    themeColor: theme === 'system' ? bySystem : theme === 'dark' ? dark : light,
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, head] = await Promise.all([getLocale(), cookies(), headers()]);
  const theme = parseTheme(jar.get(themeCookie)?.value);
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={theme} className={fontClasses}>
      <head>
        <StyleNonce nonce={head.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <NextIntlClientProvider>
          <Providers locale={locale}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
