import type { OriginalFile } from './rules-original.ts';

/** What a form sends: its fields as JSON, and where it was filled from a file, that file. */
export type Upload = { readonly fields: unknown; readonly original: OriginalFile | null };

/**
 * A body of JSON alone, or of two parts: `fields`, and the file as `original`. Null where it is neither. The fields come as a file too: a text field of a form
 * would turn line ends into others.
 */
export async function readUpload(body: Uint8Array, contentType: string | null): Promise<Upload | null> {
  try {
    if (!/^multipart\/form-data\b/i.test(contentType ?? ''))
      return { fields: JSON.parse(new TextDecoder().decode(body)), original: null };
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType ?? '' },
    }).formData();
    const [fields, file] = [form.get('fields'), form.get('original')];
    if (!(fields instanceof Blob)) return null;
    return {
      fields: JSON.parse(await fields.text()),
      original:
        file instanceof File
          ? { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(0, 300) }
          : null,
    };
  } catch {
    return null;
  }
}
