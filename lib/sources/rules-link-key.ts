import { sha256 } from '#lib/platform/canonical.ts';
import { linkKey } from './rules-links.ts';

/** A longer key than this is kept by its hash: an index holds no more. */
const LONGEST_KEY = 600;

/** What `sources.link_key` holds for a link. */
export function linkKeyOf(link: string | null): string | null {
  if (link === null) return null;
  const key = linkKey(link);
  return key.length <= LONGEST_KEY ? key : `sha256:${sha256(key)}`;
}
