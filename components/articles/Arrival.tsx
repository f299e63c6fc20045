'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { JobProgress } from '#components/jobs/JobProgress.tsx';
import { lookAgain } from '#components/jobs/use-job.ts';
import { Page } from '#components/shell/Page.tsx';
import { announce } from '#components/ui/announce.ts';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import { OutwardLink } from '#components/ui/Outward.tsx';
import { articleArrival } from '#lib/revisions/actions-arrival.ts';
import type { ArrivalDTO } from '#lib/revisions/types.ts';
import { ArrivalDeeds } from './ArrivalDeeds.tsx';

const isGoing = ({ job }: ArrivalDTO): boolean => job?.state === 'queued' || job?.state === 'running';

/** An article whose text is still to come: how far it is, what there is to read, and what can be done where it fails. */
export function Arrival({ arrival: initial }: { readonly arrival: ArrivalDTO }) {
  const t = useTranslations('articles');
  const format = useFormatter();
  const { arrival, look } = useArrival(initial);
  const { headline, outlet, byline, link, addedBy, createdAt } = arrival;
  const when = format.dateTime(new Date(createdAt), 'moment');
  const tools = (
    <>
      <ButtonLink variant="quiet" href={`/articles/${arrival.id}/history`}>
        {t('arrival.history')}
      </ButtonLink>
      {arrival.may.edit ? (
        <ButtonLink href={`/articles/${arrival.id}/details`}>{t('arrival.details')}</ButtonLink>
      ) : null}
    </>
  );
  return (
    <Page
      width="text"
      title={<span className="wrap-anywhere">{headline}</span>}
      lead={[byline, outlet].filter(Boolean).join(' · ') || undefined}
      tools={tools}
      crumbs={[{ label: t('title'), href: '/articles' }, { label: headline }]}
    >
      <KeepFocus>
        <div className="flex flex-col gap-5">
          {isGoing(arrival) && arrival.job ? (
            <div>
              <JobProgress job={arrival.job} mayCancel={arrival.may.cancel} />
              <p className="mt-2 text-sm text-pretty text-soft">{t('arrival.closed')}</p>
            </div>
          ) : (
            <ArrivalDeeds arrival={arrival} onDone={look} />
          )}
          <p className="text-sm wrap-anywhere text-soft">
            {addedBy === null ? when : t('arrival.added', { name: addedBy, when })}
            {link === null ? null : (
              <>
                {' · '}
                <OutwardLink href={link}>{link}</OutwardLink>
              </>
            )}
          </p>
          {/* The text comes with the page alone. */}
          {initial.text === null ? null : <SoFar text={initial.text} isCut={initial.isCut} />}
        </div>
      </KeepFocus>
    </Page>
  );
}

function SoFar({ text, isCut }: { text: string; isCut: boolean }) {
  const t = useTranslations('articles.arrival');
  return (
    <section aria-label={t('soFar')} className="border-t border-rule pt-5">
      <p className="mb-3 text-xs text-soft">{t('soFar')}</p>
      <div className="font-serif text-lg leading-relaxed whitespace-pre-line wrap-anywhere">{text}</div>
      {isCut ? <p className="mt-3 text-sm text-soft">{t('cut')}</p> : null}
    </section>
  );
}

/** Looks again while work goes on; once the text is there the page is drawn anew, and is the workbench then. */
function useArrival(initial: ArrivalDTO) {
  const t = useTranslations('articles.arrival');
  const router = useRouter();
  const [arrival, setArrival] = useState(initial);
  const said = useRef(t('ready'));
  useEffect(() => setArrival(initial), [initial]);
  const [look] = useState(() => async (): Promise<boolean> => {
    const result = await articleArrival({ articleId: initial.id }).catch(() => null);
    if (!result?.ok) return true;
    if (result.value === null) {
      announce(said.current);
      router.refresh();
      return false;
    }
    setArrival(result.value);
    return isGoing(result.value);
  });
  const going = isGoing(arrival);
  useEffect(() => (going ? lookAgain(look) : undefined), [going, look]);
  return { arrival, look };
}
