import { Resvg } from '@resvg/resvg-js';
import { inProject } from '#lib/platform/paths.ts';
import { FACES } from '../pdf/fonts.ts';
import { type PublicFile, publicFile } from './page.ts';
import { xml } from './xml.ts';

/** What a card says: who checked, what, and what it came to. */
export type Card = { readonly desk: string; readonly kicker: string; readonly title: string; readonly text: string };

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;

/** A picture for who passes a page on, 1200 by 630, as PNG. */
export function cardFile(card: Card): PublicFile {
  const drawn = new Resvg(cardSvg(card), {
    font: {
      fontFiles: FACES.map((face) => inProject(`node_modules/@expo-google-fonts/${face}.ttf`)),
      loadSystemFonts: false,
      defaultFontFamily: 'Source Serif 4',
    },
  });
  return publicFile(new Uint8Array(drawn.render().asPng()), 'image/png');
}

const TITLE = { size: 62, lines: 4, leading: 74 } as const;
const TEXT = { size: 32, lines: 2, leading: 44 } as const;

export function cardSvg({ desk, kicker, title, text }: Card): string {
  const rows = (words: string, { size, lines, leading }: typeof TITLE | typeof TEXT, y: number, style: string) =>
    broken(words, (WIDTH - 2 * MARGIN) / size, lines)
      .map((row, i) => `<text x="${MARGIN}" y="${y + i * leading}" font-size="${size}" ${style}>${xml(row)}</text>`)
      .join('');
  const sans = 'font-family="Inter"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#faf8f3"/>
<rect width="14" height="${HEIGHT}" fill="#211d17"/>
<text x="${MARGIN}" y="96" font-size="28" ${sans} fill="#655e52">${xml(clipped(kicker, 60))}</text>
${rows(title, TITLE, 184, 'font-family="Source Serif 4" font-weight="600" fill="#211d17"')}
${rows(text, TEXT, 500, `${sans} fill="#211d17"`)}
<text x="${MARGIN}" y="592" font-size="28" ${sans} font-weight="600" fill="#655e52">${xml(clipped(desk, 60))}</text>
</svg>`;
}

/** How wide a sign is, in ems: enough to break lines where they must be. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) =>
      width +
      (/[\u1100-\uFFDC\u{1F000}-\u{1FAFF}]/u.test(sign)
        ? 1
        : /[A-ZMmWw@%]/.test(sign)
          ? 0.68
          : /[ijltf.,:;'’ I|!()]/.test(sign)
            ? 0.3
            : 0.52),
    0,
  );

/** Words in lines of at most so many ems; what is too long for the last line ends in a mark that says so. */
export function broken(text: string, ems: number, lines: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (widthOf(longer) <= ems || row === '') row = longer;
    else {
      rows.push(row);
      row = word;
    }
  }
  if (row !== '') rows.push(row);
  const fits = rows.map((line) => (widthOf(line) <= ems ? line : clippedTo(line, ems)));
  if (fits.length <= lines) return fits;
  const kept = fits.slice(0, lines);
  return [...kept.slice(0, -1), clippedTo(`${kept.at(-1)} …`, ems)];
}

function clippedTo(line: string, ems: number): string {
  const signs = [...line.replace(/ …$/, '')];
  while (signs.length > 0 && widthOf(`${signs.join('')} …`) > ems) signs.pop();
  return `${signs.join('').trimEnd()} …`;
}

const clipped = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most).join('')} …`;
