import { readFileSync } from 'node:fs';
import { inProject } from '#lib/platform/paths.ts';
import type { Outline, Picture, Section } from '../outline/index.ts';
import type { PeriodOutline } from '../period/outline.ts';
import { svgOf } from '../pictures/draw.ts';
import { breakable, readFaces, settable } from './fonts.ts';
import { setPdf } from './typst.ts';

const FOLDER = 'lib/exports/pdf';

/** A report as a PDF. The same outline gives the same bytes. */
export function renderPdf(outline: Outline): Uint8Array {
  const set = textsOf(outline, settableHere);
  return paperOf('report.typ', outline.frozenAt, {
    outline: withPlaces(set),
    pictures: set.pictures.items.map(pictured),
    language: /^[a-z]{2,3}(?=-|$)/.exec(outline.language ?? '')?.[0] ?? null,
    short: shortened(set.title),
    foot: footOf(outline),
    keywords: [outline.kicker],
  });
}

/** A report on a period as a PDF. */
export function renderPeriodPaper(outline: PeriodOutline): Uint8Array {
  const set = textsOf(outline, settableHere);
  return paperOf('period.typ', outline.madeAt, {
    outline: set,
    picture: set.picture && pictured(set.picture),
    short: shortened(set.title),
  });
}

const settableHere = (text: string): string => breakable(settable(text, readFaces().has));

/** What a template sets of data, as of the time that it was made. */
function paperOf(template: string, madeAt: string, data: object): Uint8Array {
  const made = new Date(madeAt);
  const date = {
    year: made.getUTCFullYear(),
    month: made.getUTCMonth() + 1,
    day: made.getUTCDate(),
    hour: made.getUTCHours(),
    minute: made.getUTCMinutes(),
    second: made.getUTCSeconds(),
  };
  return setPdf({
    template: readFileSync(inProject(FOLDER, template), 'utf8'),
    inputs: { report: JSON.stringify({ ...data, date }) },
    fonts: readFaces().fonts,
    folder: inProject(FOLDER),
    madeAt: Math.floor(made.getTime() / 1000),
  });
}

/** A picture as the template sets it: drawn, and told to who does not see it. */
const pictured = (picture: Picture) => ({
  id: picture.id,
  title: picture.title,
  svg: svgOf(picture),
  alt: [picture.says, ...picture.rows.map(({ label, value }) => `${label}: ${value}.`)].join(' '),
});

/** The same value with each text in it changed. */
function textsOf<T>(value: T, change: (text: string) => string): T;
function textsOf(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => textsOf(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textsOf(item, change)]));
}

/** Where in the proof each claim's words end; null where they are no longer in the article. */
function withPlaces({ proof, ...outline }: Outline) {
  const ends = proof.blocks.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.ends.map(({ number }) => number)));
  const placed = new Set(ends);
  const placing = <T extends { readonly number: number }>({ items, ...part }: Section<T>) => ({
    ...part,
    items: items.map((item) => ({ ...item, proof: placed.has(item.number) ? `proof-${item.number}` : null })),
  });
  return {
    ...outline,
    proof,
    claims: placing(outline.claims),
    unchecked: placing(outline.unchecked),
    former: placing(outline.former),
    leftOut: placing(outline.leftOut),
  };
}

const MOST = 80;

/** A title for the head of a page, in one line. */
function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ');
  return line.length <= MOST ? line : `${line.slice(0, line.lastIndexOf(' ', MOST) + 1 || MOST).trimEnd()} …`;
}

/** The first digest and the first end of a history, by their beginnings: enough to tell two papers apart. */
const footOf = ({ record }: Outline): string =>
  record.rows
    .slice(0, 1)
    .map(({ value }) => `sha256 ${value.slice(0, 4)} ${value.slice(4, 8)} … ${value.slice(-4)}`)
    .join('');
