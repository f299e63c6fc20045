import type { Copy } from '../copy/index.ts';
import { type OfficePart, packed } from '../office.ts';
import type { Outline } from '../outline/index.ts';
import { backOf, type Links } from './back.ts';
import { articleOf } from './body.ts';
import { type Comments, commentsOf, NAMESPACES } from './comments.ts';
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
export const renderDocx = (outline: Outline, copy: Copy): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([...piecesOfDocx(outline, copy)]));

/** The same in pieces. */
export const piecesOfDocx = (outline: Outline, copy: Copy): Generator<Uint8Array> => packed(partsOf(outline, copy));

function* partsOf(outline: Outline, copy: Copy): Generator<OfficePart> {
  const comments = commentsOf(copy);
  const links = linksIn(outline);
  yield ['[Content_Types].xml', [contentTypes()]];
  yield ['_rels/.rels', [packageRelations()]];
  yield ['word/document.xml', documentOf(outline, copy, comments, links)];
  yield ['word/_rels/document.xml.rels', [documentRelations(links)]];
  yield ['word/styles.xml', [stylesXml(outline.language)]];
  yield ['word/settings.xml', [SETTINGS]];
  yield ['word/comments.xml', comments.xml()];
  yield ['word/commentsExtended.xml', comments.extended()];
  yield ['word/header1.xml', [firstHeader(outline)]];
  yield ['word/header2.xml', [otherHeader(outline)]];
  yield ['word/footer1.xml', [footer()]];
  yield ['docProps/core.xml', [coreProperties(outline)]];
  yield ['docProps/app.xml', [APP]];
  yield ['docProps/custom.xml', [customProperties(copy.report)]];
}

function* documentOf(outline: Outline, copy: Copy, comments: Comments, links: Links): Generator<string> {
  yield `<w:document ${NAMESPACES}><w:body>`;
  yield* articleOf(copy, comments, isRightToLeft(outline.language));
  yield* backOf(outline, copy, links);
  yield `${SECTION}</w:body></w:document>`;
}

const linksIn = ({ sources }: Outline): Links => {
  const addresses = new Set(sources.items.flatMap(({ href }) => href ?? []));
  return new Map([...addresses].map((address, i) => [address, `rId${i + 100}`]));
};

const isRightToLeft = (language: string | null): boolean => /^(?:ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language ?? '');
