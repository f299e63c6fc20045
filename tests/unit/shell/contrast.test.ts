import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../app/styles/tokens.css', import.meta.url), 'utf8');

/** The two values of every colour token, as written in the stylesheet. */
const tokens = new Map(
  [...css.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const grounds = ['paper', 'sheet', 'wash'];
const words = ['ink', 'soft', 'faint', 'focus'];
const states = ['open', 'review', 'await', 'disputed', 'stands', 'unrated', 'wrong', 'stale'];

describe.each(['light', 'dark'] as const)('colours on %s paper', (theme) => {
  const value = (name: string): string => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`No token --${name} in app/styles/tokens.css`);
    return token[theme];
  };

  it.each(pairs([...words, ...states], grounds))('%s on %s reads (4.5 to 1)', (word, ground) => {
    expect(contrast(value(word), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(['ink', 'soft', ...states], ['sel']))('%s on the selected words, %s, reads', (word, ground) => {
    expect(contrast(value(word), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(states)('a mark on a disc of %s reads', (state) => {
    expect(contrast(value('sheet'), value(state))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'sheet'])('the edge of a control shows on %s (3 to 1)', (ground) => {
    expect(contrast(value('edge'), value(ground))).toBeGreaterThanOrEqual(3);
  });

  it('unread words, 78% ink over paper, read', () => {
    const mixed = mix(value('ink'), value('paper'), 0.78);
    expect(contrast(mixed, value('paper'))).toBeGreaterThanOrEqual(4.5);
  });
});

function pairs(first: readonly string[], second: readonly string[]): [string, string][] {
  return first.flatMap((a) => second.map((b): [string, string] => [a, b]));
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function mix(over: string, under: string, share: number): string {
  const below = channels(under);
  const mixed = channels(over).map((channel, index) => channel * share + (below[index] ?? 0) * (1 - share));
  return `#${mixed
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
