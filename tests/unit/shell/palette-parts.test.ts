import { describe, expect, it } from 'vitest';
import { type PaletteThings, partsFor } from '#components/shell/palette-parts.ts';

const entry = (label: string, words?: string) => ({ id: label, label, words, run: () => {} });
const things: PaletteThings = {
  commands: [entry('Divide into several claims'), entry('Sign off')],
  pages: [entry('Reports of this article'), entry('Sources')],
  articles: [entry('Coal and the river', 'The Meridian')],
  claims: [
    entry('China stopped buying coal.', '2 stopped buying North Korean coal'),
    entry('Trade rose by 40%.', '14'),
  ],
};
const shown = (query: string) =>
  partsFor(query, things).parts.map(({ id, entries }) => [id, entries.map(({ label }) => label)]);

describe('what the palette shows', () => {
  it('is what can be done and gone to, while nothing is typed; the column lists the claims', () => {
    expect(shown('').map(([id]) => id)).toEqual(['commands', 'pages', 'articles']);
  });

  it('is the part with the best first, and no empty one', () => {
    expect(shown('coal')).toEqual([
      ['claims', ['China stopped buying coal.']],
      ['articles', ['Coal and the river']],
    ]);
    expect(shown('sign off')).toEqual([['commands', ['Sign off']]]);
  });

  it('finds a claim by its number and by the words it quotes, an article by its outlet', () => {
    expect(shown('14')).toEqual([['claims', ['Trade rose by 40%.']]]);
    expect(shown('north korean')).toEqual([['claims', ['China stopped buying coal.']]]);
    expect(shown('meridian')).toEqual([['articles', ['Coal and the river']]]);
  });

  it('comes near only where nothing has the words as typed, and says so', () => {
    expect(partsFor('sorces', things)).toMatchObject({ isTyped: false, parts: [{ id: 'pages' }] });
    expect(partsFor('sources', things).isTyped).toBe(true);
    expect(partsFor('zzzzzz', things)).toEqual({ parts: [], isTyped: true });
  });

  it('is no more than eight of a kind', () => {
    const many = { ...things, claims: Array.from({ length: 50 }, (_, i) => entry(`Coal ${i}`)) };
    expect(partsFor('coal', many).parts[0]?.entries).toHaveLength(8);
  });
});
