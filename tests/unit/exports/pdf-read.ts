import { getDocumentProxy } from 'unpdf';

type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] };

export type ReadPdf = {
  readonly pages: number;
  /** Of each page what is no artifact: running heads and feet are left out. */
  readonly text: string;
  /** How often each role stands in the tags. */
  readonly roles: ReadonlyMap<string, number>;
  /** What stands for figures. */
  readonly alts: readonly string[];
  readonly bookmarks: readonly string[];
  readonly urls: readonly string[];
  /** Links within the paper, and those of them that lead nowhere. */
  readonly links: number;
  readonly lost: number;
  readonly title: string;
  readonly language: string | null;
};

/** A PDF as another program reads it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const roles = new Map<string, number>();
  const urls: string[] = [];
  const alts: string[] = [];
  const texts: string[] = [];
  let links = 0;
  let lost = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    let artifacts = 0;
    const open: boolean[] = [];
    for (const item of items) {
      if ('str' in item) {
        if (artifacts === 0) texts.push(item.str);
      } else if (item.type === 'endMarkedContent') artifacts -= open.pop() ? 1 : 0;
      else {
        const isArtifact = 'tag' in item && item.tag === 'Artifact';
        open.push(isArtifact);
        artifacts += isArtifact ? 1 : 0;
      }
    }
    const count = (node: object) => {
      if ('role' in node) roles.set(String(node.role), (roles.get(String(node.role)) ?? 0) + 1);
      if ('alt' in node) alts.push(String(node.alt));
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(count);
    };
    count((await page.getStructTree()) ?? {});
    for (const note of await page.getAnnotations()) {
      if (note.subtype !== 'Link') continue;
      if (typeof note.unsafeUrl === 'string') urls.push(note.unsafeUrl);
      else {
        links += 1;
        const dest = typeof note.dest === 'string' ? await pdf.getDestination(note.dest) : note.dest;
        if (!Array.isArray(dest)) lost += 1;
      }
    }
  }
  const titles = (marks: readonly Bookmark[]): string[] =>
    marks.flatMap(({ title, items }) => [title, ...titles(items)]);
  const { info } = await pdf.getMetadata();
  return {
    pages: pdf.numPages,
    text: texts.join(''),
    roles,
    alts,
    bookmarks: titles((await pdf.getOutline()) ?? []),
    urls,
    links,
    lost,
    title: 'Title' in info ? String(info.Title) : '',
    language: 'Language' in info ? String(info.Language) : null,
  };
}

/** Words without what setting them changes: spaces, ends of lines, hyphens there, ligatures, and signs that are not drawn. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E\u2066-\u2069-]/g, '')
    .replace(/\u2010/g, '');
