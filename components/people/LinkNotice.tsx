'use client';

import { usePathname } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { noteLinksSeen } from '#lib/people/actions.ts';
import type { MadeForMeDTO } from '#lib/people/types.ts';
import { useDeed } from './use-deed.ts';

/**
 * Tells somebody that a link was made that opens their account: at the head of the next page they come to, until they say
 * that they have read it.
 */
export function LinkNotice({ links: first }: { links: readonly MadeForMeDTO[] }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const [links, setLinks] = useState(first);
  const { run, isPending } = useDeed();
  const path = usePathname();
  const shown = useRef(path);
  useEffect(() => {
    // The first page came with its own; a layout is not asked again when one goes from page to page.
    if (shown.current === path) return;
    shown.current = path;
    void ask().then((found) => found && setLinks(found));
  }, [path]);
  if (links.length === 0) return null;
  return (
    <section
      aria-label={t('linkNotice')}
      className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule bg-wash px-4 py-2 text-sm"
    >
      <ul className="min-w-0 flex-1">
        {links.map(({ id, purpose, by, at }) => (
          <li key={id}>
            {t('linkMadeForYou', {
              purpose,
              by: by ?? t('commandLine'),
              time: format.dateTime(new Date(at), 'moment'),
            })}
          </li>
        ))}
      </ul>
      <Button size="small" isPending={isPending} onPress={() => run(noteLinksSeen, () => setLinks([]))}>
        {t('linkNoticeRead')}
      </Button>
    </section>
  );
}

/** Null where it could not be asked: the page says by itself what is wrong. */
async function ask(): Promise<readonly MadeForMeDTO[] | null> {
  try {
    const response = await fetch('/api/account/links', { cache: 'no-store' });
    return response.ok ? ((await response.json()) as readonly MadeForMeDTO[]) : null;
  } catch {
    return null;
  }
}
