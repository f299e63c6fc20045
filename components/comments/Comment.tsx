'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Dotted } from '#components/ui/Dotted.tsx';
import { Question } from '#components/ui/Question.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { withdrawComment } from '#lib/comments/actions.ts';
import { callsIn, isLegalFlag } from '#lib/comments/rules.ts';
import type { CommentDTO, StretchDTO } from '#lib/comments/types.ts';
import { CommentBox } from './CommentBox.tsx';
import type { TalkPlace } from './place.ts';
import { showWords } from './show-words.ts';
import { useSend } from './use-send.ts';

type Props = { readonly place: TalkPlace; readonly comment: CommentDTO; readonly reload: () => Promise<unknown> };

/** What somebody said, whom they asked, and what came of it; its author may change it or take it back. */
export function Comment({ place, comment, reload }: Props) {
  const t = useTranslations('comments');
  const format = useFormatter();
  const [isEditing, setEditing] = useState(false);
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
        {comment.cameFrom === null
          ? t(comment.author.id === null ? 'byGuest' : 'by', {
              name: comment.author.name,
              when: when(comment.createdAt),
            })
          : t('cameFrom', {
              from: comment.cameFrom || t('nobody'),
              name: comment.author.name,
              when: when(comment.createdAt),
            })}
        {comment.kind === 'query' ? (
          <Tag tone={isLegalFlag(comment.asked) ? 'bad' : 'warn'}>
            {t(isLegalFlag(comment.asked) ? 'legalMark' : 'queryMark')}
          </Tag>
        ) : null}
        {comment.evidence === null || comment.threadId !== null ? null : (
          <a href={`#evidence-${comment.evidence}`} className="text-link">
            {t('onEvidence', { number: comment.evidence })}
          </a>
        )}
        {comment.editedAt === null ? null : <span title={when(comment.editedAt)}>{t('edited')}</span>}
      </p>
      {comment.stretch ? <Stretch stretch={comment.stretch} /> : null}
      <Asked comment={comment} />
      {isEditing ? (
        <CommentBox
          place={place}
          thread={null}
          editing={comment}
          label={t('edit')}
          reload={reload}
          onDone={() => setEditing(false)}
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

/** The words of the article that a thread is about: they lead to where they stand, or say that they do no more. */
function Stretch({ stretch: { quote, place, changed } }: { stretch: StretchDTO }) {
  const t = useTranslations('comments');
  const words = <span className="line-clamp-3">“{quote}”</span>;
  return (
    <blockquote className="my-1 border-s-2 border-rule ps-3 font-serif text-soft">
      {place === null ? (
        words
      ) : (
        <button type="button" className="text-start hover:underline" onClick={() => showWords(place.start)}>
          {words}
        </button>
      )}
      {place === null || changed ? (
        <p className="font-sans text-xs text-review">{t(place === null ? 'wordsGone' : 'wordsChanged')}</p>
      ) : null}
    </blockquote>
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
    <p className="whitespace-pre-line wrap-anywhere">
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
    addressee !== null &&
      addressee !== 'legal' &&
      t('askedOf', { addressee, whom: whom ?? '', named: whom === null ? 'no' : 'yes' }),
    addressee === null && whom,
    how,
    dueAt !== null && t('until', { when: format.dateTime(new Date(dueAt), 'moment') }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : <Dotted items={parts} className="text-xs text-soft" />;
}

function Outcome({ comment: { resolved, asked } }: { comment: CommentDTO }) {
  const t = useTranslations('comments');
  if (resolved === null) return null;
  const { by, outcome, answer, answerFrom } = resolved;
  return (
    <>
      {answer === null ? null : (
        <blockquote className="mt-1 border-s-2 border-rule ps-3 font-serif whitespace-pre-line wrap-anywhere">
          {answer}
        </blockquote>
      )}
      {answerFrom === null ? null : (
        <p className="text-xs text-soft">{t('answerFrom', { from: answerFrom || t('nobody') })}</p>
      )}
      <p className="text-xs text-soft">
        {isLegalFlag(asked)
          ? t('clearedBy', { name: by })
          : outcome === null
            ? t('resolvedBy', { name: by })
            : t('outcomeBy', { outcome, name: by })}
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
      {isLegalFlag(comment.asked) ? null : (
        <Button size="small" variant="quiet" onPress={() => setAsked(true)}>
          {t('takeBack')}
        </Button>
      )}
    </div>
  );
}
