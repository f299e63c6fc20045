'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { jobProgress } from '#lib/jobs/actions.ts';
import type { JobDTO } from '#lib/jobs/types.ts';

/** Between two looks, in milliseconds: soon at first, as most work is short. */
const LOOKS = { soon: 500, later: 2000, soonFor: 12 } as const;

/**
 * Follows one job of the reader's own to its end: `onEnd` hears of it once, and the page is drawn anew. `job` is null while none
 * is followed.
 */
export function useJob(onEnd: (job: JobDTO) => void): {
  readonly job: JobDTO | null;
  readonly follow: (id: string) => void;
} {
  const router = useRouter();
  const [id, follow] = useState<string | null>(null);
  const [job, setJob] = useState<JobDTO | null>(null);
  const heard = useRef(onEnd);
  useEffect(() => {
    heard.current = onEnd;
  });
  useEffect(() => {
    if (id === null) return;
    return lookAgain(async () => {
      const result = await jobProgress({ id }).catch(() => null);
      if (!result?.ok) return true;
      const isGoing = result.value.state === 'queued' || result.value.state === 'running';
      setJob(isGoing ? result.value : null);
      if (isGoing) return true;
      follow(null);
      heard.current(result.value);
      router.refresh();
      return false;
    });
  }, [id, router]);
  return { job, follow };
}

/** Looks again and again until `look` says that there is nothing more to see, or the caller ends it. */
export function lookAgain(look: () => Promise<boolean>): () => void {
  let timer = 0;
  let looks = 0;
  let isOver = false;
  const next = async () => {
    looks += 1;
    if ((await look()) && !isOver) wait();
  };
  const wait = () => {
    timer = window.setTimeout(next, looks < LOOKS.soonFor ? LOOKS.soon : LOOKS.later);
  };
  wait();
  return () => {
    isOver = true;
    window.clearTimeout(timer);
  };
}
