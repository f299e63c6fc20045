import { childAt, childrenOf, type XmlElement } from './xml.ts';

/** How a cell's number is shown: as a program's format code says. */
export type CellFormat = string;

/** Codes that are known by their number alone. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'yyyy-mm-dd',
  17: 'yyyy-mm-dd',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

/** The format of a cell by its style's number. */
export function cellFormats(styles: XmlElement | null): (style: string | undefined) => CellFormat {
  if (styles === null) return () => '';
  const own = new Map(
    childrenOf(childAt(styles, 'x:numFmts') ?? styles, 'x:numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  );
  const ids = childrenOf(childAt(styles, 'x:cellXfs') ?? styles, 'x:xf').map(({ attributes }) =>
    Number(attributes.get('numFmtId') ?? 0),
  );
  return (style) => {
    const id = ids[Number(style ?? 0)] ?? 0;
    return own.get(id) ?? BUILT_IN[id] ?? '';
  };
}

const DAY_MS = 86_400_000;

/**
 * A number as its format shows it: percent, decimals, thousands, days and hours. A day is written as YYYY-MM-DD whatever order the format has, so that
 * nobody takes the month for the day; units that a format adds in quotes stay.
 */
export function shown(value: number, format: CellFormat, isOf1904: boolean): string {
  const [positive = '', negative] = format.split(';');
  const code = (value < 0 && negative !== undefined ? negative : positive).replace(/\[(?!\$)[^\]]{0,30}\]/g, '');
  const bare = code.replace(/"[^"]*"|\\./g, '').replace(/\[\$[^\]]*\]/g, '');
  if (/[ymdh]/i.test(bare) && !/general/i.test(bare)) return dateOf(value, bare, isOf1904);
  if (!/[0#]/.test(bare)) return general(value);
  const scaled = bare.includes('%') ? value * 100 : value;
  const decimals = /\.([0#]+)/.exec(bare)?.[1] ?? '';
  const words = Math.abs(scaled).toLocaleString('en-US', {
    minimumFractionDigits: Math.min(20, decimals.replace(/#/g, '').length),
    maximumFractionDigits: Math.min(20, decimals.length),
    useGrouping: /[#0],[#0]/.test(bare),
  });
  const around = withUnits(code, words);
  return value < 0 && negative === undefined ? `-${around}` : around;
}

/** What a format writes before and after its digits. */
function withUnits(code: string, digits: string): string {
  const literal = (part: string): string =>
    part
      .replace(/"([^"]*)"/g, '$1')
      .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1')
      .replace(/\\(.)/g, '$1')
      .replace(/_./g, '')
      .replace(/\*./g, '')
      .replace(/[#0?.,]/g, '');
  const at = /[#0?][#0?,.]*/.exec(code.replace(/"[^"]*"|\[\$[^\]]*\]|\\./g, (quoted) => '~'.repeat(quoted.length)));
  if (!at) return digits;
  return `${literal(code.slice(0, at.index))}${digits}${literal(code.slice(at.index + at[0].length))}`.trim();
}

/** As many digits as a cell shows of a number without a format. */
const general = (value: number): string => String(Number(value.toPrecision(11)));

function dateOf(value: number, code: string, isOf1904: boolean): string {
  const epoch = isOf1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(value * 86_400) * 1000);
  if (Number.isNaN(date.getTime()) || value < 0 || value * DAY_MS > 8e15) return general(value);
  const iso = date.toISOString();
  const time = /s/i.test(code) ? iso.slice(11, 19) : iso.slice(11, 16);
  const hasDay = /[yd]/i.test(code);
  const hasTime = /h/i.test(code);
  return hasDay && hasTime
    ? `${iso.slice(0, 10)} ${time}`
    : hasDay
      ? iso.slice(0, 10)
      : hasTime
        ? time
        : iso.slice(0, 7);
}
