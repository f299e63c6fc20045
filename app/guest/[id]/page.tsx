import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuestArticle } from '#components/guest/GuestArticle.tsx';
import { GuestDoor } from '#components/guest/GuestDoor.tsx';
import { loadGuestPage } from '#lib/workbench/loaders-guest.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guest');
  // What is shown is somebody's alone: no other site learns of its address, and no list of pages has it.
  return { title: t('pageTitle'), referrer: 'no-referrer', robots: { index: false } };
}

/** An article for a writer without an account. Whoever has not opened the link here is asked for its token, whatever there is. */
export default async function GuestPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const shown = await loadGuestPage(id);
  return shown ? <GuestArticle {...shown} /> : <GuestDoor linkId={id} />;
}
