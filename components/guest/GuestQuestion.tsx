'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import type { GuestQuestionDTO } from '#lib/workbench/types-guest.ts';
import { postForm } from '../articles/post.ts';
import { outcomeOf, useForm } from '../galley/use-form.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { answerKey } from './pieces.ts';

type Props = {
  readonly linkId: string;
  readonly number: number;
  readonly question: GuestQuestionDTO;
  /** It has come since the page was opened. */
  readonly isNew: boolean;
};

/** A question to the guest, what it is about, what they have answered, and where they answer. */
export function GuestQuestion({ linkId, number, question, isNew }: Props) {
  const t = useTranslations('guest');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  const { id, body, by, at, dueAt, place, quote, isClosed, answers } = question;
  return (
    <div className="rounded-lg border border-rule bg-sheet p-4 text-sm">
      <p className="flex items-baseline gap-2 text-xs text-soft">
        <span className="figures rounded-full bg-ink px-1.5 text-[0.6875rem] leading-[1.15rem] font-semibold text-sheet">
          {number}
        </span>
        {t('by', { name: by, when: when(at) })}
        {isNew && !isClosed && answers.length === 0 ? (
          <span className="ms-auto font-semibold text-ink">{t('new')}</span>
        ) : null}
      </p>
      {quote === null ? null : (
        <blockquote className="mt-2 border-s-2 border-rule ps-3 font-serif text-soft">
          {place === null ? (
            <>
              {quote} <span className="font-sans text-xs">{t('gone')}</span>
            </>
          ) : (
            <a href={`#words-${number}`} aria-label={`${t('toWords')}: ${quote}`} className="text-soft decoration-edge">
              {quote}
            </a>
          )}
        </blockquote>
      )}
      <p className="mt-2 text-base whitespace-pre-line wrap-anywhere">{body}</p>
      {dueAt === null || isClosed ? null : (
        <p className="mt-1 text-xs text-review">{t('due', { when: when(dueAt) })}</p>
      )}
      {answers.map((answer) => (
        <div key={answer.id} className="mt-3 border-s-2 border-edge ps-3">
          <p className="text-xs text-soft">{t('yours', { when: when(answer.at) })}</p>
          <p className="font-serif text-base whitespace-pre-line wrap-anywhere">{answer.body}</p>
        </div>
      ))}
      <AnswerForm linkId={linkId} queryId={id} isMore={answers.length > 0} isClosed={isClosed} />
    </div>
  );
}

const empty = { body: '' };

type AnswerProps = {
  readonly linkId: string;
  readonly queryId: string;
  readonly isMore: boolean;
  readonly isClosed: boolean;
};

/** Where one answers. A question that is closed while one writes takes nothing more, and leaves what was written where it is. */
function AnswerForm({ linkId, queryId, isMore, isClosed }: AnswerProps) {
  const t = useTranslations('guest');
  const unreachable = useTranslations('auth')('unreachable');
  const router = useRouter();
  const form = useForm(
    answerKey(linkId, queryId),
    empty,
    async ({ body }) => outcomeOf(await postForm(`/api/guest/${linkId}/answers`, { queryId, body }, null, unreachable)),
    () => {
      announce(t('sent'));
      router.refresh();
    },
  );
  const isLeft = isClosed && form.draft.body.trim() !== '';
  if (isClosed && !isLeft) return <p className="mt-2 text-xs text-soft">{t('closed')}</p>;
  return (
    <form className="mt-3 flex flex-col gap-2" onSubmit={form.onSubmit}>
      <p role="status" className={isLeft ? 'text-xs text-review' : 'sr-only'}>
        {isLeft ? t('closedUnsent') : null}
      </p>
      <TextArea
        serif
        readOnly={isLeft}
        rows={isMore && !isLeft ? 1 : 3}
        label={t(isLeft ? 'unsent' : isMore ? 'more' : 'answer')}
        value={form.draft.body}
        onChange={(body) => form.change({ body })}
        error={form.error('body') ?? form.message}
      />
      {isLeft ? (
        <Button onPress={() => form.clear()} className="self-end">
          {t('discard')}
        </Button>
      ) : (
        <Button type="submit" isPending={form.isPending} className="self-end">
          {t('send')}
        </Button>
      )}
    </form>
  );
}
