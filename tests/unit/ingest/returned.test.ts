import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderReport } from '#lib/exports/render.ts';
import { copySaidOf, returnedCopy } from '#lib/ingest/returned/index.ts';
import type { CameBack } from '#lib/ingest/returned/types.ts';
import { COPY_MARKS, sentCopy } from '#lib/reports/rules-copy.ts';
import { sent } from '#tests/fixtures/docx/sent.ts';
import { frozen, report, unchecked } from '../exports/made.ts';

const { model, digest } = frozen(sent);
const copy = sentCopy(model, digest);
const rendered = await renderReport(frozen(sent), 'docx', '');
const out = typeof rendered === 'string' ? strToU8(rendered) : rendered;

function back(bytes: Uint8Array): CameBack {
  const read = returnedCopy({ bytes, marks: COPY_MARKS, sent: copy });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}
const fixture = (name: string) => back(new Uint8Array(readFileSync(`tests/fixtures/docx/${name}.docx`)));
const fates = ({ fixes }: CameBack) => fixes.map(({ claim, fate }) => [claim, fate]);
const TEXT = sent.article.text;
const replaced = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`No ${from}`);
    return text.replace(from, to);
  }, TEXT);

describe('a copy that LibreOffice has saved', () => {
  test('untouched is what went out', () => {
    const read = fixture('untouched');
    expect(read).toMatchObject({ text: TEXT, cameIn: [], markedDone: [], takenOut: [], beyond: [] });
    expect(fates(read)).toEqual([
      [1, 'left'],
      [2, 'left'],
    ]);
    const bytes = new Uint8Array(readFileSync('tests/fixtures/docx/untouched.docx'));
    expect(copySaidOf({ bytes, marks: COPY_MARKS })).toMatchObject({
      value: { article: sent.article.id, number: sent.number },
    });
  });

  test('with every suggestion taken has the new words', () => {
    const read = fixture('accepted');
    expect(read.text).toBe(replaced(['4.5', '5.4'], ['48.6', '46.8']));
    expect(fates(read)).toEqual([
      [1, 'accepted'],
      [2, 'accepted'],
    ]);
  });

  test('with half of a replacement taken or refused goes the way of that half', () => {
    const read = fixture('half');
    expect(read.text).toBe(replaced(['4.5', '5.4']));
    expect(fates(read)).toEqual([
      [1, 'accepted'],
      [2, 'refused'],
    ]);
  });

  test('after a day’s work: words changed with tracking and without, a paragraph moved and one added', () => {
    const read = fixture('worked');
    const last = 'A spokesman, مارين هولت, declined to comment 😀. About one in five berths is closed.';
    const moved = replaced(['4.5', '5.4'], ['two members voted', 'three members voted'])
      .replace(/\n\nA spokesman.*$/, '')
      .replace('\n\n“Nobody', `\n\n${last}\n\nThe quay is to open again in May.\n\n“Nobody`);
    expect(read.text).toBe(moved);
    expect(fates(read)).toEqual([
      [1, 'accepted'],
      [2, 'refused'],
    ]);
    expect(read.beyond).toEqual([]);
  });

  test('with tracked moves: a paragraph moved up, two joined, the last one taken out', () => {
    const read = fixture('moved');
    const spokesman = 'A spokesman, مارين هولت, did not reply 😀. About one in five berths is closed.';
    expect(read.text).toBe(
      TEXT.replace(`\n\n${spokesman}`, '')
        .replace('voted against it.\n\n', `voted against it. ${spokesman}\n\n`)
        .replace('\n• Repairs may cost between £14 million and £17 million.', ''),
    );
    expect(read.beyond).toEqual([]);
  });

  test('with comments on claims and beside them, in a comment, one done, one taken out', () => {
    const read = fixture('answered');
    expect(read.text).toBe(TEXT);
    const said = read.cameIn.map(({ by, text, claim, on, query }) => ({
      by,
      text,
      claim,
      on,
      query: query?.at ?? null,
    }));
    expect(said).toEqual([
      {
        by: '',
        text: 'It was two: Ames and Brook. See the minutes.\nPage 4.',
        claim: 3,
        on: 'two members voted against it',
        query: null,
      },
      {
        by: 'Hanna Osei',
        text: 'I asked three of them on Monday; none had been asked.',
        claim: 4,
        on: 'Nobody in this trade was consulted',
        query: '2026-03-13T11:20:00.000Z',
      },
      { by: 'Hanna Osei', text: 'He has written since.', claim: null, on: 'did not reply', query: null },
      {
        by: '',
        text: 'The list of berths is of February.',
        claim: 6,
        on: 'About one in five berths is closed',
        query: null,
      },
    ]);
    expect([read.markedDone, read.takenOut]).toEqual([[5], [2]]);
    expect(fixture('answered').cameIn.map(({ key }) => key)).toEqual(read.cameIn.map(({ key }) => key));
  });
});

/** The copy as it went out, with parts of it changed. */
function changed(changes: Readonly<Record<string, (xml: string) => string>>, bytes = out): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, change] of Object.entries(changes)) {
    const before = strFromU8(parts[path] ?? new Uint8Array());
    const after = change(before);
    if (after === before) throw new Error(`${path} is as it was`);
    parts[path] = strToU8(after);
  }
  return zipSync(parts);
}
const DOCUMENT = 'word/document.xml';
const comment = (id: number, by: string, text: string) =>
  `<w:comment w:id="${id}" w:author="${by}" w:date="2026-03-15T10:00:00Z"><w:p w14:paraId="6000000${id - 900}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
/** A thread as Word writes it: a reply names the paragraph of what it answers, and has the marks of that. */
const withReply = (after: string, text: string, by = 'Hanna Osei') => {
  const xml = strFromU8(unzipSync(out)['word/comments.xml'] ?? new Uint8Array());
  const answered = xml.split('<w:comment ').find((one) => one.includes(after));
  const parent = /w14:paraId="(\w+)"/.exec(answered ?? '')?.[1] ?? '';
  return {
    'word/comments.xml': (part: string) => part.replace('</w:comments>', `${comment(901, by, text)}</w:comments>`),
    'word/commentsExtended.xml': (part: string) =>
      part.replace(
        '</w15:commentsEx>',
        `<w15:commentEx w15:paraId="60000001" w15:paraIdParent="${parent}" w15:done="0"/></w15:commentsEx>`,
      ),
  };
};

describe('a copy that came back', () => {
  test('with a reply in the thread of an open question has the answer to it', () => {
    const [answer] = back(changed(withReply('Whom did you ask', 'Three of them.'))).cameIn;
    expect(answer).toMatchObject({ by: 'Hanna Osei', text: 'Three of them.', claim: 4, isCut: false });
    expect(answer?.query?.at).toBe('2026-03-13T11:20:00.000Z');
  });

  test('with a reply to a closed question, or to a verdict elsewhere, has a comment on that claim', () => {
    const [closed] = back(changed(withReply('Is she still', 'Until June.'))).cameIn;
    expect(closed).toMatchObject({ claim: 4, query: null });
    // The same verdict in the same words stands under two claims.
    const [other] = back(changed(withReply('>Claim 2<', 'Then cite the bill.'))).cameIn;
    expect(other).toMatchObject({ claim: 2, query: null });
  });

  test('by whose program nobody is named and no hour told still has our suggestions told from theirs', () => {
    const bare = (xml: string) =>
      xml
        .replace(/(<w:(?:ins|del) w:id="\d+") w:author="[^"]*" w:date="[^"]*"/g, '$1 w:author="Author"')
        .replace(
          'will rise by ',
          'will rise by </w:t></w:r><w:ins w:id="9" w:author="Author"><w:r><w:t>about </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">',
        );
    const read = back(changed({ [DOCUMENT]: bare }));
    expect(read.text).toBe(replaced(['will rise by 4.5', 'will rise by about 4.5']));
    expect(fates(read)[0]?.[1]).toBe('left');
  });

  test('with words taken out of words that were put in has neither', () => {
    const nested =
      '<w:ins w:id="9" w:author="H" w:date="2026-03-15T10:00:00Z"><w:r><w:t>very </w:t></w:r><w:del w:id="8" w:author="E" w:date="2026-03-15T10:05:00Z"><w:r><w:delText>so </w:delText></w:r></w:del></w:ins>';
    const read = back(
      changed({
        [DOCUMENT]: (xml) =>
          xml.replace('<w:r><w:t xml:space="preserve">By Hanna', `${nested}<w:r><w:t xml:space="preserve">By Hanna`),
      }),
    );
    expect(read.text).toBe(replaced(['By Hanna', 'very By Hanna']));
  });

  test('without its mark ends where the report’s own styles begin; what stands behind is told and not taken', () => {
    const behind = '<w:p><w:r><w:t>One more thing.</w:t></w:r></w:p><w:sectPr>';
    const read = back(
      changed({
        [DOCUMENT]: (xml) => xml.replace(/<w:bookmarkStart[^>]*w:name="stet_end"\/>/, '').replace('<w:sectPr>', behind),
      }),
    );
    expect(read.text).toBe(TEXT);
    expect(read.beyond).toEqual(['One more thing.']);
  });

  test('whose comments have other words since an upgrade has none of them as somebody’s', () => {
    const read = back(
      changed({ 'word/comments.xml': (xml) => xml.replaceAll('Settled by two readers', 'Settled by a pair') }),
    );
    expect([read.cameIn, read.takenOut]).toEqual([[], []]);
  });

  test('with controls, more words than a comment holds, or a name that is none has them in bounds', () => {
    const [answer] = back(
      changed(withReply('Whom did you ask', `a\u0085b ${'x'.repeat(6000)}`, 'N'.repeat(900))),
    ).cameIn;
    expect([answer?.text.length, answer?.isCut, answer?.by.length]).toEqual([5000, true, 200]);
    expect(answer?.text.startsWith('a\nb')).toBe(true);
  });
});

test('a reply to a comment that is not there, or that names none, is one on no claim', () => {
  const [lost] = back(changed(withReply('words that are in no comment', 'Hm.'))).cameIn;
  expect(lost).toMatchObject({ claim: null, query: null, on: '' });
});

describe('what is no copy of ours', () => {
  const say = (bytes: Uint8Array) => {
    const said = copySaidOf({ bytes, marks: COPY_MARKS });
    return said.ok ? said.value : said.code;
  };
  test('is told so: no Word document, one of somebody else’s, a number that is none', () => {
    expect(say(strToU8('Just words'))).toBe('return-not-docx');
    expect(say(zipSync({ 'content.xml': strToU8('<a/>') }))).toBe('return-not-docx');
    expect(say(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBeNull();
    expect(say(changed({ 'docProps/custom.xml': (xml) => xml.replace('>2<', '>two<') }))).toBeNull();
    expect(say(out.slice(0, 4000))).toBe('file-broken');
  });

  test('nests no deeper than a document does, and has the words of one', () => {
    const read = (bytes: Uint8Array) => {
      const came = returnedCopy({ bytes, marks: COPY_MARKS, sent: copy });
      return came.ok ? came.value : came.code;
    };
    const deep = `<w:p>${'<w:ins>'.repeat(300)}${'</w:ins>'.repeat(300)}</w:p>`;
    expect(read(changed({ [DOCUMENT]: (xml) => xml.replace('<w:body>', `<w:body>${deep}`) }))).toBe('reading-too-deep');
    expect(read(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('file-broken');
  });
});

test('whatever stands between and around blocks comes back as it was', async () => {
  const text = '  A  b\tc.\n\n\n— d\u00ade\u2011f\nline two\n \n• x\n• y\n';
  const blocks = ['A  b\tc.', '— d\u00ade\u2011f\nline two', '• x', '• y'].map((words) => {
    const start = text.indexOf(words);
    return {
      start,
      end: start + words.length,
      role: words.startsWith('•') ? ('list-item' as const) : ('paragraph' as const),
    };
  });
  const made = frozen(report([unchecked({ quote: 'c', start: 7, end: 8 })], { text, blocks }));
  const file = await renderReport(made, 'docx', '');
  if (typeof file === 'string') throw new Error('Not bytes');
  const read = returnedCopy({ bytes: file, marks: COPY_MARKS, sent: sentCopy(made.model, made.digest) });
  expect(read.ok && read.value.text).toBe(text);
});
