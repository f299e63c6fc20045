'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DropZone } from '#components/articles/DropZone.tsx';
import { FileButton } from '#components/articles/FileButton.tsx';
import { postForm } from '#components/articles/post.ts';
import { RevisionPreview } from '#components/revision/RevisionPreview.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Actions } from '#components/ui/Dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from '#lib/platform/result.ts';
import type { ReturnDTO } from '#lib/reports/types-return.ts';
import { CameIn } from './CameIn.tsx';
import { ReturnNotes } from './ReturnNotes.tsx';

type Read = { readonly file: File; readonly copy: ReturnDTO };

/** A writer's copy that has come back: what is in it is shown, and nothing is written until it is taken. */
export function ReturnForm({ articleId }: { readonly articleId: string }) {
  const t = useTranslations('returned');
  const revision = useTranslations('revision');
  const galley = useTranslations('galley');
  const router = useRouter();
  const [read, setRead] = useState<Read | null>(null);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const address = `/api/articles/${articleId}`;

  async function take(file: File) {
    setPending(true);
    const answer = await postForm<ReturnDTO>(`${address}/return`, {}, file, galley('connectionLost'));
    setPending(false);
    setRefusal(answer.ok ? null : answer);
    setRead(answer.ok ? { file, copy: answer.value } : null);
  }

  async function takeText({ file, copy: { preview } }: Read) {
    setPending(true);
    const fields = { basedOn: preview.basedOn, text: preview.after, origin: 'file' };
    const answer = await postForm<{ number: number }>(`${address}/revisions`, fields, file, galley('connectionLost'));
    setPending(false);
    if (!answer.ok) {
      setRefusal(answer);
      return;
    }
    toast(revision('taken', { number: answer.value.number }));
    router.push(`/articles/${articleId}`);
    router.refresh();
  }

  return (
    <div>
      <DropZone onFile={take} />
      <div className="flex flex-wrap items-center gap-3">
        <FileButton onFile={take}>{read ? t('chooseOther') : t('choose')}</FileButton>
        {read ? <span className="text-sm text-soft wrap-anywhere">{read.file.name}</span> : null}
        {isPending ? (
          <span role="status" className="text-sm text-soft">
            {t('reading')}
          </span>
        ) : null}
      </div>
      {refusal ? (
        <p role="alert" className="mt-3 text-sm text-wrong">
          {refusal.message}{' '}
          {refusal.reason === 'stale-version' && read ? (
            <Button size="small" onPress={() => take(read.file)}>
              {revision('compareAgain')}
            </Button>
          ) : null}
        </p>
      ) : null}
      {read ? (
        <>
          <ReturnNotes copy={read.copy} />
          <CameIn key={read.file.name} articleId={articleId} file={read.file} items={read.copy.cameIn} />
          <h2 className="mt-8 mb-3 font-serif text-2xl font-semibold">{t('text')}</h2>
          <RevisionPreview preview={read.copy.preview}>
            <Actions>
              <Button
                variant="quiet"
                onPress={() => {
                  setRead(null);
                  setRefusal(null);
                }}
              >
                {t('putAway')}
              </Button>
              <Button
                variant="prime"
                isDisabled={isPending || read.copy.preview.isSameText}
                onPress={() => takeText(read)}
              >
                {revision('take')}
              </Button>
            </Actions>
          </RevisionPreview>
        </>
      ) : null}
    </div>
  );
}
