/** The file that a text came in, as it was sent. */
export type OriginalFile = {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** As its site calls it; else its name says what it is. */
  readonly mediaType?: string;
};

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
};

/** What a revision keeps of it: the bytes, and what its name says they are. */
export function originalFields(file: OriginalFile | null): {
  original?: Uint8Array<ArrayBuffer>;
  originalType?: string;
} {
  if (file === null) return {};
  const ending = /\.([a-z]{2,8})$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  return {
    original: new Uint8Array(file.bytes),
    originalType: file.mediaType ?? TYPES[ending] ?? 'application/octet-stream',
  };
}
