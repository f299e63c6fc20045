'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useShellFrame } from '#components/shell/use-shell-frame.ts';
import type { HereDTO, LiveMessage, News } from '#lib/live/types.ts';
import { isAttended, onAttended } from './attention.ts';
import { gather } from './gather.ts';
import { lineOf, lineOfPerson, type Whose } from './shared-line.ts';

export type LiveOptions = {
  /** Where the page stands that shows it. */
  readonly mark: string;
  /** Whether what has moved concerns it. */
  readonly concerns: (news: News) => boolean;
  /** Asks for it anew: at most once in `gapMs`, never twice at a time, and only while somebody looks. */
  readonly work: () => Promise<void>;
  readonly gapMs: number;
  readonly onHere?: (here: HereDTO) => void;
};

/** Keeps what a page of the desk shows as it is at the server. */
export function useLive(options: LiveOptions): void {
  const person = useShellFrame()?.actor.id;
  useLine(
    useMemo(() => (person === undefined ? null : lineOfPerson(person)), [person]),
    options,
  );
}

/** The same of any line; null where there is nobody whose it could be. */
export function useLine(whose: Whose | null, options: LiveOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (whose === null) return;
    const { mark, gapMs } = latest.current;
    const { line, isNew } = lineOf(whose, mark);
    const again = gather(() => latest.current.work(), gapMs, {
      now: () => performance.now(),
      later: (work, ms) => void window.setTimeout(work, ms),
      isSeen: isAttended,
    });
    const hear = (news: News | null) => {
      if (news === null || latest.current.concerns(news)) again.call();
    };
    // A line that was there before the page was read says nothing of the time between.
    let owes = !isNew;
    const settle = () => {
      if (!owes) return;
      owes = false;
      line.missedSince(mark).then(hear, () => {
        owes = true;
      });
    };
    const stopListening = line.listen((message: LiveMessage) => {
      settle();
      if (message.kind === 'here') latest.current.onHere?.(message.here);
      else if ('news' in message) hear(message.news);
    });
    const stopAttending = onAttended(again.seen);
    settle();
    return () => {
      stopListening();
      stopAttending();
      again.stop();
    };
  }, [whose]);
}
