'use client';

import { useTranslations } from 'next-intl';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { PassageDTO } from '#lib/workbench/types-passages.ts';
import { BEARING_TONES } from './bearing-tones.ts';
import { openReader } from './open.ts';
import { usePassages } from './use-passages.ts';

/** Who only looks a claim over needs none. */
const REST_MS = 900;

/** Passages of captured sources that may bear on the claim. One leads to its place, where a key attaches it. */
export function OfferedPassages({ claim }: { claim: ClaimDTO }) {
  const t = useTranslations('reader');
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  const openId = useWorkbench((state) => state.reader?.sourceId ?? null);
  const isOffered = may && !claim.excluded;
  const { passages } = usePassages(claim.id, null, isOffered, REST_MS);
  const others = passages.filter(({ source }) => source.id !== openId);
  // What was offered before the article was put away, or the claim left out, is offered no longer.
  if (!isOffered || others.length === 0) return null;
  return (
    <section aria-label={t('offeredTitle')} className="mt-4">
      <h3 className="text-xs font-semibold text-soft">{t('offeredTitle')}</h3>
      <ul className="mt-1 border-b border-rule">
        {others.map((passage) => (
          <Offered key={`${passage.captureId} ${passage.start}`} passage={passage} />
        ))}
      </ul>
    </section>
  );
}

function Offered({ passage }: { passage: PassageDTO }) {
  const t = useTranslations('reader');
  const store = useStore();
  const { source, captureId, start, end, words, locator, bearing } = passage;
  return (
    <li className="border-t border-rule">
      <button
        type="button"
        title={t('openThere')}
        className="block w-full rounded-sm py-2 text-start text-sm hover:bg-wash"
        onClick={() => openReader(store, { sourceId: source.id, captureId, at: { start, end, isOffered: true } })}
      >
        <span className="line-clamp-2 font-serif text-[0.9375rem] leading-normal">“{words}”</span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-xs text-soft">
          <Tag tone={BEARING_TONES[bearing]}>{t(`bearings.${bearing}`)}</Tag>
          <span className="min-w-0 flex-1 basis-24 truncate">
            {[source.title, locator].filter(Boolean).join(' · ')}
          </span>
        </span>
      </button>
    </li>
  );
}
