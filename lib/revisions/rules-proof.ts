import type { Sayings } from '#lib/history/rules-said.ts';

const text = (chain: string, number: number, sha256: string, origin: string) => [
  { table: 'revisions', key: `${chain}/${number}`, says: { sha256, text: sha256, origin } },
];

/** What events say of an article's texts, by article and number. */
export const REVISION_SAYINGS: Sayings = {
  'article.added': ({ chain, detail }) => text(chain, 1, detail.sha256, detail.origin),
  'article.revised': ({ chain, detail }) => text(chain, detail.number, detail.sha256, detail.origin),
};
