'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react';
import { useCommands } from '../shell/use-commands.ts';
import { SearchField } from '../ui/SearchField.tsx';

const WAIT_MS = 250;

/** Searches the list it stands above as one types. What is asked stands in the address, as `q`. */
export function ListSearch({ label, className }: { label: string; className?: string }) {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const asked = search.get('q') ?? '';
  const [words, setWords] = useState(asked);
  const [isPending, start] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(asked);
  useCommands({ search: () => input.current?.focus() });

  // With the drawing: what was typed on the way here goes into it.
  useLayoutEffect(() => {
    if (window.location.hash === '#search') input.current?.focus();
  }, []);
  useEffect(() => {
    // A link has led to another list: the box says what that one was asked.
    if (isPending || asked === sent.current) return;
    sent.current = asked;
    setWords(asked);
  }, [asked, isPending]);
  useEffect(() => {
    const wanted = words.trim();
    if (wanted === sent.current.trim()) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      // Other words make another list, which begins at its beginning.
      const next = new URLSearchParams(search);
      next.delete('after');
      if (wanted) next.set('q', wanted);
      else next.delete('q');
      start(() => router.replace(next.size > 0 ? `${path}?${next}` : path));
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [words, search, path, router]);

  return (
    <search aria-busy={isPending} className={className}>
      <SearchField label={label} value={words} onChange={setWords} inputRef={input} />
    </search>
  );
}
