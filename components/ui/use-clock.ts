'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The server's time as it came with what is shown, going on by the browser's own clock: anew every half minute, and whenever the server tells a later one. */
export function useClock(now: Date): Date {
  const from = now.getTime();
  const [since, setSince] = useState({ from, ms: 0 });
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setSince({ from, ms: Math.round(performance.now() - begun) }), EVERY_MS);
    return () => clearInterval(timer);
  }, [from]);
  return new Date(from + (since.from === from ? since.ms : 0));
}
