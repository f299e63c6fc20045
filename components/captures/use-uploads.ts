'use client';

import { useCallback, useRef, useState } from 'react';
import { MAX_CAPTURE_BYTES } from '#lib/sources/types-captures.ts';
import { sendFile } from './send-file.ts';

/** A file on its way, or what kept it from going. */
export type Upload = {
  readonly key: number;
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly problem: 'lost' | 'empty' | 'large' | { readonly words: string } | null;
};

export type Uploads = {
  readonly uploads: readonly Upload[];
  readonly add: (files: Iterable<File>) => Promise<void>;
  /** Takes one off the list, and stops it where it is on its way. */
  readonly drop: (key: number) => void;
};

/** Files that are sent to be kept, one after the other; `onSent` hears of the job of each. */
export function useUploads(sourceId: string, onSent: (jobId: string) => Promise<void>): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const last = useRef(0);
  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = useCallback((key: number) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);

  const add = async (files: Iterable<File>) => {
    const made = [...files].map((file) => {
      last.current += 1;
      stops.current.set(last.current, new AbortController());
      return { file, key: last.current };
    });
    const fresh = made.map(({ file, key }) => ({ key, name: file.name, share: 0, problem: problemOf(file) }));
    // What was wrong with the last ones is over with the next.
    setUploads((all) => [...all.filter(({ problem }) => problem === null), ...fresh]);
    for (const { file, key } of made) {
      const stop = stops.current.get(key);
      if (!stop || problemOf(file) !== null) continue;
      const sent = await sendFile(sourceId, file, (share) => change(key, { share }), stop.signal);
      if (stop.signal.aborted) continue;
      if (!sent.ok) {
        change(key, { problem: sent.message === null ? 'lost' : { words: sent.message } });
        continue;
      }
      await onSent(sent.jobId);
      drop(key);
    }
  };
  return { uploads, add, drop };
}

const problemOf = ({ size }: File): Upload['problem'] =>
  size === 0 ? 'empty' : size > MAX_CAPTURE_BYTES ? 'large' : null;
