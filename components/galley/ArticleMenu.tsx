'use client';

import { MoreHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useWorkbench } from './store-context.tsx';

/** What is done with the article as a whole. */
export function ArticleMenu() {
  const t = useTranslations('galley');
  const router = useRouter();
  const id = useWorkbench((state) => state.bench.article.id);
  const may = useWorkbench((state) => state.bench.reader.may);
  const to = (page: 'history' | 'revisions' | 'details' | 'revise') => ({
    id: page,
    label: t(page),
    run: () => router.push(`/articles/${id}/${page}`),
  });
  const deeds = [
    to('history'),
    to('revisions'),
    ...(may.includes('article.edit') ? [to('details')] : []),
    ...(may.includes('article.revise') ? [to('revise')] : []),
    { id: 'print', label: t('print'), run: () => window.print() },
  ];
  return (
    <MenuButton
      variant="quiet"
      size="icon"
      aria-label={t('articleMenu')}
      menuLabel={t('articleMenu')}
      parts={[{ id: 'article', deeds }]}
    >
      <MoreHorizontal aria-hidden="true" className="size-4" />
    </MenuButton>
  );
}
