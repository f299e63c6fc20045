'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { DropZone } from '#components/articles/DropZone.tsx';
import { FileButton } from '#components/articles/FileButton.tsx';
import { FoundNotes } from '#components/articles/FoundNotes.tsx';
import { postForm, readFile, type Taking } from '#components/articles/post.ts';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { useBoth } from '#components/galley/use-both.ts';
import { useDraft } from '#components/galley/use-draft.ts';
import { Button } from '#components/ui/Button.tsx';
import { Actions } from '#components/ui/Dialog.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from '#lib/platform/result.ts';
import { previewRevision } from '#lib/revisions/actions.ts';
import type { FoundInFile, RevisionPreviewDTO } from '#lib/revisions/types.ts';
import { RevisionPreview } from './RevisionPreview.tsx';

const EMPTY = { text: '', fromFile: false };
const TEXTS = ['text'] as const;

export type ReviseFormProps = {
  readonly articleId: string;
  readonly readerId: string;
  /** The text as it is now. */
  readonly present: string;
};

/** Brings a new text in: first as a preview, then, if it is wanted, as the present revision. */
export function ReviseForm({ articleId, readerId, present }: ReviseFormProps) {
  const t = useTranslations('revision');
  const galley = useTranslations('galley');
  const articles = useTranslations('articles');
  const router = useRouter();
  // The field begins empty, and a draft on the text as it was then: so that a text that others bring in meanwhile is seen to be another.
  const saved = useMemo(() => ({ text: present, fromFile: false }), [present]);
  const kept = useDraft(`${readerId}:revise:${articleId}`, saved);
  const { latest, isDraft, base, change, clear } = kept;
  const { draft, both, bring } = useBoth(kept, saved, base.text ? TEXTS : []);
  const text = isDraft ? draft.text : '';
  const hasConflict = both.conflicts.length > 0;
  const [preview, setPreview] = useState<RevisionPreviewDTO | null>(null);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const [found, setFound] = useState<FoundInFile | null>(null);
  // The file itself outlives no reload: then the text is taken without it.
  const file = useRef<File | null>(null);
  const lost = (): Refused => ({ ok: false, reason: 'unavailable', message: galley('connectionLost') });

  async function compare() {
    setPending(true);
    const asked = latest.current;
    const result = await previewRevision({ articleId, text: isDraft ? asked.text : '' }).catch(lost);
    setPending(false);
    // Of a text that is no longer there: nobody takes what they have gone on writing past.
    if (asked !== latest.current) return;
    setRefusal(result.ok ? null : result);
    if (result.ok) setPreview(result.value);
  }

  async function take() {
    if (!preview) return;
    if (hasConflict) return bring();
    setPending(true);
    const sent = latest.current;
    // What was seen, whatever was chosen or typed meanwhile.
    const origin = draft.fromFile ? 'file' : 'paste';
    const result = await postForm<{ number: number }>(
      `/api/articles/${articleId}/revisions`,
      { basedOn: preview.basedOn, text: preview.after, origin },
      draft.fromFile ? file.current : null,
      galley('connectionLost'),
    );
    setPending(false);
    if (!result.ok) {
      setRefusal(result);
      // What somebody else has brought in comes to stand beside what was typed here.
      if (result.reason === 'stale-version') router.refresh();
      return;
    }
    clear(sent);
    toast(t('taken', { number: result.value.number }));
    router.push(`/articles/${articleId}`);
    router.refresh();
  }

  /** The text of a file that was chosen or dropped, in place of what is there. */
  async function takeFile(chosen: File, taking: Taking = 'accepted') {
    setPending(true);
    const answer = await readFile(chosen, taking, articles);
    setPending(false);
    const before = isDraft ? latest.current : EMPTY;
    setPreview(null);
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    file.current = chosen;
    setFound(answer.value.found);
    change({ text: answer.value.text, fromFile: true });
    if (before.text.trim() === '' || before.text === answer.value.text) return;
    toast({ text: articles('replaced'), action: { label: articles('replacedUndo'), run: () => change(before) } });
  }

  if (preview) {
    return (
      <RevisionPreview preview={preview}>
        <DropZone onFile={(chosen) => takeFile(chosen)} />
        <Conflicts
          {...both}
          settle={(field, value) => {
            both.settle(field, value);
            void compare();
          }}
          texts={TEXTS}
          label={() => t('text')}
        />
        {refusal && !hasConflict ? (
          <p role="alert" className="text-sm text-wrong">
            {refusal.message}{' '}
            {refusal.reason === 'stale-version' ? (
              <Button size="small" onPress={compare}>
                {t('compareAgain')}
              </Button>
            ) : null}
          </p>
        ) : null}
        <Actions>
          <Button
            variant="quiet"
            onPress={() => {
              clear();
              router.push(`/articles/${articleId}`);
            }}
          >
            {t('drop')}
          </Button>
          <Button onPress={() => setPreview(null)}>{t('edit')}</Button>
          <Button variant="prime" isDisabled={isPending || preview.isSameText} onPress={take}>
            {t('take')}
          </Button>
        </Actions>
      </RevisionPreview>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (hasConflict) bring();
        else void compare();
      }}
    >
      <DropZone onFile={(chosen) => takeFile(chosen)} />
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        serif
        rows={16}
        value={text}
        onChange={(text) => change({ text })}
        error={refusal ? (refusal.fields?.text ?? refusal.message) : undefined}
      />
      {found ? (
        <div className="mt-3">
          <FoundNotes
            found={found}
            isBusy={isPending}
            onTake={(taking) => {
              if (file.current) takeFile(file.current, taking);
            }}
          />
        </div>
      ) : null}
      <Conflicts {...both} texts={TEXTS} label={() => t('text')} />
      <Actions>
        <span className="me-auto">
          <FileButton onFile={(chosen) => takeFile(chosen)}>{t('chooseFile')}</FileButton>
        </span>
        <Button type="submit" variant="prime" isPending={isPending}>
          {t('preview')}
        </Button>
      </Actions>
    </form>
  );
}
