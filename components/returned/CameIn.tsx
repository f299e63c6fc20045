'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { postForm } from '#components/articles/post.ts';
import { Button } from '#components/ui/Button.tsx';
import { Link } from '#components/ui/Link.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import type { CameInDTO } from '#lib/reports/types-return.ts';

type Props = { readonly articleId: string; readonly file: File; readonly items: readonly CameInDTO[] };
type Fate = 'taken' | 'left';

/** What was said in the margin of a copy, each to be taken or left. */
export function CameIn({ articleId, file, items }: Props) {
  const t = useTranslations('returned');
  const galley = useTranslations('galley');
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(
    new Map(items.filter(({ isTaken }) => isTaken).map(({ key }) => [key, 'taken'])),
  );
  const [busy, setBusy] = useState<string | null>(null);
  const settle = (key: string, fate: Fate) => setFates((now) => new Map(now).set(key, fate));

  async function take(key: string, as: 'answer' | 'comment') {
    setBusy(key);
    const sent = { take: { key, as } };
    const answer = await postForm(`/api/articles/${articleId}/return`, sent, file, galley('connectionLost'));
    setBusy(null);
    if (answer.ok) settle(key, 'taken');
    else toast({ text: answer.message, tone: 'bad' });
  }

  return (
    <section className="mt-6">
      <h2 className="text-sm font-semibold">{t('cameIn', { count: items.length })}</h2>
      <p className="text-sm text-soft">{items.length === 0 ? t('cameInNone') : t('cameInLead')}</p>
      <ul className="mt-2">
        {items.map((item) => (
          <li key={item.key} className="border-t border-rule py-3 text-sm">
            <Head item={item} articleId={articleId} fate={fates.get(item.key) ?? null} />
            {item.question === null ? null : <p className="mt-1 text-soft">{t('asked', { words: item.question })}</p>}
            <p className="mt-1 font-serif whitespace-pre-line wrap-anywhere">{item.text}</p>
            {item.isCut ? <p className="text-xs text-review">{t('isCut')}</p> : null}
            {fates.has(item.key) ? null : (
              <div className="-ms-2.75 mt-1 flex flex-wrap gap-1">
                {item.question === null ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    isDisabled={busy !== null}
                    onPress={() => take(item.key, 'answer')}
                  >
                    {t('takeAnswer')}
                  </Button>
                )}
                {item.claim === null ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    isDisabled={busy !== null}
                    onPress={() => take(item.key, 'comment')}
                  >
                    {t('takeComment')}
                  </Button>
                )}
                <Button size="small" variant="quiet" onPress={() => settle(item.key, 'left')}>
                  {t('leave')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type HeadProps = { readonly item: CameInDTO; readonly articleId: string; readonly fate: Fate | null };

/** On what it stands, whose it is, and what was done with it. */
function Head({ item: { claim, on, by, at }, articleId, fate }: HeadProps) {
  const t = useTranslations('returned');
  const format = useFormatter();
  const when = at === null || Number.isNaN(Date.parse(`${at}Z`)) ? null : new Date(`${at}Z`);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
      {claim === null ? (
        t('onNone', { words: on === '' ? 'none' : on })
      ) : (
        <Link href={`/articles/${articleId}?claim=${claim}`}>{t('claim', { number: claim })}</Link>
      )}
      <span>
        {t('from', { name: by === '' ? t('nobody') : by })}
        {when === null ? null : `, ${format.dateTime(when, 'moment')}`}
      </span>
      {fate === null ? null : <Tag tone={fate === 'taken' ? 'good' : 'quiet'}>{t(fate)}</Tag>}
    </p>
  );
}
