'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Refused, Result } from '#lib/platform/result.ts';
import { useBoth } from './use-both.ts';
import { useDraft } from './use-draft.ts';

/** Why a form was not taken; null where it was. */
export type Outcome = Refused | null;

/** What a server action answered, as a form asks for it. */
export const outcomeOf = (result: Result<unknown>): Outcome => (result.ok ? null : result);

export type FormOptions<T> = {
  /** Fields in which what others save meanwhile is decided on, and never gone over. */
  readonly guarded?: readonly (keyof T & string)[];
  /** It stays open once it is saved: one may type on while it is on its way, and send that too. */
  readonly stays?: boolean;
  /** It goes once it is saved: what was sent stands in it until the page shows what came of it. */
  readonly goes?: boolean;
};

/**
 * A form whose words are kept as a draft until they are taken. It is sent once at a time; a refusal stands until the next
 * try, and neither it nor a lost connection costs what was typed. While it is on its way nothing is written in it: what
 * stands there is what was sent. `key` names the person, the place and the field.
 *
 * `initial` is what is saved, as it is now. What one has not touched follows it. In the `guarded` fields what others have saved since one
 * began is no conflict to be overlooked: both texts stand side by side (`Conflicts`), and nothing is sent until one has decided.
 */
export function useForm<T extends object>(
  key: string,
  initial: T,
  send: (draft: T) => Promise<Outcome>,
  onDone: () => void = () => {},
  { guarded = [], stays = false, goes = false }: FormOptions<T> = {},
) {
  const t = useTranslations('galley');
  // What one has saved oneself is what is saved, until the page shows more.
  const [own, setOwn] = useState<{ readonly sent: T; readonly over: T } | null>(null);
  const saved = own?.over === initial ? own.sent : initial;
  const kept = useDraft(key, saved);
  const { latest, isDraft, rebase, change, clear } = kept;
  const [tries, setTries] = useState(0);
  const [refusal, setRefusal] = useState<Outcome>(null);
  const [isPending, setPending] = useState(false);
  // What one has sent oneself comes back as saved before the answer is there, and is no conflict.
  const { draft, both, bring } = useBoth(kept, saved, isPending ? [] : guarded);
  const hasConflict = both.conflicts.length > 0;
  const isSending = useRef(false);
  const isAsked = useRef(false);
  const [again, setAgain] = useState(0);

  /** Sends what is typed, or, where a press writes it, what is given. */
  async function submit(value: T = draft): Promise<void> {
    if (isSending.current) {
      isAsked.current = stays;
      return;
    }
    if (goes && own !== null && value === own.sent) return;
    // Nothing is saved over what somebody else has saved until its writer has seen it and decided.
    if (hasConflict) return bring();
    isSending.current = true;
    const before = latest.current;
    isAsked.current = false;
    setPending(true);
    const outcome = await send(value).catch(
      (): Refused => ({ ok: false, reason: 'unavailable', message: t('connectionLost') }),
    );
    isSending.current = false;
    setPending(false);
    setRefusal(outcome);
    setTries((count) => count + 1);
    // What has come meanwhile is brought before its writer once it is here.
    if (outcome?.reason === 'stale-version') bring();
    if (outcome) return;
    if (stays || goes) setOwn({ sent: value, over: initial });
    if (!clear(stays ? before : undefined)) {
      // What was typed meanwhile rests on what was sent.
      rebase(value);
      if (isAsked.current) setAgain((count) => count + 1);
    }
    onDone();
  }
  const sendAgain = useEffectEvent(() => void submit());
  // Once it is drawn on its new ground.
  useEffect(() => {
    if (again > 0) sendAgain();
  }, [again]);

  return {
    draft,
    change: (part: Partial<T>) => {
      if (stays || !isSending.current) change(part);
    },
    clear,
    isDraft,
    isPending,
    /** For `Conflicts`: the fields in which somebody else was faster, how often one has tried to send them, and how each is decided. */
    both,
    refusal,
    /** How often it was sent: a refusal that stands again is another. */
    tries,
    submit,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      void submit();
    },
    /** What is wrong with one field, by its path in the input. */
    error: (field: string): string | undefined => refusal?.fields?.[field],
    /** The refusal's own words, where no field says them. */
    message: refusal && !hasConflict && Object.keys(refusal.fields ?? {}).length === 0 ? refusal.message : undefined,
  };
}
