import { describe, expect, it } from 'vitest';
import { findNames } from '#lib/engine/names/names.ts';
import { splitSentences } from '#lib/engine/sentence/split.ts';
import { readText } from '#lib/engine/text/text.ts';
import type { NamedEntity } from '#lib/engine/types.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

function names(text: string): NamedEntity[] {
  const view = readText(text);
  const blocks = findZones(view);
  return findNames(view, splitSentences(view, blocks), blocks);
}

function named(text: string, name: string): { entity: NamedEntity | undefined; words: string[] } {
  const entity = names(text).find((one) => one.name === name);
  return { entity, words: entity?.mentions.map(({ start, end }) => text.slice(start, end)) ?? [] };
}

describe('findNames', () => {
  it('gathers a person under the full name, family name first or last', () => {
    const text =
      'Niu Jun, an expert at Peking University, spoke first. Mr. Niu disagreed with Ana Ruiz, a lawyer. Ms. Ruiz laughed at that, and Niu left.';
    expect(named(text, 'Niu Jun').words).toEqual(['Niu Jun', 'Niu', 'Niu']);
    expect(named(text, 'Ana Ruiz').words).toEqual(['Ana Ruiz', 'Ruiz']);
    expect(named(text, 'Niu Jun').entity).toMatchObject({
      type: 'person',
      role: 'an expert at Peking University',
      gender: 'male',
    });
    expect(named(text, 'Ana Ruiz').entity).toMatchObject({ type: 'person', gender: 'female' });
  });

  it('takes a given name of two syllables to the family’s before it, and what is made with a hyphen to nobody', () => {
    const text =
      'Albert Chan Wai-lun left the hall. Lawmaker Chan Kin-por stayed. Park Geun-hye met Ada Lund, an Oslo-born engineer.';
    expect(names(text).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Albert Chan Wai-lun', 'Chan Kin-por', 'Park Geun-hye', 'Ada Lund']),
    );
    expect(
      names(text)
        .map(({ name }) => name)
        .some((name) => /Oslo-born/.test(name)),
    ).toBe(false);
  });

  it('parts a country, an office and a name', () => {
    const text = 'On Monday Chinese President Xi Jinping met U.S. Ambassador Nikki Haley in Geneva for the first time.';
    expect(names(text).map(({ name, type }) => [name, type])).toEqual([
      ['China', 'place'],
      ['Xi Jinping', 'person'],
      ['U.S.', 'place'],
      ['Nikki Haley', 'person'],
      ['Geneva', 'place'],
    ]);
  });

  it.each([
    ['The Department of Justice sued the firm in a federal court on Friday.', 'Department of Justice'],
    [
      'He works at the Carnegie-Tsinghua Center for Global Policy in the capital.',
      'Carnegie-Tsinghua Center for Global Policy',
    ],
    ['It was the U.N. Security Council that met on Friday to talk about it.', 'U.N. Security Council'],
    [
      'They asked the Centers for Disease Control and Prevention for its view of it.',
      'Centers for Disease Control and Prevention',
    ],
  ])('reads the body in: %s', (text, name) => {
    expect(named(text, name).entity?.type).toBe('organization');
  });

  it('reads “the North” as the country the document speaks of', () => {
    const text =
      'North Korea tested a missile on Tuesday. The South was silent, but the North said more tests would come.';
    expect(named(text, 'North Korea').words).toEqual(['North Korea', 'North']);
  });

  it('does not take the first word of a sentence for a name', () => {
    const found = names('Economists warn of a slump. Yesterday was quiet. Critics say the plan is unfair to the poor.');
    expect(found).toEqual([]);
  });

  it('leaves bylines and the house’s words alone', () => {
    const text =
      'Council to close four centres\nBy Ana Ruiz\n\nThe council will close four of its nine day centres next spring, it said.\n\nSign up for The Daily Hull newsletter';
    expect(names(text).map(({ name }) => name)).toEqual([]);
  });
});
