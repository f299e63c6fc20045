'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelJob, jobProgress } from '#lib/jobs/actions.ts';
import type { JobDTO } from '#lib/jobs/types.ts';
import { captureSource } from '#lib/sources/actions-captures.ts';
import type { ReaderSourceDTO } from '#lib/sources/types-reader.ts';

export type SourceRead = {
  /** What was read of it, now or before; null while nothing is known. */
  readonly read: ReaderSourceDTO | null;
  readonly failure: 'lost' | 'gone' | null;
  /** The job that captures it, as far as it is. */
  readonly job: JobDTO | null;
  /** A refusal of what was asked for last, in words. */
  readonly refusal: string | null;
  readonly reload: () => void;
  readonly capture: () => void;
  /** Looks how far another job on it is, such as that of a file that was sent. */
  readonly follow: (jobId: string) => void;
  readonly cancel: () => void;
};

const FIRST_LOOKS = 12;
const LOOK_MS = { first: 400, later: 1500 } as const;

const isOpen = (job: JobDTO | null): boolean => job?.state === 'queued' || job?.state === 'running';

/** A source opened beside the galley; while it is being captured, how far that is, and its text as soon as it is there. */
export function useSource(sourceId: string, captureId: string | null, jobId: string | null): SourceRead {
  const [read, setRead] = useState<ReaderSourceDTO | null>(null);
  const [failure, setFailure] = useState<SourceRead['failure']>(null);
  const [job, setJob] = useState<JobDTO | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [following, setFollowing] = useState<string | null>(jobId);
  const [asked, setAsked] = useState(0);
  const reload = useCallback(() => setAsked((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew by `reload`
  useEffect(() => {
    const stop = new AbortController();
    readSource(sourceId, captureId, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      setFailure(typeof answer === 'string' ? answer : null);
      if (typeof answer === 'string') return;
      setRead(answer);
      setJob((now) => (isOpen(now) ? now : answer.job));
      if (isOpen(answer.job)) setFollowing(answer.job?.id ?? null);
    });
    return () => stop.abort();
  }, [sourceId, captureId, asked]);

  useFollowed(following, (now) => {
    setJob(now);
    if (isOpen(now)) return;
    setFollowing(null);
    if (now.state === 'done') reload();
  });

  const capture = async () => {
    setRefusal(null);
    const result = await captureSource({ sourceId }).catch(() => null);
    if (result?.ok) setFollowing(result.value.jobId);
    else setRefusal(result?.message ?? '');
  };
  const cancel = async () => {
    const id = following;
    if (id === null) return;
    await cancelJob({ id }).catch(() => null);
  };
  return { read, failure, job, refusal, reload, capture, follow: setFollowing, cancel };
}

async function readSource(
  sourceId: string,
  captureId: string | null,
  signal: AbortSignal,
): Promise<ReaderSourceDTO | 'lost' | 'gone'> {
  const which = captureId === null ? '' : `?capture=${captureId}`;
  try {
    const response = await fetch(`/api/sources/${encodeURIComponent(sourceId)}/reader${which}`, {
      headers: { accept: 'application/json' },
      signal,
    });
    if (!response.ok) return response.status === 404 || response.status === 400 ? 'gone' : 'lost';
    return (await response.json()) as ReaderSourceDTO;
  } catch {
    return 'lost';
  }
}

/** Looks again and again how far a job is, until it has ended. */
function useFollowed(jobId: string | null, onNews: (job: JobDTO) => void): void {
  const latest = useRef(onNews);
  useEffect(() => {
    latest.current = onNews;
  });
  useEffect(() => {
    if (jobId === null) return;
    let timer = 0;
    let looks = 0;
    let isOver = false;
    const look = async () => {
      const result = await jobProgress({ id: jobId }).catch(() => null);
      if (isOver) return;
      if (result?.ok) latest.current(result.value);
      if (result?.ok && !isOpen(result.value)) return;
      looks += 1;
      timer = window.setTimeout(look, looks < FIRST_LOOKS ? LOOK_MS.first : LOOK_MS.later);
    };
    void look();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [jobId]);
}
