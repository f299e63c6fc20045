'use client';

import { useTranslations } from 'next-intl';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Aspect, Stance } from '#lib/evidence/types.ts';

const STANCES = [
  { stance: 'supports', command: 'passage.supports', sign: '▲', colour: 'text-stands' },
  { stance: 'refutes', command: 'passage.refutes', sign: '▼', colour: 'text-wrong' },
  { stance: 'context', command: 'passage.context', sign: '■', colour: 'text-soft' },
] as const satisfies readonly { stance: Stance; command: string; sign: string; colour: string }[];

export type AttachProps = {
  readonly mayAttach: boolean;
  /** A claim is in hand to attach it to. */
  readonly hasClaim: boolean;
  /** What the evidence will speak of; null where the claim is the article's own, so that nobody has said it. */
  readonly aspect: Aspect | null;
};

/** What attaches what is in hand: by its stance, to more claims, and whether it is on who said it. */
export function AttachButtons({ mayAttach, hasClaim, aspect }: AttachProps) {
  const t = useTranslations('reader');
  const words = useTranslations('evidence');
  if (!mayAttach) return null;
  if (!hasClaim) return <span className="text-soft">{t('takeClaim')}</span>;
  return (
    <>
      {STANCES.map(({ stance, command, sign, colour }) => (
        <CommandButton key={stance} command={command} size="small" variant="quiet" className="reader-bar-deed">
          <span className={cx('font-medium whitespace-nowrap', colour)}>
            <span aria-hidden="true">{sign}</span> {words(stance)}
          </span>
        </CommandButton>
      ))}
      {aspect === null ? null : (
        <CommandButton
          command="passage.aspect"
          size="small"
          variant="quiet"
          aria-pressed={aspect === 'attribution'}
          className="reader-bar-deed reader-bar-kind"
        >
          {t('aspectWho')}
        </CommandButton>
      )}
      <CommandButton command="passage.claims" size="small" variant="quiet" className="reader-bar-deed text-soft">
        {t('more')}
      </CommandButton>
    </>
  );
}
