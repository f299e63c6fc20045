import { strToU8, zipSync } from 'fflate';
import type { Copy } from '../copy/index.ts';
import type { Outline } from '../outline/index.ts';
import { backOf } from './back.ts';
import { articleOf } from './body.ts';
import { commentsOf, NAMESPACES } from './comments.ts';
import {
  APP,
  contentTypes,
  coreProperties,
  customProperties,
  documentRelations,
  firstHeader,
  footer,
  otherHeader,
  packageRelations,
  SECTION,
  SETTINGS,
} from './parts.ts';
import { stylesXml } from './styles.ts';

/**
 * The writer's copy as a Word document (Office Open XML): the article with each claim as a comment on its words, fixes as tracked
 * changes, and after it the rest of the report with a table of its sources. The same report has the same bytes.
 */
export function renderDocx(outline: Outline, copy: Copy): Uint8Array<ArrayBuffer> {
  const comments = commentsOf(copy);
  const links = linksIn(outline);
  const body = articleOf(copy, comments, isRightToLeft(outline.language)) + backOf(outline, copy, links);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': packageRelations(),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}${SECTION}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations(links),
    'word/styles.xml': stylesXml(outline.language),
    'word/settings.xml': SETTINGS,
    'word/comments.xml': comments.xml,
    'word/commentsExtended.xml': comments.extended,
    'word/header1.xml': firstHeader(outline),
    'word/header2.xml': otherHeader(outline),
    'word/footer1.xml': footer(),
    'docProps/core.xml': coreProperties(outline),
    'docProps/app.xml': APP,
    'docProps/custom.xml': customProperties(copy.report),
  };
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(`${HEAD}${xml}`)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: EPOCH }));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The first day that a zip archive can be of, wherever it is made. */
const EPOCH = new Date(1980, 0, 1);

const linksIn = ({ sources }: Outline): ReadonlyMap<string, string> => {
  const addresses = new Set(sources.items.flatMap(({ href }) => href ?? []));
  return new Map([...addresses].map((address, i) => [address, `rId${i + 100}`]));
};

const isRightToLeft = (language: string | null): boolean => /^(?:ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language ?? '');
