'use client';

import { useState } from 'react';

/**
 * Where React Aria takes the nonce of its one style element from. The browser knows the nonce that the document came with and no other: one that
 * a later answer of the server brings is none of this document's.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  const [own] = useState(nonce);
  return <meta name="csp-nonce" nonce={own} suppressHydrationWarning />;
}
