import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Captures } from '#components/captures/Captures.tsx';
import { EventItem } from '#components/history/EventItem.tsx';
import { Page } from '#components/shell/Page.tsx';
import { Confidence } from '#components/sources/Confidence.tsx';
import { Naming } from '#components/sources/Naming.tsx';
import { SourceDetails } from '#components/sources/SourceDetails.tsx';
import { SourceLine } from '#components/sources/SourceLine.tsx';
import { SourceSection } from '#components/sources/SourceSection.tsx';
import { SourceTools } from '#components/sources/SourceTools.tsx';
import { SourceUses } from '#components/sources/SourceUses.tsx';
import { TwinSources } from '#components/sources/TwinSources.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { loadSource } from '#lib/sources/loaders.ts';
import { loadNaming } from '#lib/workbench/loaders-names.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly params: Promise<{ id: string }>; readonly searchParams: Promise<Search> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sources'))('title') };
}

/** A source: what it is, what leans on it, what was kept of it and what was done to it. */
export default async function SourcePage({ params, searchParams }: Props) {
  const t = await getTranslations('sources');
  const search = await searchParams;
  const after = one(search.after);
  const loaded = await loadSource((await params).id, after);
  const { source, archived, shared, claims, uses, moreUses, twins, sameOrigin, events } = loaded;
  const { confidence } = loaded;
  const naming = confidence !== null && one(search.names) !== undefined ? await loadNaming(source.id) : null;
  return (
    <Page
      title={source.title}
      lead={<SourceLine source={source} />}
      crumbs={[{ label: t('title'), href: '/sources' }, { label: source.title }]}
      tools={
        loaded.mayEdit ? (
          <SourceTools
            source={source}
            archived={archived}
            claims={claims}
            readerId={loaded.readerId}
            confiding={loaded.confiding}
            reason={confidence?.reason ?? ''}
          />
        ) : undefined
      }
    >
      <div className="grid gap-x-12 gap-y-10 page:grid-cols-[minmax(0,1fr)_17rem]">
        <aside
          // Of a source that nothing more is known of it is empty, and takes no room.
          className="flex min-w-0 flex-col gap-6 page:col-start-2 page:row-start-1 [&:not(:has(>*>*))]:hidden"
          aria-label={t('details')}
        >
          {confidence === null ? null : <Confidence confidence={confidence} />}
          <SourceDetails source={source} archived={archived} shared={shared} sameOrigin={sameOrigin} />
          <TwinSources twins={twins} source={source} mayEdit={loaded.mayEdit} />
        </aside>
        <div className="flex min-w-0 flex-col gap-10 page:col-start-1 page:row-start-1">
          <SourceSection id="claims" title={t('uses')} count={claims}>
            <SourceUses id={source.id} uses={uses} after={after ?? null} next={moreUses} />
          </SourceSection>
          {confidence === null ? null : (
            <SourceSection id="names" title={t('naming')} count={naming?.length ?? 0}>
              <Naming sourceId={source.id} naming={naming} />
            </SourceSection>
          )}
          <KeepFocus toLike={false}>
            <SourceSection id="captures" title={t('captures')} count={loaded.kept.captures.length}>
              <Captures source={source} claims={claims} kept={loaded.kept} may={loaded.may} />
            </SourceSection>
          </KeepFocus>
          <SourceSection title={t('history')}>
            {events.length === 0 ? (
              <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('noHistory')}</p>
            ) : (
              <ol>
                {events.map((event) => (
                  <EventItem key={`${event.chain} ${event.sequence}`} event={event} mayErase={loaded.mayErase} />
                ))}
              </ol>
            )}
          </SourceSection>
        </div>
      </div>
    </Page>
  );
}
