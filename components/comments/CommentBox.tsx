'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { readDetail } from '#components/galley/use-detail.ts';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
import { takeNews } from '#components/galley/use-live-bench.ts';
import { useKeyHint } from '#components/shell/use-commands.ts';
import { Button } from '#components/ui/Button.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { Select } from '#components/ui/Select.tsx';
import { instantOf, localOf } from '#lib/articles/rules.ts';
import { editComment, writeComment } from '#lib/comments/actions.ts';
import type { AskedDTO, CommentDTO } from '#lib/comments/types.ts';
import { AskedFields, type AskedWords } from './AskedFields.tsx';
import { CallArea } from './CallArea.tsx';
import type { TalkPlace } from './place.ts';

/** A flag for legal attention is a question that is put to whoever answers for the law. */
const KINDS = ['note', 'query', 'legal'] as const;
type Kind = (typeof KINDS)[number];
const kindOf = ({ isQuery, addressee }: Words): Kind => (!isQuery ? 'note' : addressee === 'legal' ? 'legal' : 'query');
const NOBODY: AskedWords = { addressee: 'nobody', whom: '', how: '', due: '', holds: 'article' };
/** `about` is the id of a piece of evidence; empty of the claim itself, or of none. */
const empty = { body: '', isQuery: false, about: '', ...NOBODY };
type Words = typeof empty;
const ASKED = ['whom', 'how', 'due'] as const;
const GUARDED = ['body', ...ASKED] as const;
const TEXTS = ['body'];

type Props = {
  readonly place: TalkPlace;
  /** The thread it answers in; null for one of its own. */
  readonly thread: CommentDTO | null;
  /** The comment whose words it changes, instead of writing one. */
  readonly editing?: CommentDTO;
  readonly label: string;
  /** Reads what is said anew. Until that is there, what was sent stands in the box. */
  readonly reload: () => Promise<unknown>;
  readonly onDone?: () => void;
  readonly onCancel?: (() => void) | undefined;
};

/** Where one writes a comment, asks a question, answers in a thread or changes what one has written. */
export function CommentBox({ place, thread, editing, label, reload, onDone, onCancel }: Props) {
  const t = useTranslations('comments');
  const common = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  const me = useWorkbench((state) => state.bench.reader.id);
  const { articleId, claimId, evidence, stretch } = place;
  const draftOf = editing ? `edit:${editing.id}` : (thread?.id ?? claimId ?? articleId);
  const store = useStore();
  const initial = useMemo(() => (editing ? wordsOf(editing, zone) : empty), [editing, zone]);
  const form = useForm(
    `${me}:comment:${draftOf}`,
    initial,
    async (words) => {
      const asked = words.isQuery ? askedOf(words, zone) : null;
      const { body } = words;
      if (editing) {
        const result = await editComment({ id: editing.id, version: editing.version, body, asked });
        // What has been saved elsewhere is read, to stand beside what one has typed.
        if (result.ok) await reload();
        else if (result.reason === 'stale-version')
          await (claimId === null ? takeNews(store) : readDetail(store, claimId));
        return outcomeOf(result);
      }
      const result = await writeComment({
        articleId,
        claimId,
        threadId: thread?.id ?? null,
        kind: words.isQuery ? 'query' : 'note',
        body,
        asked,
        ...(thread === null && {
          evidenceId: evidence.find(({ id }) => id === words.about)?.id ?? null,
          stretch: stretch && { revisionId: stretch.revisionId, span: stretch.span },
        }),
      });
      if (result.ok) await reload();
      return outcomeOf(result);
    },
    onDone,
    { guarded: editing ? GUARDED : [] },
  );
  const { draft, change, isPending, onSubmit, message, error } = form;
  const { hint, ariaKeys } = useKeyHint('form.submit');
  const box = useRef<HTMLTextAreaElement>(null);
  const goToBox = () => {
    box.current?.focus();
    // With what comes under it as soon as something is written.
    box.current?.form?.scrollIntoView({ block: 'nearest' });
    return true;
  };
  const isOwn = thread === null && editing === undefined;
  // An answer's box comes when it is asked for, and the claim's own is there already.
  useLayoutEffect(() => {
    if (!isOwn) box.current?.focus();
  }, [isOwn]);
  useFocusGoal('comment', goToBox, isOwn ? claimId : '');
  const problem = error('body') ?? error('asked.dueAt') ?? error('asked') ?? message;

  return (
    <form className="mt-2 scroll-mb-28" onSubmit={onSubmit}>
      {isOwn && stretch ? (
        <p className="mb-1 line-clamp-2 border-s-2 border-rule ps-3 font-serif text-sm text-soft">“{stretch.quote}”</p>
      ) : null}
      <CallArea label={label} inputRef={box} value={draft.body} onChange={(body) => change({ body })} error={problem} />
      <Conflicts
        {...form.both}
        texts={TEXTS}
        label={(field) => (field === 'body' ? label : t(ASKED.find((one) => one === field) ?? 'whom'))}
      />
      {draft.body === '' ? null : (
        <div className="mt-2 flex flex-col gap-2">
          {isOwn ? (
            <RadioSegments
              className="w-full"
              label={t('kind')}
              hideLabel
              options={KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
              value={kindOf(draft)}
              onChange={(kind) =>
                change({
                  isQuery: kind !== 'note',
                  addressee: kind === 'legal' ? 'legal' : draft.addressee === 'legal' ? 'nobody' : draft.addressee,
                })
              }
            />
          ) : null}
          {isOwn && evidence.length > 0 ? (
            <Select
              small
              label={t('about')}
              options={[
                { id: '', label: t('aboutClaim') },
                ...evidence.map(({ id, number, title }) => ({ id, label: `[${number}] ${title}` })),
              ]}
              value={evidence.some(({ id }) => id === draft.about) ? draft.about : ''}
              onChange={(about) => change({ about: String(about) })}
            />
          ) : null}
          {draft.isQuery ? <AskedFields value={draft} onChange={change} holdsClaim={claimId !== null} /> : null}
          <div className="flex justify-end gap-2">
            {onCancel ? (
              <Button size="small" variant="quiet" onPress={onCancel}>
                {common('cancel')}
              </Button>
            ) : null}
            <Button type="submit" size="small" isPending={isPending} hint={hint} ariaKeys={ariaKeys}>
              {t(editing ? 'save' : 'send')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

/** A comment as a form holds it. */
function wordsOf({ body, kind, asked }: CommentDTO, zone: string): Words {
  return {
    body,
    isQuery: kind === 'query',
    about: '',
    addressee: asked?.addressee ?? 'nobody',
    whom: asked?.whom ?? '',
    how: asked?.how ?? '',
    due: asked?.dueAt ? localOf(asked.dueAt, zone) : '',
    holds: asked?.holds ?? 'article',
  };
}

const askedOf = ({ addressee, whom, how, due, holds }: AskedWords, zone: string): AskedDTO => ({
  addressee: addressee === 'nobody' ? null : addressee,
  whom,
  how,
  dueAt: instantOf(due, zone),
  holds: holds === 'article' ? null : holds,
});
