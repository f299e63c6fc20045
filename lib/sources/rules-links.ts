/*
 * Which links lead to the same page. Pure: nothing is asked of any network.
 */

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|yclid|_ga)$/i;
const HOST_PREFIX = /^(?:www\d?|m|mobile|amp)\./;
const DOI_HOST = /^(?:dx\.)?doi\.org$/;

/**
 * The key of a link: the same page written differently (scheme, "www.", port, case of the host, fragment, tracking
 * parameters, order of the query, last slash) has the same. What is no link is its own key.
 */
export function linkKey(link: string): string {
  const typed = link.trim();
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(typed)?.[1];
  if (doi !== undefined) return `doi.org/${doi.toLowerCase()}`;
  if (!URL.canParse(typed)) return typed;
  const url = new URL(typed);
  const host = url.hostname.replace(HOST_PREFIX, '').replace(/\.$/, '');
  const port = /^(?:80|443)$/.test(url.port) || url.port === '' ? '' : `:${url.port}`;
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const path = decoded(url.pathname).replace(/\/+$/, '');
  const key = `${host}${port}${path}${query.length > 0 ? `?${query.sort().join('&')}` : ''}`;
  return DOI_HOST.test(host) ? key.toLowerCase().replace(/^dx\./, '') : key;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
