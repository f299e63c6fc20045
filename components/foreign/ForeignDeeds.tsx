'use client';

import { useTranslations } from 'next-intl';
import { setFileAside } from '#lib/foreign/actions.ts';
import type { ForeignFileDTO } from '#lib/foreign/types.ts';
import { useDeed } from '../people/use-deed.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';

/** What may be done with what came in: to hand it on as it came, and to set it aside. */
export function ForeignDeeds({ file }: { readonly file: ForeignFileDTO }) {
  const t = useTranslations('foreign');
  const { run, isPending } = useDeed();
  const aside = file.setAsideAt === null;
  const { id, version, format } = file;
  return (
    <>
      {format === 'article' ? (
        <a href={`/api/foreign/${id}/file`} download className="text-sm text-focus hover:underline">
          {t('download')}
        </a>
      ) : null}
      <Button
        isPending={isPending}
        onPress={() =>
          run(
            () => setFileAside({ id, version, aside }),
            () => toast(t(aside ? 'wasSetAside' : 'wasTakenBack')),
          )
        }
      >
        {t(aside ? 'setAsideDo' : 'takeBackDo')}
      </Button>
    </>
  );
}
