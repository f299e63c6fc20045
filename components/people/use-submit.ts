'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import type { FormErrorProps } from '../ui/FormError.tsx';

/** Why a form was not taken. */
export type FormRefusal = { readonly message: string; readonly fields?: Readonly<Record<string, string>> };

/** A form's fields by their names, each with its label. */
type Labels = Readonly<Record<string, string>>;

/**
 * Sends a form and holds what came back. The fields stay as they are, so that whatever goes wrong, nothing typed is
 * lost. `send` gives a refusal or null; where it throws, the server could not be reached.
 */
export function useSubmit(
  labels: Labels,
  send: (values: Readonly<Record<string, string>>) => Promise<FormRefusal | null>,
) {
  const t = useTranslations('auth');
  const [refusal, setRefusal] = useState<FormRefusal | null>(null);
  const [tries, setTries] = useState(0);
  const [isPending, start] = useTransition();
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    // A second press waits for the first one's answer, so that it goes on from what that has made.
    const turn = last.current.then(() => send(values));
    last.current = turn.catch(() => undefined);
    start(async () => {
      const outcome = await turn.catch(() => ({ message: t('unreachable') }));
      setRefusal(outcome);
      // A new number makes the box anew, which brings it the focus again.
      setTries((count) => count + 1);
    });
  };
  const error = (name: string) => refusal?.fields?.[name];
  return { onSubmit, isPending, error, box: { id: tries, props: boxOf(refusal, labels) } };
}

/** What stands at the form's head: the fields to mend where they are on the form, else the words of the refusal. */
function boxOf(refusal: FormRefusal | null, labels: Labels): FormErrorProps {
  if (!refusal) return {};
  const problems = Object.entries(refusal.fields ?? {}).flatMap(([name, message]) =>
    labels[name] === undefined ? [] : [{ field: labels[name], message }],
  );
  return problems.length > 0 ? { problems } : { message: refusal.message };
}
