import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { ReportModel } from '#lib/exports/model.ts';
import { type Outline, outlineOf, type Picture } from '#lib/exports/outline/index.ts';
import { draw, svgOf } from '#lib/exports/pictures/draw.ts';
import { TYPE, WIDTH, widthOf } from '#lib/exports/pictures/svg.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { awaiting, claim, disputed, excluded, rating, report, unchecked, verdict } from './made.ts';
import { HOSTILE, sample } from './sample.ts';

const picturesOf = (model: ReportModel): Outline['pictures']['items'] => outlineOf(model, '').pictures.items;
const wrong = claim({ mark: 'wrong', verdicts: [verdict({ rating: rating('false') })] });
const unproven = claim({ verdicts: [verdict({ rating: rating('unproven') })] });

function the<Id extends Picture['id']>(id: Id, model: ReportModel): Extract<Picture, { id: Id }> {
  const found = picturesOf(model).find((one): one is Extract<Picture, { id: Id }> => one.id === id);
  if (!found) throw new Error(`No picture ${id}`);
  return found;
}
const rows = ({ rows: list }: Picture) => list.map(({ label, value }) => `${label}: ${value}`);

/** An article of so many sentences, four to a paragraph, with the claims that `on` gives each. */
function longReport(count: number, on: (sentence: number) => ReportModel['claims']): ReportModel {
  const sentences: ReportModel['sentences'] = [];
  const claims: ReportModel['claims'] = [];
  for (let i = 0; i < count; i++) {
    const start = i * 30;
    sentences.push({ start, end: start + 29, state: 'read' });
    for (const one of on(i))
      claims.push({ ...one, id: `${claims.length}`, number: claims.length + 1, start, end: start + 9 });
  }
  const blocks = Array.from({ length: Math.ceil(count / 4) }, (_, i) => ({
    start: i * 120,
    end: Math.min(count, (i + 1) * 4) * 30 - 1,
    role: 'paragraph' as const,
  }));
  return { ...report(claims, { text: 'x'.repeat(count * 30), blocks }), sentences };
}

type Box = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
};

/** What the words of a picture take up, as a program that reads XML finds them. */
function boxesIn(svg: string): { readonly boxes: readonly Box[]; readonly height: number } {
  const boxes: Box[] = [];
  let height = 0;
  let open: { x: number; y: number; look: string } | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') height = Number(attributes.viewBox?.split(' ')[3]);
    if (name === 'text') open = { x: Number(attributes.x), y: Number(attributes.y), look: attributes.class ?? '' };
  });
  parser.on('text', (text) => {
    if (!open) return;
    const size =
      (['words', 'small', 'sign', 'ring'] as const).find((one) => open?.look.includes(`pic-${one}`)) ?? 'words';
    const width = widthOf(text, size);
    const left = open.look.includes('pic-end')
      ? open.x - width
      : open.look.includes('pic-middle')
        ? open.x - width / 2
        : open.x;
    boxes.push({ text, left, right: left + width, top: open.y - TYPE[size] * 0.8, foot: open.y + TYPE[size] * 0.2 });
    open = null;
  });
  parser.write(svg).close();
  return { boxes, height };
}

/** Pairs of words that lie over one another, and words that reach over the picture's edge. */
function clashesIn(svg: string): string[] {
  const { boxes, height } = boxesIn(svg);
  const over = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot)
      .map((b) => `${a.text} | ${b.text}`),
  );
  const out = boxes.filter(({ left, right, top, foot }) => left < -3 || right > WIDTH + 1 || top < -1 || foot > height);
  return [...over, ...out.map(({ text }) => text)];
}

describe('claims by verdict', () => {
  const model = report([
    claim(),
    claim(),
    wrong,
    unproven,
    claim({ mark: 'stale', stale: true }),
    claim(disputed),
    claim(awaiting),
    unchecked(),
    unchecked({ mark: 'review', progress: 'in_review' }),
    claim(excluded),
  ]);

  test('counts each claim once, by its rating in the order of the scale, else by what keeps it open', () => {
    const picture = the('ratings', model);
    expect(rows(picture)).toEqual([
      'False: 1',
      'True: 2',
      'Unproven: 1',
      'disputed: 1',
      'asks for a fresh look: 1',
      'awaits a second reader: 1',
      'in review: 1',
      'not checked: 1',
    ]);
    expect(picture.says).toBe(
      '9 claims: False 1, True 2, Unproven 1, disputed 1, asks for a fresh look 1, awaits a second reader 1, in review 1 and not checked 1.',
    );
  });

  test('draws bars as long as their counts', () => {
    const widths = [
      ...svgOf(the('ratings', report([...Array(8).fill(claim()), ...Array(4).fill(wrong)]))).matchAll(
        /<rect [^>]*?width="([\d.]+)"/g,
      ),
    ].map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2, 2);
  });

  test('a rating that the scale has no more comes after the others', () => {
    const gone = { ...rating('true'), key: 'gone', label: 'As good as true' };
    const old = claim({ verdicts: [verdict({ rating: gone })] });
    expect(rows(the('ratings', report([old, wrong])))).toEqual(['False: 1', 'As good as true: 1']);
  });
});

describe('where in the text', () => {
  test('has a square for each sentence, marked by what presses most in it', () => {
    const on = [[claim(), wrong], [claim(disputed), unproven], [claim(excluded)], [], [unchecked()]];
    const model = longReport(5, (i) => on[i] ?? []);
    const { drawing, rows: told } = the('coverage', model);
    expect(drawing.cells.map(({ mark }) => mark)).toEqual(['wrong', 'disputed', 'excluded', 'clear', 'open']);
    expect(drawing.cells.map(({ opens }) => opens)).toEqual([false, false, false, false, true]);
    expect(told.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'does not stand: 1 sentence',
      'disputed: 1 sentence',
      'not checked: 1 sentence',
      'left out: 1 sentence',
      'read, and no claim in it: 1 sentence',
      'How it is drawn: A square is a sentence, marked by what presses most in it.',
    ]);
  });

  test('a claim counts in each sentence that it reaches into; minor and unread sentences are told as they were kept', () => {
    const model = longReport(4, (i) => (i === 0 ? [claim()] : i === 2 ? [unchecked({ tier: 'minor' })] : []));
    const [first, second, third, last] = model.sentences;
    if (!first || !second || !third || !last) throw new Error('Too short');
    const wide = {
      ...model,
      sentences: [first, second, { ...third, state: 'minor' as const }, { ...last, state: 'unread' as const }],
    };
    const claims = wide.claims.map((one) => (one.number === 1 ? { ...one, end: 45 } : one));
    expect(the('coverage', { ...wide, claims }).drawing.cells.map(({ mark }) => mark)).toEqual([
      'stands',
      'stands',
      'minor',
      'unread',
    ]);
  });

  test('says each state without colour', () => {
    const marks = [
      wrong,
      claim(),
      unproven,
      claim(disputed),
      claim(awaiting),
      claim({ mark: 'stale', stale: true }),
      unchecked(),
      unchecked({ mark: 'review' }),
      claim(excluded),
    ];
    const model = longReport(marks.length + 3, (i) => marks.slice(i, i + 1));
    const sentences = model.sentences.map((one, i) => ({
      ...one,
      state: i === marks.length ? ('unread' as const) : i === marks.length + 1 ? ('minor' as const) : one.state,
    }));
    const { children } = draw(the('coverage', { ...model, sentences }));
    const signs = new Map<string, string>();
    const look = the('coverage', { ...model, sentences }).drawing.cells;
    for (const { mark, sign } of look) signs.set(mark, sign);
    expect([...signs.values()].filter((sign) => sign !== '')).toHaveLength(marks.length);
    expect(new Set([...signs.values()].filter((sign) => sign !== '')).size).toBe(marks.length);
    // Without a sign: a dot, a broken edge, a stroke across.
    expect(children.some((node) => typeof node === 'object' && node.tag === 'circle')).toBe(true);
    expect(svgOf(the('coverage', { ...model, sentences }))).toMatch(/pic-edge pic-dashed.*<path/);
  });

  test('of 2,000 sentences with 3,000 claims, several are one square, and none is lost', () => {
    const model = longReport(2000, (i) => (i % 2 ? [claim(), unchecked()] : [claim()]));
    const { drawing, says } = the('coverage', model);
    expect(drawing.cells).toHaveLength(400);
    expect(drawing.key.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
    expect(says).toContain('2000 sentences');
    expect(drawing.note).toContain('A square is 5 sentences');
    expect(drawing.cells.at(-1)?.from).toBe(1996);
    expect(clashesIn(svgOf(the('coverage', model)))).toEqual([]);
  });
});

describe('the check in time', () => {
  test('counts what was done, from when the article was there to the report', () => {
    const { drawing, rows: told } = the('timeline', {
      ...sample,
      article: {
        ...sample.article,
        addedAt: '2026-03-12T08:30:00.000Z',
        revisions: [{ number: 1, at: '2026-03-12T08:30:00.000Z' }],
      },
    });
    expect(drawing).toMatchObject({ from: '12 Mar, 08:30', to: '14 Mar, 08:30' });
    expect(told[0]?.value).toBe('12 March 2026, 08:30 UTC to 14 March 2026, 08:30 UTC');
    expect(told.slice(1).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Text revisions: 1 · 12 March 2026, 08:30 UTC',
      'Evidence read: 10 · 12 March 2026',
      'First verdicts: 9 · 12 March 2026, 09:00 UTC to 13 March 2026, 09:00 UTC',
      'Second readings: 7 · 13 March 2026, 09:00 UTC to 13 March 2026, 10:00 UTC',
      'Questions: 4 · 12 March 2026, 11:20 UTC to 13 March 2026, 11:20 UTC',
      'Answers: 2 · 12 March 2026, 15:00 UTC to 12 March 2026, 16:00 UTC',
      'Publication: 1 · 12 March 2026',
    ]);
    for (const { count, bins } of drawing.lanes) expect(bins.reduce((sum, one) => sum + one, 0)).toBe(count);
    expect(drawing.days).toEqual([15.5 / 48, 39.5 / 48]);
  });

  test('what was done before the article was there is counted, told, and not drawn', () => {
    const model = report([claim()], { addedAt: '2026-03-13T08:00:00.000Z' });
    const { drawing, rows: told } = the('timeline', model);
    const evidence = drawing.lanes.find(({ label }) => label === 'Evidence read');
    expect(evidence).toMatchObject({ count: 1 });
    expect(evidence?.bins.every((one) => one === 0)).toBe(true);
    expect(told.map(({ value }) => value)).toContain('1 · 12 March 2026 One lies outside what is drawn.');
  });

  test('all at one moment is one moment', () => {
    const now = '2026-03-14T08:30:00.000Z';
    const one = claim({ evidence: [], verdicts: [verdict({ at: now, signedOff: null })] });
    const picture = the('timeline', report([one], { publishedOn: null }));
    expect(picture.drawing).toMatchObject({ to: '', days: [], lanes: [{ label: 'First verdicts', count: 1 }] });
    expect(clashesIn(svgOf(picture))).toEqual([]);
  });
});

describe('every picture', () => {
  const many = longReport(1100, (i) => [claim(), ...(i % 3 ? [wrong] : [claim(disputed)])].slice(0, i % 2 ? 2 : 1));
  const label = 'Not established by anything that could be consulted in the archive’s reading rooms 漢字 😀 <&>';
  const long = report([
    claim({ verdicts: [verdict({ rating: { ...rating('true'), label } })] }),
    claim({ verdicts: [verdict({ rating: { ...rating('false'), key: 'w', label: 'W'.repeat(80) } })] }),
  ]);

  test.each([
    ['of everything', sample],
    ['of one claim', report([claim()])],
    ['of 1,650 claims', many],
    ['of long labels', long],
    [
      'of hostile ones',
      report([claim({ verdicts: [verdict({ rating: { ...rating('true'), label: HOSTILE.rationale } })] })]),
    ],
  ])('%s is well-formed XML, its words are apart and within it', (_, model) => {
    const pictures = picturesOf(model);
    expect(pictures.map(({ id }) => id)).toEqual(['ratings', 'coverage', 'timeline']);
    for (const picture of pictures) {
      const svg = svgOf(picture);
      expect(clashesIn(svg)).toEqual([]);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="\w+-name \w+-says"/);
      expect(svg.length).toBeLessThan(140_000);
      expect(svgOf(structuredClone(picture))).toBe(svg);
    }
  });

  test('that would show nothing is left out', () => {
    expect(picturesOf({ ...report([], { blocks: [], text: '' }) })).toEqual([]);
    expect(picturesOf(report([unchecked()])).map(({ id }) => id)).toEqual(['ratings', 'coverage']);
  });

  test('of a report that kept neither sentences nor when the article came, is drawn of what it has', () => {
    const { salt: _s, sentences: _n, ...old } = sample;
    const { addedAt: _a, revisions: _r, ...article } = old.article;
    const model = readSnapshot(JSON.stringify({ ...old, article }));
    expect(the('coverage', model).says).toContain('2 paragraphs in order');
    expect(the('coverage', model).drawing.note).toBe('A square is a paragraph, marked by what presses most in it.');
    expect(the('timeline', model).drawing.from).toBe('12 Mar, 09:00');
    expect(rows(the('ratings', model))).toEqual(rows(the('ratings', sample)));
  });
});
