'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
import { useKeyHint } from '#components/shell/use-commands.ts';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Question } from '#components/ui/Question.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { toast } from '#components/ui/toast.ts';
import { resolveComment, withdrawComment, writeComment } from '#lib/comments/actions.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import type { Result } from '#lib/platform/result.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

type Props = { readonly claim: ClaimDTO; readonly detail: ClaimDetailDTO; readonly reload: () => void };

/** Plain talk beside a claim: threads that can be answered and resolved. */
export function CommentThreads({ claim, detail, reload }: Props) {
  const t = useTranslations('comments');
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('comment.write') && !state.bench.article.archived,
  );
  const threads = detail.comments.filter((comment) => comment.threadId === null);
  const open = threads.filter((thread) => !thread.resolved);
  const resolved = threads.filter((thread) => thread.resolved);
  const draw = (thread: CommentDTO) => (
    <Thread
      key={thread.id}
      claim={claim}
      thread={thread}
      replies={detail.comments.filter((item) => item.threadId === thread.id)}
      reload={reload}
      may={may}
    />
  );
  if (threads.length === 0 && !may) return null;
  return (
    <section aria-label={t('title')} className="mt-5">
      <h3 className="text-xs font-semibold text-soft">{t('title')}</h3>
      {open.map(draw)}
      {resolved.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-soft">{t('resolvedCount', { count: resolved.length })}</summary>
          {resolved.map(draw)}
        </details>
      ) : null}
      {may ? <CommentBox claim={claim} threadId={null} label={t('write')} reload={reload} /> : null}
    </section>
  );
}

function useSend(reload: () => void) {
  const galley = useTranslations('galley');
  return async (run: () => Promise<Result<unknown>>): Promise<boolean> => {
    const result = await run().catch(() => null);
    if (!result?.ok) toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
    else reload();
    return result?.ok ?? false;
  };
}

type ThreadProps = {
  claim: ClaimDTO;
  thread: CommentDTO;
  replies: readonly CommentDTO[];
  reload: () => void;
  may: boolean;
};

function Thread({ claim, thread, replies, reload, may }: ThreadProps) {
  const t = useTranslations('comments');
  const send = useSend(reload);
  const rule = useWorkbench((state) => state.bench.article.queries);
  const [isReplying, setReplying] = useState(false);
  return (
    <div className="border-t border-rule py-2">
      <Comment comment={thread} reload={reload} />
      {thread.kind === 'query' && !thread.resolved && !thread.withdrawn && (claim.held || rule === 'warn') ? (
        <p className={cx('text-xs', claim.held ? 'text-review' : 'text-soft')}>{t(claim.held ? 'holds' : 'warns')}</p>
      ) : null}
      {replies.map((reply) => (
        <div key={reply.id} className="mt-2 border-s-2 border-rule ps-3">
          <Comment comment={reply} reload={reload} />
        </div>
      ))}
      {may ? (
        <div className="-ms-2.75 mt-1 flex gap-1">
          {thread.resolved ? null : (
            <Button size="small" variant="quiet" onPress={() => setReplying(!isReplying)}>
              {t('reply')}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            onPress={() =>
              send(() => resolveComment({ id: thread.id, version: thread.version, resolved: !thread.resolved }))
            }
          >
            {thread.resolved ? t('reopen') : t('resolve')}
          </Button>
        </div>
      ) : null}
      {isReplying ? (
        <CommentBox
          claim={claim}
          threadId={thread.id}
          label={t('replyTo', { name: thread.author.name })}
          reload={() => {
            setReplying(false);
            reload();
          }}
        />
      ) : null}
    </div>
  );
}

function Comment({ comment, reload }: { comment: CommentDTO; reload: () => void }) {
  const t = useTranslations('comments');
  const format = useFormatter();
  const me = useWorkbench((state) => state.bench.reader.id);
  const send = useSend(reload);
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
        {t('by', { name: comment.author.name, when: format.dateTime(new Date(comment.createdAt), 'moment') })}
        {comment.kind === 'query' ? <Tag tone="warn">{t('queryMark')}</Tag> : null}
        {comment.resolved ? t('resolvedBy', { name: comment.resolved.by }) : null}
      </p>
      {comment.withdrawn ? (
        <p className="text-soft italic">{t('takenBack')}</p>
      ) : (
        <p className="whitespace-pre-line">{comment.body}</p>
      )}
      {isAsked ? (
        <Question
          confirm={t('takeBack')}
          onConfirm={() => {
            setAsked(false);
            send(() => withdrawComment({ id: comment.id, version: comment.version }));
          }}
          onDismiss={() => setAsked(false)}
        >
          {t('askTakeBack')}
        </Question>
      ) : comment.author.id === me && !comment.withdrawn ? (
        <Button size="small" variant="quiet" className="-ms-2.75" onPress={() => setAsked(true)}>
          {t('takeBack')}
        </Button>
      ) : null}
    </div>
  );
}

const KINDS = ['note', 'query'] as const satisfies readonly CommentDTO['kind'][];
const empty = { body: '', isQuery: false };

type BoxProps = { claim: ClaimDTO; threadId: string | null; label: string; reload: () => void };

function CommentBox({ claim, threadId, label, reload }: BoxProps) {
  const t = useTranslations('comments');
  const me = useWorkbench((state) => state.bench.reader.id);
  const { draft, change, isPending, onSubmit, message, error } = useForm(
    `${me}:comment:${threadId ?? claim.id}`,
    empty,
    async (words) =>
      outcomeOf(
        await writeComment({
          articleId: claim.articleId,
          claimId: claim.id,
          threadId,
          kind: words.isQuery ? 'query' : 'note',
          body: words.body,
        }),
      ),
    reload,
  );
  const { hint, ariaKeys } = useKeyHint('form.submit');
  const box = useRef<HTMLTextAreaElement>(null);
  const goToBox = () => {
    box.current?.focus();
    return true;
  };
  // An answer's box comes when it is asked for, and the claim's own is there already.
  useLayoutEffect(() => {
    if (threadId !== null) box.current?.focus();
  }, [threadId]);
  useFocusGoal('comment', goToBox, threadId === null ? claim.id : '');

  return (
    <form className="mt-2" onSubmit={onSubmit}>
      <TextArea
        label={label}
        hideLabel
        placeholder={label}
        rows={1}
        inputRef={box}
        value={draft.body}
        onChange={(body) => change({ body })}
        error={error('body') ?? message}
      />
      {draft.body === '' ? null : (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
          {threadId === null ? (
            <RadioSegments
              className="w-full"
              label={t('kind')}
              hideLabel
              options={KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
              value={draft.isQuery ? 'query' : 'note'}
              onChange={(kind) => change({ isQuery: kind === 'query' })}
            />
          ) : (
            <span />
          )}
          <Button type="submit" size="small" isPending={isPending} hint={hint} ariaKeys={ariaKeys}>
            {t('send')}
          </Button>
        </div>
      )}
    </form>
  );
}
