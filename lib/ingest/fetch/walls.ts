/** Pages that a site leads to in place of the one that was asked for, by where they stand. */
export type Wall = {
  readonly name: string;
  readonly code: 'fetch-consent' | 'fetch-sign-in';
  readonly fits: (url: URL) => boolean;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
};

const CONSENT_HOST = /^(?:consent|guce|myprivacy|privacy-wall|cookiewall)\./;
const CONSENT_PATH = /^\/(?:consent|privacy-gate|cookiewall|cookie-wall|collectconsent)(?:[/.]|$)/i;
const SIGN_IN_HOST = /^(?:login|signin|sso|auth|accounts?|idp)\./;
const SIGN_IN_PATH = /\/(?:log-?in|sign-?in|log_in|sign_in|servicelogin|sso|oauth2?\/authorize)(?:\.\w{2,5})?\/?$/i;

export const WALLS: readonly Wall[] = [
  {
    name: 'consent',
    code: 'fetch-consent',
    fits: ({ hostname, pathname }) => CONSENT_HOST.test(hostname) || CONSENT_PATH.test(pathname),
    right: [
      'https://consent.example.org/v2/collectConsent?sessionId=1',
      'https://example.org/privacy-gate/?return=%2Fnews',
      'https://example.org/consent?to=/news',
    ],
    wrong: [
      'https://example.org/2026/03/consent-law-passes',
      'https://example.org/age-of-consent/',
      'https://consenthouse.example.org/',
    ],
  },
  {
    name: 'sign in',
    code: 'fetch-sign-in',
    fits: ({ hostname, pathname }) => SIGN_IN_HOST.test(hostname) || SIGN_IN_PATH.test(pathname),
    right: [
      'https://login.example.org/?back=1',
      'https://accounts.example.org/v3/begin',
      'https://example.org/user/login',
      'https://example.org/sign-in/?next=%2Fa',
      'https://example.org/Login.aspx?r=%2Fa',
    ],
    wrong: [
      'https://example.org/login-data-stolen-from-council',
      'https://example.org/how-to/sign-in-sheets',
      'https://loginsville.example.org/',
      'https://example.org/login/2026/a-story',
    ],
  },
];

/** The wall that a link has been led to, where it was led at all: who asks for a sign-in page gets it. */
export const wallAt = (hops: readonly URL[]): Wall | null => {
  const last = hops.at(-1);
  return (hops.length > 1 && last && WALLS.find(({ fits }) => fits(last))) || null;
};
