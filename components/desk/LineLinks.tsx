import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { PlainLink } from '#components/ui/Link.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import { type DeskDTO, LINE_KINDS, type LineKind } from '#lib/workbench/types-lists.ts';

/** The lines of the desk, each with how many claims stand in it. `here`: the one that is shown. */
export function LineLinks({ lines, here }: { lines: DeskDTO['lines']; here?: LineKind }) {
  const t = useTranslations('desk');
  return (
    <ul className={cx('flex flex-wrap gap-1', here === undefined && '-mx-2.5')}>
      {LINE_KINDS.map((kind) => (
        <li key={kind}>
          <PlainLink
            href={`/lines?of=${kind}`}
            aria-current={kind === here ? 'page' : undefined}
            className="inline-flex min-h-8 items-center gap-2 rounded-md px-2.5 text-sm text-soft hover:bg-wash hover:text-ink hover:no-underline aria-[current]:bg-wash aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {t('line', { kind })}
            <Badge>{lines[kind]}</Badge>
          </PlainLink>
        </li>
      ))}
    </ul>
  );
}
