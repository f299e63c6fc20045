import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '#components/desk/Pager.tsx';
import { FeedList } from '#components/inbox/FeedList.tsx';
import { Inbox } from '#components/inbox/Inbox.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { loadInbox } from '#lib/inbox/loaders.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

export default async function InboxPage({ searchParams }: Props) {
  const [t, { after: asked }] = await Promise.all([getTranslations('inbox'), searchParams]);
  const after = (Array.isArray(asked) ? asked[0] : asked) ?? null;
  const { items, next, waiting, feeds, hasFolder } = await loadInbox(after);
  return (
    <Page title={t('title')} lead={t(hasFolder ? 'leadFolder' : 'lead')}>
      <Inbox
        items={items}
        waiting={waiting}
        empty={
          after !== null && waiting > 0 ? (
            <p role="status" className="py-10 text-center text-sm text-soft">
              {t('noneFurther')}
            </p>
          ) : (
            <EmptyState title={t('none')}>{t(feeds.length === 0 && !hasFolder ? 'noFeeds' : 'noneLead')}</EmptyState>
          )
        }
      />
      <Pager path="/inbox" asked={{}} after={after} next={next} />
      <FeedList feeds={feeds} />
    </Page>
  );
}
