import { describe, expect, test } from 'vitest';
import { at, BY_ANA, del, docx, ins, p, r, read } from './made.ts';

const words = async (body: string, parts = {}, changes: 'accepted' | 'refused' = 'accepted') =>
  (await read(docx(body, parts), { changes })).text;

describe('a Word document', () => {
  test.each([
    ['paragraphs', p(r('One.')) + p('') + p(r('Two ') + r('parts.')), 'One.\n\nTwo parts.'],
    ['line breaks and tabs', p(`${r('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`), 'a b\nc'],
    ['hidden words', p(`${r('seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r>`), 'seen'],
    ['words that are no longer hidden', p('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>'), 'seen'],
    [
      'hyphens that do not break, and soft ones',
      p('<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>'),
      'a\u2011bc',
    ],
    [
      'what stands in controls',
      `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('in')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      'in',
    ],
    ['mathematics', p('<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>'), 'x=2'],
    [
      'text boxes once, after their paragraph',
      p(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('box'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('box'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('text')}`,
      ),
      'text\n\nbox',
    ],
    [
      'the words of a field, not what it is told',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      '12',
    ],
  ])('gives %s', async (_, body, text) => expect(await words(body)).toBe(text));

  test('counts its lists as their numbering says', async () => {
    const item = (words: string, id: number, level = 0) =>
      p(r(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
    const level = (depth: number, format: string, start = 1) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', 3)}${level(1, 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
    const body = item('a', 1) + item('b', 1, 1) + item('c', 1, 1) + item('d', 1) + item('e', 1, 1) + item('f', 2);
    expect(await words(body, { 'word/numbering.xml': numbering })).toBe('3. a\na. b\nb. c\n4. d\na. e\n• f');
  });

  test('names the cells of its tables', async () => {
    const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(words))}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Year')}${cell('Fares')}</w:tr><w:tr>${cell('all years', '<w:gridSpan w:val="2"/>')}${cell('3.5')}</w:tr></w:tbl>`;
    const found = await read(docx(p(r('Before.')) + table + p(r('After.'))));
    expect(found.text).toBe('Before.\n\nYear\tFares\nall years\t\t3.5\n\nAfter.');
    const cells = found.places.flatMap((place) => (place.kind === 'cell' ? [[place.cell, at(found, place)]] : []));
    expect(cells).toEqual([
      ['A1', 'Year'],
      ['B1', 'Fares'],
      ['A2', 'all years'],
      ['C2', '3.5'],
    ]);
  });

  test('that is laid out by a table is text', async () => {
    const table = `<w:tbl><w:tr><w:tc>${p(r('Left.'))}</w:tc><w:tc>${p(r('One.'))}${p(r('Two.')).repeat(3)}</w:tc></w:tr></w:tbl>`;
    expect(await words(table)).toBe('Left.\n\nOne.\n\nTwo.\n\nTwo.\n\nTwo.');
  });
});

describe('tracked changes', () => {
  const both = async (body: string) => [await words(body), await words(body, {}, 'refused')];
  const rPr = (change: string) => `<w:rPr><w:${change} ${BY_ANA}/></w:rPr>`;

  test.each([
    ['an insertion', p(r('fell ') + ins('sharply ') + r('today')), ['fell sharply today', 'fell today']],
    ['a deletion', p(r('fell ') + del('slightly ') + r('today')), ['fell today', 'fell slightly today']],
    [
      'a figure put in for another',
      p(r('by ') + del('12') + ins('21') + r(' percent')),
      ['by 21 percent', 'by 12 percent'],
    ],
    ['a paragraph put in', p(r('A.')) + p(ins('B.'), rPr('ins')) + p(r('C.')), ['A.\n\nB.\n\nC.', 'A.\n\nC.']],
    ['a paragraph taken out', p(r('A.')) + p(del('B.'), rPr('del')) + p(r('C.')), ['A.\n\nC.', 'A.\n\nB.\n\nC.']],
    ['two paragraphs joined', p(r('A '), rPr('del')) + p(r('b.')), ['A b.', 'A\n\nb.']],
    ['a paragraph divided', p(r('A '), rPr('ins')) + p(r('b.')), ['A\n\nb.', 'A b.']],
    [
      'words that moved',
      p(`<w:moveFrom ${BY_ANA}>${r('First ')}</w:moveFrom>${r('then ')}<w:moveTo ${BY_ANA}>${r('First ')}</w:moveTo>`),
      ['then First', 'First then'],
    ],
    [
      'a row taken out',
      `<w:tbl><w:tr><w:tc>${p(r('a'))}</w:tc><w:tc>${p(r('b'))}</w:tc></w:tr><w:tr><w:trPr><w:del ${BY_ANA}/></w:trPr><w:tc>${p(r('c'))}</w:tc><w:tc>${p(r('d'))}</w:tc></w:tr></w:tbl>`,
      ['a\tb', 'a\tb\nc\td'],
    ],
    [
      'a change of looks alone',
      p(
        `<w:r><w:rPr><w:b/><w:rPrChange ${BY_ANA}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>`,
      ),
      ['bold', 'bold'],
    ],
  ])('%s is taken either way', async (_, body, texts) => expect(await both(body)).toEqual(texts));

  test('are told with who made them, when, and where', async () => {
    const body = p(r('fell by ') + del('12') + ins('21') + r(' percent')) + p(ins('New.'), rPr('ins'));
    const accepted = await read(docx(body));
    expect(accepted.changes).toEqual([
      { kind: 'deleted', text: '12', author: 'Ana Sub', at: '2026-11-02T10:00:00Z', start: 8, end: 8 },
      { kind: 'inserted', text: '21', author: 'Ana Sub', at: '2026-11-02T10:00:00Z', start: 8, end: 10 },
      { kind: 'inserted', text: 'New.\n', author: 'Ana Sub', at: '2026-11-02T10:00:00Z', start: 20, end: 24 },
    ]);
    const refused = await read(docx(body), { changes: 'refused' });
    expect(refused.changes.map((change) => [change.kind, at(refused, change)])).toEqual([
      ['deleted', '12'],
      ['inserted', ''],
      ['inserted', ''],
    ]);
  });

  test('of the same hand go on over runs, and end with the paragraph', async () => {
    const found = await read(docx(p(r('A ') + ins('b') + ins('c')) + p(ins('d') + r(' e'))));
    expect(found.changes.map(({ text }) => text)).toEqual(['bc', 'd']);
  });

  test('that moved words are one change', async () => {
    const body = p(
      `<w:moveFrom ${BY_ANA}>${r('First ')}</w:moveFrom>${r('then ')}<w:moveTo ${BY_ANA}>${r('First ')}</w:moveTo>`,
    );
    for (const changes of ['accepted', 'refused'] as const) {
      const found = await read(docx(body), { changes });
      expect(found.changes.map((change) => [change.kind, at(found, change)])).toEqual([['moved', 'First']]);
    }
  });
});

describe('beside its text', () => {
  test('come footnotes, endnotes and comments, with what they are about', async () => {
    const reference = (name: string, id: number) => `<w:r><w:${name}Reference w:id="${id}"/></w:r>`;
    const body = p(
      `${r('Fares ')}<w:commentRangeStart w:id="4"/>${r('rose by 12 percent')}<w:commentRangeEnd w:id="4"/>${reference('comment', 4)}${r(' in May')}${reference('footnote', 2)}${r('.')}${reference('endnote', 3)}${reference('comment', 5)}`,
    );
    const found = await read(
      docx(body, {
        'word/footnotes.xml': `<w:footnote w:id="-1" w:type="separator">${p(r('—'))}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' Annual report, p. 12')}`)}</w:footnote>`,
        'word/endnotes.xml': `<w:endnote w:id="3">${p(r('Interview'))}${p(del('old') + ins('on 3 May'))}</w:endnote>`,
        'word/comments.xml': `<w:comment w:id="4" w:author="Ines Marek">${p(r('Source?'))}</w:comment><w:comment w:id="5" w:author="">${p(r('Check.'))}</w:comment>`,
      }),
    );
    expect(found.text).toBe('Fares rose by 12 percent in May.');
    expect(found.notes.map((note) => [note.kind, note.text, note.author, at(found, note)])).toEqual([
      ['comment', 'Source?', 'Ines Marek', 'rose by 12 percent'],
      ['footnote', 'Annual report, p. 12', null, ''],
      ['footnote', 'Interview\non 3 May', null, ''],
      ['comment', 'Check.', null, ''],
    ]);
    expect(found.notes[1]?.start).toBe('Fares rose by 12 percent in May'.length);
  });

  test('come links that lead out, of both kinds, and none that run a script', async () => {
    const relations =
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" TargetMode="External" Target="https://example.org/report"/><Relationship Id="b" TargetMode="External" Target="javascript:alert(1)"/></Relationships>';
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://example.org/data" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>data</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = p(
      `${r('See ')}<w:hyperlink r:id="a">${r('the report ')}</w:hyperlink>${r('and ')}${field}<w:hyperlink r:id="b">${r('x')}</w:hyperlink>`,
    );
    const found = await read(docx(body, { 'word/_rels/document.xml.rels': relations }));
    expect(found.links.map((link) => [at(found, link), link.href])).toEqual([
      ['the report', 'https://example.org/report'],
      ['data', 'https://example.org/data'],
    ]);
  });

  test('come headline, byline and day where styles say which they are, and else what its properties say', async () => {
    const style = (id: string, name: string) => `<w:style w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const styled = (words: string, id: string) => p(r(words), `<w:pStyle w:val="${id}"/>`);
    const core =
      '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft 3</dc:title><dc:creator>Microsoft Office User</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>';
    const body =
      styled('Ferry fares fall', 'T') + styled('By Ines Marek', 'B') + styled('12 March 2026', 'D') + p(r('Text.'));
    const found = await read(
      docx(body, {
        'word/styles.xml': style('T', 'Title') + style('B', 'Byline') + style('D', 'Date'),
        'docProps/core.xml': core,
      }),
    );
    expect(found.details).toMatchObject({
      title: { value: 'Ferry fares fall', from: 'style' },
      author: { value: 'Ines Marek', from: 'style' },
      publishedOn: { value: '2026-03-12', from: 'style' },
      language: { value: 'en-GB', from: 'properties' },
    });
    const plain = await read(docx(p(r('Text.')), { 'docProps/core.xml': core }));
    expect(plain.details).toMatchObject({ title: { value: 'Draft 3', from: 'properties' }, author: null });
  });

  test('a main part with another name is found', async () => {
    const { strFromU8, unzipSync, zipSync } = await import('fflate');
    const parts = unzipSync(docx(p(r('Here.'))));
    const moved = zipSync({
      ...Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'word/document.xml')),
      'word/document2.xml': parts['word/document.xml'] ?? new Uint8Array(),
      '_rels/.rels': new TextEncoder().encode(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      ),
    });
    expect(strFromU8(moved.subarray(0, 2))).toBe('PK');
    expect((await read(moved)).text).toBe('Here.');
  });
});
