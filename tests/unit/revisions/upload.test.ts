import { expect, test } from 'vitest';
import { originalFields } from '#lib/revisions/rules-original.ts';
import { readUpload } from '#lib/revisions/rules-upload.ts';

const sent = async (form: FormData) => {
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form });
  return readUpload(new Uint8Array(await request.arrayBuffer()), request.headers.get('content-type'));
};
const fields = (value: unknown) => new Blob([JSON.stringify(value)], { type: 'application/json' });

test('a form comes as JSON, or with the file that it was filled from, bytes and line ends as they were', async () => {
  expect(await readUpload(new TextEncoder().encode('{"text":"a\\nb"}'), 'application/json')).toEqual({
    fields: { text: 'a\nb' },
    original: null,
  });
  const form = new FormData();
  form.set('fields', fields({ text: 'a\nb' }));
  form.set('original', new File([Uint8Array.from([0, 10, 13, 255])], 'Fährpreise.docx'));
  expect(await sent(form)).toEqual({
    fields: { text: 'a\nb' },
    original: { bytes: Uint8Array.from([0, 10, 13, 255]), name: 'Fährpreise.docx' },
  });
});

test('what is neither is null', async () => {
  const form = new FormData();
  form.set('original', new File(['x'], 'a.txt'));
  expect(await sent(form)).toBeNull();
  form.set('fields', '{"a":1}');
  expect(await sent(form)).toBeNull();
  form.set('fields', new Blob(['{']));
  expect(await sent(form)).toBeNull();
  for (const type of [null, 'application/json', 'multipart/form-data; boundary=x', 'multipart/form-data'])
    expect(await readUpload(new TextEncoder().encode('{not json'), type)).toBeNull();
});

test('a revision keeps the bytes and what their name says they are', () => {
  const bytes = Uint8Array.from([1, 2]);
  expect(originalFields(null)).toEqual({});
  expect(originalFields({ bytes, name: 'a.PDF' })).toEqual({ original: bytes, originalType: 'application/pdf' });
  expect(originalFields({ bytes, name: '.pdf/../x' }).originalType).toBe('application/octet-stream');
});
