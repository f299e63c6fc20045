import { written } from './runs.ts';

/*
 * How a writer's copy looks in an office program. Typefaces are such as every one of them has or has a stand-in for; sizes are in
 * half points, spaces in twentieths of a point.
 */

const SERIF = 'Georgia';
const SANS = 'Arial';

type Look = {
  readonly id: string;
  readonly name: string;
  readonly on?: string;
  readonly next?: string;
  /** Space before and after, indent at the start, level in the outline. */
  readonly space?: readonly [before: number, after: number];
  readonly indent?: number;
  readonly level?: number;
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly more?: string;
};

/** How the names of the report's own styles begin. */
export const REPORT_STYLES = 'Report ';

const SOFT = '5A5A5A';
const LOOKS: readonly Look[] = [
  {
    id: 'Title',
    name: 'Title',
    on: 'Normal',
    next: 'ArticleText',
    space: [0, 160],
    level: 0,
    size: 44,
    bold: true,
    more: '<w:keepNext/>',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    on: 'Normal',
    next: 'ArticleText',
    space: [240, 80],
    level: 1,
    size: 28,
    bold: true,
    more: '<w:keepNext/>',
  },
  { id: 'Standfirst', name: 'Standfirst', on: 'Normal', next: 'ArticleText', space: [0, 160], size: 26, italic: true },
  { id: 'Byline', name: 'Byline', on: 'Normal', next: 'ArticleText', font: SANS, size: 18, colour: SOFT },
  { id: 'Dateline', name: 'Dateline', on: 'Normal', next: 'ArticleText', font: SANS, size: 18, colour: SOFT },
  { id: 'ArticleText', name: 'Article Text', on: 'Normal' },
  { id: 'ArticleQuote', name: 'Article Quote', on: 'Normal', next: 'ArticleText', indent: 480, italic: true },
  { id: 'ArticleItem', name: 'Article Item', on: 'Normal', space: [0, 60], indent: 360 },
  { id: 'ArticleTable', name: 'Article Table', on: 'Normal', font: SANS, size: 19 },
  {
    id: 'ArticleCaption',
    name: 'Article Caption',
    on: 'Normal',
    next: 'ArticleText',
    font: SANS,
    size: 18,
    colour: SOFT,
  },
  { id: 'ArticleNote', name: 'Article Note', on: 'Normal', font: SANS, size: 19 },
  {
    id: 'ReportTitle',
    name: 'Report Title',
    on: 'Normal',
    next: 'ReportText',
    space: [0, 120],
    level: 0,
    font: SANS,
    size: 32,
    bold: true,
    more: '<w:keepNext/><w:pageBreakBefore/>',
  },
  {
    id: 'ReportHeading',
    name: 'Report Heading',
    on: 'Normal',
    next: 'ReportText',
    space: [280, 80],
    level: 1,
    font: SANS,
    size: 24,
    bold: true,
    more: '<w:keepNext/>',
  },
  {
    id: 'ReportClaim',
    name: 'Report Claim',
    on: 'Normal',
    next: 'ReportText',
    space: [160, 40],
    level: 2,
    font: SANS,
    size: 19,
    bold: true,
    more: '<w:keepNext/>',
  },
  { id: 'ReportText', name: 'Report Text', on: 'Normal', space: [80, 80], font: SANS, size: 19 },
  { id: 'ReportNote', name: 'Report Note', on: 'ReportText', space: [0, 20], size: 17, colour: SOFT },
  { id: 'ReportItem', name: 'Report Item', on: 'ReportText', space: [40, 20] },
  { id: 'ReportUnder', name: 'Report Under', on: 'ReportText', space: [0, 20], indent: 360, size: 18 },
  { id: 'ReportHead', name: 'Report Head', on: 'ReportText', space: [40, 40], size: 17, bold: true },
  { id: 'ReportCell', name: 'Report Cell', on: 'ReportText', space: [40, 0], size: 18 },
  { id: 'ReportCellNote', name: 'Report Cell Note', on: 'ReportText', space: [20, 20], size: 16, colour: SOFT },
  { id: 'ReportRunning', name: 'Report Running', on: 'ReportText', space: [0, 40], size: 16, colour: SOFT },
  { id: 'CommentText', name: 'annotation text', on: 'Normal', space: [0, 40], font: SANS, size: 18 },
];

/** The styles of a document in a language, BCP 47; null where it is not known. */
export function stylesXml(language: string | null): string {
  const lang = `<w:lang w:val="${written(language ?? 'en-GB')}" w:bidi="${written(language ?? 'ar-SA')}"/>`;
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(SERIF)}<w:sz w:val="23"/><w:szCs w:val="23"/>${lang}</w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
    ...LOOKS.map(styleOf),
    character('Strong', 'Strong', '<w:b/><w:bCs/>'),
    character('ReportOut', 'Report Out', '<w:strike/><w:color w:val="A3262A"/>'),
    character('ReportIn', 'Report In', '<w:u w:val="single"/><w:color w:val="1F6B3A"/>'),
    character('CommentReference', 'annotation reference', '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    character('Hyperlink', 'Hyperlink', '<w:u w:val="single"/><w:color w:val="1F4E9E"/>'),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C8C8C8"/>`).join('')}</w:tblBorders></w:tblPr></w:style>`,
    '</w:styles>',
  ].join('');
}

const fonts = (name: string): string =>
  `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}" w:eastAsia="${name}"/>`;

function styleOf(look: Look): string {
  const { space, indent, level, font, size, bold, italic, colour } = look;
  const paragraphs = [
    look.more ?? '',
    space ? `<w:spacing w:before="${space[0]}" w:after="${space[1]}"/>` : '',
    indent === undefined ? '' : `<w:ind w:start="${indent}"/>`,
    level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`,
  ].join('');
  const runs = [
    font === undefined ? '' : fonts(font),
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  const isOwn = /^(?:Article|Report|Standfirst|Byline|Dateline)/.test(look.id) ? ' w:customStyle="1"' : '';
  return [
    `<w:style w:type="paragraph"${isOwn} w:styleId="${look.id}"><w:name w:val="${look.name}"/>`,
    look.on ? `<w:basedOn w:val="${look.on}"/>` : '',
    look.next ? `<w:next w:val="${look.next}"/>` : '',
    '<w:qFormat/>',
    paragraphs && `<w:pPr>${paragraphs}</w:pPr>`,
    runs && `<w:rPr>${runs}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const character = (id: string, name: string, runs: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>${runs}</w:rPr></w:style>`;
