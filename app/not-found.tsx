import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BarePage, HomeLink } from '#components/shell/BarePage.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors');
  return { title: t('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('errors');
  return (
    <BarePage>
      <EmptyState level={1} title={t('notFoundTitle')} action={<HomeLink>{t('home')}</HomeLink>}>
        {t('notFoundBody')}
      </EmptyState>
    </BarePage>
  );
}
