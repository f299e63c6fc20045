import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NumbersAgreement } from '#components/numbers/NumbersAgreement.tsx';
import { NumbersFigures } from '#components/numbers/NumbersFigures.tsx';
import { NumbersPeople } from '#components/numbers/NumbersPeople.tsx';
import { NumbersPeriod } from '#components/numbers/NumbersPeriod.tsx';
import { NumbersSteps } from '#components/numbers/NumbersSteps.tsx';
import { PeriodDownloads } from '#components/report/PeriodDownloads.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import { loadNumbers } from '#lib/numbers/loaders.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Search> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || null;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('numbers'))('title') };
}

export default async function NumbersPage({ searchParams }: Props) {
  const [t, search] = await Promise.all([getTranslations('numbers'), searchParams]);
  const { numbers, refusal, mayReport } = await loadNumbers({ from: one(search.from), to: one(search.to) });
  const { period } = numbers;
  const csv = (
    <ButtonLink href={`/api/numbers?${new URLSearchParams(period)}`} download>
      {t('csv')}
    </ButtonLink>
  );
  const didSomething = numbers.steps.some((step) => step.firstVerdicts + step.secondReadings + step.settled > 0);
  return (
    <Page title={t('title')} lead={t('lead')} tools={csv}>
      <div className="flex flex-col gap-10">
        <NumbersPeriod
          key={`${period.from} ${period.to}`}
          period={period}
          today={numbers.today}
          errors={refusal?.fields ?? {}}
        />
        {didSomething ? (
          <>
            <NumbersSteps numbers={numbers} />
            <NumbersFigures numbers={numbers} />
            <NumbersAgreement numbers={numbers} />
            <NumbersPeople numbers={numbers} />
          </>
        ) : (
          <EmptyState title={t('nothing')}>{t('nothingLead')}</EmptyState>
        )}
        {mayReport ? <PeriodDownloads period={period} /> : null}
      </div>
    </Page>
  );
}
