'use client';

import { useRouter } from 'next/navigation';
import { useCommands } from '../shell/use-commands.ts';

/** Where a page has no search of its own, the search key leads to the list's. */
export function GoToSearch() {
  const router = useRouter();
  useCommands({ search: () => router.push('/articles#search') });
  return null;
}
