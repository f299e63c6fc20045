import { readFileSync } from 'node:fs';
import { inProject } from '#lib/platform/paths.ts';
import type { Outline } from '../outline/index.ts';
import { joined } from '../pieces.ts';
import { paper } from './paper.ts';
import { el, escaped, piecesOf, written } from './tree.ts';

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
export function* piecesOfHtml(outline: Outline): Generator<string> {
  const title = `${outline.title} · ${outline.kicker}`;
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
<header>${written(themes(outline))}</header>
<main>`;
  yield* piecesOf(paper(outline), 2);
  yield `</main>
</body>
</html>
`;
}

/** Which paper to read it on: kept by no script, so as long as the page is open. */
const themes = ({ words }: Outline) =>
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
