'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { JobProgress } from '#components/jobs/JobProgress.tsx';
import { useJob } from '#components/jobs/use-job.ts';
import { postFile } from '#components/sources/post-file.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';

/** Brings a file in: a whole article of another desk, or an archive of checks. */
export function BringFile() {
  const t = useTranslations('foreign');
  const input = useRef<HTMLInputElement>(null);
  const [publisher, setPublisher] = useState('');
  const [leavesOut, setLeavesOut] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { job, follow } = useJob(({ state, result, error }) => {
    if (state !== 'done') return setRefusal(error ?? t('notBrought'));
    const { known = 0, claims = 0, leftOut = 0 } = result?.counts ?? {};
    toast(known > 0 ? t('isKnown') : t('brought', { claims, leftOut }));
  });
  async function send(file: File) {
    setRefusal(null);
    setSending(true);
    const asked = new URLSearchParams({ name: file.name.slice(-300) });
    if (publisher.trim() !== '') asked.set('publisher', publisher);
    if (leavesOut) asked.set('leaveOut', '');
    const answer = await postFile<{ jobId: string }>(`/api/foreign?${asked}`, file, t('connectionLost'));
    setSending(false);
    if (answer.ok) follow(answer.value.jobId);
    else setRefusal(answer.message);
  }
  return (
    <section aria-labelledby="bring" className="mt-14 max-w-2xl">
      <h2 id="bring" className="font-serif text-2xl font-semibold">
        {t('bringTitle')}
      </h2>
      <p className="mt-0.5 text-sm text-pretty text-soft">{t('bringLead')}</p>
      <div className="mt-4 flex flex-col gap-3">
        <TextField
          label={t('publisher')}
          hint={t('publisherHint')}
          optional
          maxLength={300}
          value={publisher}
          onChange={setPublisher}
        />
        <Checkbox isSelected={leavesOut} onChange={setLeavesOut} hint={t('leaveOutHint')}>
          {t('leaveOut')}
        </Checkbox>
        <div>
          <Button isPending={isSending || job !== null} onPress={() => input.current?.click()}>
            <FileUp aria-hidden="true" className="size-4 text-soft" />
            {t('choose')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('choose')}
            accept=".stet,.json,.jsonld,.csv,.tsv,application/json,text/csv"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void send(file);
              // The same file, mended meanwhile, may be chosen again.
              event.target.value = '';
            }}
          />
        </div>
      </div>
      {job ? <JobProgress job={job} className="mt-3" /> : null}
      {refusal === null ? null : (
        <p role="alert" className="mt-3 text-sm text-pretty wrap-anywhere text-wrong">
          {refusal}
        </p>
      )}
    </section>
  );
}
