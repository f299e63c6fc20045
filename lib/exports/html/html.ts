import { readFileSync } from 'node:fs';
import { inProject } from '#lib/platform/paths.ts';
import type { Outline } from '../outline/index.ts';
import { joined } from '../pieces.ts';
import { paper } from './paper.ts';
import { type Element, el, escaped, piecesOf, written } from './tree.ts';

/** The same sheets as the page's, and what a file that stands alone has beside. */
const SHEETS = ['tokens', 'claims', 'report', 'report-file', 'print'].map((name) => `app/styles/${name}.css`);
let style: string | null = null;
const styleOf = (): string => {
  style ??= SHEETS.map((path) => readFileSync(inProject(path), 'utf8')).join('\n');
  return style;
};

/** Nothing is fetched and no script runs, whatever is written in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The report as one file that stands alone: it asks nothing of any network. Its words come from the outline alone. */
export const renderHtml = (outline: Outline): string => joined(piecesOfHtml(outline));

/** The same in pieces, a claim each. */
export const piecesOfHtml = (outline: Outline): Generator<string> =>
  piecesOfDocument(`${outline.title} · ${outline.kicker}`, outline.words, paper(outline));

type Words = Pick<Outline['words'], 'theme' | 'system' | 'light' | 'dark'>;

/** A file that stands alone, with a sheet of paper in it. */
export const document = (title: string, words: Words, main: Element): string =>
  joined(piecesOfDocument(title, words, main));

function* piecesOfDocument(title: string, words: Words, main: Element): Generator<string> {
  yield `<!doctype html>
<html lang="en" data-theme="">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
${styleOf()}</style>
</head>
<body>
<header>${written(themes(words))}</header>
<main>`;
  yield* piecesOf(main, 2);
  yield `</main>
</body>
</html>
`;
}

/** Which paper to read it on: kept by no script, so as long as the page is open. */
const themes = (words: Words) =>
  el(
    'fieldset',
    { class: 'screen-only rp-themes' },
    el('legend', { class: 'rp-said' }, words.theme),
    (['system', 'light', 'dark'] as const).map((name) =>
      el(
        'label',
        {},
        el('input', {
          type: 'radio',
          name: 'theme',
          id: `theme-${name}`,
          ...(name === 'system' ? { checked: '' } : {}),
        }),
        ` ${words[name]}`,
      ),
    ),
  );
