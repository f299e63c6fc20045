'use client';

import { Download, Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { ButtonLink } from '#components/ui/Link.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { isOpen as isGoing } from '#lib/sources/rules-capture-jobs.ts';
import type { CaptureDTO, CaptureJobDTO, CaptureRightsDTO } from '#lib/sources/types-captures.ts';
import { type Ask, askOf } from './asks.ts';
import { EraseDialog } from './dialogs.ts';

export type CaptureDeedsProps = {
  readonly capture: CaptureDTO;
  readonly may: CaptureRightsDTO;
  /** Those who may be asked to bear witness to it. */
  readonly witnesses: readonly Exclude<Ask, 'recheck'>[];
  /** It is being checked now. */
  readonly isChecking: boolean;
  /** On its own page it is read already. */
  readonly isOpen?: boolean;
  readonly onAsked: (jobId?: string) => void;
};

/** Whether one of the jobs looks at the page again. */
export const isBeingChecked = (jobs: readonly CaptureJobDTO[]): boolean =>
  jobs.some((job) => job.kind === 'recheck' && isGoing(job));

/** What may be done with a capture. */
export function CaptureDeeds({ capture, may, witnesses, isChecking, isOpen = false, onAsked }: CaptureDeedsProps) {
  const t = useTranslations('captures');
  const { run, isPending } = useDeed();
  const [isErasing, setErasing] = useState(false);
  const router = useRouter();
  const { id, number, erased, askedFor } = capture;
  const erasedNow = () => {
    onAsked();
    router.refresh();
  };
  if (erased) return null;
  const asking = witnesses.map((kind) => ({
    id: kind,
    label: t('ask', { kind }),
    run: () =>
      run(
        () => askOf(kind, id),
        ({ jobId }) => onAsked(jobId),
      ),
  }));
  const erasing = { id: 'erase', label: t('erase'), danger: true, run: () => setErasing(true) };
  const parts = [
    ...(asking.length > 0 ? [{ id: 'witnesses', deeds: asking }] : []),
    ...(may.erase ? [{ id: 'capture', deeds: [erasing] }] : []),
  ];
  const size = isOpen ? 'normal' : 'small';
  const named = (words: string) => t('ofOne', { words, number });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOpen ? null : (
        <ButtonLink size={size} href={`/captures/${id}`} aria-label={named(t('read'))}>
          {t('read')}
        </ButtonLink>
      )}
      {may.edit && askedFor !== null ? (
        <Button
          size={size}
          aria-label={named(t('check'))}
          isPending={isPending || isChecking}
          onPress={() =>
            run(
              () => askOf('recheck', id),
              ({ jobId }) => onAsked(jobId),
            )
          }
        >
          {t('check')}
        </Button>
      ) : null}
      <a
        href={`/api/captures/${id}/bytes`}
        download
        aria-label={named(t('download'))}
        className={buttonClass(isOpen ? 'plain' : 'quiet', size)}
      >
        <Download aria-hidden="true" className="size-3.5" />
        {t('download')}
      </a>
      {parts.length > 0 ? (
        <MenuButton
          size={isOpen ? 'icon' : 'small'}
          variant={isOpen ? 'plain' : 'quiet'}
          aria-label={t('moreFor', { number })}
          menuLabel={t('moreFor', { number })}
          parts={parts}
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </MenuButton>
      ) : null}
      {isErasing ? <EraseDialog capture={capture} onErased={erasedNow} onClose={() => setErasing(false)} /> : null}
    </div>
  );
}
