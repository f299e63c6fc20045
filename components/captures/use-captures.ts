'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sourceCaptures } from '#lib/sources/actions-captures.ts';
import { isOpen } from '#lib/sources/rules-capture-jobs.ts';
import type { SourceCapturesDTO } from '#lib/sources/types-captures.ts';

const FIRST_LOOKS = 12;
const LOOK_MS = { first: 500, later: 2000 } as const;

export type Followed = {
  readonly kept: SourceCapturesDTO;
  /** Looks at once; `jobId` is what was just asked for. */
  readonly look: (jobId?: string) => Promise<void>;
};

/**
 * A source's captures as they are: looked at again and again while work on them goes on, whoever asked for it, and when
 * somebody comes back to the page. `onEnd` hears of each job that has ended; the page is drawn anew then.
 */
export function useCaptures(
  sourceId: string,
  initial: SourceCapturesDTO,
  onEnd: (jobId: string, now: SourceCapturesDTO) => void,
): Followed {
  const router = useRouter();
  const [kept, setKept] = useState(initial);
  const followed = useRef<ReadonlySet<string>>(new Set());
  const heard = useRef(onEnd);
  useEffect(() => {
    heard.current = onEnd;
  });
  const look = useCallback(
    async (jobId?: string) => {
      // It may have ended before it is first seen.
      if (jobId !== undefined) followed.current = new Set([...followed.current, jobId]);
      const before = followed.current;
      const result = await sourceCaptures({ sourceId }).catch(() => null);
      if (!result?.ok) return;
      const going = new Set(goingIn(result.value));
      const ended = [...before].filter((id) => !going.has(id) && followed.current.has(id));
      followed.current = new Set([...going, ...[...followed.current].filter((id) => !before.has(id))]);
      setKept(result.value);
      for (const id of ended) heard.current(id, result.value);
      if (ended.length > 0) router.refresh();
    },
    [sourceId, router],
  );

  useEffect(() => {
    const going = goingIn(initial);
    const isApart = [...followed.current].some((id) => !going.includes(id));
    followed.current = new Set([...followed.current, ...going]);
    // A page that was drawn before the last thing was asked for knows nothing of it: it would be followed no more.
    if (isApart) void look();
    else setKept(initial);
  }, [initial, look]);

  const isGoing = kept.jobs.some(isOpen);
  useEffect(() => {
    if (!isGoing) return;
    let timer = 0;
    let looks = 0;
    let isOver = false;
    const next = async () => {
      await look();
      looks += 1;
      if (!isOver) wait();
    };
    const wait = () => {
      timer = window.setTimeout(next, looks < FIRST_LOOKS ? LOOK_MS.first : LOOK_MS.later);
    };
    wait();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [isGoing, look]);
  useEffect(() => {
    const comeBack = () => void look();
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [look]);
  return { kept, look };
}

const goingIn = ({ jobs }: SourceCapturesDTO): string[] => jobs.filter(isOpen).map(({ id }) => id);
