import localFont from 'next/font/local';

// Latin comes first and is preloaded; the wider Latin letters of names load only when a page holds one.
// Greek, Cyrillic and Vietnamese fall back to the reader's own faces until an interface in them is made.
const serifLatin = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
  ],
  variable: '--font-serif-latin',
  adjustFontFallback: 'Times New Roman',
  display: 'swap',
});

const serifMore = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
  ],
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  variable: '--font-serif-more',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
});

const sansLatin = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  weight: '100 900',
  variable: '--font-sans-latin',
  adjustFontFallback: 'Arial',
  display: 'swap',
});

const sansMore = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2',
  weight: '100 900',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  variable: '--font-sans-more',
  adjustFontFallback: false,
  preload: false,
  display: 'swap',
});

/** The classes that put the two faces' variables on the root element. */
export const fontClasses = [serifLatin, serifMore, sansLatin, sansMore].map((font) => font.variable).join(' ');
