import { describe, expect, test } from 'vitest';
import { at, odt, read, refusal } from './made.ts';

const p = (content: string, style = ''): string => `<text:p text:style-name="${style}">${content}</text:p>`;
const info =
  '<office:change-info><dc:creator>Ana Sub</dc:creator><dc:date>2026-11-02T10:00:00</dc:date></office:change-info>';
const region = (id: string, kind: 'insertion' | 'deletion', content = ''): string =>
  `<text:changed-region text:id="${id}"><text:${kind}>${info}${content}</text:${kind}></text:changed-region>`;
const changes = (...regions: readonly string[]): string =>
  `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;
const inserted = (id: string, content: string): string =>
  `<text:change-start text:change-id="${id}"/>${content}<text:change-end text:change-id="${id}"/>`;

describe('an OpenDocument text', () => {
  test.each([
    [
      'paragraphs and headings',
      `<text:h text:outline-level="1">Head</text:h>${p('One <text:span>two</text:span>.')}`,
      'Head\n\nOne two.',
    ],
    ['spaces, tabs and line ends', p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), 'a b c\nd'],
    ['spaces of the file’s own layout', p('a\n   b'), 'a b'],
    ['sections', `<text:section>${p('in')}</text:section>`, 'in'],
    [
      'lists',
      `<text:list text:style-name="L"><text:list-item>${p('a')}<text:list text:style-name="L"><text:list-item>${p('b')}</text:list-item></text:list></text:list-item><text:list-item>${p('c')}</text:list-item></text:list>`,
      '1. a\n• b\n2. c',
    ],
    [
      'text boxes after their paragraph',
      p(`<draw:frame><draw:text-box>${p('box')}</draw:text-box></draw:frame>text`),
      'text\n\nbox',
    ],
  ])('gives %s', async (_, body, text) =>
    expect(
      (
        await read(
          odt(
            body,
            '<text:list-style style:name="L"><text:list-level-style-number/><text:list-level-style-bullet/></text:list-style>',
          ),
        )
      ).text,
    ).toBe(text),
  );

  test('names the cells of its tables', async () => {
    const cell = (words: string, more = ''): string => `<table:table-cell ${more}>${p(words)}</table:table-cell>`;
    const rows = `<table:table-header-rows><table:table-row>${cell('Year')}${cell('Fares')}</table:table-row></table:table-header-rows><table:table-row>${cell('all', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('3.5')}</table:table-row>`;
    const found = await read(odt(`<table:table>${rows}</table:table>`));
    expect(found.places.map((place) => place.kind === 'cell' && [place.cell, at(found, place)])).toEqual([
      ['A1', 'Year'],
      ['B1', 'Fares'],
      ['A2', 'all'],
      ['C2', '3.5'],
    ]);
  });

  test.each([
    [
      'an insertion',
      changes(region('c', 'insertion')) + p(`fell ${inserted('c', 'sharply ')}today`),
      'fell sharply today',
      'fell today',
    ],
    [
      'a deletion',
      changes(region('c', 'deletion', p('slightly '))) + p('fell <text:change text:change-id="c"/>today'),
      'fell today',
      'fell slightly today',
    ],
    [
      'a deletion over the end of a paragraph',
      changes(region('c', 'deletion', p(' then') + p('now '))) + p('fell<text:change text:change-id="c"/>again'),
      'fellagain',
      'fell then\n\nnow again',
    ],
    [
      'an insertion over the end of a paragraph',
      changes(region('c', 'insertion')) +
        p('A<text:change-start text:change-id="c"/>b') +
        p('c<text:change-end text:change-id="c"/> d'),
      'Ab\n\nc d',
      'A d',
    ],
  ])('takes %s either way', async (_, body, accepted, refused) => {
    expect((await read(odt(body))).text).toBe(accepted);
    expect((await read(odt(body), { changes: 'refused' })).text).toBe(refused);
  });

  test('tells its changes, footnotes, comments and links', async () => {
    const body =
      changes(region('c', 'insertion'), region('d', 'deletion', p('12'))) +
      p(
        `<office:annotation office:name="n"><dc:creator>Ines</dc:creator><dc:date>2026-11-02</dc:date>${p('Source?')}</office:annotation>Fares rose<office:annotation-end office:name="n"/> by <text:change text:change-id="d"/>${inserted('c', '21')} percent<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Annual report')}</text:note-body></text:note>. <text:a xlink:href="https://example.org/r">More</text:a><office:annotation>${p('Check')}</office:annotation>`,
      );
    const found = await read(odt(body));
    expect(found.text).toBe('Fares rose by 21 percent. More');
    expect(
      found.changes.map((change) => [change.kind, change.text, change.author, change.at, at(found, change)]),
    ).toEqual([
      ['deleted', '12', 'Ana Sub', '2026-11-02T10:00:00', ''],
      ['inserted', '21', 'Ana Sub', '2026-11-02T10:00:00', '21'],
    ]);
    expect(found.notes.map((note) => [note.kind, note.text, note.author, at(found, note)])).toEqual([
      ['comment', 'Source?', 'Ines', 'Fares rose'],
      ['footnote', 'Annual report', null, ''],
      ['comment', 'Check', null, ''],
    ]);
    expect(found.links.map((link) => [at(found, link), link.href])).toEqual([['More', 'https://example.org/r']]);
  });

  test('says its headline and byline by styles, made from the ones that are known too', async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="B" style:display-name="Byline"/>';
    const meta =
      '<office:meta><dc:title>Draft</dc:title><meta:initial-creator>kim</meta:initial-creator><dc:language>en-US</dc:language></office:meta>';
    const found = await read(odt(p('Fares fall', 'P1') + p('By Ines Marek', 'B'), styles, { 'meta.xml': meta }));
    expect(found.details).toMatchObject({
      title: { value: 'Fares fall', from: 'style' },
      author: { value: 'Ines Marek', from: 'style' },
      language: { value: 'en-US', from: 'properties' },
    });
  });

  test('that is locked says so', async () =>
    expect(
      await refusal(
        odt('', '', {
          'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
        }),
      ),
    ).toBe('file-encrypted'));
});
