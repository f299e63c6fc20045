'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { cx } from '#components/ui/cx.ts';
import { TextArea } from '#components/ui/TextArea.tsx';
import { callAt, peopleLike } from '#lib/comments/rules.ts';

type Props = {
  readonly label: string;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
};

const MOST = 6;

/** A text in which people of the desk are called by `@` and their name: who is meant is offered as one types. */
export function CallArea({ label, inputRef, value, onChange, error }: Props) {
  const t = useTranslations('comments');
  const { article, people, me } = useWorkbenchPeople();
  const readers = people.filter(
    ({ id, disabled }) => !disabled && id !== me && (article.access === 'desk' || article.memberIds.includes(id)),
  );
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const call = caret === null ? null : callAt(value, caret);
  const offered = call ? peopleLike(call.words, readers, MOST) : [];
  const at = Math.min(chosen, offered.length - 1);

  function take(name: string) {
    if (!call || caret === null) return;
    onChange(`${value.slice(0, call.start)}@${name}${value.slice(caret)}`);
    setCaret(null);
    const to = call.start + name.length + 1;
    // Once the words are there.
    requestAnimationFrame(() => {
      inputRef.current?.focus();
      inputRef.current?.setSelectionRange(to, to);
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (offered.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = offered[at];
    if (step !== undefined) setChosen((at + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person) take(person.name);
    else if (event.key === 'Escape') setCaret(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="relative">
      <TextArea
        label={label}
        hideLabel
        placeholder={label}
        rows={1}
        inputRef={inputRef}
        value={value}
        onChange={(next) => {
          onChange(next);
          setCaret(inputRef.current?.selectionStart ?? null);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
        error={error}
      />
      <span aria-live="polite" className="sr-only">
        {offered.length > 0 ? t('callOffer', { name: offered[at]?.name ?? '', count: offered.length }) : ''}
      </span>
      {offered.length > 0 ? (
        <ul
          aria-label={t('call')}
          className="absolute inset-x-0 bottom-full z-20 mb-1 rounded-md border border-edge bg-sheet py-1 text-sm shadow-lift"
        >
          {offered.map(({ id, name }, index) => (
            <li key={id}>
              <button
                type="button"
                tabIndex={-1}
                // Before the field loses the focus, which closes the list.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(name);
                }}
                className={cx(
                  'block w-full px-3 py-1.5 text-start hover:bg-wash',
                  index === at && 'bg-wash font-medium',
                )}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function useWorkbenchPeople() {
  const article = useWorkbench((state) => state.bench.article);
  const people = useWorkbench((state) => state.bench.people);
  const me = useWorkbench((state) => state.bench.reader.id);
  return { article, people, me };
}
