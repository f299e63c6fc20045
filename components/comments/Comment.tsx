'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Question } from '#components/ui/Question.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { withdrawComment } from '#lib/comments/actions.ts';
import { callsIn } from '#lib/comments/rules.ts';
import type { CommentDTO } from '#lib/comments/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { CommentBox } from './CommentBox.tsx';
import { useSend } from './use-send.ts';

type Props = { readonly claim: ClaimDTO; readonly comment: CommentDTO; readonly reload: () => void };

/** What somebody said, whom they asked, and what came of it; its author may change it or take it back. */
export function Comment({ claim, comment, reload }: Props) {
  const t = useTranslations('comments');
  const format = useFormatter();
  const [isEditing, setEditing] = useState(false);
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
        {comment.cameFrom === null
          ? t('by', { name: comment.author.name, when: when(comment.createdAt) })
          : t('cameFrom', {
              from: comment.cameFrom || t('nobody'),
              name: comment.author.name,
              when: when(comment.createdAt),
            })}
        {comment.kind === 'query' ? <Tag tone="warn">{t('queryMark')}</Tag> : null}
        {comment.editedAt === null ? null : <span title={when(comment.editedAt)}>{t('edited')}</span>}
      </p>
      <Asked comment={comment} />
      {isEditing ? (
        <CommentBox
          claim={claim}
          thread={null}
          editing={comment}
          label={t('edit')}
          onDone={() => {
            setEditing(false);
            reload();
          }}
          onCancel={() => setEditing(false)}
        />
      ) : comment.withdrawn ? (
        <p className="text-soft italic">{t('takenBack')}</p>
      ) : (
        <Body comment={comment} />
      )}
      <Outcome comment={comment} />
      {isEditing ? null : <OwnDeeds comment={comment} reload={reload} onEdit={() => setEditing(true)} />}
    </div>
  );
}

/** The words, with the names that are called in them. */
function Body({ comment: { body, mentions } }: { comment: CommentDTO }) {
  const calls = callsIn(
    body,
    mentions.map((name) => ({ id: name, name })),
  );
  let at = 0;
  const parts = calls.flatMap(({ start, end }) => {
    const before = body.slice(at, start);
    at = end;
    return [
      before,
      <strong key={start} className="font-medium text-link">
        {body.slice(start, end)}
      </strong>,
    ];
  });
  return (
    <p className="whitespace-pre-line">
      {parts}
      {body.slice(at)}
    </p>
  );
}

/** Whom a question is put to, how, and until when. */
function Asked({ comment: { asked, withdrawn } }: { comment: CommentDTO }) {
  const t = useTranslations('comments');
  const format = useFormatter();
  if (asked === null || withdrawn) return null;
  const { addressee, whom, how, dueAt } = asked;
  const parts = [
    addressee !== null && t('askedOf', { addressee, whom: whom ?? '', named: whom === null ? 'no' : 'yes' }),
    addressee === null && whom,
    how,
    dueAt !== null && t('until', { when: format.dateTime(new Date(dueAt), 'moment') }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : <p className="text-xs text-soft">{parts.join(' · ')}</p>;
}

function Outcome({ comment: { resolved } }: { comment: CommentDTO }) {
  const t = useTranslations('comments');
  if (resolved === null) return null;
  const { by, outcome, answer, answerFrom } = resolved;
  return (
    <>
      {answer === null ? null : (
        <blockquote className="mt-1 border-s-2 border-rule ps-3 font-serif whitespace-pre-line">{answer}</blockquote>
      )}
      {answerFrom === null ? null : (
        <p className="text-xs text-soft">{t('answerFrom', { from: answerFrom || t('nobody') })}</p>
      )}
      <p className="text-xs text-soft">
        {outcome === null ? t('resolvedBy', { name: by }) : t('outcomeBy', { outcome, name: by })}
      </p>
    </>
  );
}

type OwnProps = { readonly comment: CommentDTO; readonly reload: () => void; readonly onEdit: () => void };

function OwnDeeds({ comment, reload, onEdit }: OwnProps) {
  const t = useTranslations('comments');
  const isMine = useWorkbench(
    (state) =>
      state.bench.reader.id === comment.author.id &&
      state.bench.reader.may.includes('comment.write') &&
      !state.bench.article.archived,
  );
  const send = useSend(reload);
  const [isAsked, setAsked] = useState(false);
  // What has come to something is opened again first.
  if (!isMine || comment.withdrawn || comment.resolved?.outcome) return null;
  if (isAsked) {
    return (
      <Question
        confirm={t('takeBack')}
        onConfirm={() => {
          setAsked(false);
          void send(() => withdrawComment({ id: comment.id, version: comment.version }));
        }}
        onDismiss={() => setAsked(false)}
      >
        {t('askTakeBack')}
      </Question>
    );
  }
  return (
    <div className="-ms-2.75 flex gap-1">
      {comment.resolved || comment.cameFrom !== null ? null : (
        <Button size="small" variant="quiet" onPress={onEdit}>
          {t('change')}
        </Button>
      )}
      <Button size="small" variant="quiet" onPress={() => setAsked(true)}>
        {t('takeBack')}
      </Button>
    </div>
  );
}
