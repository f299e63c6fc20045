'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { Actions } from '#components/ui/Dialog.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { toast } from '#components/ui/toast.ts';
import { archiveArticle } from '#lib/articles/actions.ts';
import { retryArrival } from '#lib/revisions/actions-arrival.ts';
import type { ArrivalDTO } from '#lib/revisions/types.ts';
import { postForm } from './post.ts';

export type ArrivalDeedsProps = { readonly arrival: ArrivalDTO; readonly onDone: () => void };

/** Why an article's text did not come, and what can be done about it: once more, by hand, or not at all. */
export function ArrivalDeeds({ arrival, onDone }: ArrivalDeedsProps) {
  const t = useTranslations('articles.arrival');
  const router = useRouter();
  const [isPasting, setPasting] = useState(false);
  const { run, isPending } = useDeed();
  const { id, version, job, archived, may } = arrival;
  if (archived) return <p className="rounded-md bg-wash px-3 py-2.5 text-sm text-pretty">{t('archived')}</p>;
  const what = job === null ? t('noJob') : job.state === 'cancelled' ? t('wasCancelled') : t('failed');
  const remove = () =>
    run(
      () => archiveArticle({ id, version, archived: true }),
      () => {
        toast(t('removed'));
        router.push('/articles');
      },
    );
  return (
    <div className="rounded-md border border-wrong/40 px-3.5 py-3">
      <p role="alert" className="text-sm text-pretty wrap-anywhere">
        <strong className="font-semibold text-wrong">{what}</strong> {job?.error}
      </p>
      {may.add ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {job === null ? null : (
            <Button
              size="small"
              isPending={isPending}
              onPress={() => run(() => retryArrival({ articleId: id }), onDone)}
            >
              {t('retry')}
            </Button>
          )}
          <Button size="small" aria-expanded={isPasting} onPress={() => setPasting(!isPasting)}>
            {t('paste')}
          </Button>
          {may.edit ? (
            <Button size="small" variant="quiet" isPending={isPending} onPress={remove}>
              {t('remove')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {isPasting ? <PasteForm articleId={id} onDone={onDone} /> : null}
    </div>
  );
}

function PasteForm({ articleId, onDone }: { articleId: string; onDone: () => void }) {
  const t = useTranslations('articles.arrival');
  const lost = useTranslations('articles')('connectionLost');
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [isSaving, setSaving] = useState(false);
  async function save() {
    if (isSaving) return;
    if (text.trim() === '') {
      setError(t('pasteNone'));
      return;
    }
    setSaving(true);
    const answer = await postForm<{ isRead: boolean }>(`/api/articles/${articleId}/text`, { text }, null, lost);
    setSaving(false);
    if (answer.ok) onDone();
    else setError(answer.fields?.text ?? answer.message);
  }
  return (
    <form
      noValidate
      className="mt-4 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea label={t('pasteLabel')} serif autoFocus rows={8} value={text} onChange={setText} error={error} />
      <Actions className="mt-0">
        <Button type="submit" variant="prime" isPending={isSaving}>
          {t('pasteSave')}
        </Button>
      </Actions>
    </form>
  );
}
