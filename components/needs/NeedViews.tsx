import { useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import { NEED_VIEWS, type NeedsDTO } from '#lib/needs/types.ts';

/** Now, put off, done with: each with how many stand there. */
export function NeedViews({ needs: { view: here, counts } }: { needs: NeedsDTO }) {
  const t = useTranslations('needs');
  return (
    <nav aria-label={t('views')} className="mb-4">
      <ul className="flex flex-wrap gap-1">
        {NEED_VIEWS.map((view) => (
          <li key={view}>
            <PlainLink
              href={view === 'now' ? '/needs' : `/needs?view=${view}`}
              aria-current={view === here ? 'page' : undefined}
              className="inline-flex min-h-8 items-center gap-2 rounded-md px-2.5 text-sm text-soft hover:bg-wash hover:text-ink hover:no-underline aria-[current]:bg-wash aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t('view', { view })}
              {counts[view] > 0 ? <Badge>{counts[view]}</Badge> : null}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
