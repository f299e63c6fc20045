'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { Refused, Result } from '#lib/platform/result.ts';
import { useDraft } from './use-draft.ts';

/** Why a form was not taken; null where it was. */
export type Outcome = Refused | null;

/** What a server action answered, as a form asks for it. */
export const outcomeOf = (result: Result<unknown>): Outcome => (result.ok ? null : result);

/**
 * A form whose words are kept as a draft until they are taken. It is sent once at a time; a refusal stands until the next
 * try, and neither it nor a lost connection costs what was typed. While it is on its way nothing is written in it: what
 * stands there is what was sent. `key` names the person, the place and the field.
 */
export function useForm<T extends object>(
  key: string,
  initial: T,
  send: (draft: T) => Promise<Outcome>,
  onDone: () => void = () => {},
) {
  const t = useTranslations('galley');
  const { draft, isDraft, change, clear } = useDraft(key, initial);
  const [refusal, setRefusal] = useState<Outcome>(null);
  const [isPending, setPending] = useState(false);
  const isSending = useRef(false);

  /** Sends what is typed, or, where a press writes it, what is given. */
  async function submit(value: T = draft): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    const outcome = await send(value).catch(
      (): Refused => ({ ok: false, reason: 'unavailable', message: t('connectionLost') }),
    );
    isSending.current = false;
    setPending(false);
    setRefusal(outcome);
    if (outcome) return;
    clear();
    onDone();
  }

  return {
    draft,
    change: (part: Partial<T>) => {
      if (!isSending.current) change(part);
    },
    clear,
    isDraft,
    isPending,
    refusal,
    submit,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      void submit();
    },
    /** What is wrong with one field, by its path in the input. */
    error: (field: string): string | undefined => refusal?.fields?.[field],
    /** The refusal's own words, where no field says them. */
    message: refusal && Object.keys(refusal.fields ?? {}).length === 0 ? refusal.message : undefined,
  };
}
