'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';

type LinkBoxProps = {
  readonly url: string;
  readonly expiresAt: string;
  readonly lead: string;
  /** How long it works, in words; without, that it works once until then. */
  readonly until?: (time: string) => string;
};

/** A link that is shown once, to be copied and passed on. */
export function LinkBox({ url, expiresAt, lead, until }: LinkBoxProps) {
  const t = useTranslations('people');
  const format = useFormatter();
  const time = format.dateTime(new Date(expiresAt), 'moment');
  const [copy, setCopy] = useState<'not yet' | 'copied' | 'failed'>('not yet');
  const write = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopy('copied'),
      () => setCopy('failed'),
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-pretty text-soft">{lead}</p>
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('link')}
          value={url}
          isReadOnly
          className="min-w-0 flex-1 basis-64"
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        />
        {/* The clipboard is missing where a page is reached over http from another machine. */}
        <Button variant="prime" onPress={() => (navigator.clipboard ? void write() : setCopy('failed'))} autoFocus>
          {copy === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      {copy === 'failed' ? <FormError message={t('copyFailed')} /> : null}
      <p className="text-xs text-soft">{until ? until(time) : t('linkUntil', { time })}</p>
    </div>
  );
}
