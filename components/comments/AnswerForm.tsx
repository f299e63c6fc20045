'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
import { useKeyHint } from '#components/shell/use-commands.ts';
import { Button } from '#components/ui/Button.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { resolveComment } from '#lib/comments/actions.ts';
import { isLegalFlag } from '#lib/comments/rules.ts';
import { type CommentDTO, QUERY_OUTCOMES, type QueryOutcome } from '#lib/comments/types.ts';

type Words = { answer: string; outcome: QueryOutcome };

type Props = {
  readonly thread: CommentDTO;
  /** What has been answered in the thread by a guest; empty where nothing was. */
  readonly answered: string;
  readonly reload: () => Promise<unknown>;
  readonly onDone: () => void;
};

/** Closes a question: what was answered, or that nothing was, or that it is needed no longer. */
export function AnswerForm({ thread, answered, reload, onDone }: Props) {
  const t = useTranslations('comments');
  const me = useWorkbench((state) => state.bench.reader.id);
  const empty = useMemo((): Words => ({ answer: answered, outcome: 'answered' }), [answered]);
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${me}:answer:${thread.id}`,
    empty,
    async ({ answer, outcome }) => {
      const result = await resolveComment({
        id: thread.id,
        version: thread.version,
        resolved: true,
        outcome,
        answer: outcome === 'answered' ? answer : null,
      });
      if (result.ok) await reload();
      return outcomeOf(result);
    },
    onDone,
  );
  const isLegal = isLegalFlag(thread.asked);
  const { hint, ariaKeys } = useKeyHint('form.submit');
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <form className="mt-2 flex flex-col gap-2" onSubmit={onSubmit}>
      {isLegal ? null : (
        <RadioSegments
          className="w-full"
          label={t('outcome')}
          hideLabel
          options={QUERY_OUTCOMES.map((outcome) => ({ id: outcome, label: t('outcomeIs', { outcome }) }))}
          value={draft.outcome}
          onChange={(chosen) => change({ outcome: QUERY_OUTCOMES.find((one) => one === chosen) ?? 'answered' })}
        />
      )}
      {draft.outcome === 'answered' ? (
        <TextArea
          serif
          label={t(isLegal ? 'clearedWhy' : 'answer')}
          rows={2}
          inputRef={box}
          value={draft.answer}
          onChange={(answer) => change({ answer })}
          error={error('answer') ?? message}
        />
      ) : message === undefined ? null : (
        <p role="alert" className="text-xs text-wrong">
          {message}
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" size="small" isPending={isPending} hint={hint} ariaKeys={ariaKeys}>
          {t(isLegal ? 'clear' : 'closeNow')}
        </Button>
      </div>
    </form>
  );
}
