import { childAt, childrenOf, type XmlElement } from './xml.ts';

type Level = { readonly format: string; readonly start: number };

/**
 * The mark that stands before a list's paragraph ("• ", "3. "), counted on with each call; null where there is none. Takes the paragraph's numbering
 * properties.
 */
export function numberingOf(part: XmlElement | null): (properties: XmlElement | null) => string | null {
  const levels = levelsOf(part);
  const counts = new Map<string, number[]>();
  return (properties) => {
    if (properties === null) return null;
    const id = childAt(properties, 'w:numId')?.attributes.get('w:val') ?? '0';
    const depth = Number(childAt(properties, 'w:ilvl')?.attributes.get('w:val') ?? 0);
    if (id === '0' || !Number.isInteger(depth) || depth < 0 || depth > 8) return null;
    const { format, start } = levels.get(id)?.get(depth) ?? { format: 'bullet', start: 1 };
    const counted = (counts.get(id) ?? []).slice(0, depth + 1);
    counted[depth] = (counted[depth] ?? start - 1) + 1;
    counts.set(id, counted);
    return markOf(format, counted[depth] ?? start);
  };
}

function markOf(format: string, count: number): string | null {
  switch (format) {
    case 'none':
      return null;
    case 'bullet':
      return '• ';
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCharCode((format === 'lowerLetter' ? 97 : 65) + ((count - 1) % 26));
      return `${letter}. `;
    }
    default:
      return `${count}. `;
  }
}

function levelsOf(part: XmlElement | null): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  if (part === null) return new Map();
  const abstract = new Map(
    childrenOf(part, 'w:abstractNum').map((each) => [each.attributes.get('w:abstractNumId'), levelsIn(each)]),
  );
  return new Map(
    childrenOf(part, 'w:num').map((each) => [
      each.attributes.get('w:numId') ?? '',
      abstract.get(childAt(each, 'w:abstractNumId')?.attributes.get('w:val')) ?? new Map(),
    ]),
  );
}

const levelsIn = (abstract: XmlElement): ReadonlyMap<number, Level> =>
  new Map(
    childrenOf(abstract, 'w:lvl').map((level) => [
      Number(level.attributes.get('w:ilvl')),
      {
        format: childAt(level, 'w:numFmt')?.attributes.get('w:val') ?? 'decimal',
        start: Number(childAt(level, 'w:start')?.attributes.get('w:val') ?? 1) || 1,
      },
    ]),
  );
