import { useNow, useTranslations } from 'next-intl';
import { Link } from '#components/ui/Link.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import type { NeedsDTO } from '#lib/needs/types.ts';
import { NeedList } from './NeedList.tsx';

/** So many stand beside something else. */
const MOST_BESIDE = 8;

/** What needs the reader, on their desk: the first of it beside the articles, or all of it where it is their work. */
export function NeedSection({ needs, mark, isNarrow }: { needs: NeedsDTO; mark: string; isNarrow: boolean }) {
  const t = useTranslations('needs');
  const { counts, more } = needs;
  const now = useNow();
  return (
    <section aria-labelledby="needs">
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h2 id="needs" className="flex items-center gap-2 text-sm font-semibold text-soft">
          {t('title')}
          {counts.now > 0 ? <Badge>{more ? t('atLeast', { count: counts.now }) : counts.now}</Badge> : null}
        </h2>
        <Link href="/needs" className="text-xs">
          {counts.later > 0 ? t('allLater', { count: counts.later }) : t('all')}
        </Link>
      </div>
      <NeedList
        needs={needs}
        mark={mark}
        now={now}
        isNarrow={isNarrow}
        level={3}
        {...(isNarrow && { most: MOST_BESIDE })}
      />
    </section>
  );
}
