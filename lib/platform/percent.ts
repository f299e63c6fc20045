const UNRESERVED = /[A-Za-z0-9._~-]/;

/**
 * A part of an address with its percent-encodings written in one way: signs that need none stand for themselves, the others
 * are in capitals (RFC 3986, 6.2.2). What is encoded wrongly stays as it is.
 */
export const evenPercent = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return UNRESERVED.test(sign) ? sign : code.toUpperCase();
  });
