'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { resolveComment } from '#lib/comments/actions.ts';
import { isLegalFlag } from '#lib/comments/rules.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { Comment } from './Comment.tsx';
import { CommentBox } from './CommentBox.tsx';
import type { TalkPlace } from './place.ts';
import { useSend } from './use-send.ts';

type Props = {
  readonly place: TalkPlace;
  readonly comments: readonly CommentDTO[];
  readonly reload: () => Promise<unknown>;
  readonly onCancel?: (() => void) | undefined;
};

/** Plain talk beside a claim or of the article, and questions put to somebody: threads that can be answered and resolved. */
export function CommentThreads({ place, comments, reload, onCancel }: Props) {
  const t = useTranslations('comments');
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('comment.write') && !state.bench.article.archived,
  );
  const threads = comments.filter((comment) => comment.threadId === null);
  const open = threads.filter((thread) => !thread.resolved);
  const resolved = threads.filter((thread) => thread.resolved);
  const draw = (thread: CommentDTO) => (
    <Thread
      key={thread.id}
      place={place}
      thread={thread}
      replies={comments.filter((item) => item.threadId === thread.id)}
      reload={reload}
      may={may}
    />
  );
  if (threads.length === 0 && !may) return null;
  return (
    <section aria-label={t('title')} className={place.claimId === null ? undefined : 'mt-5'}>
      {place.claimId === null ? null : <h3 className="mb-1.5 text-xs font-semibold text-soft">{t('title')}</h3>}
      {open.map(draw)}
      {resolved.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-soft">{t('resolvedCount', { count: resolved.length })}</summary>
          {resolved.map(draw)}
        </details>
      ) : null}
      {may ? (
        <CommentBox
          place={place}
          thread={null}
          onCancel={onCancel}
          label={t(place.stretch ? 'writeOnWords' : 'write')}
          reload={reload}
        />
      ) : null}
    </section>
  );
}

type ThreadProps = {
  readonly place: TalkPlace;
  readonly thread: CommentDTO;
  readonly replies: readonly CommentDTO[];
  readonly reload: () => Promise<unknown>;
  readonly may: boolean;
};

type Doing = 'replying' | 'answering' | null;

function Thread({ place, thread, replies, reload, may }: ThreadProps) {
  const t = useTranslations('comments');
  const [doing, setDoing] = useState<Doing>(null);
  const answered = replies.findLast(({ author, withdrawn }) => author.id === null && !withdrawn)?.body ?? '';
  const done = () => setDoing(null);
  return (
    <div className="border-t border-rule py-2">
      <Comment place={place} comment={thread} reload={reload} />
      <Holds place={place} thread={thread} />
      {replies.map((reply) => (
        <div key={reply.id} className="mt-2 border-s-2 border-rule ps-3">
          <Comment place={place} comment={reply} reload={reload} />
        </div>
      ))}
      {may ? <Deeds thread={thread} doing={doing} setDoing={setDoing} reload={reload} /> : null}
      {doing === 'replying' ? (
        <CommentBox
          place={place}
          thread={thread}
          label={t('replyTo', { name: thread.author.name })}
          reload={reload}
          onDone={done}
        />
      ) : doing === 'answering' ? (
        <AnswerForm thread={thread} answered={answered} reload={reload} onDone={done} />
      ) : null}
    </div>
  );
}

/** What an open question does to its claim. */
function Holds({ place, thread }: Pick<ThreadProps, 'place' | 'thread'>) {
  const t = useTranslations('comments');
  const rule = useWorkbench((state) => thread.asked?.holds ?? state.bench.article.queries);
  // What is asked of the article holds no claim.
  if (place.claimId === null || thread.kind !== 'query' || thread.resolved || thread.withdrawn) return null;
  // Said once the server has it so.
  if (rule === 'hold' && !place.held) return null;
  const holds = rule === 'hold';
  return <p className={cx('text-xs', holds ? 'text-review' : 'text-soft')}>{t(holds ? 'holds' : 'warns')}</p>;
}

type DeedsProps = Pick<ThreadProps, 'thread' | 'reload'> & {
  readonly doing: Doing;
  readonly setDoing: (doing: Doing) => void;
};

function Deeds({ thread, doing, setDoing, reload }: DeedsProps) {
  const t = useTranslations('comments');
  const send = useSend(reload);
  const isLegal = isLegalFlag(thread.asked);
  const mayClear = useWorkbench((state) => !isLegal || state.bench.reader.may.includes('report.publish'));
  const toggle = (what: Doing) => setDoing(doing === what ? null : what);
  const resolve = () =>
    send(() => resolveComment({ id: thread.id, version: thread.version, resolved: !thread.resolved }));
  return (
    <div className="-ms-2.75 mt-1 flex gap-1">
      {thread.resolved ? null : (
        <Button size="small" variant="quiet" onPress={() => toggle('replying')}>
          {t('reply')}
        </Button>
      )}
      {thread.kind === 'query' && !thread.resolved && !thread.withdrawn ? (
        mayClear ? (
          <Button size="small" variant="quiet" onPress={() => toggle('answering')}>
            {t(isLegal ? 'clear' : 'close')}
          </Button>
        ) : null
      ) : (
        <Button size="small" variant="quiet" onPress={() => void resolve()}>
          {t(thread.resolved ? 'reopen' : 'resolve')}
        </Button>
      )}
    </div>
  );
}
