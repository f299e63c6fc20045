'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/Link.tsx';
import { OutwardMark } from '#components/ui/Outward.tsx';
import type { InboxItemDTO } from '#lib/inbox/types.ts';

export type InboxRowProps = {
  readonly item: InboxItemDTO;
  /** The keys act on it. */
  readonly isAt: boolean;
  readonly isPicked: boolean;
  readonly onPick: () => void;
  readonly onHere: () => void;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
};

export function InboxRow({ item, isAt, isPicked, onPick, onHere, onAccept, onDismiss }: InboxRowProps) {
  const t = useTranslations('inbox');
  const { id, title, link, snippet, known } = item;
  return (
    <li
      id={`item-${id}`}
      tabIndex={-1}
      aria-current={isAt || undefined}
      onFocus={onHere}
      className={cx(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2 border-b border-rule px-2 py-3.5 outline-none page:grid-cols-[auto_minmax(0,1fr)_auto] page:gap-x-5',
        isAt
          ? 'bg-sheet shadow-[inset_3px_0_0_var(--color-ink)] rtl:shadow-[inset_-3px_0_0_var(--color-ink)]'
          : 'hover:bg-sheet',
      )}
    >
      <Checkbox hideLabel isSelected={isPicked} onChange={onPick} className="pt-1">
        {t('pick', { title })}
      </Checkbox>
      <div className="min-w-0">
        <h2 className="font-serif text-lg leading-snug font-medium text-balance wrap-anywhere">
          {title}
          {link === null ? null : <OutwardMark href={link} label={t('open', { title })} />}
        </h2>
        <Facts item={item} />
        {snippet === '' ? null : <p className="mt-1 line-clamp-3 max-w-prose text-sm text-pretty">{snippet}</p>}
        {known === null ? null : (
          <p className="mt-1 text-sm text-soft">
            {t('knownHere')} <Link href={`/articles/${known.id}`}>{known.headline}</Link>
          </p>
        )}
      </div>
      <div className="col-start-2 flex items-start gap-2 page:col-start-3">
        <Button size="small" aria-label={t('acceptOne', { title })} onPress={onAccept}>
          {t('accept')}
        </Button>
        <Button size="small" variant="quiet" aria-label={t('dismissOne', { title })} onPress={onDismiss}>
          {t('dismiss')}
        </Button>
      </div>
    </li>
  );
}

function Facts({ item: { outlet, byline, publishedOn, fileName, cameAt } }: { readonly item: InboxItemDTO }) {
  const t = useTranslations('inbox');
  const format = useFormatter();
  // A local date, whatever the desk's zone.
  const day = publishedOn
    ? format.dateTime(new Date(`${publishedOn}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' })
    : t('came', { when: format.dateTime(new Date(cameAt), 'moment') });
  return (
    <p className="mt-0.5 text-sm wrap-anywhere text-soft">
      {[outlet, byline, day, fileName === null ? null : `${t('file')} ${fileName}`].filter(Boolean).join(' · ')}
    </p>
  );
}
