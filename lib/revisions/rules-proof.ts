import type { Sayings } from '#lib/history/rules-said.ts';

const text = (chain: string, number: number, sha256: string, origin: string) => [
  { table: 'revisions', key: `${chain}/${number}`, says: { sha256, text: sha256, origin } },
];

const reading = (chain: string, revision: number, number: number, engine: string | undefined) => [
  { table: 'readings', key: `${chain}/${revision}/${number}`, says: { engine_version: engine } },
];

/** What events say of an article's texts, by article and number, and of their readings, by their number in the revision as well. */
export const REVISION_SAYINGS: Sayings = {
  'article.added': ({ chain, detail: { sha256, origin, engine } }) => [
    ...text(chain, 1, sha256, origin),
    ...reading(chain, 1, 1, engine),
  ],
  'article.revised': ({ chain, detail: { number, sha256, origin, engine } }) => [
    ...text(chain, number, sha256, origin),
    ...reading(chain, number, 1, engine),
  ],
  'article.extracted': ({ chain, detail: { engine, revision, reading: number } }) =>
    revision === undefined || number === undefined ? [] : reading(chain, revision, number, engine),
};
